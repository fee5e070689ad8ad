package dev.storywire.topology.stores;

import dev.storywire.entities.KnownName;
import dev.storywire.entities.NameBook;
import dev.storywire.entities.NameStore;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * A lane's names over the state store of its partition: names by id, candidates by spelling, and
 * both by the day of their last use. Unused entries are dropped while other records are written. An
 * article looks up dozens of names, mostly those of recent articles, so the names used last are
 * cached.
 */
final class KafkaNameStore implements NameStore {
  private static final SmileSerde<KnownName> NAME = new SmileSerde<>(KnownName.class);
  private static final SmileSerde<Candidate[]> CANDIDATES = new SmileSerde<>(Candidate[].class);
  private static final byte[] NOTHING = {};

  /** The memory of the name book, and a day for each of the two times that are rounded to days. */
  private static final long DAYS = TimeUnit.MILLISECONDS.toDays(NameBook.MEMORY) + 2;

  /** More than one write adds, so that expiry keeps up. */
  private static final int DROPPED_AT_ONCE = 4;

  /** Names and spellings, a few hundred bytes each. */
  private static final int CACHED = 20_000;

  private final String lane;
  private final BufferedStore<String, byte[]> store;
  private final WorkBudget budget;
  private final LruCache<KnownName> names = new LruCache<>(CACHED);
  private final LruCache<List<Candidate>> spellings = new LruCache<>(CACHED);
  private String oldest;

  KafkaNameStore(String lane, BufferedStore<String, byte[]> store, WorkBudget budget) {
    this.lane = lane;
    this.store = store;
    this.budget = budget;
    this.oldest = dayKey(0, "");
  }

  @Override
  public @Nullable KnownName name(String id) {
    budget.spend();
    String key = nameKey(id);
    KnownName name = names.get(key);
    byte[] bytes = name == null ? store.get(key) : null;
    if (bytes != null) {
      name = NAME.decode(bytes);
      names.put(key, name);
    }
    return name;
  }

  @Override
  public void put(KnownName name) {
    KnownName before = name(name.id());
    String key = nameKey(name.id());
    names.put(key, name);
    @Nullable Long used = before == null ? null : before.lastUsed();
    write(key, NAME.encode(name), used, name.lastUsed());
  }

  @Override
  public List<Candidate> candidates(String spelling) {
    budget.spend();
    String key = spellingKey(spelling);
    List<Candidate> candidates = spellings.get(key);
    if (candidates == null) {
      byte[] bytes = store.get(key);
      candidates = bytes == null ? List.of() : List.of(CANDIDATES.decode(bytes));
      spellings.put(key, candidates);
    }
    return candidates;
  }

  @Override
  public void put(String spelling, List<Candidate> candidates) {
    List<Candidate> before = candidates(spelling);
    String key = spellingKey(spelling);
    spellings.put(key, List.copyOf(candidates));
    byte[] bytes = CANDIDATES.encode(candidates.toArray(Candidate[]::new));
    @Nullable Long used = before.isEmpty() ? null : lastUsed(before);
    write(key, bytes, used, lastUsed(candidates));
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
    // starts at the oldest left: the range before it is full of tombstones
    List<KeyValue<String, byte[]>> days =
        store.range(oldest, dayKey(Long.MAX_VALUE, ""), DROPPED_AT_ONCE + 1);
    for (int dropped = 0; dropped < days.size(); dropped++) {
      oldest = days.get(dropped).key;
      if (dropped == DROPPED_AT_ONCE || oldest.compareTo(end) >= 0) {
        return;
      }
      store.delete(oldest);
      drop(oldest.substring(dayKey(0, "").length()));
    }
  }

  private void drop(String key) {
    names.remove(key);
    spellings.remove(key);
    store.delete(key);
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

  /** Sorts by day, then by the key of the entry that was last used on that day. */
  private String dayKey(long day, String key) {
    return lane + "\0d" + HexFormat.of().toHexDigits(day) + key;
  }
}
