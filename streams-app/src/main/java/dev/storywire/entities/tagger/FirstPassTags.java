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

  private static final int NONE = -1;

  // kinds of features; the models contain them
  private static final int TAG = 70;
  private static final int TAG_COUNT = 71;
  private static final int ROLE = 72;
  private static final int ROLE_AND_TAG = 73;

  private final DocumentWords words;
  private final byte[] tags;

  /** Number of occurrences of each word with each choice. */
  private final int[] counts;

  /** Number of occurrences of each word in each role. */
  private final int[] rolesOfWord;

  /** The {@link #role} of each token in a name of several tokens; -1 elsewhere. */
  private final byte[] roles;

  public FirstPassTags(DocumentWords words, byte[] tags) {
    this.words = words;
    this.tags = tags;
    this.counts = new int[words.distinct() * CHOICES];
    this.rolesOfWord = new int[words.distinct() * ROLES];
    for (int i = 0; i < tags.length; i++) {
      if (words.hasCapital(i)) {
        counts[words.id[i] * CHOICES + choice(tags[i])]++;
      }
    }
    this.roles = new byte[tags.length];
    Arrays.fill(roles, (byte) NONE);
    for (Mention m : Tags.mentions(tags)) {
      for (int i = m.fromToken(); m.toToken() - m.fromToken() > 1 && i < m.toToken(); i++) {
        roles[i] = (byte) role(m, i);
        rolesOfWord[words.id[i] * ROLES + roles[i]]++;
      }
    }
  }

  /** Returns the type and the position in the name: first, inner or last token. */
  private static int role(Mention m, int i) {
    return Tags.number(m.type()) * 4 + (i == m.fromToken() ? 0 : i == m.toToken() - 1 ? 2 : 1);
  }

  private static int choice(int tag) {
    return tag == Tags.OUTSIDE ? 0 : 1 + Tags.number(Tags.type(tag));
  }

  /** Adds the features of token {@code i}: the tags of its word at its other occurrences. */
  public void read(int i, TagFeatures features) {
    boolean hasCapital = words.hasCapital(i);
    int from = words.id[i] * CHOICES;
    int own = hasCapital ? choice(tags[i]) : NONE;
    int best = mostFrequent(counts, from, CHOICES, own);
    if (hasCapital) {
      features.add(TAG, (best + 1) * 64 + words.kind[i] * 2 + (words.isFirst(i) ? 1 : 0));
      int others = sum(counts, from, CHOICES) - 1;
      if (others > 0) {
        boolean isOnly = counts[from + best] - (best == own ? 1 : 0) == others;
        features.add(TAG_COUNT, (best * 2 + (isOnly ? 1 : 0)) * 8 + Math.min(others, 4));
      }
    }
    int role = mostFrequent(rolesOfWord, words.id[i] * ROLES, ROLES, roles[i]);
    features.add(ROLE, role + 1);
    features.add(ROLE_AND_TAG, WordHash.mix(role + 1, best + 1));
  }

  private static int sum(int[] counts, int from, int size) {
    int sum = 0;
    for (int k = 0; k < size; k++) {
      sum += counts[from + k];
    }
    return sum;
  }

  /**
   * Returns the index with the highest count, not counting one occurrence of {@code own}; the first
   * of several. {@link #NONE} if there is no other occurrence.
   */
  private static int mostFrequent(int[] counts, int from, int size, int own) {
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
