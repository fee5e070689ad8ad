package dev.storywire.fuzz;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Passes mutated samples to a check, which throws if the input is not handled. The inputs depend
 * only on the seed and the number of each input. An input may take one second of processor time and
 * {@value #MEGABYTES} MiB of allocations for each begun megabyte.
 *
 * <p>{@code -Dfuzz.inputs}, {@code -Dfuzz.from} and {@code -Dfuzz.seed} run other inputs than those
 * of CI. An input that fails is written to {@code target}.
 */
public final class FuzzRun {
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long FROM = Long.getLong("fuzz.from", 0);
  private static final int MEGABYTES = 256;

  /** Number of inputs after which a run prints what it has done so far. */
  private static final int PRINTED = 10_000;

  /** Number of inputs that run while classes are loaded and compiled. */
  private static final int COLD = 500;

  private final String name;
  private final List<byte[]> samples;
  private final Mutation mutation;
  private final Cost cost;
  private final Map<String, Long> results = new TreeMap<>();
  private long bytes;
  private Spent slowest = Spent.NONE;
  private long mostAllocated;

  private FuzzRun(String name, List<byte[]> samples, Mutation mutation, Cost cost) {
    this.name = name;
    this.samples = samples;
    this.mutation = mutation;
    this.cost = cost;
  }

  /**
   * Creates a run over samples with mutations of their bytes.
   *
   * @param donors samples whose parts may be inserted
   */
  public static FuzzRun of(String name, List<byte[]> samples, List<byte[]> donors) {
    return new FuzzRun(
        name,
        samples,
        (random, from) -> Mutations.of(random, from.get(random.nextInt(from.size())), donors),
        Cost.OF_THREAD);
  }

  /** Creates a run over JSON samples. */
  public static FuzzRun ofJson(String name, List<byte[]> samples) {
    return new FuzzRun(name, samples, FuzzRun::mutatedJson, Cost.OF_THREAD);
  }

  /** Returns a JSON sample with mutations: three of four are mutations of its values. */
  public static byte[] mutatedJson(Random random, List<byte[]> samples) {
    return random.nextInt(4) > 0
        ? JsonMutations.of(random, samples)
        : Mutations.of(random, samples);
  }

  /** Creates a run whose inputs are handled by other threads of this process. */
  public static FuzzRun ofServer(String name, List<byte[]> samples, Mutation mutation) {
    return new FuzzRun(name, samples, mutation, Cost.OF_PROCESS);
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
    long start = System.nanoTime();
    for (long i = FROM; i < end; i++) {
      byte[] input = mutation.of(random(i), samples);
      handle(input, i, check);
      if (i + 1 == end || (i + 1) % PRINTED == 0) {
        print(i, (System.nanoTime() - start) / 1_000_000_000);
      }
    }
  }

  /** Returns random numbers; the first ones of neighbouring inputs are independent, too. */
  private static Random random(long number) {
    return new Random(new SplittableRandom(SEED * 1_000_000_007L + number).nextLong());
  }

  private void print(long last, long seconds) {
    System.out.printf(
        "fuzz %s: seed %d, inputs %d to %d, %d kB, %d s; slowest %d ms (input %d), most allocated"
            + " %d MB; %s%n",
        name,
        SEED,
        FROM,
        last,
        bytes >> 10,
        seconds,
        slowest.nanos / 1_000_000,
        slowest.number,
        mostAllocated >> 20,
        results);
  }

  private void handle(byte[] input, long number, Check check) {
    long nanos = cost.nanos();
    long allocated = cost.allocated();
    try {
      results.merge(check.handle(input.clone()), 1L, Long::sum);
    } catch (IOException | RuntimeException | Error e) {
      throw failure(input, number, e);
    }
    if (number >= 0) {
      count(input, new Spent(number, cost.nanos() - nanos), cost.allocated() - allocated);
    }
  }

  private void count(byte[] input, Spent spent, long allocated) {
    bytes += input.length;
    slowest = spent.nanos > slowest.nanos ? spent : slowest;
    mostAllocated = Math.max(mostAllocated, allocated);
    long begun = 1L + input.length / (1 << 20);
    long seconds = spent.number < FROM + COLD ? 5 * begun : begun;
    if (spent.nanos > seconds * 1_000_000_000L || allocated >> 20 > MEGABYTES * begun) {
      String took =
          "took %d ms and %d MB".formatted(spent.nanos / 1_000_000, allocated / 1_000_000);
      throw failure(input, spent.number, new AssertionError(took));
    }
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

  /** The processor time of an input. */
  private record Spent(long number, long nanos) {
    static final Spent NONE = new Spent(-1, 0);
  }

  /** Counters of the processor time and the allocations of a thread or of all threads. */
  private enum Cost {
    OF_THREAD {
      @Override
      long nanos() {
        return THREADS.getCurrentThreadCpuTime();
      }

      @Override
      long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
      }
    },
    OF_PROCESS {
      @Override
      long nanos() {
        return SYSTEM.getProcessCpuTime();
      }

      @Override
      long allocated() {
        long[] allocated = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
        return LongStream.of(allocated).sum();
      }
    };

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    abstract long nanos();

    abstract long allocated();
  }
}
