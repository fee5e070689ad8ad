package dev.storywire.app.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in its own order when the process is told to stop: the signal is passed on,
 * and the process waits until the command has closed what it holds. Opened first, closed last.
 */
public final class Shutdown implements AutoCloseable {
  private static final int WAIT_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);

  /** Runs {@code stop} when the process is told to stop. */
  public void onSignal(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop), "storywire-stop"));
  }

  private void stop(Runnable stop) {
    stop.run();
    try {
      if (!done.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("storywire: not closed within " + WAIT_SECONDS + " s; leaving as it is");
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
