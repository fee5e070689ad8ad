package dev.storywire.text;

/** Character classes for words, by Unicode category. */
public final class Letters {
  private Letters() {}

  /**
   * Returns true if a code point is a letter or a number (category L or N; {@code ½} and {@code Ⅳ}
   * are numbers).
   */
  public static boolean isLetterOrNumber(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
