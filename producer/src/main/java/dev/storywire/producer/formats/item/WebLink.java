package dev.storywire.producer.formats.item;

import dev.storywire.schemas.NewsItemReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalises URLs of web pages for display, and for use as identities of articles. */
public final class WebLink {
  /** Query parameters for tracking, which do not identify the page. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?<=[?&])(?:(?:utm_\\w+|at_(?:medium|campaign)|fbclid|gclid|mc_[ce]id|cmpid|ftag"
              + "|msclkid|yclid|dclid|igshid|xtor|wt_\\w+|ns_\\w+)=[^&#]*"
              + "|(?:ref|src|source|from|partner|emc)=rss(?=[&#]|$))&?");

  private static final Pattern SCHEME_AND_HOST = Pattern.compile("(?i)^https?://[^/?# ]+");

  private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");

  private WebLink() {}

  /** Host with {@code www.} and default port. */
  private static final Pattern HOST =
      Pattern.compile(
          "^https?://(?:www\\d?\\.(?=[^./:]+\\.))?([^/?#:]+)(?::(?:80|443))?(?=[/?#:]|$)");

  /**
   * Returns the same identity for all URLs that lead to the same page: with http or https, with or
   * without {@code www.}, default port, dot segments, trailing slash and percent-encoding. Returns
   * null if {@code link} is not {@linkplain #canonical canonical}.
   */
  public static @Nullable String identity(@Nullable String link) {
    if (link == null) {
      return null;
    }
    Matcher host = HOST.matcher(link);
    String page =
        host.find() ? "https://" + ascii(host.group(1)) + link.substring(host.end()) : link;
    int query = page.indexOf('?');
    String path = withoutDotSegments(query < 0 ? page : page.substring(0, query));
    int end = path.length();
    while (end > "https://".length() && path.charAt(end - 1) == '/') {
      end--;
    }
    String identity = escaped(path.substring(0, end) + (query < 0 ? "" : page.substring(query)));
    return identity.length() > NewsItemReader.MAX_URI ? page : identity;
  }

  /** Resolves the segments {@code .} and {@code ..} of a path (RFC 3986, 5.2.4). */
  private static String withoutDotSegments(String url) {
    int path = url.indexOf('/', "https://".length());
    if (path < 0 || url.indexOf("/.", path) < 0) {
      return url;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : url.substring(path + 1).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    return url.substring(0, path + 1) + String.join("/", segments);
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      return host; // not a name that a browser would look up
    }
  }

  /**
   * Returns the one spelling of a URL: letters beyond ASCII are percent-encoded, and letters,
   * digits and {@code -._~} are not (RFC 3986, 6.2.2).
   */
  private static String escaped(String url) {
    StringBuilder ascii = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      ascii.append(b < 0 ? String.format(Locale.ROOT, "%%%02X", b & 0xFF) : (char) b);
    }
    return ESCAPE.matcher(ascii).replaceAll(escape -> oneSpelling(escape.group(1)));
  }

  private static String oneSpelling(String hex) {
    char c = (char) Integer.parseInt(hex, 16);
    boolean plain = c < 0x7F && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    return plain ? String.valueOf(c) : "%" + hex.toUpperCase(Locale.ROOT);
  }

  /**
   * Returns an http(s) URL without fragment and tracking parameters, with scheme and host in lower
   * case; null if {@code link} is not an http(s) URL.
   */
  public static @Nullable String canonical(@Nullable String link) {
    String text = ItemBuilder.text(link);
    if (text == null || text.length() > NewsItemReader.MAX_URI) {
      return null;
    }
    var host = SCHEME_AND_HOST.matcher(text);
    if (!host.find()) {
      return null;
    }
    String rest = text.substring(host.end()).replace("&amp;", "&"); // escaped twice
    int fragment = rest.indexOf('#');
    // a fragment that is a route ("#!/news/1") is part of the page
    if (fragment >= 0 && !rest.startsWith("#!", fragment)) {
      rest = rest.substring(0, fragment);
    }
    rest = TRACKING.matcher(rest).replaceAll("").replaceAll("[?&]$", "");
    return host.group().toLowerCase(Locale.ROOT) + rest.replace(" ", "%20");
  }
}
