package dev.storywire.entities;

import dev.storywire.schemas.Entity;

/**
 * One occurrence of a name in an article.
 *
 * @param family the last word as it sounds: a person's family name
 * @param start first char in the text
 * @param end the char after its last
 */
record Occurrence(NameForm form, String family, Entity.Type type, int start, int end) {
  /** Returns true for a person's name of several words. */
  boolean isFullPerson() {
    return type == Entity.Type.PER && form.words().size() > 1;
  }
}
