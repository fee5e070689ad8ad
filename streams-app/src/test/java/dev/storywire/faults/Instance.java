package dev.storywire.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An instance of the service: {@code storywire run} in a process and a directory of its own. */
final class Instance implements AutoCloseable {
  private final String name;
  private final Path data;
  private final List<String> arguments = new ArrayList<>();
  private JavaProcess process;

  Instance(String name, Path directory, String brokers, String prefix, Map<String, String> set) {
    this.name = name;
    this.data = directory.resolve(prefix + name);
    arguments.addAll(List.of("run", "--bootstrap-servers", brokers, "--prefix", prefix));
    arguments.addAll(List.of("--data", data.toString(), "--port", "0"));
    arguments.addAll(List.of("--config", clientSettings(directory).toString()));
    set.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    this.process = run();
  }

  String name() {
    return name;
  }

  /** Processor time it has used since it was started. */
  Duration cpu() {
    return ProcessHandle.of(pid()).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  /** Whether it ended by itself. */
  boolean isGone() {
    return !process.isAlive();
  }

  /** How it ended by itself. */
  int exitCode() {
    return process.exitCode();
  }

  void start() {
    process = run();
  }

  void kill() {
    process.kill();
  }

  void stop() {
    process.stop();
  }

  void pause() {
    process.pause();
  }

  void goOn() {
    process.goOn();
  }

  /** Deletes its stores, as an operator who replaces a disk. */
  void deleteState() {
    if (Files.notExists(data)) {
      return; // killed before it had any
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.kill();
  }

  private JavaProcess run() {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    return JavaProcess.start(log, "768m", "dev.storywire.app.Storywire", arguments);
  }

  /** The shortest session that a broker grants: a fault is noticed after six seconds, not ten. */
  static Path clientSettings(Path directory) {
    try {
      return Files.writeString(
          directory.resolve("client.properties"),
          """
          kafka.main.consumer.session.timeout.ms=6000
          kafka.main.consumer.heartbeat.interval.ms=1000
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
