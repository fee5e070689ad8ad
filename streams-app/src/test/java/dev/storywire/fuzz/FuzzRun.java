package dev.storywire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Passes mutated samples to a check, which throws if the input is not handled. The inputs depend
 * only on the seed and the number of each input.
 *
 * <p>{@code -Dfuzz.inputs}, {@code -Dfuzz.from} and {@code -Dfuzz.seed} run other inputs than those
 * of CI. An input that fails is written to {@code target}.
 */
public final class FuzzRun {
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long FROM = Long.getLong("fuzz.from", 0);

  /** Number of inputs after which a run prints what it has done so far. */
  private static final int PRINTED = 10_000;

  /** Number of inputs that run while classes are loaded and compiled. */
  private static final int COLD = 500;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private final List<byte[]> samples;
  private final Mutation mutation;
  private final Map<String, Long> results = new TreeMap<>();

  /** Creates a run over samples with mutations of their bytes. */
  public FuzzRun(String name, List<byte[]> samples) {
    this(name, samples, Mutations::of);
  }

  private FuzzRun(String name, List<byte[]> samples, Mutation mutation) {
    this.name = name;
    this.samples = samples;
    this.mutation = mutation;
  }

  /** Creates a run over JSON samples: three of four get mutations of their values. */
  public static FuzzRun ofJson(String name, List<byte[]> samples) {
    return new FuzzRun(
        name,
        samples,
        (random, from) ->
            random.nextInt(4) > 0 ? JsonMutations.of(random, from) : Mutations.of(random, from));
  }

  /** Handles an input and returns what it led to, such as the code of a refusal. */
  @FunctionalInterface
  public interface Check {
    String handle(byte[] input) throws IOException;
  }

  /** Makes an input from samples, the same for equal random numbers. */
  @FunctionalInterface
  public interface Mutation {
    byte[] of(Random random, List<byte[]> samples);
  }

  /** Returns the files of a directory. */
  public static List<byte[]> files(Path directory, String nameStart) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).startsWith(nameStart))
          .sorted()
          .map(FuzzRun::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a number of inputs, unless {@code fuzz.inputs} states another number. */
  public void run(int inCi, Check check) {
    for (byte[] sample : samples) {
      handle(sample.clone(), -1, check); // and loads classes and models
    }
    results.clear();
    long end = FROM + Long.getLong("fuzz.inputs", inCi);
    long bytes = 0;
    long slowest = 0;
    for (long i = FROM; i < end; i++) {
      byte[] input = mutation.of(new Random(SEED * 1_000_000_007L + i), samples);
      bytes += input.length;
      slowest = Math.max(slowest, handle(input, i, check));
      if (i + 1 == end || (i + 1) % PRINTED == 0) {
        System.out.printf(
            "fuzz %s: seed %d, inputs %d to %d, %d kB, slowest %d ms; %s%n",
            name, SEED, FROM, i, bytes / 1024, slowest / 1_000_000, results);
      }
    }
  }

  /**
   * Returns the processor time of an input. It may take a second for each begun megabyte, and five
   * while classes are loaded and compiled.
   */
  private long handle(byte[] input, long number, Check check) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      results.merge(check.handle(input.clone()), 1L, Long::sum);
    } catch (IOException | RuntimeException | Error e) {
      throw failure(input, number, e);
    }
    long time = THREADS.getCurrentThreadCpuTime() - start;
    long seconds = (number < FROM + COLD ? 5 : 1) * (1L + input.length / (1 << 20));
    if (number >= 0 && time > seconds * 1_000_000_000L) {
      throw failure(input, number, new AssertionError("took " + time / 1_000_000 + " ms"));
    }
    return time;
  }

  private AssertionError failure(byte[] input, long number, Throwable cause) {
    Path file = Path.of("target", "fuzz-" + name + "-" + number);
    try {
      Files.write(file, input);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new AssertionError("input %d of seed %d, in %s".formatted(number, SEED, file), cause);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
