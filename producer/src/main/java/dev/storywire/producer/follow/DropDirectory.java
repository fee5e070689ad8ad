package dev.storywire.producer.follow;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory into which an agency delivers files. Each file is read once, and is not moved or
 * deleted. A file is complete when its size and modification time have not changed since the
 * previous poll. Hidden files and names that end in {@code .tmp} or {@code .part} are ignored.
 */
final class DropDirectory implements FollowedSource {
  private static final Logger LOG = LoggerFactory.getLogger(DropDirectory.class);

  private final Path directory;
  private final Duration interval;
  private final SeenItemsStore store;
  private final SourceCounters counts;
  private final Clock clock;
  private SeenItems memory;
  private Map<String, String> lastSeen = Map.of();

  DropDirectory(Path directory, Duration interval, SeenItemsStore store, Clock clock) {
    this.directory = directory;
    this.interval = interval;
    this.store = store;
    this.clock = clock;
    this.counts = new SourceCounters(directory.toString());
    this.memory = store.load(directory.toAbsolutePath().normalize().toString());
  }

  @Override
  public Duration throttleDelay() {
    return Duration.ZERO;
  }

  @Override
  public Optional<Duration> poll(ItemWriter writer) {
    try {
      Map<String, String> seen = files();
      take(seen, writer);
      lastSeen = seen;
      counts.succeeded(clock.instant());
    } catch (IOException e) {
      counts.failed("unreadable", "the directory cannot be read: " + e.getMessage());
    }
    return Optional.of(interval);
  }

  private void take(Map<String, String> seen, ItemWriter writer) {
    SeenItems next = memory.copy(null, null);
    // a file that was removed may be delivered again
    boolean changed = next.files().keySet().retainAll(seen.keySet());
    synchronized (writer) {
      for (Map.Entry<String, String> file : seen.entrySet()) {
        String state = file.getValue();
        boolean complete = state.equals(lastSeen.get(file.getKey()));
        if (complete && !state.equals(next.files().get(file.getKey()))) {
          Source source = Source.file(directory.resolve(file.getKey()), directory);
          ChangedItems.take(source, writer, next, counts, clock.instant())
              .ifPresent(refusal -> refused(source, refusal));
          next.files().put(file.getKey(), state);
          changed = true;
        }
      }
      if (changed) {
        writer.flush();
      }
    }
    if (changed) {
      store.save(next);
      memory = next;
    }
  }

  private void refused(Source source, Refusal refusal) {
    counts.refused();
    LOG.warn("{}: refused ({}): {}", source.name(), refusal.code(), refusal.reason());
  }

  /**
   * Returns size and modification time of each candidate by its path relative to the directory,
   * sorted by path.
   */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Source::isFinished).sorted().toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        files.put(
            directory.relativize(file).toString(),
            attributes.size() + " " + attributes.lastModifiedTime());
      }
    }
    return files;
  }

  @Override
  public SourceCounters counts() {
    return counts;
  }
}
