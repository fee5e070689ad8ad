package dev.storywire.topology.stores;

import dev.storywire.entities.KnownName;
import dev.storywire.entities.NameBook;
import dev.storywire.entities.NameStore;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * A lane's names over the state store of its partition: names by id, candidates by spelling, and
 * lists of the entries that were used on a day. The entries that one article uses for the first
 * time on a day are in one list. Unused entries are dropped while other records are written. An
 * article looks up dozens of names, mostly those of recent articles, so the names used last are
 * cached.
 */
final class KafkaNameStore implements NameStore {
  private static final SmileSerde<KnownName> NAME = new SmileSerde<>(KnownName.class);
  private static final SmileSerde<Candidate[]> CANDIDATES = new SmileSerde<>(Candidate[].class);
  private static final SmileSerde<String[]> KEYS = new SmileSerde<>(String[].class);
  private static final byte[] NOTHING = {};

  /**
   * Days after which an unused entry is dropped: the memory of the name book, and one day for each
   * of the two times that are rounded to days.
   */
  private static final long DAYS = TimeUnit.MILLISECONDS.toDays(NameBook.MEMORY) + 2;

  /**
   * Maximum number of entries in a list after its first. The lists of most articles are shorter.
   */
  private static final int MAX_ENTRIES_IN_LIST = 32;

  /** Number of lists that a write drops. It adds fewer, so that expiry keeps up. */
  private static final int LISTS_DROPPED_PER_WRITE = 2;

  /** Size of each cache: names or spellings of a few hundred bytes. */
  private static final int CACHED = 20_000;

  private final String lane;
  private final BufferedStore<String, byte[]> store;
  private final WorkBudget budget;
  private final LruCache<KnownName> names = new LruCache<>(CACHED);
  private final LruCache<List<Candidate>> spellings = new LruCache<>(CACHED);
  private final List<String> listed = new ArrayList<>();
  private String list;
  private String oldest;

  KafkaNameStore(String lane, BufferedStore<String, byte[]> store, WorkBudget budget) {
    this.lane = lane;
    this.store = store;
    this.budget = budget;
    this.oldest = dayKey(0, "");
    this.list = oldest;
  }

  @Override
  public @Nullable KnownName name(String id) {
    budget.spend();
    KnownName name = names.get(id);
    byte[] bytes = name == null ? store.get(nameKey(id)) : null;
    if (bytes != null) {
      name = NAME.decode(bytes);
      names.put(id, name);
    }
    return name;
  }

  @Override
  public void put(KnownName name) {
    KnownName before = name(name.id());
    names.put(name.id(), name);
    @Nullable Long used = before == null ? null : before.lastUsed();
    write(nameKey(name.id()), NAME.encode(name), used, name.lastUsed());
  }

  @Override
  public List<Candidate> candidates(String spelling) {
    budget.spend();
    List<Candidate> candidates = spellings.get(spelling);
    if (candidates == null) {
      byte[] bytes = store.get(spellingKey(spelling));
      candidates = bytes == null ? List.of() : List.of(CANDIDATES.decode(bytes));
      spellings.put(spelling, candidates);
    }
    return candidates;
  }

  @Override
  public void put(String spelling, List<Candidate> candidates) {
    List<Candidate> before = candidates(spelling);
    spellings.put(spelling, List.copyOf(candidates));
    byte[] bytes = CANDIDATES.encode(candidates.toArray(Candidate[]::new));
    @Nullable Long used = before.isEmpty() ? null : lastUsed(before);
    write(spellingKey(spelling), bytes, used, lastUsed(candidates));
  }

  private void write(String key, byte[] value, @Nullable Long usedBefore, long lastUsed) {
    store.put(key, value);
    long day = TimeUnit.MILLISECONDS.toDays(lastUsed);
    if (usedBefore == null || TimeUnit.MILLISECONDS.toDays(usedBefore) != day) {
      list(day, key);
    }
    dropUnusedSince(day - DAYS);
  }

  /**
   * Lists an entry under a day: in the list that the unit of work has begun, or in a new list whose
   * key ends in the entry. The entry stays in the lists of earlier days.
   */
  private void list(long day, String key) {
    boolean isOpen = store.isPending(list) && list.startsWith(dayKey(day, ""));
    if (isOpen && listed.size() < MAX_ENTRIES_IN_LIST) {
      listed.add(key);
      store.put(list, KEYS.encode(listed.toArray(String[]::new)));
      return;
    }
    list = dayKey(day, key);
    listed.clear();
    listed.addAll(listed(store.get(list)));
    if (listed.isEmpty()) {
      store.put(list, NOTHING);
    }
    oldest = list.compareTo(oldest) < 0 ? list : oldest;
  }

  private static List<String> listed(byte @Nullable [] list) {
    return list == null || list.length == 0 ? List.of() : List.of(KEYS.decode(list));
  }

  private void dropUnusedSince(long day) {
    String end = dayKey(Math.max(0, day), "");
    if (oldest.compareTo(end) >= 0) {
      return;
    }
    // starts at the oldest left: the range before it is full of tombstones
    List<KeyValue<String, byte[]>> lists =
        store.range(oldest, dayKey(Long.MAX_VALUE, ""), LISTS_DROPPED_PER_WRITE + 1);
    for (int dropped = 0; dropped < lists.size(); dropped++) {
      oldest = lists.get(dropped).key;
      if (dropped == LISTS_DROPPED_PER_WRITE || oldest.compareTo(end) >= 0) {
        return;
      }
      store.delete(oldest);
      dropIfUnused(oldest.substring(dayKey(0, "").length()), day);
      listed(lists.get(dropped).value).forEach(key -> dropIfUnused(key, day));
    }
  }

  /** Drops an entry, unless a list of a later day has it too. */
  private void dropIfUnused(String key, long day) {
    byte[] bytes = store.get(key);
    if (bytes != null && TimeUnit.MILLISECONDS.toDays(lastUsed(key, bytes)) < day) {
      if (key.startsWith(nameKey(""))) {
        names.remove(key.substring(nameKey("").length()));
      } else {
        spellings.remove(key.substring(spellingKey("").length()));
      }
      store.delete(key);
    }
  }

  private long lastUsed(String key, byte[] entry) {
    return key.startsWith(nameKey(""))
        ? NAME.decode(entry).lastUsed()
        : lastUsed(List.of(CANDIDATES.decode(entry)));
  }

  private static long lastUsed(List<Candidate> candidates) {
    long last = 0;
    for (Candidate candidate : candidates) {
      last = Math.max(last, candidate.lastUsed());
    }
    return last;
  }

  private String nameKey(String id) {
    return lane + "\0n" + id;
  }

  private String spellingKey(String key) {
    return lane + "\0s" + key;
  }

  /** Sorts by day, then by the key of the first entry in the list. */
  private String dayKey(long day, String key) {
    return lane + "\0d" + HexFormat.of().toHexDigits(day) + key;
  }
}
