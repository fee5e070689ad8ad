package dev.storywire.producer.formats.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A defect of a document that was repaired while reading it.
 *
 * @param detail message for the operator; quotes at most a few words of the input
 */
public record DocumentRepair(Kind kind, String detail) {
  /** The kinds of defects, with the codes under which they are counted. */
  public enum Kind {
    /** A namespace prefix without a declaration. */
    UNDECLARED_PREFIX("undeclared-prefix", true),
    /** An {@code &} or {@code <} in XML that is not markup. */
    UNESCAPED_MARKUP("unescaped-markup", true),
    /** JSON with a line break in a string, a comma after the last value, or an unknown escape. */
    BAD_JSON("bad-json", true),
    /** JSON in a call of a function (JSONP), which is removed. */
    JSONP("jsonp", false),
    /** A malformed or repeated attribute of an XML tag. */
    BAD_ATTRIBUTE("bad-attribute", true),
    /** Start and end tags of XML that do not match. */
    UNBALANCED_TAGS("unbalanced-tags", true),
    /** Names of elements in another case, such as {@code <RSS>}. */
    NAME_CASE("name-case", true),
    /** An element or attribute that is ignored, since its value is invalid. */
    BAD_VALUE("bad-value", true),
    /** Items of a feed outside its channel. */
    MISPLACED_ITEMS("misplaced-items", true),
    /** Text that is not in the charset that it declares. */
    WRONG_CHARSET("wrong-charset", true),
    /** Content before an XML document, which is skipped. */
    CONTENT_BEFORE_ROOT("content-before-root", true),
    /** Content after the XML root element, which is skipped. */
    CONTENT_AFTER_ROOT("content-after-root", true),
    /** A truncated document. Its complete items are read. */
    TRUNCATED("truncated", true),
    /** Entities that the document type declares as plain text, which are expanded. */
    DECLARED_ENTITIES("declared-entities", false),
    /** Bytes that are invalid in the charset of the surrounding text. */
    STRAY_BYTES("stray-bytes", true),
    /** Text after a mark "not for publication", which is removed. */
    NOT_FOR_PUBLICATION("not-for-publication", false),
    /** An item without a date, whose time is estimated. */
    ESTIMATED_TIME("estimated-time", false);

    private final String code;
    private final boolean damage;

    Kind(String code, boolean damage) {
      this.code = code;
      this.damage = damage;
    }

    /** Returns the code, e.g. {@code undeclared-prefix}. */
    public String code() {
      return code;
    }

    /** Returns true if strict reading refuses such a document. */
    public boolean isDamage() {
      return damage;
    }
  }

  /** Returns one repair for each kind in {@code found}, in the order of the kinds. */
  public static List<DocumentRepair> summarize(Collection<DocumentRepair> found) {
    Map<Kind, DocumentRepair> first = new EnumMap<>(Kind.class);
    found.forEach(repair -> first.putIfAbsent(repair.kind(), repair));
    return Arrays.stream(Kind.values()).filter(first::containsKey).map(first::get).toList();
  }
}
