package dev.storywire.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BandTableTest {
  @Test
  void findsTheNewestSlotsFirst() {
    BandTable table = new BandTable(4);
    for (int slot = 0; slot < 4; slot++) {
      table.add(slot, new int[] {7, 100 + slot});
    }
    assertThat(slots(table, 7, 3)).containsExactly(3, 2, 1);
    assertThat(slots(table, 102, 3)).containsExactly(2);
    assertThat(slots(table, 8, 3)).isEmpty();
  }

  /** Compares a table that grows several times with a map. */
  @Property(tries = 100)
  void growsWithoutChange(@ForAll @Size(min = 20, max = 80) int @IntRange(max = 9) [] keys) {
    BandTable table = new BandTable(2);
    TreeMap<Integer, Integer> keyOfSlot = new TreeMap<>();
    for (int slot = 0; slot < keys.length; slot++) {
      table.add(slot, new int[] {keys[slot], -1 - slot});
      keyOfSlot.put(slot, keys[slot]);
      if (keys[slot] == 0) {
        table.remove(slot / 2);
        keyOfSlot.remove(slot / 2);
      }
    }
    for (int key = 0; key < 10; key++) {
      int wanted = key;
      assertThat(slots(table, key, 100))
          .isEqualTo(
              keyOfSlot.descendingMap().entrySet().stream()
                  .filter(entry -> entry.getValue() == wanted)
                  .mapToInt(entry -> entry.getKey())
                  .toArray());
    }
  }

  /** Returns at most this number of slots, which are written after what the array had before. */
  private static int[] slots(BandTable table, int key, int most) {
    int[] found = new int[most + 1];
    found[0] = 99;
    int count = table.slots(key, found, 1, most);
    assertThat(found[0]).isEqualTo(99);
    return Arrays.copyOfRange(found, 1, 1 + count);
  }
}
