package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Repairs XML that is not well-formed, in one pass over the text:
 *
 * <ul>
 *   <li>escapes an {@code &} or {@code <} that is not markup, and {@code ]]>};
 *   <li>declares prefixes that lack a declaration, well-known ones with their usual namespace;
 *   <li>drops end tags without a start tag, and closes elements whose parent ends;
 *   <li>quotes, completes or drops malformed attributes;
 *   <li>drops comments, processing instructions, and everything after the root element;
 *   <li>if the text is truncated, drops the incomplete item and closes the open elements.
 * </ul>
 */
final class XmlRepair {
  private final String text;
  private final StringBuilder out;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Integer> openNames = new HashMap<>();
  private final UsedPrefixes prefixes = new UsedPrefixes();
  private final Map<DocumentRepair.Kind, DocumentRepair> repairs = new LinkedHashMap<>();
  private int at;
  private int rootNameEnd = -1;
  private @Nullable XmlTag root;

  /** An open element and the position of its start tag in the output. */
  private record Open(String name, int start) {}

  private XmlRepair(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 64);
  }

  /** Well-formed text and its repairs. */
  record Result(String text, List<DocumentRepair> repairs) {}

  /**
   * Returns the repaired document; null if it has no root element.
   *
   * @throws RefusedException if it ends within its first item
   */
  static @Nullable Result of(String text) throws RefusedException {
    XmlRepair repair = new XmlRepair(text);
    return repair.run()
        ? new Result(repair.out.toString(), List.copyOf(repair.repairs.values()))
        : null;
  }

  private boolean run() throws RefusedException {
    while (at < text.length() && (root == null || !open.isEmpty())) {
      int next = text.indexOf('<', at);
      characters(next < 0 ? text.length() : next);
      if (next >= 0 && !markup()) {
        break;
      }
    }
    if (root == null) {
      return false;
    }
    cutOff();
    if (!text.substring(at).isBlank()) {
      found(DocumentRepair.Kind.CONTENT_AFTER_ROOT, "content after the root element was skipped");
    }
    declarePrefixes();
    return true;
  }

  private void characters(int end) {
    if (!open.isEmpty() && at < end && XmlTag.escape(text, at, end, out)) {
      found(DocumentRepair.Kind.UNESCAPED_MARKUP, "an & or < that is not escaped");
    }
    at = end;
  }

  /** Handles markup that begins with {@code <}. Returns false if it does not end. */
  private boolean markup() {
    if (text.startsWith("<!--", at)) {
      return skip("-->");
    }
    if (text.startsWith("<![CDATA[", at)) {
      int start = at;
      boolean whole = skip("]]>");
      if (whole && !open.isEmpty()) {
        out.append(text, start, at);
      }
      return whole;
    }
    if (text.startsWith("<?", at)) {
      return skip("?>");
    }
    if (text.startsWith("<!", at)) {
      return skip(">");
    }
    XmlTag tag = XmlTag.at(text, at);
    if (tag == null) {
      if (!open.isEmpty()) {
        out.append("&lt;");
        found(DocumentRepair.Kind.UNESCAPED_MARKUP, "an & or < that is not escaped");
      }
      at++;
      return true;
    }
    if (tag.end() < 0) {
      return false;
    }
    at = tag.end();
    if (tag.isEndTag()) {
      close(tag.name());
    } else {
      start(tag);
    }
    return true;
  }

  private boolean skip(String terminator) {
    int end = text.indexOf(terminator, at);
    if (end < 0) {
      return false;
    }
    at = end + terminator.length();
    return true;
  }

  private void start(XmlTag tag) {
    if (ItemElements.isFlat(tag.name()) && openNames.getOrDefault(tag.name(), 0) > 0) {
      close(tag.name()); // the previous item has no end tag
      withoutEnd(tag.name());
    } else if (!open.isEmpty() && ItemElements.areFields(open.element().name(), tag.name())) {
      withoutEnd(open.element().name());
      closeInnermost();
    }
    int start = out.length();
    out.append('<').append(tag.name());
    if (root == null) {
      root = tag;
      rootNameEnd = out.length();
    }
    if (tag.flawed()) {
      found(
          DocumentRepair.Kind.BAD_ATTRIBUTE,
          "a malformed or repeated attribute of <" + QuotedNames.quote(tag.name()) + ">");
    }
    if (tag.write(out)) {
      found(DocumentRepair.Kind.UNESCAPED_MARKUP, "an & or < that is not escaped");
    }
    prefixes.add(tag);
    if (tag.isEmpty() || ItemElements.isVoid(tag.name())) {
      out.append("/>");
    } else {
      out.append('>');
      open.push(new Open(tag.name(), start));
      openNames.merge(tag.name(), 1, Integer::sum);
    }
  }

  private void close(String tag) {
    boolean otherCase = !open.isEmpty() && open.element().name().equalsIgnoreCase(tag);
    String name = otherCase ? open.element().name() : tag;
    if (!name.equals(tag) || openNames.getOrDefault(name, 0) == 0) {
      found(
          DocumentRepair.Kind.UNBALANCED_TAGS,
          "</" + QuotedNames.quote(tag) + "> without a start tag");
    }
    if (openNames.getOrDefault(name, 0) > 0) {
      while (!open.element().name().equals(name)) {
        withoutEnd(open.element().name());
        closeInnermost();
      }
      closeInnermost();
    }
  }

  private void withoutEnd(String name) {
    found(
        DocumentRepair.Kind.UNBALANCED_TAGS,
        "<" + QuotedNames.quote(name) + "> without an end tag");
  }

  private void closeInnermost() {
    String name = open.pop().name();
    openNames.merge(name, -1, Integer::sum);
    out.append("</").append(name).append('>');
  }

  /** Drops the incomplete item at the end of the text, if there is one. */
  private void cutOff() throws RefusedException {
    if (open.isEmpty()) {
      return;
    }
    at = text.length();
    Open item = null;
    for (Open element : open) {
      if (ItemElements.isItem(element.name())) {
        item = element;
      }
    }
    if (item != null) {
      out.setLength(item.start());
      while (!open.element().equals(item)) {
        open.pop();
      }
      open.pop();
    }
    if (!ItemElements.hasWholeItem(out)) {
      throw new RefusedException(
          DocumentRepair.Kind.TRUNCATED.code(), "the document ends before its first complete item");
    }
    while (!open.isEmpty()) {
      closeInnermost();
    }
    found(
        DocumentRepair.Kind.TRUNCATED,
        "the document is truncated; only its complete items are read");
  }

  private void declarePrefixes() {
    XmlTag top = Objects.requireNonNull(root);
    out.insert(rootNameEnd, prefixes.declarations(top));
    List<String> undeclared = prefixes.undeclared(top);
    if (!undeclared.isEmpty()) {
      found(
          DocumentRepair.Kind.UNDECLARED_PREFIX,
          "prefixes without a declaration: " + QuotedNames.list(undeclared));
    }
  }

  private void found(DocumentRepair.Kind kind, String detail) {
    repairs.putIfAbsent(kind, new DocumentRepair(kind, detail));
  }
}
