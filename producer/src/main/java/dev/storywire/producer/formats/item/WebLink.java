package dev.storywire.producer.formats.item;

import dev.storywire.schemas.NewsItemReader;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a page as an identity: the same page gives the same text. */
public final class WebLink {
  /** Parameters that say where a reader came from, not what the page is. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?<=[?&])(utm_\\w+|at_(medium|campaign)|fbclid|gclid|mc_[ce]id|cmpid|ftag)"
              + "=[^&#]*&?");

  private static final Pattern SCHEME_AND_HOST = Pattern.compile("(?i)^https?://[^/?#]+");

  private WebLink() {}

  /**
   * An http(s) link without fragment and tracking parameters, scheme and host in lower case; null
   * if it is none.
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
