package dev.storywire.producer.formats.xml;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** Namespaces of the usual prefixes, for feeds that do not declare them. */
final class WellKnownNamespaces {
  private static final Map<String, String> NAMESPACES =
      Map.ofEntries(
          entry("atom", "http://www.w3.org/2005/Atom"),
          entry("atom10", "http://www.w3.org/2005/Atom"),
          entry("a10", "http://www.w3.org/2005/Atom"),
          entry("content", "http://purl.org/rss/1.0/modules/content/"),
          entry("dc", "http://purl.org/dc/elements/1.1/"),
          entry("dcterms", "http://purl.org/dc/terms/"),
          entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
          entry("georss", "http://www.georss.org/georss"),
          entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
          entry("media", "http://search.yahoo.com/mrss/"),
          entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
          entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
          entry("wfw", "http://wellformedweb.org/CommentAPI/"),
          entry("xhtml", "http://www.w3.org/1999/xhtml"),
          entry("xlink", "http://www.w3.org/1999/xlink"));

  private WellKnownNamespaces() {}

  /** Returns the usual namespace of a prefix, or a placeholder for an unknown prefix. */
  static String of(String prefix) {
    return NAMESPACES.getOrDefault(
        prefix.toLowerCase(Locale.ROOT), "urn:storywire:undeclared:" + prefix);
  }
}
