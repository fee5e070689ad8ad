package dev.storywire.story.prepare;

import dev.storywire.story.prepare.Advisory.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 *       HOLD, then "Please kill item", its number and headline; in German Berichtigung, Korrektur,
 *       "wird zurückgezogen".
 *   <li>AFP: KILL, Annulation or Rectificatif, and the title of the dispatch.
 * </ul>
 *
 * <p>These words are frequent in news ("Storm kills ten", "Fed to hold rates"). Therefore a note
 * needs two things that news does not combine: a sign in its usual position and case, and a
 * sentence that instructs editors. In addition, its reference must match one item of the same
 * agency.
 */
final class WireNotes {
  private static final int MOST_TEXT = 1_500;
  private static final int SLUGLINE = 0;
  private static final int HEADLINE = 1;
  private static final int EDITORS = 2;

  /** Tags of complete articles: at the start of the headline, and before a repeated headline. */
  private static final List<Tag> TAGS =
      List.of(
          tag(
              Action.REPLACE,
              "CORRECTED|CORRECTION|REFILED?|CORREGID[AO]|(?i:rectificatif|korrektur|berichtigung)"),
          tag(Action.REPEAT, "RPT|REPEAT|RESEND|WDHL?G?|(?i:wiederholung|répétition)"));

  /** Signs of notes. They are case-sensitive, since their words are ordinary ones. */
  private static final List<Sign> SIGNS =
      List.of(
          sign(Action.KILL, "\\bKILL\\W+KILL\\b"),
          sign(Action.KILL, "\\b(?:MANDATORY|BULLETIN|URGENT|STORY|NEWS|AP|AFP) KILL\\b"),
          sign(Action.KILL, "^(?:ATTENTION )?KILL(?: NOTICE| NOTE| ADVISORY)?\\s*[-:–—]"),
          sign(Action.KILL, "^\\W*(?:STORY |ITEM )?WITHDRAWN\\b\\s*[-:–—)]|^STORY WITHDRAWN\\b"),
          sign(Action.KILL, "^ADVISORY\\b.*\\b(?i:kill|killed|withdrawn|withdraws)\\b"),
          sign(Action.KILL, "^(?i:BC|AM|PM|AP)-.*[-, ](?i:kill)\\s*$|^[^\\s,]+[-/](?i:kill)\\s*$"),
          sign(
              Action.KILL,
              "^(?i:annulation|annulierung|annullierung|rückzug|zurückgezogen)\\s*[-:–—]"),
          sign(Action.KILL, "^(?i:achtung)\\b.*\\b(?i:zurückgezogen|nicht verwenden)\\b"),
          sign(Action.HOLD, "\\bHOLD\\W+HOLD\\b"),
          sign(Action.HOLD, "\\b(?:MANDATORY|BULLETIN|URGENT|STORY|NEWS|AP|AFP) (?:WITH)?HOLD\\b"),
          sign(Action.HOLD, "^(?:WITH)?HOLD(?: NOTICE| NOTE| ADVISORY)?\\s*[-:–—]"),
          sign(Action.HOLD, "^(?i:BC|AM|PM|AP)-.*[-, ](?i:hold)\\s*$|^[^\\s,]+[-/](?i:hold)\\s*$"),
          sign(Action.RELEASE, "\\bRELEASE\\W+RELEASE\\b|\\b(?i:hold) (?:LIFTED|RELEASED)\\b"),
          sign(Action.RELEASE, "^RELEASE(?: NOTICE| NOTE| ADVISORY)?\\s*[-:–—]"),
          sign(Action.RELEASE, "^ADVISORY\\b|^(?i:freigabe)\\s*[-:–—]"),
          sign(Action.CORRECT, "^\\W*(?:CORRECTION|CORRECTIVE|Correction)\\b\\)?\\s*[-:–—]"),
          sign(Action.CORRECT, "^\\W*(?i:berichtigung|korrektur|rectificatif)\\b\\)?\\s*[-:–—]"));

