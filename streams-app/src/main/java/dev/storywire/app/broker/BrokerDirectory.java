package dev.storywire.app.broker;

import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The data directory of an {@link EmbeddedBroker}. It is formatted once, locked while in use, and
 * marked with the Kafka version that wrote it last: an older broker cannot read newer data.
 */
final class BrokerDirectory implements AutoCloseable {
  static final int NODE_ID = 1;

  private static final String VERSION_FILE = "kafka.version";
  private static final String LOCK_FILE = "embedded-broker.lock";

  private final Path path;
  private final FileChannel lock;

  private BrokerDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a directory. Creates and formats it if it is new.
   *
   * @throws OperatorError if it is in use, or has the data of another or a newer broker
   */
  static BrokerDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      BrokerDirectory directory = new BrokerDirectory(path.toAbsolutePath(), lock(path));
      try {
        directory.formatOrCheck();
        return directory;
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw new OperatorError("the broker's data directory " + path + " cannot be used: " + e, e);
    }
  }

  Path path() {
    return path;
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Locks the directory. Kafka does too, but only after it has written to the metadata log. */
  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // locked within this JVM: handled like a lock of another process
    }
    channel.close();
    throw new OperatorError(
        "another broker is running in " + path + ": stop it, or choose another data directory");
  }

  private void formatOrCheck() throws IOException {
    if (Files.exists(path.resolve("meta.properties"))) {
      check();
    } else {
      format();
    }
    Files.writeString(path.resolve(VERSION_FILE), AppInfoParser.getVersion());
  }

  private void format() throws IOException {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8"))
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(path.toString())
          .setMetadataLogDirectory(path.toString())
          .setControllerListenerName("CONTROLLER")
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void check() throws IOException {
    Path versionFile = path.resolve(VERSION_FILE);
    if (!Files.exists(versionFile)) {
      throw new OperatorError(
          path + " has the data of another broker: choose another data directory");
    }
    String wrote = Files.readString(versionFile).strip();
    String here = AppInfoParser.getVersion();
    if (Runtime.Version.parse(wrote).compareTo(Runtime.Version.parse(here)) > 0) {
      throw new OperatorError(
          path
              + " was last written by Kafka "
              + wrote
              + ", which this release's Kafka "
              + here
              + " cannot read: run the newer release, or choose another data directory");
    }
  }
}
