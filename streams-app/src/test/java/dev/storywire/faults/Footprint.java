package dev.storywire.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process and a directory take. */
final class Footprint {
  private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");

  private Footprint() {}

  /** Bytes of the log segments below the directories in {@code root} whose names are asked for. */
  static long disk(Path root, Predicate<String> asked) {
    try (Stream<Path> directories = Files.list(root)) {
      return directories
          .filter(directory -> asked.test(directory.getFileName().toString()))
          .mapToLong(directory -> disk(directory, ".log"))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of all files below a directory. */
  static long disk(Path directory) {
    return disk(directory, "");
  }

  /** Files may come and go meanwhile. */
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

  /** Bytes on the heap of a Java process (with the serial collector) after a full collection. */
  static long heap(long pid) {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
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

  private static String jcmd(long pid, String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