  private static final Pattern KILLS =
      directive(
          "(?:kill|withdraw|disregard|discard|do not use|don't use)\\b.{0,60}?"
              + "(?:\\b(?:story|item|report|article|urgent|flash|dispatch|headline[d]?|slug\\w*)\\b"
              + "|[\\w.]+[-/][\\w.]+)"
              + "|\\b(?:is|are|was|been) (?:being )?(?:withdrawn|killed)\\b"
              + "|\\bkill is mandatory\\b|\\bmust not be (?:used|published)\\b"
              + "|\\b(?:wird|werden|ist|sind) (?:hiermit )?zurückgezogen\\b"
              + "|\\bnicht (?:mehr )?(?:zu )?(?:verwenden|veröffentlichen|benutzen)\\b"
              + "|\\b(?:veuillez|prière d['e]|merci d['e]).{0,30}(?:annuler|ne pas)"
              + "|\\b(?:est|sont) annulée?s?\\b");

  private static final Pattern HOLDS =
      directive(
          "(?:withhold|hold|do not use|don't use)\\b.{0,60}?"
              + "(?:\\b(?:story|item|report|article|urgent|dispatch)\\b|[\\w.]+[-/][\\w.]+)");

  private static final Pattern RELEASES =
      directive(
          "(?:can|may) (?:now )?be (?:used|published)\\b|\\bhold (?:is|has been) lifted\\b"
              + "|\\brelease (?:the )?(?:story|item|article)\\b|\\bis released\\b"
              + "|\\b(?:kann|darf) (?:wieder |nun )?verwendet werden\\b");

  private static final Pattern CORRECTS =
      directive(
          "(?:please|pls|bitte|veuillez|prière de)\\W+(?:\\w+\\W+)?(?:read|reverse|note|make|lesen|lire)\\b"
              + "|\\breported (?:erroneously|incorrectly)\\b|\\b(?:erroneously|incorrectly) reported\\b"
              + "|in (?:[\\w'.]+ ){0,5}(?:item|story|report)(?: headlined)?,? [\"“+]"
              + "|\\bmuss es .{0,40}heißen\\b|\\bbien lire\\b");

  /** A title in quotation marks that has more than one word or is a slug. */
  private static final Pattern QUOTED =
      Pattern.compile("[\"“”„«»]\\s*([^\"“”„«»]{3,150}?[\\s/-][^\"“”„«»]{1,150}?)[\\s,.]*[\"“”«»]");

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
    String start = combined.substring(0, Math.min(MOST_TEXT, combined.length()));
    String[] fields = {slugline == null ? "" : slugline, headline, edNote == null ? "" : edNote};
    for (Sign sign : SIGNS) {
      for (int field = SLUGLINE; field <= EDITORS; field++) {
        Matcher found = sign.pattern().matcher(fields[field].strip());
        if (found.find() && directive(sign.action()).matcher(start).find()) {
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

  /** Returns the action of a sign. A correction with a complete text replaces the previous item. */
  private static Action action(Sign sign, String text) {
    return sign.action() == Action.CORRECT && text.length() > MOST_TEXT
        ? Action.REPLACE
        : sign.action();
  }

  /**
   * Returns the reference of a note: a title, a slug, the rest of its headline, or its own slug.
   */
  private static @Nullable String name(String text, String rest, @Nullable String slugline) {
    for (Pattern pattern : List.of(QUOTED, SLUGGED, TITLED)) {
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

  private static Pattern directive(Action action) {
    return switch (action) {
      case KILL -> KILLS;
      case HOLD -> HOLDS;
      case RELEASE -> RELEASES;
      default -> CORRECTS;
    };
  }

  private static Tag tag(Action action, String words) {
    String tag = "(?:" + words + ")(?: \\(OFFICIAL\\))?";
    return new Tag(
        action,
        Pattern.compile(
            "^(?:\\(" + tag + "\\)\\s*[-:–—]*|" + tag + "\\s*[-:–—]+)\\s*(?<rest>.+)$"));
  }

  private static Sign sign(Action action, String pattern) {
    return new Sign(action, Pattern.compile(pattern));
  }

  private static Pattern directive(String pattern) {
    return Pattern.compile(
        "\\b(?:" + pattern + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
