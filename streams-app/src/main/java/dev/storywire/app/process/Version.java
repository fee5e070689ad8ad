package dev.storywire.app.process;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The versions of Storywire, Kafka and Java. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "storywire "
          + release()
          + " (Kafka "
          + AppInfoParser.getVersion()
          + ", Java "
          + Runtime.version()
          + ")"
    };
  }

  /** Returns the version in the jar's manifest, or "development" if there is no jar. */
  public static String release() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
