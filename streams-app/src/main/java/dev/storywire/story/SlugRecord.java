package dev.storywire.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The items that go by one slug, and the notices to one that has not come yet; bounded.
 *
 * @param items newest last
 * @param waiting notices to the first item with this slug that was made before them
 */
public record SlugRecord(String slug, List<Item> items, List<Notice> waiting) {
  /** Most items and notices kept: a slug that more go by tells none of them apart. */
  private static final int MOST = 16;

  /** Makes absent lists empty: they are not written. */
  public SlugRecord {
    items = items == null ? List.of() : List.copyOf(items);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
  }

  /**
   * An item that goes by the slug.
   *
   * @param madeAt when the version that did so was made, epoch ms
   */
  public record Item(String uri, long madeAt) {}

  static SlugRecord unknown(String slug) {
    return new SlugRecord(slug, List.of(), List.of());
  }

  SlugRecord with(Item item) {
    if (items.contains(item)) {
      return this;
    }
    List<Item> all = new ArrayList<>(items);
    all.add(item);
    all.sort(Comparator.comparingLong(Item::madeAt).thenComparing(Item::uri));
    return new SlugRecord(slug, all.subList(Math.max(0, all.size() - MOST), all.size()), waiting);
  }

  SlugRecord waiting(Notice notice) {
    List<Notice> all = new ArrayList<>(waiting);
    all.add(notice);
    return all.size() > MOST || waiting.contains(notice) ? this : new SlugRecord(slug, items, all);
  }

  SlugRecord without(List<Notice> met) {
    return new SlugRecord(slug, items, waiting.stream().filter(n -> !met.contains(n)).toList());
  }

  /** The latest time anything in it was made, epoch ms. */
  long latest() {
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
