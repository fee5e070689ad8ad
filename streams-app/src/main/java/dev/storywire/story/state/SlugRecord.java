package dev.storywire.story.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The items that use one slug, and the notices to an item that has not arrived yet. Both are
 * bounded.
 *
 * @param items the items, newest last
 * @param waiting notices to the first item with this slug that was made before them
 */
public record SlugRecord(String slug, List<Item> items, List<Notice> waiting) {
  /** Limit of items and of notices: a slug that more items use identifies none of them. */
  private static final int MAX_LISTED = 16;

  /** Makes absent lists empty, since empty lists are not encoded. */
  public SlugRecord {
    items = items == null ? List.of() : List.copyOf(items);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
  }

  /**
   * An item that uses the slug.
   *
   * @param madeAt when the version that uses it was made, epoch ms
   */
  public record Item(String uri, long madeAt) {}

  /** Returns the record of a slug that no item uses. */
  public static SlugRecord unknown(String slug) {
    return new SlugRecord(slug, List.of(), List.of());
  }

  /** Returns the record with one more item. */
  public SlugRecord with(Item item) {
    if (items.contains(item)) {
      return this;
    }
    List<Item> all = new ArrayList<>(items);
    all.add(item);
    all.sort(Comparator.comparingLong(Item::madeAt).thenComparing(Item::uri));
    return new SlugRecord(
        slug, all.subList(Math.max(0, all.size() - MAX_LISTED), all.size()), waiting);
  }

  /** Returns the record with one more notice that waits. */
  public SlugRecord waiting(Notice notice) {
    List<Notice> all = new ArrayList<>(waiting);
    all.add(notice);
    return all.size() > MAX_LISTED || waiting.contains(notice)
        ? this
        : new SlugRecord(slug, items, all);
  }

  /** Returns the record without the notices that were applied. */
  public SlugRecord without(List<Notice> applied) {
    return new SlugRecord(slug, items, waiting.stream().filter(n -> !applied.contains(n)).toList());
  }

  /** Returns when the newest item or notice was made, epoch ms. */
  public long latest() {
    long latest = Long.MIN_VALUE;
    for (Item item : items) {
      latest = Math.max(latest, item.madeAt());
    }
    for (Notice notice : waiting) {
      latest = Math.max(latest, notice.at());
    }
    return latest;
  }
}
