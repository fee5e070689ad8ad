package dev.storywire.dedup;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongAVLTreeSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the articles of a lane and finds the original of a new article. The cost of a search
 * does not depend on the number of articles.
 *
 * <p>Candidates are articles that share a key ({@link Bands}). Those with the most common keys are
 * compared, with fingerprints from a store. The index is on the heap (some 350 bytes per article)
 * and is a pure function of the results of {@link #remember} for its articles: {@link #restore}
 * creates an index that gives the same results. Not thread-safe.
 */
public final class CopyIndex {
  /**
   * Maximum number of articles considered for one key, newest first. More frequent keys belong to
   * templates.
   */
  private static final int MOST_PER_KEY = 16;

  /**
   * Maximum number of candidates compared for one article, those with the most common keys first.
   */
  private static final int MOST_COMPARED = 8;

  private static final int UNKNOWN = -1;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final CopyModel model;
  private final BandTable bands;
  private final Object2IntOpenHashMap<String> slotOfUri = new Object2IntOpenHashMap<>();
  private final Long2IntOpenHashMap slotOfOrder = new Long2IntOpenHashMap();

  /** Order numbers of the copies in each family that has copies. */
  private final Long2ObjectOpenHashMap<LongAVLTreeSet> copies = new Long2ObjectOpenHashMap<>();

  /** Slots by the hour of their event time, for expiry. */
  private final TreeMap<Long, IntArrayList> slotsOfHour = new TreeMap<>();

  private final IntArrayList freeSlots = new IntArrayList();
  private final ArrayList<@Nullable Entry> entries = new ArrayList<>();
  private final int[] found = new int[Bands.COUNT * MOST_PER_KEY];
  private long nextSequence;

  /** The content of a slot. Its keys are in the table. */
  private record Entry(String uri, long order, long time, long family) {
    boolean isCopy() {
      return family != order;
    }
  }

  /** Creates an empty index. */
  public CopyIndex(CopyModel model) {
    this.model = model;
    this.bands = new BandTable(1024);
    slotOfUri.defaultReturnValue(UNKNOWN);
    slotOfOrder.defaultReturnValue(UNKNOWN);
  }

  /**
   * Restores the index that returned these records.
   *
   * @param records uris and records of all remembered articles, in any order
   * @throws IllegalArgumentException if a record cannot be read
   */
  public static CopyIndex restore(CopyModel model, Stream<Map.Entry<String, byte[]>> records) {
    record Stored(String uri, RememberedArticle article) {}
    var index = new CopyIndex(model);
    records
        .map(r -> new Stored(r.getKey(), RememberedArticle.decode(r.getValue())))
        .sorted(Comparator.comparingLong(s -> s.article().sequence()))
        .forEach(s -> index.insert(s.uri(), s.article()));
    return index;
  }

  /** Returns the number of remembered articles. */
  public int size() {
    return slotOfUri.size();
  }

  /**
   * Finds the original of an article among the earlier remembered articles.
   *
   * @param order order number of the article in the lane; only articles with a lower number can be
   *     originals
   * @param time event time
   */
  public Optional<CopyMatch> find(
      String uri, long order, Instant time, Fingerprint fingerprint, FingerprintStore store) {
    CopyMatch best = null;
    for (Entry candidate : candidates(uri, time.toEpochMilli(), fingerprint)) {
      Entry original = original(candidate.family(), uri);
      Fingerprint text = store.get(candidate.uri());
      if (original == null || original.order() >= order || text == null) {
        continue;
      }
      Duration apart = Duration.ofMillis(time.toEpochMilli() - candidate.time());
      CopyDecision decision = model.decide(fingerprint, text, apart);
      if (decision.copy() && (best == null || decision.score() > best.decision().score())) {
        best =
            new CopyMatch(
                original.uri(),
                candidate.uri(),
                candidate.family(),
                decision.similarity(),
                decision);
      }
    }
    return Optional.ofNullable(best).map(match -> withSimilarity(match, fingerprint, store));
  }

  /**
   * Returns the uris of the remembered copies of the article with this order number, earliest
   * first.
   */
  public List<String> copies(long order) {
    LongAVLTreeSet orders = copies.get(order);
    return orders == null
        ? List.of()
        : orders.longStream().mapToObj(this::uri).filter(Objects::nonNull).toList();
  }

  private @Nullable String uri(long order) {
    Entry entry = entry(slotOfOrder.get(order));
    return entry == null ? null : entry.uri();
  }

  /**
   * Remembers an article, and replaces the previous entry of its uri.
   *
   * @param match result of {@link #find}; null for an original
   * @return the record to store by uri, for {@link #restore}
   */
  public byte[] remember(
      String uri, long order, Instant time, Fingerprint fingerprint, @Nullable CopyMatch match) {
    forget(uri);
    var article =
        new RememberedArticle(
            nextSequence,
            order,
            time.toEpochMilli(),
            match == null ? order : match.family(),
            fingerprint.bands());
    insert(uri, article);
    return article.encode();
  }

  /**
   * Removes an article that was killed or is about to be revised. Returns false if it was not
   * remembered.
   */
  public boolean forget(String uri) {
    int slot = slotOfUri.getInt(uri);
    if (slot == UNKNOWN) {
      return false;
    }
    remove(slot);
    return true;
  }

  /**
   * Expires articles before a time, in whole hours.
   *
   * @param most maximum number of articles to expire in this call
   * @return uris of the expired articles, whose records can be deleted; fewer than {@code most} if
   *     none is left
   */
  public List<String> expire(Instant before, int most) {
    var expired = new ArrayList<String>();
    long hour = Math.floorDiv(before.toEpochMilli(), HOUR);
    while (!slotsOfHour.isEmpty() && slotsOfHour.firstKey() < hour) {
      long oldest = slotsOfHour.firstKey();
      IntArrayList slots = slotsOfHour.firstEntry().getValue();
      while (!slots.isEmpty() && expired.size() < most) {
        int slot = slots.removeInt(slots.size() - 1);
        Entry entry = entries.get(slot);
        // the slot may have been reused for an article of another hour
        if (entry != null && Math.floorDiv(entry.time(), HOUR) == oldest) {
          remove(slot);
          expired.add(entry.uri());
        }
      }
      if (!slots.isEmpty()) {
        break;
      }
      slotsOfHour.remove(oldest);
    }
    return expired;
  }

  private void insert(String uri, RememberedArticle article) {
    int slot = freeSlots.isEmpty() ? entries.size() : freeSlots.removeInt(freeSlots.size() - 1);
    var entry = new Entry(uri, article.order(), article.time(), article.family());
    if (slot == entries.size()) {
      entries.add(entry);
    } else {
      entries.set(slot, entry);
    }
    bands.add(slot, article.bands());
    slotOfUri.put(uri, slot);
    slotOfOrder.put(article.order(), slot);
    if (article.isCopy()) {
      copies.computeIfAbsent(article.family(), f -> new LongAVLTreeSet()).add(article.order());
    }
    slotsOfHour
        .computeIfAbsent(Math.floorDiv(article.time(), HOUR), h -> new IntArrayList())
        .add(slot);
    nextSequence = article.sequence() + 1;
  }

  private void remove(int slot) {
    Entry entry = entries.set(slot, null);
    if (entry == null) {
      return;
    }
    bands.remove(slot);
    slotOfUri.removeInt(entry.uri());
    slotOfOrder.remove(entry.order());
    LongAVLTreeSet family = copies.get(entry.family());
    if (entry.isCopy() && family != null && family.remove(entry.order()) && family.isEmpty()) {
      copies.remove(entry.family());
    }
    freeSlots.add(slot);
  }

  /** Returns the candidates with the most common keys; with equal numbers, the earliest first. */
  private List<Entry> candidates(String uri, long time, Fingerprint fingerprint) {
    int count = 0;
    for (int key : fingerprint.bands()) {
      count += bands.slots(key, found, count, MOST_PER_KEY);
    }
    IntArrays.quickSort(found, 0, count);
    record Candidate(Entry entry, int keys) {}
    var candidates = new ArrayList<Candidate>();
    for (int i = 0, next; i < count; i = next) {
      next = i;
      while (next < count && found[next] == found[i]) {
        next++;
      }
      Entry entry = entries.get(found[i]);
      if (entry != null
          && !entry.uri().equals(uri)
          && Math.abs(entry.time() - time) <= CopyModel.WINDOW.toMillis()) {
        candidates.add(new Candidate(entry, next - i));
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> -c.keys()).thenComparing(c -> c.entry().order()));
    return candidates.stream().limit(MOST_COMPARED).map(Candidate::entry).toList();
  }

  /** Returns the earliest remembered article of a family, except for the given one. */
  private @Nullable Entry original(long family, String asking) {
    Entry first = entry(slotOfOrder.get(family));
    if (first != null && !first.isCopy() && !first.uri().equals(asking)) {
      return first;
    }
    LongAVLTreeSet orders = copies.get(family);
    if (orders != null) {
      for (long order : orders) {
        Entry copy = entry(slotOfOrder.get(order));
        if (copy != null && !copy.uri().equals(asking)) {
          return copy;
        }
      }
    }
    return null;
  }

  private @Nullable Entry entry(int slot) {
    return slot == UNKNOWN ? null : entries.get(slot);
  }

  private static CopyMatch withSimilarity(
      CopyMatch match, Fingerprint fingerprint, FingerprintStore store) {
    Fingerprint original =
        match.original().equals(match.matched()) ? null : store.get(match.original());
    return original == null
        ? match
        : new CopyMatch(
            match.original(),
            match.matched(),
            match.family(),
            new CopyComparison(fingerprint, original).similarity(),
            match.decision());
  }
}
