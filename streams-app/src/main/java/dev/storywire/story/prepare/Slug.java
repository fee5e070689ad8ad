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
 * Computes the slugs by which editors refer to an item: its slugline or headline, combined with its
 * agency. Only letters and digits are compared.
 *
 * <p>A slug is a hash, since an index must not keep words of a killed article.
 */
final class Slug {
  /** The cycle at the beginning of an AP slug (BC, AM, PM), which may change. */
  private static final Pattern CYCLE = Pattern.compile("^(?:AP-)?(?:BC|AM|PM|AP)-+");

  /**
   * A slug: one word with hyphens or slashes, optionally followed by a comma and its version or
   * number.
   */
  private static final Pattern KEYWORDS = Pattern.compile("^(\\S*[-/]\\S*?),.*$", Pattern.DOTALL);

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Patterns for the authority of a uri: the authority of a tag, a NewsML provider, a host. */
  private static final List<Pattern> AUTHORITIES =
      List.of(
          Pattern.compile("tag:([^,:]+),.*"),
          Pattern.compile("urn:newsml:([^:]+):.*"),
          Pattern.compile("https?://(?:[^/?#@]*@)?([^/?#:]+).*"));

  private Slug() {}

  /** Returns the agency of an item: the name of its source, else the authority of its uri. */
  static @Nullable String agency(@Nullable String source, String uri) {
    if (source != null && !source.isBlank()) {
      return plain(source);
    }
    for (Pattern pattern : AUTHORITIES) {
      var matcher = pattern.matcher(uri);
      if (matcher.matches()) {
        return "//" + matcher.group(1).toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** Returns the slugs of an item; those of a repeated item include its previous name. */
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

  /** Returns the slug of one name; null if the name is not distinctive. */
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
    return SEPARATORS.matcher(lower).replaceAll(" ").strip();
  }
}
