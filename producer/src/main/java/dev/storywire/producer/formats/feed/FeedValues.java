package dev.storywire.producer.formats.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds invalid values in feed elements that are not read, such as {@code <ttl>soon</ttl>}. They do
 * no harm, but show that the feed is damaged.
 */
final class FeedValues {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  private static final Pattern WEEKDAY =
      Pattern.compile("(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day");

  private static final Map<String, Pattern> TEXTS =
      Map.of(
          "ttl", NUMBER,
          "hour", Pattern.compile("[01]?\\d|2[0-4]"),
          "day", WEEKDAY,
          "width", NUMBER,
          "height", NUMBER,
          "updateFrequency", NUMBER,
          "updatePeriod", Pattern.compile("(hour|dai|week|month|year)ly"));

  private static final Set<String> NUMBERS =
      Set.of(
          "port",
          "length",
          "fileSize",
          "bitrate",
          "framerate",
          "samplingrate",
          "channels",
          "duration",
          "height",
          "width");

  private static final Pattern VERSION = Pattern.compile("0\\.9[0-4]?|1\\.0|2\\.0");

  private FeedValues() {}

  /** Returns the first element with an invalid value, by its name; null if there is none. */
  static @Nullable String firstInvalid(Element root, List<Element> elements) {
    if (root.getName().equals("rss") && !isValid(root.getAttributeValue("version"), VERSION)) {
      return "rss version";
    }
    for (Element element : elements) {
      Pattern text = isKnown(element) ? TEXTS.get(element.getName()) : null;
      if (text != null && !isValid(element.getText(), text)) {
        return element.getQualifiedName();
      }
      if (hasNumbers(element)) {
        for (Attribute attribute : element.getAttributes()) {
          if (NUMBERS.contains(attribute.getName()) && !isValid(attribute.getValue(), NUMBER)) {
            return element.getQualifiedName();
          }
        }
      }
    }
    return null;
  }

  private static boolean isValid(@Nullable String value, Pattern pattern) {
    return value == null || value.isBlank() || pattern.matcher(value.strip()).matches();
  }

  private static boolean isKnown(Element element) {
    return element.getNamespaceURI().isEmpty()
        || element.getNamespaceURI().equals(FeedShape.SYNDICATION);
  }

  private static boolean hasNumbers(Element element) {
    return FeedMedia.MEDIA_RSS.contains(element.getNamespaceURI())
        || element.getName().equals("enclosure")
        || element.getName().equals("cloud");
  }
}
