package dev.storywire.serve.query;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * A text in which a search has found something that the other fields of a list entry do not show.
 *
 * @param field what the text is
 */
public record SearchHit(Field field, String text) {

  /** The searched fields that a list entry does not show completely. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  public enum Field {
    /** A sentence of the summary. */
    SUMMARY,
    /** The headline of an article. */
    ARTICLE,
    /** The name of an entity. */
    NAME,
    /** A characteristic term. */
    TERM
  }
}
