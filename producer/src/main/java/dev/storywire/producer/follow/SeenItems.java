package dev.storywire.producer.follow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one source between two looks at it, also over a restart.
 *
 * @param source its address or path
 * @param etag of the last whole answer, as is {@code lastModified}
 * @param items by every identity that an item was seen with, least recently seen first
 * @param files that were taken, by name: size and time of each
 * @param refusals that were counted already
 */
record SeenItems(
    String source,
    @Nullable String etag,
    @Nullable String lastModified,
    Map<String, Known> items,
    Map<String, String> files,
    Set<String> refusals) {
  /** More identities than any feed lists; beyond it the longest unseen are forgotten. */
  private static final int MAX_ITEMS = 10_000;

  private static final int MAX_REFUSALS = 1_000;

  /**
   * An item as it was last sent.
   *
   * @param uri the identity it keeps, whatever it calls itself later
   * @param fingerprint hash of what it said
   */
  record Known(String uri, int version, @Nullable Instant versionCreated, String fingerprint) {}

  SeenItems {
    items = items == null ? new LinkedHashMap<>() : new LinkedHashMap<>(items);
    files = files == null ? new LinkedHashMap<>() : new LinkedHashMap<>(files);
    refusals = refusals == null ? new LinkedHashSet<>() : new LinkedHashSet<>(refusals);
  }

  static SeenItems empty(String source) {
    return new SeenItems(source, null, null, Map.of(), Map.of(), Set.of());
  }

  /** A copy to change, so that a failure leaves this as it was. */
  SeenItems copy(@Nullable String newEtag, @Nullable String newLastModified) {
    return new SeenItems(source, newEtag, newLastModified, items, files, refusals);
  }

  /** The item that has one of these identities, the first being the surest. */
  Optional<Known> find(Iterable<String> identities) {
    for (String identity : identities) {
      Known known = items.get(identity);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  void remember(Iterable<String> identities, Known known) {
    for (String identity : identities) {
      items.remove(identity);
      items.put(identity, known);
    }
    trim(items.keySet(), MAX_ITEMS);
  }

  /** Whether this refusal is seen for the first time. */
  boolean firstRefusal(String refusal) {
    boolean first = refusals.add(refusal);
    trim(refusals, MAX_REFUSALS);
    return first;
  }

  private static void trim(Set<String> oldestFirst, int max) {
    Stream.iterate(oldestFirst.size(), size -> size > max, size -> size - 1)
        .forEach(size -> oldestFirst.remove(oldestFirst.iterator().next()));
  }
}
