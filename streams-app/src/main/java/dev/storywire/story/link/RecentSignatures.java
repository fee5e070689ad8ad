package dev.storywire.story.link;

import dev.storywire.story.prepare.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The recent signatures that a lane remembers: those of its own articles, and those of the articles
 * of other lanes. The matches depend only on the signatures, not on the order in which they were
 * added.
 */
final class RecentSignatures {
  /** Maximum time between two articles on the same event, in ms. */
  private static final long WINDOW = 24L * 60 * 60 * 1000;

  /** Maximum number of signatures. The earliest are dropped. */
  private static final int MAX_SIGNATURES = 20_000;

  /** A name or number is distinctive if at most this number of articles has it. */
  private static final int MAX_ARTICLES = 12;

  /** In a large memory, it is also distinctive if at most one in this number of articles has it. */
  private static final int ARTICLES_PER_USE = 50;

  /** Maximum number of articles with a distinctive name or number in a large memory. */
  private static final int MAX_ARTICLES_BY_RATIO = 200;

  private final String lane;
  private final Map<String, Signature> byUri = new HashMap<>();
  private final Map<String, Map<String, Signature>> byKey = new HashMap<>();
  private final TreeSet<Signature> byTime =
      new TreeSet<>(Comparator.comparingLong(Signature::time).thenComparing(Signature::uri));
  private int foreign;

  /**
   * @param lane the lane that remembers them
   */
  RecentSignatures(String lane) {
    this.lane = lane;
  }

  /** Returns true if there are signatures of other lanes. */
  boolean hasForeign() {
    return foreign > 0;
  }

  /** Returns true if the signature of this version, or of a later one, has been added. */
  boolean has(String uri, int version) {
    Signature known = byUri.get(uri);
    return known != null && known.orderKey().version() >= version;
  }

  /** Adds a signature, in place of the one of an older version, and returns the uris it drops. */
  List<String> add(Signature signature) {
    remove(signature.uri());
    byUri.put(signature.uri(), signature);
    byTime.add(signature);
    for (String key : keys(signature)) {
      byKey.computeIfAbsent(key, unseen -> new HashMap<>()).put(signature.uri(), signature);
    }
    foreign += signature.lane().equals(lane) ? 0 : 1;
    List<String> dropped = new ArrayList<>();
    while (byUri.size() > MAX_SIGNATURES) {
      String earliest = byTime.first().uri();
      remove(earliest);
      dropped.add(earliest);
    }
    return dropped;
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
    foreign -= known.lane().equals(lane) ? 0 : 1;
    return true;
  }

  /** Removes the signatures that no article of this time or later can match; returns their uris. */
  List<String> expire(long now) {
    List<String> expired = new ArrayList<>();
    while (!byTime.isEmpty() && byTime.first().time() < now - 2 * WINDOW) {
      expired.add(byTime.first().uri());
      remove(byTime.first().uri());
    }
    return expired;
  }

  /**
   * Returns the best match of each other lane for a signature of this lane, and the best one of
   * this lane for a signature of another lane.
   */
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
    Map<String, SignatureMatch> best = new TreeMap<>();
    for (SignatureMatch match : shared.values()) {
      if (match.isSufficient()) {
        best.merge(match.other().lane(), match, SignatureMatch::better);
      }
    }
    return List.copyOf(best.values());
  }

  /** Returns the signatures to compare with that have a name or number, if it is distinctive. */
  private List<Signature> comparable(String key, Signature signature) {
    Map<String, Signature> having = byKey.getOrDefault(key, Map.of());
    if (having.size()
        > Math.min(
            MAX_ARTICLES_BY_RATIO, Math.max(MAX_ARTICLES, byUri.size() / ARTICLES_PER_USE))) {
      return List.of();
    }
    boolean isOwn = signature.lane().equals(lane);
    return having.values().stream()
        .filter(other -> other.lane().equals(lane) != isOwn)
        .filter(other -> Math.abs(other.time() - signature.time()) <= WINDOW)
        .toList();
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
