package dev.storywire.benchmarks;

import dev.storywire.dedup.CopyDecision;
import dev.storywire.dedup.CopyModel;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.dedup.Fingerprinter;
import dev.storywire.text.clean.CleanArticle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time of computing the fingerprint of an article of 600 words, and of comparing it
 * with a trimmed copy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FingerprintBenchmark {
  private static final int WORDS = 600;

  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final CopyModel model = CopyModel.shipped();
  private final CleanArticle article = new GeneratedArticles(WORDS).article(1);
  private final Fingerprint full = fingerprinter.of(article);
  private final Fingerprint trimmed = fingerprinter.of(new GeneratedArticles(WORDS).trimmed(1));

  @Benchmark
  public Fingerprint fingerprint() {
    return fingerprinter.of(article);
  }

  @Benchmark
  public CopyDecision decide() {
    return model.decide(full, trimmed, Duration.ofHours(1));
  }
}
