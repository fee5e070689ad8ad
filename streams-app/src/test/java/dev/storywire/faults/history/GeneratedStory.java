package dev.storywire.faults.history;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A story of the generated wire: a desk, names, and words that its articles share. */
public final class GeneratedStory {
  static final List<String> DESKS = List.of("world", "money", "sport", "arts", "science", "home");

  private static final List<String> GIVEN =
      List.of("Anna", "Peter", "Maria", "David", "Elena", "Thomas", "Laura", "Martin");
  private static final List<String> STARTS = List.of("bar", "hol", "ves", "tor", "lin", "mar");
  private static final List<String> MIDDLES = List.of("en", "ig", "ol", "ast", "ur", "em", "ad");
  private static final List<String> ENDS = List.of("berg", "stad", "ford", "ov", "dal", "ano");
  private static final List<String> FRAMES =
      List.of(
          "%1$s said on Monday that the %3$s of the %4$s had begun in %2$s.",
          "Officials in %2$s expect the %3$s to change after the %4$s.",
          "The %3$s was seen near the %4$s, %1$s told reporters.",
          "It was not clear whether the %2$s authorities knew of the %3$s and the %4$s.",
          "%1$s, who has led the %4$s for years, denied that the %3$s would end.",
          "Residents of %2$s had asked for a %3$s and feared another %4$s.");

  private final String desk;
  private final List<String> people = new ArrayList<>();
  private final String place;
  private final List<String> words = new ArrayList<>();

  public GeneratedStory(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    desk = pick(DESKS, random);
    place = capital(word(random));
    for (int i = 0; i < 3; i++) {
      people.add(pick(GIVEN, random) + " " + capital(word(random)));
    }
    for (int i = 0; i < 25; i++) {
      words.add(word(random));
    }
  }

  public String desk() {
    return desk;
  }

  public String headline(SplittableRandom random) {
    return "%s: %s and %s after the %s"
        .formatted(place, pick(words, random), pick(words, random), pick(words, random));
  }

  /** Returns a new text from the words of the story. */
  public String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder(place.toUpperCase(java.util.Locale.ROOT) + " - ");
    int sentences = 5 + random.nextInt(6);
    for (int i = 0; i < sentences; i++) {
      text.append(
          pick(FRAMES, random)
              .formatted(pick(people, random), place, pick(words, random), pick(words, random)));
      text.append(i % 3 == 2 ? "\n\n" : " ");
    }
    return text.toString();
  }

  /** Returns a sentence that no other article has. */
  public static String aside(SplittableRandom random) {
    return "The %s of %s was not the %s that %s had seen."
        .formatted(word(random), capital(word(random)), word(random), capital(word(random)));
  }

  private static String word(SplittableRandom random) {
    return pick(STARTS, random)
        + pick(MIDDLES, random)
        + pick(MIDDLES, random)
        + pick(ENDS, random);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String pick(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
