package dev.storywire.faults.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures the disk space of directories and the heap of processes. */
public final class Footprint {
  private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");

  private Footprint() {}

  /** Returns the bytes of the log segments in the selected directories of {@code root}. */
  public static long disk(Path root, Predicate<String> selected) {
    try (Stream<Path> directories = Files.list(root)) {
      return directories
          .filter(directory -> selected.test(directory.getFileName().toString()))
          .mapToLong(directory -> disk(directory, ".log"))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of all files below a directory. */
  public static long disk(Path directory) {
    return disk(directory, "");
  }

  /** Tolerates files that appear and disappear meanwhile. */
  private static long disk(Path directory, String ending) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .mapToLong(Footprint::size)
          .sum();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | UncheckedIOException e) {
      return disk(directory, ending);
    }
  }

  /** Returns the heap of a Java process (serial collector) after a full collection, in bytes. */
  public static long heap(long pid) {
    Jcmd.run(pid, "GC.run");
    Matcher used = USED.matcher(Jcmd.run(pid, "GC.heap_info"));
    long bytes = 0;
    while (used.find()) {
      bytes += 1024 * Long.parseLong(used.group(1));
    }
    return bytes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
