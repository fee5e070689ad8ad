package dev.storywire.producer.follow;

import dev.storywire.producer.formats.item.Sha256;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the state of each source in a JSON file, which is replaced atomically. */
final class SeenItemsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SeenItemsStore.class);

  private final Path directory;

  SeenItemsStore(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the state directory " + directory, e);
    }
  }

  /** Loads the state of a source. Returns an empty state if there is no readable file. */
  SeenItems load(String source) {
    Path file = file(source);
    if (!Files.exists(file)) {
      return SeenItems.empty(source);
    }
    try {
      return Json.mapper().readValue(file.toFile(), SeenItems.class);
    } catch (IOException e) {
      LOG.warn(
          "Cannot read the state of {} in {} ({}). Its items are sent again; the service ignores versions that it has seen",
          source,
          file,
          e.getMessage());
      return SeenItems.empty(source);
    }
  }

  void save(SeenItems memory) {
    Path file = file(memory.source());
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        Json.mapper().writeValue(out, memory);
      }
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private Path file(String source) {
    return directory.resolve(Sha256.hex(source).substring(0, 24) + ".json");
  }
}
