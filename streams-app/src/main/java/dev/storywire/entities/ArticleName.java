package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in one article, under all the forms the article gives it.
 *
 * @param name the form to show: a person's most used full name, else the most used form
 * @param type the kind of name
 * @param forms as they are written, without titles and possessives, in the order of first use
 * @param starts where it is mentioned: first chars, in the text that was tagged, ascending
 * @param english its English name, if the article's language has a name of its own for it
 */
public record ArticleName(
    String name,
    Entity.Type type,
    List<String> forms,
    List<Integer> starts,
    @Nullable String english) {

  /** Makes absent lists empty. */
  public ArticleName {
    forms = forms == null ? List.of() : List.copyOf(forms);
    starts = starts == null ? List.of() : List.copyOf(starts);
  }

  /** A name without an English name of its own. */
  public ArticleName(String name, Entity.Type type, List<String> forms, List<Integer> starts) {
    this(name, type, forms, starts, null);
  }

  /** Returns the name with its English name, which becomes one of its forms, if one is listed. */
  ArticleName withEnglishName() {
    String listed = Exonyms.english(name, type);
    if (listed == null) {
      return this;
    }
    List<String> allForms = new ArrayList<>(forms);
    allForms.add(listed);
    return new ArticleName(name, type, allForms, starts, listed);
  }

  /** Returns the name that an id is made from. */
  String idName() {
    return english == null ? name : english;
  }

  /** How many times it is mentioned. */
  public int mentions() {
    return starts.size();
  }
}
