package dev.storywire.app.doctor;

import dev.storywire.app.process.Counted;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks the machine: Java version, memory, and disk space of the data directory. */
final class MachineCheck {
  private static final long GIBIBYTE = 1L << 30;
  private static final int OLDEST_JAVA = 17;

  private MachineCheck() {}

  static List<Finding> run(Path data) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.addAll(disk(data));
    return findings;
  }

  private static Finding java() {
    Runtime.Version version = Runtime.version();
    return version.feature() >= OLDEST_JAVA
        ? Finding.ok("java", version.toString())
        : Finding.fail("java", version.toString(), "install 17 or newer, or set JAVA_HOME");
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    int processors = Runtime.getRuntime().availableProcessors();
    String found =
        "maximum heap %.1f GiB, %s".formatted(gibi(heap), Counted.of(processors, "processor"));
    return heap >= GIBIBYTE
        ? Finding.ok("memory", found)
        : Finding.warn("memory", found, "set a heap of 1 GiB or more: JAVA_OPTS=-Xmx2g");
  }

  private static List<Finding> disk(Path data) {
    Path existing = data.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isWritable(existing)) {
      return List.of(
          Finding.fail("data", data + " is not writable", "choose another directory with --data"));
    }
    try {
      FileStore store = Files.getFileStore(existing);
      long free = store.getUsableSpace();
      String found = "%s, %.1f GiB free".formatted(data.toAbsolutePath().normalize(), gibi(free));
      return List.of(
          free >= 2 * GIBIBYTE
              ? Finding.ok("data", found)
              : Finding.warn("data", found, "state and an embedded broker need 2 GiB or more"));
    } catch (IOException e) {
      return List.of(Finding.warn("data", data + ": " + e.getMessage(), "check the file system"));
    }
  }

  private static double gibi(long bytes) {
    return (double) bytes / GIBIBYTE;
  }
}
