package dev.storywire.producer.formats.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The namespace prefixes of a document that is repaired. */
final class UsedPrefixes {
  private final Set<String> used = new TreeSet<>();
  private final Set<String> declared = new HashSet<>();

  void add(XmlTag tag) {
    used.addAll(tag.prefixes());
    declared.addAll(tag.declared());
  }

  /** Returns declarations of all prefixes that the root element does not declare. */
  String declarations(XmlTag root) {
    return used.stream()
        .filter(prefix -> !root.declares(prefix))
        .map(prefix -> " xmlns:" + prefix + "=\"" + WellKnownNamespaces.of(prefix) + "\"")
        .collect(Collectors.joining());
  }

  /** Returns the prefixes that no element declares. */
  List<String> undeclared(XmlTag root) {
    return used.stream()
        .filter(prefix -> !root.declares(prefix) && !declared.contains(prefix))
        .toList();
  }
}
