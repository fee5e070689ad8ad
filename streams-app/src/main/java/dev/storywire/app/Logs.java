package dev.storywire.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the process logs; {@code logback.xml} holds the quiet default. */
final class Logs {
  private Logs() {}

  /** Our own steps, and what Kafka says of its. */
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
