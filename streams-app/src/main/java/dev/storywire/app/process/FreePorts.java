package dev.storywire.app.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses free ports for servers that must state their port before they listen. The ports are below
 * the range from which the operating system takes the ports of connections: one of these could
 * occupy the port until the server listens, or while it restarts.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int MAX_TRIES = 1_000;

  /** Ports that this process has chosen already. */
  private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /**
   * Returns a port that is free at an address, and another one with each call.
   *
   * @throws IOException if the address is not one of this machine, or if no port is free
   */
  public static int choose(InetAddress address) throws IOException {
    IOException failure = new IOException("no port is free");
    for (int i = 0; i < MAX_TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (!CHOSEN.contains(port)) {
        try {
          check(address, port);
          CHOSEN.add(port);
          return port;
        } catch (IOException e) {
          failure = e; // in use
        }
      }
    }
    throw failure;
  }

  /**
   * Checks that a server can listen on a port.
   *
   * @throws IOException if it is in use
   */
  public static void check(InetAddress address, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    }
  }
}
