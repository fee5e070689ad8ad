package dev.storywire.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Log levels of the process. {@code logback.xml} has the defaults. */
final class Logs {
  private Logs() {}

  /** Logs Storywire at DEBUG and libraries at INFO. */
  static void verbose() {
    logger("dev.storywire").setLevel(Level.DEBUG);
    logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    logger("org.apache.kafka.clients.NetworkClient").setLevel(Level.INFO);
  }

  static boolean isVerbose() {
    return logger(Logger.ROOT_LOGGER_NAME).isInfoEnabled();
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
