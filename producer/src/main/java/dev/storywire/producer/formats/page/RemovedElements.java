package dev.storywire.producer.formats.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Removes many elements in linear time. Removing them one by one takes time for all their siblings,
 * and so does printing each of the blank texts that remain between them.
 */
final class RemovedElements {
  private RemovedElements() {}

  /** Removes the elements that match a query, and all but one of the blank texts in a row. */
  static void remove(Element root, String query) {
    Set<Node> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : root.select(query)) {
      Element parent = element.parent();
      if (parent != null) {
        removed.add(element);
        parents.add(parent);
      }
    }
    parents.forEach(parent -> keepOthers(parent, removed));
  }

  private static void keepOthers(Element parent, Set<Node> removed) {
    List<Node> kept = new ArrayList<>();
    boolean blank = false;
    for (Node node : List.copyOf(parent.childNodes())) {
      boolean isBlank = node instanceof TextNode text && text.isBlank();
      if (!removed.contains(node) && !(blank && isBlank)) {
        kept.add(node);
        blank = isBlank;
      }
    }
    parent.empty();
    parent.appendChildren(kept);
  }
}
