package dev.storywire.producer.formats.text;

import java.util.regex.Pattern;

/**
 * Lines that agencies put before a headline: {@code URGENT}, {@code 1ST LEAD}, {@code +++
 * EILMELDUNG +++}, {@code (Zusammenfassung 1400)}, {@code Eds: adds quotes}.
 */
final class FlagLine {
  private static final int LONGEST = 120;

  private static final String ORDINAL =
      "(?:\\d{1,2} ?(?:st|nd|rd|th|è?me|[aeoªº°])?\\.?|first|second|third|fourth|fifth)[ -]?";

  /** Names of the versions and parts of a story, which are numbered. */
  private static final String VERSION =
      "(?:ld|lead|update|add|sub|insert|take|page|version|f(?:ü|ue)hrung|fassung|folge|teil"
          + "|actualización|ampliación|mise à jour|aggiornamento|atualização)";

  private static final String LEAD =
      ("(?:" + ORDINAL + VERSION + "(?:-? ?writethru)?|lead ?-?(?:all|général)?)")
          + "(?:[ -]+[(-] ?[^.]{1,60})?";

  private static final String FLAG =
      "urgent|flash(?: info)?|news ?(?:flash|alert)|alert|bulletin|snap|breaking(?: news)?|priority"
          + "|blitz|extra|exclusive|correct(?:ion|ed|s)|repeat(?:ing)?|rpt|recasts?|refil(?:e|ing)"
          + "|advisory|writethru|withdrawn|(?:mandatory )?kill|hold(?: for release)?|subs?|more"
          + "|(?:attention )?editors|attention|notice|feature|analysis|profile|fact ?box|preview"
          + "|wrap ?-?up|round ?-?up|scheduled|editors'? note"
          + "|eil(?:meldung|t)?|vorrang|dringend|achtung(?: redaktion(?:en)?)?|priorität"
          + "|korr(?:ektur)?|berichtig(?:ung|t)|wiederholung|wdh(?:lg)?|zusammenfassung|zf|sammel"
          + "|überblick|vorausmeldung|vorab|vorschau|neu(?:fassung)?|ergänz(?:ung|t)|hintergrund"
          + "|porträt|exklusiv|aviso"
          + "|urgente?|alerte|correctif|rectificatif|répétition|synth[èe]se|encadré|prév|actualisé"
          + "|papier général|avant-papier|[uú]ltima hora|corrección|avance|actualiza|resumen"
          + "|ultim'?ora|rettifica|riepilogo|corre[cç]ão|resumo|spoed|herhaling|correctie"
          + "|bijwerking";

  private static final String SYMBOLS = "[*=+#\\s():.!/–—-]*+";
  private static final String UNIT =
      ("(?:(?:(?:" + FLAG + ")|" + VERSION + ")(?:[ -]\\d{1,4})?")
          + (" ?(?:\\([^()]{1,60}\\))?|" + LEAD + ")");

  /** A flag may have a number, a time of day or a remark: "1st lead - adds quotes". */
  private static final Pattern LINE =
      Pattern.compile(
          ("(?iu)" + SYMBOLS + UNIT)
              + ("(?:[\\s/+*=:()-]{1,10}" + UNIT + "){0,3}")
              + "(?: ?\\(?\\d{1,4})?"
              + SYMBOLS);

  /** A note for editors, an embargo, or keywords. */
  private static final Pattern NOTE =
      Pattern.compile(
          "(?iu)(?:(?:eds?|editors?(?:['’]? note)?|(?:attention|achtung|nota?|hinweis|avis|note to"
              + "|hinweis für)(?: (?:editors|redaktion(?:en)?|redacción|rédactions?))?|embargo(?:ed)?"
              + "|sperrfrist|keywords?|stichw[oö]rt(?:er)?) ?:.*|sperrfrist \\d.*"
              + "|(?-i:EMBARGO(?:ED)?|SPERRFRIST|HOLD) .{1,60})");

  /** A line in brackets, or without letters. */
  private static final Pattern ASIDE = Pattern.compile("\\([^()]{1,100}\\)|[^\\p{L}]+");

  private static final Pattern CAPITALS =
      Pattern.compile("[^\\p{L}\\p{N}]*[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}-]{0,15}[^\\p{L}\\p{N}]*");

  private FlagLine() {}

  static boolean matches(String line) {
    return line.length() <= LONGEST
        && (LINE.matcher(line).matches()
            || NOTE.matcher(line).matches()
            || ASIDE.matcher(line).matches());
  }

  /** Returns true for a word in capitals, which is not a headline if one follows. */
  static boolean isWordInCapitals(String line) {
    return CAPITALS.matcher(line).matches();
  }
}
