package dev.storywire.producer.formats.item;

import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.NewsItemReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns the uri of an item, which is a record key.
   *
   * @throws RefusedException if there is no id, or if it is too long for a record key
   */
  static String require(@Nullable String id) throws RefusedException {
    if (id == null) {
      throw new RefusedException("no-uri", "the item has no uri, guid or id");
    }
    String uri = of(id);
    if (uri.length() > NewsItemReader.MAX_URI) {
      throw new RefusedException(
          "bad-uri",
          "the uri has " + uri.length() + " characters; at most " + NewsItemReader.MAX_URI);
    }
    return uri;
  }

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
