package dev.storywire.story.prepare;

import dev.storywire.text.Sections;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises recurring forms by the title in their headline: the weather, fixtures, market reports,
 * lottery numbers, television programmes, agendas of the day.
 */
public final class RecurringForm {
  private static final Map<String, Pattern> TITLES = titles();

  private RecurringForm() {}

  private static Map<String, Pattern> titles() {
    Sections sections = Sections.of(RecurringForm.class, "recurring-forms.txt");
    return Stream.of("de", "es", "nl", "fr")
        .collect(
            Collectors.toMap(
                Function.identity(),
                language ->
                    Pattern.compile(
                        "(?iu)^(?:[^:]{2,40}: ?)?(?:" + sections.anyOf(language) + ")")));
  }

  /** Returns true if a headline in this language has the title of a recurring form. */
  public static boolean isTitle(String headline, String language) {
    Pattern titles = TITLES.get(language);
    return titles != null && titles.matcher(headline).find();
  }
}
