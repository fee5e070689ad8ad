package dev.storywire.app.process;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What runs here: the release, its Kafka and its Java. */
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

  /** The release from the jar's manifest; "development" where classes run without a jar. */
  public static String release() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
