package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.List;

/**
 * A name in one article, under all the forms the article gives it.
 *
 * @param name the form to show: a person's most used full name, else the most used form
 * @param type the kind of name
 * @param forms as they are written, without titles and possessives, in the order of first use
 * @param starts where it is mentioned: first chars, in the text that was tagged, ascending
 */
public record ArticleName(String name, Entity.Type type, List<String> forms, List<Integer> starts) {

  /** Makes absent lists empty. */
  public ArticleName {
    forms = forms == null ? List.of() : List.copyOf(forms);
    starts = starts == null ? List.of() : List.copyOf(starts);
  }

  /** How many times it is mentioned. */
  public int mentions() {
    return starts.size();
  }
}
