package dev.storywire.app.client;

import picocli.CommandLine.Option;

/** Options of commands that query a running service. */
public final class ServiceOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:STORYWIRE_URL:-http://127.0.0.1:8080}",
      description = "URL of the running service (default: ${DEFAULT-VALUE}; or STORYWIRE_URL).")
  private String url;

  /** Creates a client of the service. */
  public ServiceClient client() {
    return new ServiceClient(url);
  }
}
