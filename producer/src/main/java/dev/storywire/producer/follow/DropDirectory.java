package dev.storywire.producer.follow;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.Outlet;
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
 * A directory where an agency drops files, each taken once. A file counts as complete when its size
 * and time are those of the look before; hidden ones, {@code .tmp} and {@code .part} wait for their
 * final name. Files are left where they are.
 */
final class DropDirectory implements FollowedSource {
  private static final Logger LOG = LoggerFactory.getLogger(DropDirectory.class);

  private final Path directory;
  private final Duration interval;
  private final SeenItemsStore store;
  private final SourceCounts counts;
  private final Clock clock;
  private SeenItems memory;
  private Map<String, String> lastSeen = Map.of();

  DropDirectory(Path directory, Duration interval, SeenItemsStore store, Clock clock) {
    this.directory = directory;
    this.interval = interval;
    this.store = store;
    this.clock = clock;
    this.counts = new SourceCounts(directory.toString());
    this.memory = store.load(directory.toAbsolutePath().normalize().toString());
  }

  @Override
  public Duration turn() {
    return Duration.ZERO;
  }

  @Override
  public Optional<Duration> look(Outlet outlet) {
    try {
      Map<String, String> seen = files();
      take(seen, outlet);
      lastSeen = seen;
      counts.succeeded(clock.instant());
    } catch (IOException e) {
      counts.failed("unreadable", "the directory cannot be read: " + e.getMessage());
    }
    return Optional.of(interval);
  }

  private void take(Map<String, String> seen, Outlet outlet) {
    SeenItems next = memory.copy(null, null);
    // what was removed may come again
    boolean changed = next.files().keySet().retainAll(seen.keySet());
    synchronized (outlet) {
      for (Map.Entry<String, String> file : seen.entrySet()) {
        String state = file.getValue();
        boolean complete = state.equals(lastSeen.get(file.getKey()));
        if (complete && !state.equals(next.files().get(file.getKey()))) {
          Source source = Source.file(directory.resolve(file.getKey()), directory);
          ItemIntake.take(source, outlet, next, counts, clock.instant())
              .ifPresent(refusal -> refused(source, refusal));
          next.files().put(file.getKey(), state);
          changed = true;
        }
      }
      if (changed) {
        outlet.flush();
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

  /** Size and time of each candidate, by its path below the directory, in order. */
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
  public SourceCounts counts() {
    return counts;
  }
}
