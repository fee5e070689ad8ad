package dev.storywire.app.service;

import dev.storywire.app.process.FreePorts;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address, host:port, at which other instances reach this one. */
record Address(String host, int port) {
  static Address of(Settings settings) {
    String host = settings.text(Settings.HTTP_HOST);
    int port = free(host, settings.number(Settings.HTTP_PORT));
    String advertised = settings.text(Settings.ADVERTISED);
    if (!advertised.isEmpty()) {
      int colon = advertised.lastIndexOf(':');
      try {
        return new Address(
            advertised.substring(0, Math.max(0, colon)),
            Integer.parseInt(advertised.substring(colon + 1)));
      } catch (NumberFormatException e) {
        throw OperatorError.usage(
            Settings.ADVERTISED + " must be host:port, not '" + advertised + "'", e);
      }
    }
    return new Address(reachable(host), port);
  }

  /**
   * Returns the host for other instances. An instance that listens on all addresses, as in a
   * container, is reached at the address of the machine.
   */
  private static String reachable(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress()
          ? InetAddress.getLocalHost().getHostAddress()
          : host;
    } catch (UnknownHostException e) {
      throw new OperatorError(
          "%s = %s is not an address of this machine, or the machine has no name; set the address with %s"
              .formatted(Settings.HTTP_HOST, host, Settings.ADVERTISED),
          e);
    }
  }

  /**
   * Returns the port, or a free one for 0. Group members need it before the HTTP server listens.
   */
  private static int free(String host, int port) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (port == 0) {
        return FreePorts.choose(address);
      }
      FreePorts.check(address, port);
      return port;
    } catch (IOException e) {
      throw new OperatorError(
          "cannot listen on %s:%d (%s); choose another with --port"
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
