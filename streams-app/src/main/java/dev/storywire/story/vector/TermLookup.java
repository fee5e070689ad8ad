package dev.storywire.story.vector;

/**
 * The weights of one {@link TermVector} by term, for many cosines: a hash table with open
 * addressing. The terms are hashes.
 */
public final class TermLookup {
  private final int[] terms;
  private final int[] weights;
  private final int mask;

  public TermLookup(TermVector vector) {
    int slots = Integer.highestOneBit(Math.max(1, vector.size())) << 2;
    terms = new int[slots];
    weights = new int[slots];
    mask = slots - 1;
    for (int i = 0; i < vector.size(); i++) {
      int at = slot(vector.term(i));
      terms[at] = vector.term(i);
      weights[at] = vector.weight(i);
    }
  }

  /** Returns the weight of a term, 0 if the vector lacks it. */
  public int weight(int term) {
    return weights[slot(term)];
  }

  /** Returns the slot of a term, or the free slot for it. */
  private int slot(int term) {
    int at = term & mask;
    while (weights[at] != 0 && terms[at] != term) {
      at = at + 1 & mask;
    }
    return at;
  }
}
