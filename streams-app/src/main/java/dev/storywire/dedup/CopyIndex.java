package dev.storywire.dedup;

import dev.storywire.dedup.CopySlots.Entry;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the articles of a lane and finds the original that a new one copies, at a cost that
 * does not grow with their number.
 *
 * <p>Candidates are the articles that share a band ({@link Bands}). The few with the most bands in
 * common are compared, with fingerprints from a store. The index is on the heap (some 350 bytes an
 * article) and a pure function of the records that {@link #remember} returned for the articles in
 * it: {@link #restore} makes an index that gives the same answers. Not thread-safe.
 */
public final class CopyIndex {
  /** Newest articles considered for one band; a band of more articles comes from a template. */
  private static final int MAX_PER_BAND = 16;

  /** Maximum number of candidates compared with an article: those with the most bands in common. */
  private static final int MAX_COMPARED = 8;

  private final CopyModel model;
  private final CopySlots slots = new CopySlots();
  private final int[] found = new int[Bands.COUNT * MAX_PER_BAND];
  private long nextSequence;

  /** Creates an empty index. */
  public CopyIndex(CopyModel model) {
    this.model = model;
  }

  /**
   * Restores an index from the records that {@link #remember} returned.
   *
   * @param records uri and record of all remembered articles, in any order
   * @throws IllegalArgumentException if a record cannot be read
   */
  public static CopyIndex restore(CopyModel model, Stream<Map.Entry<String, byte[]>> records) {
    record Stored(String uri, RememberedArticle article) {}
    CopyIndex index = new CopyIndex(model);
    records
        .map(r -> new Stored(r.getKey(), RememberedArticle.decode(r.getValue())))
        .sorted(Comparator.comparingLong(s -> s.article().sequence()))
        .forEach(s -> index.insert(s.uri(), s.article()));
    return index;
  }

  /** Returns the number of remembered articles. */
  public int size() {
    return slots.size();
  }

  /**
   * Finds the original that an article copies, among the remembered ones that came before it.
   *
   * @param order the number of the article in the lane; only lower ones can be originals
   * @param time event time
   */
  public Optional<CopyMatch> find(
      String uri, long order, Instant time, Fingerprint fingerprint, FingerprintStore store) {
    CopyMatch best = null;
    for (Entry candidate : candidates(uri, time.toEpochMilli(), fingerprint)) {
      Entry original = slots.original(candidate.family(), uri);
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

  /** Returns the uris of the remembered copies of the article with this order, earliest first. */
  public List<String> copies(long order) {
    return slots.copies(order);
  }

  /**
   * Remembers an article, in place of an older version of it.
   *
   * @param match the result of {@link #find}; null for an original
   * @return the record to store by uri, for {@link #restore}
   */
  public byte[] remember(
      String uri, long order, Instant time, Fingerprint fingerprint, @Nullable CopyMatch match) {
    remove(uri);
    RememberedArticle article =
        new RememberedArticle(
            nextSequence,
            order,
            time.toEpochMilli(),
            match == null ? order : match.family(),
            fingerprint.bands());
    insert(uri, article);
    return article.encode();
  }

  /** Removes an article; returns false if it was not remembered. */
  public boolean remove(String uri) {
    return slots.remove(uri);
  }

  /**
   * Removes the articles from before a time, in whole hours.
   *
   * @param most number of articles to remove in this step, so that a step stays short
   * @return their uris, whose records can be deleted; fewer than {@code most} when all are done
   */
  public List<String> expire(Instant before, int most) {
    return slots.removeBefore(before.toEpochMilli(), most);
  }

  private void insert(String uri, RememberedArticle article) {
    slots.add(uri, article);
    nextSequence = article.sequence() + 1;
  }

  /** Returns the candidates with the most bands in common, the earliest first among equals. */
  private List<Entry> candidates(String uri, long time, Fingerprint fingerprint) {
    int count = 0;
    for (int band : fingerprint.bands()) {
      count = slots.find(band, found, count, MAX_PER_BAND);
    }
    IntArrays.quickSort(found, 0, count);
    record Candidate(Entry entry, int bands) {}
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0, next; i < count; i = next) {
      next = i;
      while (next < count && found[next] == found[i]) {
        next++;
      }
      Entry entry = slots.entry(found[i]);
      if (entry != null
          && !entry.uri().equals(uri)
          && Math.abs(entry.time() - time) <= CopyModel.WINDOW.toMillis()) {
        candidates.add(new Candidate(entry, next - i));
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> -c.bands()).thenComparing(c -> c.entry().order()));
    return candidates.stream().limit(MAX_COMPARED).map(Candidate::entry).toList();
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
