package dev.storywire.app.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes TCP connections on to the addresses of a name, in turn, leaving out those that do not
 * answer. The name is looked up for each connection: instances may come and go.
 */
final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int CONNECT_MILLIS = 2_000;

  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final AtomicInteger turn = new AtomicInteger();
  private final Thread acceptor;

  private Front(ServerSocket listener, InetSocketAddress target) {
    this.listener = listener;
    this.target = target;
    this.acceptor = thread("front", this::accept);
  }

  /**
   * Starts to listen.
   *
   * @param target the instances' common name, unresolved, and their port
   */
  static Front start(InetSocketAddress listen, InetSocketAddress target) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(listen);
    return new Front(listener, target);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Waits until it is closed. */
  void join() throws InterruptedException {
    acceptor.join();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        thread("front-connect", () -> pass(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.warn("a connection was not accepted: {}", e.getMessage());
        }
      }
    }
  }

  private void pass(Socket client) {
    try (client;
        Socket instance = connect()) {
      Thread answer = thread("front-answer", () -> copy(instance, client));
      copy(client, instance);
      answer.join();
    } catch (IOException e) {
      LOG.warn("no instance at {}: {}", target.getHostString(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    InetAddress[] instances = InetAddress.getAllByName(target.getHostString());
    IOException last = new IOException("the name has no address");
    int first = turn.getAndIncrement();
    for (int i = 0; i < instances.length; i++) {
      Socket socket = new Socket();
      try {
        InetAddress next = instances[Math.floorMod(first + i, instances.length)];
        socket.connect(new InetSocketAddress(next, target.getPort()), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        close(socket);
        last = e;
      }
    }
    throw last;
  }

  /** Copies one direction until its end, which it passes on. */
  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var unused = in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // either side has gone: so has the connection
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("closing", e);
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
