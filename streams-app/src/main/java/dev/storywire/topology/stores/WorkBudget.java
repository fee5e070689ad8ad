package dev.storywire.topology.stores;

import dev.storywire.story.prepare.TooCostlyException;

/**
 * Counts the name lookups and writes of one record: the part of a lane's work that grows with the
 * article's text. The rest is bounded by design, or follows from articles that were accepted
 * before. A count, unlike a time limit, gives the same result in a replay.
 */
final class WorkBudget {
  /** An article of 20,000 distinct names stays below it; news has some dozens. */
  static final int MAX_NAME_OPERATIONS = 200_000;

  private int spent;

  /** Counts one operation. */
  void spend() {
    if (++spent > MAX_NAME_OPERATIONS) {
      throw new TooCostlyException(
          "Its names need more than %,d lookups in the lane's name book."
              .formatted(MAX_NAME_OPERATIONS));
    }
  }

  /** Starts the budget of the next record. */
  void reset() {
    spent = 0;
  }
}
