package dev.storywire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/**
 * Conditions of tests that need data, Docker or programs. A test whose condition does not hold is
 * skipped, and the reason is printed. No other class skips tests, see {@link TestRulesTest}.
 */
public final class Requires {
  private Requires() {}

  /** Returns a file of the directory that the environment variable STORYWIRE_DATA names. */
  public static Path data(String file) {
    String directory = System.getenv("STORYWIRE_DATA");
    require(directory != null, file + ": set STORYWIRE_DATA to the directory of the data sets");
    Path path = Path.of(String.valueOf(directory), file);
    require(Files.exists(path), path + ", named by STORYWIRE_DATA, does not exist");
    return path;
  }

  /** Skips the test on a machine without a Docker engine. */
  public static void docker() {
    require(DockerClientFactory.instance().isDockerAvailable(), "there is no Docker engine");
  }

  /** Skips the test on a machine without one of the programs. */
  public static void programs(Path... programs) {
    for (Path program : programs) {
      require(Files.isExecutable(program), "there is no " + program);
    }
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      System.out.println("SKIPPED " + test() + ": " + reason);
    }
    assumeTrue(condition, reason);
  }

  private static String test() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> !name.equals(Requires.class.getName()))
                    .findFirst()
                    .orElse("?"));
  }
}
