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
 * The state of one source between two polls; survives restarts.
 *
 * @param source URL or path of the source
 * @param etag validator of the last complete response, like {@code lastModified}
 * @param items the items by each of their identities, least recently seen first
 * @param files size and modification time of the files that were read, by name
 * @param refusals refusals that have been counted
 */
record SeenItems(
    String source,
    @Nullable String etag,
    @Nullable String lastModified,
    Map<String, SentItem> items,
    Map<String, String> files,
    Set<String> refusals) {
  /** Maximum number of identities, more than a feed lists. The least recently seen are dropped. */
  private static final int MAX_ITEMS = 10_000;

  private static final int MAX_REFUSALS = 1_000;

  /**
   * An item that was sent.
   *
   * @param uri the uri under which it was first sent; later versions keep it
   * @param fingerprint hash of its content
   */
  record SentItem(String uri, int version, @Nullable Instant versionCreated, String fingerprint) {}

  SeenItems {
    items = items == null ? new LinkedHashMap<>() : new LinkedHashMap<>(items);
    files = files == null ? new LinkedHashMap<>() : new LinkedHashMap<>(files);
    refusals = refusals == null ? new LinkedHashSet<>() : new LinkedHashSet<>(refusals);
  }

  static SeenItems empty(String source) {
    return new SeenItems(source, null, null, Map.of(), Map.of(), Set.of());
  }

  /** Returns a mutable copy with new validators. */
  SeenItems copy(@Nullable String newEtag, @Nullable String newLastModified) {
    return new SeenItems(source, newEtag, newLastModified, items, files, refusals);
  }

  /** Finds the item that has one of these identities, which are in order of reliability. */
  Optional<SentItem> find(Iterable<String> identities) {
    for (String identity : identities) {
      SentItem known = items.get(identity);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  void remember(Iterable<String> identities, SentItem known) {
    for (String identity : identities) {
      items.remove(identity);
      items.put(identity, known);
    }
    trim(items.keySet(), MAX_ITEMS);
  }

  /** Returns true the first time a refusal is passed. */
  boolean isFirstRefusal(String refusal) {
    boolean first = refusals.add(refusal);
    trim(refusals, MAX_REFUSALS);
    return first;
  }

  private static void trim(Set<String> oldestFirst, int max) {
    Stream.iterate(oldestFirst.size(), size -> size > max, size -> size - 1)
        .forEach(size -> oldestFirst.remove(oldestFirst.iterator().next()));
  }
}
