package dev.storywire.schemas;

/**
 * A person, organisation, place or other name, as an article or a story holds it.
 *
 * @param id stable over time, articles and replays, within a lane: readable, from the name that was
 *     seen first
 * @param name the preferred spelling: the one most used so far
 * @param type one of the four kinds that news tagging knows
 * @param mentions how many times it is named: in the article, or over a story's articles
 */
public record Entity(String id, String name, Type type, int mentions) {

  /** The CoNLL-2003 kinds of name. */
  public enum Type {
    PER,
    ORG,
    LOC,
    MISC
  }
}
