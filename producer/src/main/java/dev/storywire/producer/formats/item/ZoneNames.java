package dev.storywire.producer.formats.item;

import static java.util.Map.entry;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations of time zones in news feeds. An abbreviation that several zones share has the
 * meaning that RFC 822 gives it, else that of most feeds ({@code IST}: India, {@code BST}:
 * Britain). Other abbreviations are not supported, nor are the single letters of RFC 822, except
 * {@code Z}.
 */
final class ZoneNames {
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          entry("z", "Z"),
          entry("ut", "Z"),
          entry("utc", "Z"),
          entry("gmt", "Z"),
          entry("wet", "Z"),
          entry("west", "+01:00"),
          entry("bst", "+01:00"),
          entry("cet", "+01:00"),
          entry("mez", "+01:00"),
          entry("cest", "+02:00"),
          entry("mesz", "+02:00"),
          entry("eet", "+02:00"),
          entry("sast", "+02:00"),
          entry("eest", "+03:00"),
          entry("msk", "+03:00"),
          entry("eat", "+03:00"),
          entry("pkt", "+05:00"),
          entry("ist", "+05:30"),
          entry("hkt", "+08:00"),
          entry("sgt", "+08:00"),
          entry("awst", "+08:00"),
          entry("jst", "+09:00"),
          entry("kst", "+09:00"),
          entry("aest", "+10:00"),
          entry("aedt", "+11:00"),
          entry("nzst", "+12:00"),
          entry("nzdt", "+13:00"),
          entry("brt", "-03:00"),
          entry("edt", "-04:00"),
          entry("est", "-05:00"),
          entry("cdt", "-05:00"),
          entry("cst", "-06:00"),
          entry("mdt", "-06:00"),
          entry("mst", "-07:00"),
          entry("pdt", "-07:00"),
          entry("pst", "-08:00"),
          entry("akdt", "-08:00"),
          entry("akst", "-09:00"),
          entry("hst", "-10:00"),
          entry("et", "America/New_York"),
          entry("ct", "America/Chicago"),
          entry("mt", "America/Denver"),
          entry("pt", "America/Los_Angeles"));

  private ZoneNames() {}

  /** Returns the zone with this lower-case abbreviation, or null. */
  static @Nullable ZoneId find(String name) {
    String id = ZONES.get(name);
    return id == null ? null : ZoneId.of(id);
  }

  /** Parses {@code +2}, {@code +0200} or {@code +02:00}. */
  static ZoneOffset offset(String text) {
    String digits = text.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    String id = String.format(Locale.ROOT, "%c%02d:%02d", text.charAt(0), hours, minutes);
    return ZoneOffset.of(id);
  }
}
