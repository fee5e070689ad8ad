package dev.storywire.producer.formats.item;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Converts the identity of an item to its uri: the identity itself if it is a URI, else {@value
 * #PREFIX} and the percent-encoded identity. {@link #idOf} is the inverse.
 */
public final class ItemUri {
  private static final String PREFIX = "urn:storywire:item:";

  /** URI schemes in use for news. {@code desk:42} is an identifier, not a URI. */
  private static final Pattern URI =
      Pattern.compile("(?i)(https?|ftp|file)://\\S+|(urn|tag|uuid|info|doi):[^\\s:]+[:,/]?\\S*");

  private ItemUri() {}

  /** Returns the uri for the source's identifier {@code id}. */
  public static String of(String id) {
    if (URI.matcher(id).matches()) {
      return id;
    }
    return PREFIX + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns the source's identifier for a uri. */
  public static String idOf(String uri) {
    if (!uri.startsWith(PREFIX)) {
      return uri;
    }
    return URLDecoder.decode(
        uri.substring(PREFIX.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
