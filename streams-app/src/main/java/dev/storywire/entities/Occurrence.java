package dev.storywire.entities;

import dev.storywire.schemas.Entity;

/**
 * One occurrence of a name in an article.
 *
 * @param family phonetic key of the last word, the family name of a person
 * @param start index of the first char in the text
 * @param end index of the char after the last
 */
record Occurrence(NameForm form, String family, Entity.Type type, int start, int end) {
  /** Returns true for the name of a person with several words. */
  boolean isFullPerson() {
    return type == Entity.Type.PER && form.words().size() > 1;
  }
}
