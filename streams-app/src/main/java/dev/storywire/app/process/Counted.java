package dev.storywire.app.process;

/** Writes numbers of things for people. */
public final class Counted {
  private Counted() {}

  /** Returns a number and its noun, whose plural ends in s: {@code 1 article}. */
  public static String of(long number, String noun) {
    return of(number, noun, noun + "s");
  }

  /** Returns a number and its noun in the singular or the plural: {@code 1,200 copies}. */
  public static String of(long number, String singular, String plural) {
    return "%,d %s".formatted(number, number == 1 ? singular : plural);
  }
}
