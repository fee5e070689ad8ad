package dev.storywire.producer.formats.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links that several entries of a feed with different titles share. Such a link identifies the
 * site, not an entry. Entries with the same link and title are the same article.
 */
public final class SharedLinks {
  private final Map<String, String> titles = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /**
   * Adds an entry.
   *
   * @param link its link, as {@link WebLink#identity} returns it; null if it has none
   */
  public void add(@Nullable String link, @Nullable String title) {
    if (link == null) {
      return;
    }
    String stripped = String.valueOf(title).strip();
    String first = titles.putIfAbsent(link, stripped);
    if (first != null && !first.equals(stripped)) {
      shared.add(link);
    }
  }

  /** Returns true if entries with different titles share the link. */
  public boolean contains(@Nullable String link) {
    return link != null && shared.contains(link);
  }
}
