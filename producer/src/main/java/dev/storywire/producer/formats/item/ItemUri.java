package dev.storywire.producer.formats.item;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The uri of an item: the identity it came with if that is a URI already, else {@value #PREFIX} and
 * the identity, percent-encoded. {@link #idOf} undoes it.
 */
public final class ItemUri {
  private static final String PREFIX = "urn:storywire:item:";

  /** What identifies news in the wild; a bare {@code desk:42} is an id, not a URI. */
  private static final Pattern URI =
      Pattern.compile("(?i)(https?|ftp|file)://\\S+|(urn|tag|uuid|info|doi):[^\\s:]+[:,/]?\\S*");

  private ItemUri() {}

  /** The uri of the item that its source calls {@code id}. */
  public static String of(String id) {
    if (URI.matcher(id).matches()) {
      return id;
    }
    return PREFIX + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What the source calls the item of this uri. */
  public static String idOf(String uri) {
    if (!uri.startsWith(PREFIX)) {
      return uri;
    }
    return URLDecoder.decode(
        uri.substring(PREFIX.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
