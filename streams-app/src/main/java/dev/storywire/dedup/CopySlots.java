package dev.storywire.dedup;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongAVLTreeSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The remembered articles of a {@link CopyIndex}, each in a numbered slot, found by uri, by order,
 * by family and by hour. Not thread-safe.
 */
final class CopySlots {
  private static final int NONE = -1;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Small at first: a service may have thousands of lanes with few articles. */
  private final BandTable bands = new BandTable(16);

  private final Object2IntOpenHashMap<String> slotOfUri = new Object2IntOpenHashMap<>();
  private final Long2IntOpenHashMap slotOfOrder = new Long2IntOpenHashMap();

  /** Orders of the copies in each family that has any. */
  private final Long2ObjectOpenHashMap<LongAVLTreeSet> copies = new Long2ObjectOpenHashMap<>();

  /** Slots by the hour of their event time, for expiry. */
  private final TreeMap<Long, IntArrayList> slotsOfHour = new TreeMap<>();

  private final IntArrayList freeSlots = new IntArrayList();
  private final ArrayList<@Nullable Entry> entries = new ArrayList<>();

  CopySlots() {
    slotOfUri.defaultReturnValue(NONE);
    slotOfOrder.defaultReturnValue(NONE);
  }

  /** The article in a slot. Its bands are in a separate table. */
  record Entry(String uri, long order, long time, long family) {
    boolean isCopy() {
      return family != order;
    }
  }

  int size() {
    return slotOfUri.size();
  }

  /** Returns the article in a slot; null if the slot is free. */
  @Nullable Entry entry(int slot) {
    return slot == NONE ? null : entries.get(slot);
  }

  /**
   * Writes the newest slots that have a band.
   *
   * @return the number of slots in {@code found}, which had {@code count} before
   */
  int find(int band, int[] found, int count, int most) {
    return count + bands.slots(band, found, count, most);
  }

  /** Returns the uris of the copies of the article with this order, the earliest first. */
  List<String> copies(long order) {
    LongAVLTreeSet orders = copies.get(order);
    return orders == null
        ? List.of()
        : orders
            .longStream()
            .mapToObj(copy -> entry(slotOfOrder.get(copy)))
            .filter(Objects::nonNull)
            .map(Entry::uri)
            .toList();
  }

  /** Returns the earliest article of a family except {@code asking}; null if there is none. */
  @Nullable Entry original(long family, String asking) {
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

  void add(String uri, RememberedArticle article) {
    int slot = freeSlots.isEmpty() ? entries.size() : freeSlots.removeInt(freeSlots.size() - 1);
    Entry entry = new Entry(uri, article.order(), article.time(), article.family());
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
  }

  /** Removes an article; returns false if it was not there. */
  boolean remove(String uri) {
    int slot = slotOfUri.getInt(uri);
    if (slot == NONE) {
      return false;
    }
    remove(slot);
    return true;
  }

  /** Removes up to {@code most} articles of the hours before a time, and returns their uris. */
  List<String> removeBefore(long time, int most) {
    List<String> removed = new ArrayList<>();
    long hour = Math.floorDiv(time, HOUR);
    while (!slotsOfHour.isEmpty() && slotsOfHour.firstKey() < hour) {
      long oldest = slotsOfHour.firstKey();
      IntArrayList slots = slotsOfHour.firstEntry().getValue();
      while (!slots.isEmpty() && removed.size() < most) {
        int slot = slots.removeInt(slots.size() - 1);
        Entry entry = entries.get(slot);
        // the slot may have been freed since, and given to an article of another hour
        if (entry != null && Math.floorDiv(entry.time(), HOUR) == oldest) {
          remove(slot);
          removed.add(entry.uri());
        }
      }
      if (!slots.isEmpty()) {
        break;
      }
      slotsOfHour.remove(oldest);
    }
    return removed;
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
}
