package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.List;

/** BIO tags as small numbers: 0 is O, followed by B and I of each {@link Entity.Type}. */
public final class Tags {
  public static final int OUTSIDE = 0;

  /**
   * The types in the order of the rows in the model file. A change requires a new layout version.
   */
  private static final List<Entity.Type> TYPES =
      List.of(Entity.Type.PER, Entity.Type.ORG, Entity.Type.LOC, Entity.Type.MISC);

  public static final int COUNT = 1 + 2 * TYPES.size();

  private Tags() {}

  /** Returns 0 for PER, 1 for ORG, 2 for LOC, 3 for MISC. */
  public static int number(Entity.Type type) {
    return TYPES.indexOf(type);
  }

  public static int begin(Entity.Type type) {
    return 1 + 2 * number(type);
  }

  public static int inside(Entity.Type type) {
    return 2 + 2 * number(type);
  }

  public static boolean isInside(int tag) {
    return tag != OUTSIDE && tag % 2 == 0;
  }

  /** Returns the type of a tag that is not {@link #OUTSIDE}. */
  public static Entity.Type type(int tag) {
    return TYPES.get((tag - 1) / 2);
  }

  /** Returns true if a tag may follow another: I follows only B or I of the same type. */
  public static boolean mayFollow(int previous, int tag) {
    return !isInside(tag) || previous == tag || previous == tag - 1;
  }

  /** Parses {@code O}, {@code B-PER}, {@code I-LOC}. */
  public static int parse(String name) {
    if (name.equals("O")) {
      return OUTSIDE;
    }
    if (!name.startsWith("B-") && !name.startsWith("I-")) {
      throw new IllegalArgumentException("Not a BIO tag: " + name);
    }
    Entity.Type type = Entity.Type.valueOf(name.substring(2));
    return name.charAt(0) == 'B' ? begin(type) : inside(type);
  }

  public static String name(int tag) {
    return tag == OUTSIDE ? "O" : (isInside(tag) ? "I-" : "B-") + type(tag);
  }

  /** Returns true if token i by itself is a mention of a type. */
  static boolean isSingle(byte[] tags, int i, Entity.Type type) {
    return tags[i] == begin(type) && (i + 1 == tags.length || tags[i + 1] != inside(type));
  }

  /** Returns the mentions that the tags describe. An I without a preceding B begins a mention. */
  public static List<Mention> mentions(byte[] tags) {
    List<Mention> mentions = new ArrayList<>();
    for (int from = 0; from < tags.length; from++) {
      if (tags[from] != OUTSIDE) {
        int inside = inside(type(tags[from]));
        int to = from + 1;
        while (to < tags.length && tags[to] == inside) {
          to++;
        }
        mentions.add(new Mention(from, to, type(tags[from])));
        from = to - 1;
      }
    }
    return mentions;
  }
}
