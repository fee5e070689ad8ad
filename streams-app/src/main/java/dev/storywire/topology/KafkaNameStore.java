package dev.storywire.topology;

import dev.storywire.entities.KnownName;
import dev.storywire.entities.NameBook;
import dev.storywire.entities.NameStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A lane's names over the state store of its partition: names by id, candidates by spelling, and
 * both by the day of their last use. What the name book takes no notice of any more is dropped as
 * other records are written.
 */
final class KafkaNameStore implements NameStore {
  private static final Smile<KnownName> NAME = new Smile<>(KnownName.class);
  private static final Smile<Candidate[]> CANDIDATES = new Smile<>(Candidate[].class);
  private static final byte[] NOTHING = {};

  /** The book's memory, and one day for each of the two that are told only within a day. */
  private static final long DAYS = TimeUnit.MILLISECONDS.toDays(NameBook.MEMORY) + 2;

  /** More than one write brings in, so that dropping keeps up. */
  private static final int DROPPED_AT_ONCE = 4;

  private final String lane;
  private final KeyValueStore<String, byte[]> store;
  private String oldest;

  KafkaNameStore(String lane, KeyValueStore<String, byte[]> store) {
    this.lane = lane;
    this.store = store;
    this.oldest = dayKey(0, "");
  }

  @Override
  public @Nullable KnownName name(String id) {
    byte[] bytes = store.get(nameKey(id));
    return bytes == null ? null : NAME.decode(bytes);
  }

  @Override
  public void put(KnownName name) {
    KnownName before = name(name.id());
    long time = name.lastUsed();
    write(nameKey(name.id()), NAME.encode(name), before == null ? null : before.lastUsed(), time);
  }

  @Override
  public List<Candidate> candidates(String key) {
    byte[] bytes = store.get(spellingKey(key));
    return bytes == null ? List.of() : Arrays.asList(CANDIDATES.decode(bytes));
  }

  @Override
  public void put(String key, List<Candidate> candidates) {
    List<Candidate> before = candidates(key);
    byte[] bytes = CANDIDATES.encode(candidates.toArray(Candidate[]::new));
    @Nullable Long used = before.isEmpty() ? null : lastUsed(before);
    write(spellingKey(key), bytes, used, lastUsed(candidates));
  }

  private void write(String key, byte[] value, @Nullable Long usedBefore, long lastUsed) {
    store.put(key, value);
    long day = TimeUnit.MILLISECONDS.toDays(lastUsed);
    if (usedBefore == null || TimeUnit.MILLISECONDS.toDays(usedBefore) != day) {
      if (usedBefore != null) {
        store.delete(dayKey(TimeUnit.MILLISECONDS.toDays(usedBefore), key));
      }
      String dayKey = dayKey(day, key);
      store.put(dayKey, NOTHING);
      oldest = dayKey.compareTo(oldest) < 0 ? dayKey : oldest;
    }
    dropUnusedSince(day - DAYS);
  }

  private void dropUnusedSince(long day) {
    String end = dayKey(Math.max(0, day), "");
    if (oldest.compareTo(end) >= 0) {
      return;
    }
    // from the oldest on, not from the start: what was dropped before has left graves there
    try (KeyValueIterator<String, byte[]> days = store.range(oldest, dayKey(Long.MAX_VALUE, ""))) {
      for (int dropped = 0; days.hasNext(); dropped++) {
        oldest = days.next().key;
        if (dropped == DROPPED_AT_ONCE || oldest.compareTo(end) >= 0) {
          return;
        }
        store.delete(oldest);
        store.delete(oldest.substring(dayKey(0, "").length()));
      }
    }
  }

  private static long lastUsed(List<Candidate> candidates) {
    return candidates.stream().mapToLong(Candidate::lastUsed).max().orElse(0);
  }

  private String nameKey(String id) {
    return lane + "\0n" + id;
  }

  private String spellingKey(String key) {
    return lane + "\0s" + key;
  }

  /** Sorts by day; behind it is the key of what was last used then. */
  private String dayKey(long day, String key) {
    return lane + "\0d%016x".formatted(day) + key;
  }
}
