package dev.storywire.text.clean;

import dev.storywire.text.Sections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forms of agencies, from the resources {@code wire-LANGUAGE.txt}. Forms of all languages apply to
 * every article, since its language is determined from its clean text.
 */
final class WireForms {
  private static final Sections FORMS = read();

  /** Agencies whose datelines have no dash, in capitals. */
  static final Set<String> AGENCIES = Set.copyOf(FORMS.get("agencies"));

  /** Words in lower case within the name of a place. */
  static final String PLACE_WORDS = FORMS.anyOf("place-words");

  /** Words before the authors on a separate line. */
  static final String BYLINES = FORMS.anyOf("bylines");

  /** Words before the authors in a bracket after the last sentence. */
  static final String SIGN_OFFS = FORMS.anyOf("sign-offs");

  private static final Pattern ENGLISH_TAKE =
      Pattern.compile(
          "^(?:UPDATE|WRAPUP) \\d{1,2} ?[-–] ?|,? \\(?\\d(?:st|nd|rd|th) (?:Ld|Lead)(?:-Writethru)?\\)?$");

  private static final Pattern OTHER_TAKE =
      Pattern.compile(
          ENGLISH_TAKE
              + "|^(?:%s)(?: \\d{1,2})?(?: ?[:/] ?| ?\\.[-–] ?| [-–—] )(?=\\S)"
                  .formatted(FORMS.anyOf("takes"))
              + "|(?iu: \\((?:\\d{1,2}\\.? )?(?:%s)(?: \\d{1,4})?\\)$)"
                  .formatted(FORMS.anyOf("takes-in-brackets")));

  private static final Pattern SIGNATURE = Pattern.compile(FORMS.anyOf("signatures"));

  private WireForms() {}

  static Sections read() {
    return Sections.byLanguage(WireForms.class, "wire");
  }

  /**
   * Returns the pattern for the name or number of a take in a headline: "UPDATE 2-", "(3rd Ld)",
   * and in an item that declares another language also "EILMELDUNG:", "(Ampliación)".
   */
  static Pattern take(@Nullable String language) {
    return language == null || language.toLowerCase(Locale.ROOT).startsWith("en")
        ? ENGLISH_TAKE
        : OTHER_TAKE;
  }

  /** Returns true for a line with the service, desk or initials of those who wrote a text. */
  static boolean isSignature(String paragraph) {
    return paragraph.length() < 60 && SIGNATURE.matcher(paragraph).matches();
  }
}
