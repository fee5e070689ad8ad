package dev.storywire.app.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Graceful shutdown on a signal: runs a stop action, then keeps the process alive until the command
 * has closed its resources. Open it before the other resources, so that it is closed after them.
 */
public final class Shutdown implements AutoCloseable {
  private static final int WAIT_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);

  /** Runs {@code stop} when the process receives a termination signal. */
  public void onSignal(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop), "storywire-stop"));
  }

  private void stop(Runnable stop) {
    stop.run();
    try {
      if (!done.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "storywire: shutdown did not complete within " + WAIT_SECONDS + " s; exiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
