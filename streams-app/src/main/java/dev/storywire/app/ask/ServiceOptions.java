package dev.storywire.app.ask;

import picocli.CommandLine.Option;

/** Where the running service is: options of the commands that ask it. */
public final class ServiceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:STORYWIRE_URL:-http://127.0.0.1:8080}",
      description = "The running service (default: ${DEFAULT-VALUE}; or STORYWIRE_URL).")
  private String url;

  /** A client of that service. */
  public ServiceClient client() {
    return new ServiceClient(url);
  }
}
