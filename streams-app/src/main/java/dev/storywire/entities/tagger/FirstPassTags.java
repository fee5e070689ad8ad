package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;
import java.util.Arrays;

/**
 * The tags that the first pass gave to the words of a document, as features for the second pass.
 */
public final class FirstPassTags {
  /** Outside of names, or one of four types. */
  private static final int CHOICES = 5;

  /** Four types, and the position in the name. */
  private static final int ROLES = 16;

  private static final int ROW = CHOICES + ROLES;
  private static final int NONE = -1;

  // kinds of features; the models contain them
  private static final int TAG = 70;
  private static final int TAG_COUNT = 71;
  private static final int ROLE = 72;
  private static final int ROLE_AND_TAG = 73;

  private final DocumentWords words;
  private final byte[] tags;

  /** Number of capitalised occurrences of each word. */
  private final int[] capitalised;

  /** For each word that is in a name, its row of {@link #counts}; 0 for all others. */
  private final int[] rows;

  /** For each row, the number of capitalised occurrences with each choice, and in each role. */
  private final int[] counts;

  /** The {@link #role} of each token in a name of several tokens; -1 elsewhere. */
  private final byte[] roles;

  public FirstPassTags(DocumentWords words, byte[] tags) {
    this.words = words;
    this.tags = tags;
    this.capitalised = new int[words.distinct()];
    this.rows = new int[words.distinct()];
    this.counts = new int[numberRows() * ROW];
    this.roles = new byte[tags.length];
    countChoices();
    countRoles();
  }

  /** Returns the number of rows, which begin with an unused one. */
  private int numberRows() {
    int count = 1;
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] != Tags.OUTSIDE && rows[words.id[i]] == 0) {
        rows[words.id[i]] = count++;
      }
    }
    return count;
  }

  private void countChoices() {
    for (int i = 0; i < tags.length; i++) {
      if (words.hasCapital(i)) {
        int id = words.id[i];
        capitalised[id]++;
        counts[rows[id] * ROW + choice(tags[i])]++;
      }
    }
  }

  private void countRoles() {
    Arrays.fill(roles, (byte) NONE);
    for (Mention m : Tags.mentions(tags)) {
      for (int i = m.fromToken(); m.toToken() - m.fromToken() > 1 && i < m.toToken(); i++) {
        roles[i] = (byte) role(m, i);
        counts[rows[words.id[i]] * ROW + CHOICES + roles[i]]++;
      }
    }
  }

  /** Returns the type and the position in the name: first, inner or last token. */
  private static int role(Mention m, int i) {
    return Tags.number(m.type()) * 4 + (i == m.fromToken() ? 0 : i == m.toToken() - 1 ? 2 : 1);
  }

  /** Returns 0 outside of names, else one plus the number of the type. */
  private static int choice(int tag) {
    return (tag + 1) / 2;
  }

  /** Adds the features of token {@code i}: the tags of its word at its other occurrences. */
  public void read(int i, TagFeatures features) {
    int id = words.id[i];
    int row = rows[id] * ROW;
    boolean hasCapital = words.hasCapital(i);
    int others = capitalised[id] - (hasCapital ? 1 : 0);
    int own = hasCapital ? choice(tags[i]) : NONE;
    int best = others == 0 ? NONE : row == 0 ? 0 : mostFrequent(row, CHOICES, own);
    if (hasCapital) {
      features.add(TAG, (best + 1) * 64 + words.kind[i] * 2 + (words.isFirst(i) ? 1 : 0));
      if (others > 0) {
        boolean isOnly = row == 0 || counts[row + best] - (best == own ? 1 : 0) == others;
        features.add(TAG_COUNT, (best * 2 + (isOnly ? 1 : 0)) * 8 + Math.min(others, 4));
      }
    }
    int role = row == 0 ? NONE : mostFrequent(row + CHOICES, ROLES, roles[i]);
    features.add(ROLE, role + 1);
    features.add(ROLE_AND_TAG, WordHash.mix(role + 1, best + 1));
  }

  /**
   * Returns the index with the highest count, not counting one occurrence of {@code own}. If
   * several are equal, returns the first; if there is no other occurrence, {@link #NONE}.
   */
  private int mostFrequent(int from, int size, int own) {
    int best = NONE;
    int bestCount = 0;
    for (int k = 0; k < size; k++) {
      int count = counts[from + k] - (k == own ? 1 : 0);
      if (count > bestCount) {
        bestCount = count;
        best = k;
      }
    }
    return best;
  }
}
