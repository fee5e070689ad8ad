package dev.storywire.benchmarks;

import dev.storywire.entities.ArticleName;
import dev.storywire.entities.ArticleNames;
import dev.storywire.entities.tagger.Mention;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures articles of 600 words per second on one thread: tokenizing, tagging and resolving names.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class NameTaggerBenchmark {
  private final NameTagger tagger = NameTagger.load("en");
  private final Tokenizer tokenizer = Tokenizer.forLanguage("en");
  private String article = "";
  private TokenizedText tokens = tokenizer.tokenize("");
  private List<Mention> mentions = List.of();

  @Setup
  public void read() throws IOException {
    try (InputStream stream = NameTaggerBenchmark.class.getResourceAsStream("article.txt")) {
      article = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
    tokens = tokenizer.tokenize(article);
    mentions = tagger.tag(tokens);
  }

  @Benchmark
  public TokenizedText tokenize() {
    return tokenizer.tokenize(article);
  }

  @Benchmark
  public List<Mention> tag() {
    return tagger.tag(tokens);
  }

  @Benchmark
  public List<ArticleName> resolve() {
    return ArticleNames.of(tokens, mentions);
  }
}
