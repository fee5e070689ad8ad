package dev.storywire.benchmarks;

import dev.storywire.dedup.CopyIndex;
import dev.storywire.dedup.CopyMatch;
import dev.storywire.dedup.CopyModel;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.dedup.Fingerprinter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
 * Measures the time of a lookup in a copy index. It must be constant from a thousand to a million
 * articles.
 *
 * <p>The lookups are for trimmed copies of articles from the whole index, so that each lookup
 * includes comparisons.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CopyIndexBenchmark {
  private static final int WORDS = 200;
  private static final int LOOKUPS = 500;
  private static final Instant TIME = Instant.parse("2026-03-03T12:00:00Z");

  @Param({"1000", "10000", "100000", "1000000"})
  private int remembered;

  private final GeneratedArticles articles = new GeneratedArticles(WORDS);
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final CopyIndex index = new CopyIndex(CopyModel.shipped());
  private final Map<String, Fingerprint> store = new HashMap<>();
  private final Fingerprint[] lookups = new Fingerprint[LOOKUPS];
  private int next;

  /** Remembers the articles. Only the fingerprints that are compared are kept. */
  @Setup(Level.Trial)
  public void remember() {
    for (int i = 0; i < remembered; i++) {
      index.remember("urn:" + i, i, TIME, fingerprinter.of(articles.article(i)), null);
    }
    for (int i = 0; i < LOOKUPS; i++) {
      int number = (int) ((long) i * remembered / LOOKUPS);
      lookups[i] = fingerprinter.of(articles.trimmed(number));
      index.find("urn:copy", remembered, TIME, lookups[i], this::makeAndKeep);
    }
  }

  private Fingerprint makeAndKeep(String uri) {
    return store.computeIfAbsent(
        uri, u -> fingerprinter.of(articles.article(Integer.parseInt(u.substring(4)))));
  }

  @Benchmark
  public Optional<CopyMatch> find() {
    next = (next + 1) % LOOKUPS;
    return index.find("urn:copy", remembered, TIME, lookups[next], store::get);
  }
}
