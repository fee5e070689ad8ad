package dev.storywire.producer.formats.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A flaw of a document that did not keep it from being read.
 *
 * @param detail one phrase for a person; quotes at most a few words of the input
 */
public record Repair(Kind kind, String detail) {
  /** The flaws, with the codes by which they are counted. */
  public enum Kind {
    /** XML uses a namespace prefix that it does not declare. */
    UNDECLARED_PREFIX("undeclared-prefix", true),
    /** XML holds an {@code &} or {@code <} that is not markup. */
    UNESCAPED_MARKUP("unescaped-markup", true),
    /** An XML tag has an attribute that is not well-formed, or that it has already. */
    BAD_ATTRIBUTE("bad-attribute", true),
    /** Start and end tags of XML do not match. */
    UNBALANCED_TAGS("unbalanced-tags", true),
    /** Something follows the end of the XML root element, and is not read. */
    CONTENT_AFTER_ROOT("content-after-root", true),
    /** The document ends early; the whole items before its end are read. */
    TRUNCATED("truncated", true),
    /** The document type declares entities of plain text, which are replaced by it. */
    DECLARED_ENTITIES("declared-entities", false),
    /** Bytes that do not fit the charset of the text around them. */
    STRAY_BYTES("stray-bytes", true),
    /** Text behind a mark "not for publication", which is removed. */
    NOT_FOR_PUBLICATION("not-for-publication", false),
    /** An item without a date, whose time is estimated from its surroundings. */
    ESTIMATED_TIME("estimated-time", false);

    private final String code;
    private final boolean damage;

    Kind(String code, boolean damage) {
      this.code = code;
      this.damage = damage;
    }

    /** Returns the code by which it is counted, e.g. {@code undeclared-prefix}. */
    public String code() {
      return code;
    }

    /** Returns true if a strict reader refuses such a document. */
    public boolean isDamage() {
      return damage;
    }
  }

  /** Returns one repair for each kind in {@code found}, in the order of the kinds. */
  public static List<Repair> summarize(Collection<Repair> found) {
    Map<Kind, Repair> first = new EnumMap<>(Kind.class);
    found.forEach(repair -> first.putIfAbsent(repair.kind(), repair));
    return Arrays.stream(Kind.values()).filter(first::containsKey).map(first::get).toList();
  }
}
