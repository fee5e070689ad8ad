package dev.storywire.app.service;

import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code storywire front}: one address in front of however many instances there are. Any instance
 * answers for all, so that it does not matter which one a connection gets.
 */
@Command(
    name = "front",
    description = "Pass connections on to whichever instances a name stands for.")
public final class FrontCommand implements Callable<Integer> {
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private InetAddress bind;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "HOST:PORT",
      description = "The instances: a name that resolves to all of them, and their port.")
  private String to;

  @Override
  public Integer call() throws InterruptedException {
    int colon = to.lastIndexOf(':');
    if (colon < 1) {
      throw new OperatorError("--to " + to + " names no port: HOST:PORT is wanted");
    }
    InetSocketAddress target =
        InetSocketAddress.createUnresolved(
            to.substring(0, colon), Integer.parseInt(to.substring(colon + 1)));
    try (Front front = Front.start(new InetSocketAddress(bind, port), target)) {
      front.join();
    } catch (IOException e) {
      throw new OperatorError("cannot listen on " + bind + ":" + port + ": " + e.getMessage(), e);
    }
    return Exit.OK;
  }
}
