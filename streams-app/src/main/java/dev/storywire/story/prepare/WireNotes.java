package dev.storywire.story.prepare;

import dev.storywire.story.prepare.Advisory.Action;
import dev.storywire.text.Sections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises notes in words that act on another item, in the forms that agencies use:
 *
 * <ul>
 *   <li>Reuters (Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"): a
 *       whole new text whose headline begins with CORRECTED, REFILE or RPT; a note STORY WITHDRAWN.
 *       On the wire of 1987, CORRECTION and then "In the item headlined ..., please read".
 *   <li>AP (Stylebook, "Procedures for Handling Kills and Correctives", "Keyword Slug Line"): a
 *       slug that ends in Kill, BULLETIN KILL or MANDATORY KILL, then "Kill" and the story's slug;
 *       "Correction:" and the slug.
 *   <li>dpa (stylebook of the English service, "Corrections"): a line with three times KILL or
 *       HOLD, then "Please kill item", its number and headline.
 *   <li>German, Spanish, French and Dutch agencies: a first word such as Berichtigung, Anulación,
 *       Rectificatif or Vervallen, or an address to the editors, and the title of the dispatch.
 * </ul>
 *
 * <p>The forms are in the resources {@code notes-LANGUAGE.txt}; those of all languages apply to
 * every item. Their words are frequent in news ("Storm kills ten", "Fed to hold rates"). Therefore
 * a note needs two things that news does not combine: a sign in its usual position and case, and a
 * sentence that instructs editors. In addition, its reference must match one item of the same
 * agency.
 */
final class WireNotes {
  private static final int MAX_TEXT = 1_500;
  private static final int SLUGLINE = 0;
  private static final int HEADLINE = 1;
  private static final int EDITORS = 2;

  private static final Sections FORMS = Sections.byLanguage(WireNotes.class, "notes");

  /** Tags of complete articles: at the start of the headline, and before a repeated headline. */
  private static final List<Tag> TAGS = List.of(tag(Action.REPLACE), tag(Action.REPEAT));

  /** Signs of notes. They are case-sensitive, since their words are ordinary ones. */
  private static final List<Sign> SIGNS =
      Stream.of(Action.KILL, Action.HOLD, Action.RELEASE, Action.CORRECT)
          .flatMap(
              action ->
                  Stream.of(section(action, "signs"), "any signs")
                      .flatMap(section -> FORMS.get(section).stream())
                      .map(sign -> new Sign(action, Pattern.compile(sign))))
          .toList();

  private static final Map<Action, Pattern> INSTRUCTIONS =
      SIGNS.stream()
          .map(Sign::action)
          .distinct()
          .collect(Collectors.toMap(action -> action, WireNotes::instructions));

  /** A title in quotation marks that has more than one word or is a slug. */
  private static final Pattern QUOTED =
      Pattern.compile("[\"“”„«»]\\s*([^\"“”„«»]{3,150}?[\\s/-][^\"“”„«»]{1,150}?)[\\s,.]*[\"“”«»]");

  /** The same in single quotation marks, which are also apostrophes. */
  private static final Pattern SINGLE_QUOTED =
      Pattern.compile("[‘‚]([^‘’‚]{3,150}?[\\s/-][^‘’‚]{1,150}?)[,.]*[’‘]");

  /** A slug after the instruction. */
  private static final Pattern SLUGGED =
      Pattern.compile(
          "(?i:\\b(?:kill|withhold|hold|release|withdraw|disregard|slugged|use)\\b)"
              + "(?:\\s+(?i:the|story|item|urgent|report|article|slugged))*\\s+"
              + "([\\p{L}\\p{N}.]+(?:[-/]+[\\p{L}\\p{N}.]*[\\p{L}\\p{N}])+)");

  /** A title without quotation marks, between "item" and "please read". */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i:\\b(?:item|story)(?: headlined)?),? ([^\",]{8,100}?),? (?i:please|pls) ");

  private static final Pattern STORY = Pattern.compile("(?i)\\s+(?:story|item|article)\\s*$");

  private WireNotes() {}

  /**
   * A note that acts on another item.
   *
   * @param name slug or headline of the other item; absent if it is not stated
   */
  record Note(Action action, @Nullable String name) {}

  private record Tag(Action action, Pattern pattern) {}

  private record Sign(Action action, Pattern pattern) {}

  static Optional<Note> read(
      @Nullable String slugline, String headline, @Nullable String edNote, String text) {
    String combined = String.join(" ", headline, edNote == null ? "" : edNote, text);
    String start = combined.substring(0, Math.min(MAX_TEXT, combined.length()));
    String[] fields = {slugline == null ? "" : slugline, headline, edNote == null ? "" : edNote};
    for (Sign sign : SIGNS) {
      for (int field = SLUGLINE; field <= EDITORS; field++) {
        Matcher found = sign.pattern().matcher(fields[field].strip());
        if (found.find() && isInstructed(sign.action(), start)) {
          String rest = field == HEADLINE ? headline.substring(found.end()) : "";
          return Optional.of(new Note(action(sign, text), name(start, rest, slugline)));
        }
      }
    }
    for (Tag tag : TAGS) {
      Matcher found = tag.pattern().matcher(headline);
      if (found.matches()) {
        return Optional.of(new Note(tag.action(), found.group("rest")));
      }
    }
    return Optional.empty();
  }

  private static boolean isInstructed(Action action, String text) {
    return Objects.requireNonNull(INSTRUCTIONS.get(action)).matcher(text).find();
  }

  /** Returns the action of a sign. A correction with a complete text replaces the previous item. */
  private static Action action(Sign sign, String text) {
    return sign.action() == Action.CORRECT && text.length() > MAX_TEXT
        ? Action.REPLACE
        : sign.action();
  }

  /**
   * Returns the reference of a note: a title, a slug, the rest of its headline, or its own slug.
   */
  private static @Nullable String name(String text, String rest, @Nullable String slugline) {
    for (Pattern pattern : List.of(QUOTED, SLUGGED, TITLED, SINGLE_QUOTED)) {
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        return found.group(1);
      }
    }
    String title = STORY.matcher(rest).replaceFirst("").strip();
    if (title.contains(" ")) {
      return title;
    }
    return slugline == null ? null : slugline.replaceFirst("(?i)[-,/ ]+(?:kill|hold|release)$", "");
  }

  private static String section(Action action, String kind) {
    return action.name().toLowerCase(Locale.ROOT) + " " + kind;
  }

  private static Pattern instructions(Action action) {
    return Pattern.compile(
        "\\b(?:" + FORMS.anyOf(section(action, "instructions")) + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Tag tag(Action action) {
    String tag = "(?:" + FORMS.anyOf(section(action, "tags")) + ")(?: \\(OFFICIAL\\))?";
    return new Tag(
        action,
        Pattern.compile(
            "^(?:\\(" + tag + "\\)\\s*[-:–—]*|" + tag + "\\s*\\.?[-:–—]+)\\s*(?<rest>.+)$"));
  }
}
