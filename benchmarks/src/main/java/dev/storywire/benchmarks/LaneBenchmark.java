package dev.storywire.benchmarks;

import dev.storywire.dedup.Fingerprinter;
import dev.storywire.entities.ArticleName;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.PubStatus;
import dev.storywire.story.Lane;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.PreparedArticleBuilder;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time of a decision in a lane with many remembered articles, on which it must not
 * depend. The lane is in a steady state: each article that it adds expires another one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class LaneBenchmark {
  private static final int WORDS = 200;
  private static final int NAMES = 20_000;
  private static final int NAMES_OF_AN_ARTICLE = 5;
  private static final long START = Instant.parse("2026-03-03T12:00:00Z").toEpochMilli();
  private static final Duration REMEMBER = Duration.ofDays(2);

  @Param({"1000", "10000", "100000"})
  private int remembered;

  private final GeneratedArticles articles = new GeneratedArticles(WORDS);
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Lane lane =
      new Lane("en", new LaneSettings(REMEMBER, REMEMBER, false, true), new InMemoryLaneStore());
  private int next;
  private PreparedArticle article = prepare(0);

  /** Fills the memory of the lane. */
  @Setup(Level.Trial)
  public void remember() {
    while (next < remembered) {
      lane.accept(prepare(next++));
    }
  }

  /** Creates the articles outside of the measured time. */
  @Setup(Level.Invocation)
  public void prepareNext() {
    article = prepare(next++);
  }

  @Benchmark
  public List<LaneOutput> accept() {
    return lane.accept(article);
  }

  private PreparedArticle prepare(int number) {
    CleanArticle text = articles.article(number);
    long time = START + number * REMEMBER.toMillis() / Math.max(1, remembered);
    return PreparedArticleBuilder.builder()
        .uri("urn:" + number)
        .version(1)
        .status(PubStatus.USABLE)
        .lane("en")
        .eventTime(time)
        .orderTime(time)
        .publishedAt(Instant.ofEpochMilli(time))
        .source("Wire " + number % 40)
        .headline(text.headline())
        .language("en")
        .sentences(text.paragraphs().subList(0, 4))
        .terms(Terms.of(text, "en"))
        .fingerprint(fingerprinter.of(text))
        .names(
            articles.drawn(number, NAMES_OF_AN_ARTICLE, NAMES).stream()
                .map(LaneBenchmark::name)
                .toList())
        .build();
  }

  private static ArticleName name(int number) {
    String name = "Given" + number % 100 + " Family" + number;
    return new ArticleName(name, Entity.Type.PER, List.of(name), List.of(number));
  }
}
