package dev.storywire.topology.stores;

import dev.storywire.story.prepare.RefusedItemException;

/**
 * Limits the name lookups and writes for one record: the part of the work of a lane that grows with
 * the text. The rest is bounded by design, or follows from articles that were accepted before. A
 * count, unlike a time limit, gives the same result in a replay.
 */
final class WorkBudget {
  /** An article of 20,000 distinct names stays below it; news has some dozens. */
  static final int MAX_NAME_OPERATIONS = 200_000;

  private int spent;

  /** Counts one operation. */
  void spend() {
    if (++spent > MAX_NAME_OPERATIONS) {
      throw new RefusedItemException(
          "too-costly",
          "Its names need more than %,d lookups in the lane's name book."
              .formatted(MAX_NAME_OPERATIONS));
    }
  }

  /** Starts the budget of the next record. */
  void reset() {
    spent = 0;
  }
}
