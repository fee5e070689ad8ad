package dev.storywire.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the class path of the test, which can be killed, paused and resumed. */
final class JavaProcess implements AutoCloseable {
  private final Process process;

  private JavaProcess(Process process) {
    this.process = process;
  }

  /** Starts a main class. Its output is appended to {@code log}. */
  static JavaProcess start(Path log, String heap, String mainClass, List<String> arguments) {
    List<String> classes = List.of("-cp", System.getProperty("java.class.path"));
    return start(log, heap, classes, mainClass, arguments);
  }

  /** Starts the {@code storywire} command. Its output is appended to {@code log}. */
  static JavaProcess storywire(Path log, List<String> arguments) {
    List<String> classes = new ArrayList<>(SharedClasses.options());
    classes.addAll(List.of("-cp", SharedClasses.classPath()));
    return start(log, "768m", classes, "dev.storywire.app.Storywire", arguments);
  }

  /**
   * Starts the {@code storywire} command of another release.
   *
   * @param release its class path
   */
  static JavaProcess storywire(Path log, String release, List<String> arguments) {
    List<String> classes = List.of("-cp", release);
    return start(log, "768m", classes, "dev.storywire.app.Storywire", arguments);
  }

  private static JavaProcess start(
      Path log, String heap, List<String> classes, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // options for a quick start: most of these processes live for seconds
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(classes);
    command.add(mainClass);
    command.addAll(arguments);
    try {
      return new JavaProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(new File("/dev/null"))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the exit code of a process that has exited. */
  int exitCode() {
    return process.exitValue();
  }

  /** Waits for the process to exit by itself, and returns its exit code. */
  int await(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("process " + process.pid() + " has not ended after " + atMost);
    }
    return process.exitValue();
  }

  /** Kills the process with SIGKILL. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** Stops the process with SIGTERM. */
  void stop() {
    process.destroy();
    await();
  }

  /** Pauses the process with SIGSTOP. */
  void pause() {
    signal("STOP");
  }

  /** Resumes the process with SIGCONT. */
  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " " + process.pid() + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("process " + process.pid() + " did not end in a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
