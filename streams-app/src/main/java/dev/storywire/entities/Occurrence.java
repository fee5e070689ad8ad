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
  Occurrence(NameForm form, Entity.Type type, int start, int end) {
    this(form, SpellingVariants.sound(form.last()), type, start, end);
  }

  /** Returns the same occurrence with another type. */
  Occurrence as(Entity.Type other) {
    return new Occurrence(NameForm.of(form.shown(), other), other, start, end);
  }

  /** Returns true for the name of a person with several words. */
  boolean isFullPerson() {
    return type == Entity.Type.PER && form.words().size() > 1;
  }
}
