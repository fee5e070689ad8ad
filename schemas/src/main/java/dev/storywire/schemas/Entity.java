package dev.storywire.schemas;

/**
 * A person, organisation, place or other name in an article or a story.
 *
 * @param id readable id, derived from the name that was seen first; stable across articles and
 *     replays within a lane
 * @param name the most frequent spelling so far
 * @param type one of the four types of CoNLL-2003
 * @param mentions number of mentions in the article, or in all articles of the story
 */
public record Entity(String id, String name, Type type, int mentions) {

  /** The types of names of CoNLL-2003. */
  public enum Type {
    PER,
    ORG,
    LOC,
    MISC
  }
}
