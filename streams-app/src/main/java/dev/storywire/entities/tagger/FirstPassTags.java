package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;
import java.util.Arrays;

/**
 * The tags that the first pass gave to the words of a document, as features for the second pass.
 */
public final class FirstPassTags {
  private static final int CHOICES = 5;
  private final DocumentWords words;
  private final byte[] tags;
  private final int[] counts;
  private final int[] inLonger;

  /** The {@link #role} of each token in a name of several tokens; -1 elsewhere. */
  private final byte[] roles;

  public FirstPassTags(DocumentWords words, byte[] tags) {
    this.words = words;
    this.tags = tags;
    this.counts = new int[words.distinct() * CHOICES];
    this.inLonger = new int[words.distinct() * 16];
    for (int i = 0; i < tags.length; i++) {
      if (words.hasCapital(i)) {
        counts[words.id[i] * CHOICES + choice(tags[i])]++;
      }
    }
    this.roles = new byte[tags.length];
    Arrays.fill(roles, (byte) -1);
    for (Mention m : Tags.mentions(tags)) {
      for (int i = m.fromToken(); m.toToken() - m.fromToken() > 1 && i < m.toToken(); i++) {
        roles[i] = (byte) role(m, i);
        inLonger[words.id[i] * 16 + roles[i]]++;
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

  public void read(int i, TagFeatures features) {
    int own = choice(tags[i]);
    int best = -1;
    int bestCount = 0;
    int total = 0;
    for (int c = 0; c < CHOICES; c++) {
      int count = counts[words.id[i] * CHOICES + c] - (c == own && words.hasCapital(i) ? 1 : 0);
      total += count;
      if (count > bestCount) {
        bestCount = count;
        best = c;
      }
    }
    if (words.hasCapital(i)) {
      features.add(70, (best + 1) * 64 + words.kind[i] * 2 + (words.isFirst(i) ? 1 : 0));
      if (total > 0) {
        features.add(71, (best * 2 + (bestCount == total ? 1 : 0)) * 8 + Math.min(total, 4));
      }
    }
    int longBest = -1;
    int longCount = 0;
    int ownLong = roles[i];
    for (int k = 0; k < 16; k++) {
      int count = inLonger[words.id[i] * 16 + k] - (k == ownLong ? 1 : 0);
      if (count > longCount) {
        longCount = count;
        longBest = k;
      }
    }
    features.add(72, longBest + 1);
    features.add(73, WordHash.mix(longBest + 1, best + 1));
  }
}
