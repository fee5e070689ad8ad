package dev.storywire.producer.formats.item;

import dev.storywire.schemas.NewsItemReader;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalises URLs of web pages for display, and for use as identities of articles. */
public final class WebLink {
  /** Query parameters for tracking, which do not identify the page. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?<=[?&])(utm_\\w+|at_(medium|campaign)|fbclid|gclid|mc_[ce]id|cmpid|ftag)"
              + "=[^&#]*&?");

  private static final Pattern SCHEME_AND_HOST = Pattern.compile("(?i)^https?://[^/?#]+");

  private WebLink() {}

  /** Host with {@code www.} and default port. */
  private static final Pattern HOST =
      Pattern.compile(
          "^https?://(?:www\\d?\\.(?=[^./:]+\\.))?([^/?#:]+)(?::(?:80|443))?(?=[/?#:]|$)");

  /**
   * Returns the same identity for all URLs that lead to the same page: with http or https, with or
   * without {@code www.}, default port and trailing slash. Returns null if {@code link} is not
   * {@linkplain #canonical canonical}.
   */
  public static @Nullable String identity(@Nullable String link) {
    if (link == null) {
      return null;
    }
    String page = HOST.matcher(link).replaceFirst("https://$1");
    int query = page.indexOf('?');
    String path = query < 0 ? page : page.substring(0, query);
    int end = path.length();
    while (end > "https://".length() && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end) + page.substring(path.length());
  }

  /**
   * Returns an http(s) URL without fragment and tracking parameters, with scheme and host in lower
   * case; null if {@code link} is not an http(s) URL.
   */
  public static @Nullable String canonical(@Nullable String link) {
    String text = ItemBuilder.text(link);
    if (text == null || text.length() > NewsItemReader.MAX_URI || text.indexOf(' ') >= 0) {
      return null;
    }
    var host = SCHEME_AND_HOST.matcher(text);
    if (!host.find()) {
      return null;
    }
    String rest = text.substring(host.end());
    int fragment = rest.indexOf('#');
    // a fragment that is a route ("#!/news/1") is part of the page
    if (fragment >= 0 && !rest.startsWith("#!", fragment)) {
      rest = rest.substring(0, fragment);
    }
    rest = TRACKING.matcher(rest).replaceAll("").replaceAll("[?&]$", "");
    return host.group().toLowerCase(Locale.ROOT) + rest;
  }
}
