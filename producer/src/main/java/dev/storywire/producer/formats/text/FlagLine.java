package dev.storywire.producer.formats.text;

import java.util.regex.Pattern;

/**
 * Lines that agencies put before a headline: {@code URGENT}, {@code 1ST LEAD}, {@code +++
 * EILMELDUNG +++}, {@code (Zusammenfassung 1400)}.
 */
final class FlagLine {
  private static final String LEAD =
      "(?:\\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth|fifth) ?-?(?:ld|lead|update|add)"
          + "(?:-? ?writethru)?|lead ?-?(?:all)?";

  private static final String FLAG =
      "urgent|flash(?: info)?|alert|bulletin|snap|breaking(?: news)?|priority|blitz|extra"
          + "|correct(?:ion|ed)|repeat|rpt|recasts?|refile|advisory|update|writethru"
          + "|eil(?:meldung|t)?|vorrang|dringend|achtung|korr(?:ektur)?|berichtig(?:ung|t)"
          + "|wiederholung|wdh|zusammenfassung|zf|überblick|vorausmeldung|vorab"
          + "|urgente?|alerte|correctif|rectificatif|répétition|synthèse|[uú]ltima hora|corrección"
          + "|ultim'?ora|rettifica|corre[cç]ão|spoed|herhaling|correctie";

  private static final String SYMBOLS = "[*=+#\\s():.!/–—-]*";

  /** A flag may have a number or time of day; a lead also a remark: "1st lead - adds quotes". */
  private static final Pattern LINE =
      Pattern.compile(
          "(?iu)"
              + SYMBOLS
              + ("(?:(?:" + FLAG + ")(?: \\d{1,4})?|(?:" + LEAD + ")(?:[ -]+[(-] ?[^.]{1,60})?)")
              + SYMBOLS);

  private FlagLine() {}

  static boolean matches(String line) {
    return LINE.matcher(line).matches();
  }
}
