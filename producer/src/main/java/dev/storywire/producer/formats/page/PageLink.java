package dev.storywire.producer.formats.page;

import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.WebLink;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the URL that identifies a page from the URLs that the page states. Templates often state
 * a wrong one: the home page on all pages, or the host on which the page was developed.
 */
final class PageLink {
  /** A home page, also one of several languages. */
  private static final Pattern HOME =
      Pattern.compile(
          "(?i)https?://[^/?#]+/*(?:[a-z]{2}(?:[-_][a-z]{2})?/*)?"
              + "(?:(?:index|default|home)\\.[a-z]{3,5})?");

  private static final Pattern HOST =
      Pattern.compile("^https?://(?:(?:www\\d?|m|mobile|amp)\\.(?=[^./:]+\\.))?([^/?#:]+)");

  /** A host that is not on the public internet. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "[^.]+|\\[.*|127\\..*|10\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*"
              + "|.*\\.(?:local|localhost|localdomain|internal|invalid)");

  private PageLink() {}

  /**
   * Returns the first plausible one of the stated URLs, in canonical form; null if there is none.
   * If the page was fetched, a URL of another site counts only if the page states it twice.
   *
   * @param stated URLs in order of trust, which may be relative
   */
  static @Nullable String of(Document page, @Nullable String... stated) {
    List<String> links =
        Stream.of(stated)
            .map(ItemBuilder::text)
            .filter(Objects::nonNull)
            .map(link -> WebLink.canonical(absolute(page.baseUri(), link)))
            .filter(Objects::nonNull)
            .filter(link -> !HOME.matcher(link).matches())
            .filter(link -> !LOCAL.matcher(host(link)).matches())
            .toList();
    String own = WebLink.canonical(page.location());
    Stream<String> trusted =
        own == null
            ? links.stream()
            : Stream.concat(
                links.stream().filter(link -> isSameSite(host(own), host(link))),
                links.stream().filter(link -> isRepeated(link, links)));
    return trusted.findFirst().orElse(null);
  }

  private static String absolute(String base, String link) {
    return base.isEmpty() && link.startsWith("//")
        ? "https:" + link
        : StringUtil.resolve(base, link);
  }

  private static String host(String link) {
    Matcher host = HOST.matcher(link);
    return host.find() ? host.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isSameSite(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static boolean isRepeated(String link, List<String> links) {
    String identity = WebLink.identity(link);
    return links.stream().filter(other -> Objects.equals(identity, WebLink.identity(other))).count()
        > 1;
  }
}
