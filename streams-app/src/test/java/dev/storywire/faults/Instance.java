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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An instance of the service: {@code storywire run} in its own process and directory. */
final class Instance implements AutoCloseable {
  private static final int SESSION_MILLIS = Integer.getInteger("faults.session", 6_000);
  private static final Pattern PAGE = Pattern.compile("the page is at (http://\\S+)");

  private final String name;
  private final Path data;
  private final List<String> arguments = new ArrayList<>();
  private final Path log;
  private int startOfLog;
  private @Nullable String release;
  private JavaProcess process;

  /**
   * Starts an instance.
   *
   * @param release class path of the release, null for the one under test
   */
  Instance(
      String name,
      Path directory,
      String brokers,
      String prefix,
      Map<String, String> set,
      @Nullable String release) {
    this.release = release;
    this.name = name;
    this.data = directory.resolve(prefix + name);
    this.log = directory.resolve(prefix + name + ".log");
    arguments.addAll(List.of("run", "--bootstrap-servers", brokers, "--prefix", prefix));
    arguments.addAll(List.of("--data", data.toString(), "--port", "0"));
    arguments.addAll(List.of("--config", clientSettings(directory).toString()));
    set.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    this.process = run();
  }

  String name() {
    return name;
  }

  /** Returns the log of all its starts. */
  Path log() {
    return log;
  }

  /** Waits until the instance listens, and returns the address of its API. */
  String http() throws Exception {
    Matcher page = PAGE.matcher("");
    while (!page.reset(Files.readString(log)).find(startOfLog)) {
      if (isGone()) {
        throw new IllegalStateException("the instance did not start; see " + log);
      }
      Thread.sleep(100);
    }
    return page.group(1);
  }

  /** Returns the processor time since the start of the process. */
  Duration cpu() {
    return ProcessHandle.of(pid()).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  /** Returns true if the process has exited. */
  boolean isGone() {
    return !process.isAlive();
  }

  /** Returns true if the instance runs another release than the one under test. */
  boolean isOtherRelease() {
    return release != null;
  }

  /** Returns the exit code of a process that has exited. */
  int exitCode() {
    return process.exitCode();
  }

  void start() {
    process = run();
  }

  /** Stops the instance and starts the release under test in its directory. */
  void upgrade() {
    stop();
    release = null;
    start();
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

  void resume() {
    process.resume();
  }

  /** Deletes the state directory, like the loss of a disk. */
  void deleteState() {
    if (Files.notExists(data)) {
      return; // killed before it was created
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
    startOfLog = lengthOfLog();
    return release == null
        ? JavaProcess.storywire(log, arguments)
        : JavaProcess.storywire(log, release, arguments);
  }

  /** Returns the chars that earlier starts have written to the log. */
  private int lengthOfLog() {
    try {
      return Files.exists(log) ? Files.readString(log).length() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the session: by default the shortest that a broker allows. */
  static Path clientSettings(Path directory) {
    try {
      return Files.writeString(
          directory.resolve("client.properties"),
          """
          kafka.main.consumer.session.timeout.ms=%d
          kafka.main.consumer.heartbeat.interval.ms=1000
          """
              .formatted(SESSION_MILLIS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
