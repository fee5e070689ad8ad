package dev.storywire.story.link;

import dev.storywire.story.prepare.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The recent signatures of all lanes. The matches depend only on the signatures, not on the order
 * in which they were added.
 */
final class RecentSignatures {
  /** Maximum time between two articles on the same event, in ms. */
  private static final long WINDOW = 24L * 60 * 60 * 1000;

  /** Maximum number of signatures. The earliest are dropped. */
  private static final int MAX_SIGNATURES = 20_000;

  /** A name or number is distinctive if at most this number of articles of two lanes has it. */
  private static final int MAX_ARTICLES = 12;

  /** In large lanes, it is also distinctive if at most one in this number of articles has it. */
  private static final int ARTICLES_PER_USE = 50;

  /** Maximum number of articles of all lanes with a distinctive name or number. */
  private static final int MAX_IN_ALL_LANES = 200;

  /**
   * Old signatures removed for each one that is added. A few suffice to keep up, and one article
   * with a wrong time does not remove all others.
   */
  private static final int MAX_EXPIRED = 2;

  private final Map<String, Signature> byUri = new HashMap<>();
  private final Map<String, Map<String, Signature>> byKey = new HashMap<>();
  private final TreeSet<Signature> byTime =
      new TreeSet<>(Comparator.comparingLong(Signature::time).thenComparing(Signature::uri));
  private final Map<String, Integer> byLane = new HashMap<>();

  boolean isEmpty() {
    return byUri.isEmpty();
  }

  /** Returns true if there are signatures of other lanes. */
  boolean hasOtherLanes(String lane) {
    return byLane.size() > (byLane.containsKey(lane) ? 1 : 0);
  }

  /** Returns true if the signature of this version, or of a later one, has been added. */
  boolean has(String uri, int version) {
    Signature known = byUri.get(uri);
    return known != null && known.orderKey().version() >= version;
  }

  /**
   * Adds a signature, in place of the one of an older version.
   *
   * @return the uris of signatures that were dropped, as too old to match or too many
   */
  List<String> add(Signature signature) {
    restore(signature);
    List<String> dropped = new ArrayList<>();
    while (byUri.size() > MAX_SIGNATURES
        || (dropped.size() < MAX_EXPIRED
            && byTime.first().time() < signature.time() - 2 * WINDOW)) {
      String earliest = byTime.first().uri();
      remove(earliest);
      dropped.add(earliest);
    }
    return dropped;
  }

  /** Adds a signature without dropping others. */
  void restore(Signature signature) {
    remove(signature.uri());
    byUri.put(signature.uri(), signature);
    byTime.add(signature);
    byLane.merge(signature.lane(), 1, Integer::sum);
    for (String key : keys(signature)) {
      byKey.computeIfAbsent(key, unseen -> new HashMap<>()).put(signature.uri(), signature);
    }
  }

  /** Removes the signature of an article and returns true if there was one. */
  boolean remove(String uri) {
    Signature known = byUri.remove(uri);
    if (known == null) {
      return false;
    }
    byTime.remove(known);
    for (String key : keys(known)) {
      Map<String, Signature> having = byKey.getOrDefault(key, Map.of());
      having.remove(uri);
      if (having.isEmpty()) {
        byKey.remove(key);
      }
    }
    byLane.computeIfPresent(known.lane(), (lane, count) -> count == 1 ? null : count - 1);
    return true;
  }

  /** Returns the articles of other lanes that a signature matches, the best match first. */
  List<SignatureMatch> matches(Signature signature) {
    Map<String, SignatureMatch> shared = new HashMap<>();
    for (String name : signature.names()) {
      for (Signature other : comparable(name, signature)) {
        shared.computeIfAbsent(other.uri(), uri -> SignatureMatch.of(other)).names().add(name);
      }
    }
    for (String number : signature.numbers()) {
      for (Signature other : comparable(keyOf(number), signature)) {
        shared.computeIfAbsent(other.uri(), uri -> SignatureMatch.of(other)).numbers().add(number);
      }
    }
    return shared.values().stream()
        .filter(SignatureMatch::isSufficient)
        .sorted(SignatureMatch.BEST_FIRST)
        .toList();
  }

  /**
   * Returns the signatures of other lanes that share a name or number that is distinctive in the
   * two lanes.
   */
  private List<Signature> comparable(String key, Signature signature) {
    Collection<Signature> having = byKey.getOrDefault(key, Map.of()).values();
    if (having.size() > MAX_IN_ALL_LANES) {
      return List.of();
    }
    Map<String, Integer> uses = new HashMap<>();
    having.forEach(other -> uses.merge(other.lane(), 1, Integer::sum));
    return having.stream()
        .filter(other -> !other.lane().equals(signature.lane()))
        .filter(other -> Math.abs(other.time() - signature.time()) <= WINDOW)
        .filter(other -> isDistinctive(uses, signature.lane(), other.lane()))
        .toList();
  }

  private boolean isDistinctive(Map<String, Integer> uses, String lane, String otherLane) {
    int articles = byLane.getOrDefault(lane, 0) + byLane.getOrDefault(otherLane, 0);
    int used = uses.getOrDefault(lane, 0) + uses.getOrDefault(otherLane, 0);
    return used <= Math.max(MAX_ARTICLES, articles / ARTICLES_PER_USE);
  }

  private static List<String> keys(Signature signature) {
    List<String> keys = new ArrayList<>(signature.names());
    signature.numbers().forEach(number -> keys.add(keyOf(number)));
    return keys;
  }

  private static String keyOf(String number) {
    return "#" + number;
  }
}
