package dev.storywire.faults;

import dev.storywire.faults.measure.Jcmd;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An archive of the classes that an instance loads (class data sharing). An instance that starts
 * with it needs a third less processor time until it is ready. The archive is written from the
 * first instance that has decided a wire; without it, instances start as usual.
 */
final class SharedClasses {
  private static final Path ARCHIVE = Path.of("target", "instance-classes.jsa").toAbsolutePath();

  private SharedClasses() {}

  /** Returns the class path of the test without its directories, which an archive cannot have. */
  static String classPath() {
    String path = System.getProperty("java.class.path");
    String jars =
        Stream.of(path.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return isPackaged() ? jars : path;
  }

  /** Returns the options of an instance: to use the archive, or to prepare for writing it. */
  static List<String> options() {
    if (!isPackaged()) {
      return List.of();
    }
    return isCurrent()
        ? List.of("-XX:SharedArchiveFile=" + ARCHIVE)
        : List.of("-XX:+RecordDynamicDumpInfo");
  }

  /** Writes the classes of a running instance to the archive if there is none yet. */
  static void writeFrom(Instance instance) {
    if (!isPackaged() || isCurrent()) {
      return;
    }
    Path part = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + "." + instance.pid());
    String output = Jcmd.run(instance.pid(), "VM.cds", "dynamic_dump", part.toString());
    try {
      Files.move(part, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("no archive of classes: " + output, e);
    }
  }

  /** Returns false in an IDE, where the service is a directory of classes. */
  private static boolean isPackaged() {
    return packaged().findAny().isPresent();
  }

  private static boolean isCurrent() {
    return Files.exists(ARCHIVE)
        && packaged().allMatch(jar -> jar.lastModified() <= ARCHIVE.toFile().lastModified());
  }

  private static Stream<File> packaged() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*storywire-app[^/]*\\.jar"))
        .map(File::new);
  }
}
