package dev.storywire.app.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of Storywire, Kafka and Java. */
public final class Version implements IVersionProvider {
  /** Kafka's {@code AppInfoParser} reads it too, but starts the logger: half a second. */
  private static final String KAFKA_PROPERTIES = "/kafka/kafka-version.properties";

  // the command line asks for the version of each subcommand
  private static final String TEXT =
      "storywire " + release() + " (Kafka " + kafka() + ", Java " + Runtime.version() + ")";

  @Override
  public String[] getVersion() {
    return new String[] {TEXT};
  }

  /** Returns the version in the jar's manifest, or "development" if there is no jar. */
  public static String release() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String kafka() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(KAFKA_PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
