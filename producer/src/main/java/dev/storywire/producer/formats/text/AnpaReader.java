package dev.storywire.producer.formats.text;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.PublicationMark;
import dev.storywire.producer.formats.item.UrgencyParser;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import java.io.IOException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads teletype transmissions: ANPA 1312, the format of American wires, and IPTC 7901, the format
 * of European ones. Both have a header between SOH and STX, a text up to ETX, and then a time.
 *
 * <p>In ANPA text, lines that begin with {@code ^} are metadata: the slug, the headline (ending in
 * {@code <}), notes to editors, the byline (ending in {@code =}).
 */
public final class AnpaReader implements ItemReader {
  private static final char SOH = 1;
  private static final char STX = 2;
  private static final char ETX = 3;
  private static final int MAX_HEADER = 500;

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]+");

  /** {@code Az6715^_----- r z^S^Q BC-BKN--Heat-Hawks 1stLd-Writethru 02-20 0500}. */
  private static final Pattern ANPA =
      Pattern.compile(
          "^\\w?(\\w\\d{4})\\s+(?:(\\S{2,})\\s+)?(\\w) (\\w)\\s+\\^?(.*?)\\s+(\\d{1,2}[-/]\\d{1,2})(?: \\d{1,5})?$");

  /** {@code dpa1234 4 pl 123 keyword/keyword}: source and number, priority, category, words. */
  private static final Pattern IPTC =
      Pattern.compile("^([a-zA-Z]{2,8} ?\\d{2,4}) (\\d) (\\w{1,3})(?: (\\d{1,5}))?(?: +(.*))?$");

  /** {@code AP-WF-08-29-16 1626GMT}: month, day, year, hour and minute, zone. */
  private static final Pattern SIGN_OFF =
      Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d{4}|\\d\\d) (\\d\\d)(\\d\\d) ?(GMT|[A-Z]{2,4}T)\\b");

  private static final Pattern SHORT_YEAR = Pattern.compile("(?<=\\d\\d-\\d\\d-)\\d\\d(?= )");

  /** {@code 021415 GMT Mar 26}: day, hour and minute, zone, month, year. */
  private static final Pattern IPTC_TIME =
      Pattern.compile(
          AnpaText.WORD_START
              + "(\\d\\d)(\\d\\d)(\\d\\d)"
              + " ?(?:([A-Z]{1,4}) )?(\\p{L}{3,9})\\.? (\\d{4}|\\d\\d)\\b");

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    String data =
        TextDecoder.decode(source.bytes(), null, sink, source.name()).replaceAll("\r+\n?", "\n");
    int first = data.indexOf(SOH);
    if (first > 0 && !clean(data.substring(0, first)).isBlank()) {
      String detail = "content before the first transmission was skipped";
      sink.repaired(
          new DocumentRepair(DocumentRepair.Kind.CONTENT_BEFORE_ROOT, detail), source.name());
    }
    int found = 0;
    int soh = data.indexOf(SOH);
    while (soh >= 0) {
      String where = source.name() + "#" + ++found;
      int next = data.indexOf(SOH, soh + 1);
      try {
        String transmission = data.substring(soh, next < 0 ? data.length() : next);
        sink.item(read(transmission, sink, where).build(), where);
      } catch (RefusedException e) {
        sink.refused(e.refusal(), where);
      }
      soh = next;
    }
    if (found == 0) {
      throw new RefusedException("not-anpa", "the input contains no start of a transmission (SOH)");
    }
  }

  /** Reads the data from one start of a transmission up to the next. */
  private static ItemBuilder read(String data, ItemSink sink, String where)
      throws RefusedException {
    int stx = data.indexOf(STX);
    int etx = data.indexOf(ETX, stx);
    if (stx < 0 || etx < 0) {
      throw new RefusedException("truncated", "the transmission has no text between STX and ETX");
    }
    if (stx > MAX_HEADER) {
      throw new RefusedException(
          "bad-header", "the header is longer than " + MAX_HEADER + " characters");
    }
    String header = clean(data.substring(0, stx)).replaceAll("\\s+", " ").strip();
    String text = publishable(clean(data.substring(stx + 1, etx)), sink, where);
    String trailer = clean(data.substring(etx));
    Matcher anpa = ANPA.matcher(header);
    if (anpa.matches()) {
      ItemBuilder draft =
          ItemBuilder.of("anpa/" + anpa.group(6) + "/" + anpa.group(1) + "/" + anpa.group(5));
      draft.subject("anpa:" + anpa.group(4), null).slugline(anpa.group(5));
      time(draft, SIGN_OFF.matcher(withCentury(trailer)), "%3$s-%1$s-%2$s %4$s:%5$s %6$s");
      AnpaText.read(draft, text.lines().toList());
      return draft;
    }
    Matcher iptc = IPTC.matcher(header);
    if (iptc.matches()) {
      Matcher stamp = IPTC_TIME.matcher(trailer);
      // the trailer may also name the staff
      String sent = stamp.find() ? stamp.group() : trailer.strip();
      ItemBuilder draft = ItemBuilder.of("iptc7901/" + iptc.group(1) + "/" + sent);
      draft.urgency = UrgencyParser.parse(iptc.group(2));
      draft.subject("iptc7901:" + iptc.group(3), null).slugline(slug(iptc.group(5)));
      time(draft, stamp.reset(), "%1$s %5$s %6$s %2$s:%3$s %4$s");
      draft.source(iptc.group(1).replaceAll("[\\d ]", ""), null);
      IptcText.read(draft, text, slug(iptc.group(5)));
      return draft;
    }
    throw new RefusedException(
        "bad-header", "the header is neither ANPA 1312 nor IPTC 7901: \"" + header + "\"");
  }

  /** Removes the text after a mark "not for publication", also from the lines of other fields. */
  private static String publishable(String text, ItemSink sink, String where)
      throws RefusedException {
    String cut = PublicationMark.cut(text);
    if (!cut.equals(text)) {
      sink.repaired(PublicationMark.REPAIR, where);
    }
    return cut;
  }

  /** Returns the keywords without the source and number that some agencies repeat before them. */
  private static @Nullable String slug(@Nullable String words) {
    return words == null ? null : words.replaceFirst("^[a-zA-Z]{2,8} ?\\d{3,4} ", "");
  }

  /** Replaces control characters, except line ends and tabs, by spaces. */
  private static String clean(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** Completes the year of a sign-off: of the present century, unless that is in the future. */
  private static String withCentury(String trailer) {
    int latest = Year.now(ZoneOffset.UTC).getValue() % 100 + 1;
    return SHORT_YEAR
        .matcher(trailer)
        .replaceAll(year -> (Integer.parseInt(year.group()) > latest ? "19" : "20") + "$0");
  }

  private static void time(ItemBuilder draft, Matcher stamp, String format) {
    if (stamp.find()) {
      List<String> parts = new ArrayList<>();
      for (int i = 1; i <= stamp.groupCount(); i++) {
        parts.add(Objects.requireNonNullElse(stamp.group(i), ""));
      }
      draft.versionCreated = DateParser.parse(String.format(Locale.ROOT, format, parts.toArray()));
    }
  }
}
