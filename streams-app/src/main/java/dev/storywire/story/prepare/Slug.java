package dev.storywire.story.prepare;

import com.dynatrace.hash4j.hashing.Hashing;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an item goes by among editors: its slugline or its headline, and the agency it is from. Two
 * spellings of a name are one slug if their letters and digits are the same.
 *
 * <p>A slug is kept as a hash: an index by names must not keep the words of an article that was
 * killed.
 */
final class Slug {
  /** The cycle in front of an AP slug (BC, AM, PM: for which papers), which may change. */
  private static final Pattern CYCLE = Pattern.compile("^(?:AP-)?(?:BC|AM|PM|AP)-+");

  /** A slug proper, one word with hyphens or slashes, and after a comma its version or number. */
  private static final Pattern KEYWORDS = Pattern.compile("^(\\S*[-/]\\S*?),.*$", Pattern.DOTALL);

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Who gave out a uri, by its kind: a tag's authority, a NewsML provider, a host. */
  private static final List<Pattern> GIVERS =
      List.of(
          Pattern.compile("tag:([^,:]+),.*"),
          Pattern.compile("urn:newsml:([^:]+):.*"),
          Pattern.compile("https?://(?:[^/?#@]*@)?([^/?#:]+).*"));

  private Slug() {}

  /** Who an item is from: its source by name, else whoever its uri was given out by. */
  static @Nullable String agency(@Nullable String source, String uri) {
    if (source != null && !source.isBlank()) {
      return plain(source);
    }
    for (Pattern pattern : GIVERS) {
      var matcher = pattern.matcher(uri);
      if (matcher.matches()) {
        return "//" + matcher.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** What an item of an agency goes by: one that is sent again, also by its old name. */
  static List<String> of(
      @Nullable String agency,
      @Nullable String slugline,
      String headline,
      List<Advisory> advisories) {
    if (agency == null) {
      return List.of();
    }
    Set<String> slugs = new LinkedHashSet<>();
    for (String name : new @Nullable String[] {slugline, headline}) {
      String slug = of(agency, name);
      if (slug != null) {
        slugs.add(slug);
      }
    }
    for (Advisory advisory : advisories) {
      if (advisory.slug() != null && !advisory.action().isNote()) {
        slugs.add(advisory.slug());
      }
    }
    return List.copyOf(slugs);
  }

  /** The slug of one name; null if there is nothing in it to tell items apart by. */
  static @Nullable String of(String agency, @Nullable String name) {
    if (name == null) {
      return null;
    }
    String keywords = KEYWORDS.matcher(name.strip()).replaceFirst("$1");
    String plain = plain(CYCLE.matcher(keywords).replaceFirst(""));
    return plain.length() < 4
        ? null
        : String.format(
            Locale.ROOT, "%016x", Hashing.wyhashFinal4().hashCharsToLong(agency + '\n' + plain));
  }

  private static String plain(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN.matcher(lower).replaceAll(" ").strip();
  }
}
