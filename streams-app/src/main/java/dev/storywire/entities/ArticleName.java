package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name in one article with all its forms.
 *
 * @param name the form to show: the most frequent full name of a person, else the most frequent
 *     form
 * @param type type of the name
 * @param forms its forms without titles and possessives, in the order of first use
 * @param starts positions of its mentions in the tagged text, ascending
 * @param english its English name, if it has a different name in the language of the article
 */
public record ArticleName(
    String name,
    Entity.Type type,
    List<String> forms,
    List<Integer> starts,
    @Nullable String english) {

  /** Replaces absent lists by empty ones. */
  public ArticleName {
    forms = forms == null ? List.of() : List.copyOf(forms);
    starts = starts == null ? List.of() : List.copyOf(starts);
  }

  /** Creates a name without an English name. */
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

  /**
   * Returns the id that the name has if no other entity has that id. It is the same in all
   * languages that spell the name alike, or whose spelling has a listed English name.
   */
  public String plainId() {
    return type.name().toLowerCase(Locale.ROOT) + ":" + String.join("-", words());
  }

  /** Returns the words of the name from which the id is derived. */
  public List<String> words() {
    return SpellingVariants.words(english == null ? name : english);
  }

  /** Returns true if this is the name of an organisation, without regard to its legal form. */
  public boolean isOrganisation(@Nullable String organisation) {
    if (organisation == null || type == Entity.Type.PER) {
      return false;
    }
    List<String> words = NameForm.of(organisation, Entity.Type.ORG).words();
    return forms.stream()
        .anyMatch(form -> NameForm.of(form, Entity.Type.ORG).words().equals(words));
  }

  /** Returns the number of mentions. */
  public int mentions() {
    return starts.size();
  }
}
