package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which a {@link NameBook} finds a name.
 *
 * @param unambiguous keys of one name only: a person's given and family name, a long form
 * @param acronyms keys that may be ambiguous: NATO, PA
 * @param singleWord the single word of a person's name, if the article has no full name
 * @param family the family name of a person, if the article has the full name
 */
record NameKeys(
    List<String> unambiguous,
    List<String> acronyms,
    @Nullable String singleWord,
    @Nullable String family) {

  static NameKeys of(ArticleName name) {
    Set<String> unambiguous = new LinkedHashSet<>();
    Set<String> acronyms = new LinkedHashSet<>();
    String family = null;
    String singleWord = null;
    for (String written : name.forms()) {
      NameForm form = NameForm.of(written, name.type());
      if (form.isEmpty()) {
        continue;
      }
      if (name.type() == Entity.Type.PER && form.words().size() > 1) {
        unambiguous.add(person(form));
        family = familyOf(form.last());
      } else if (name.type() == Entity.Type.PER) {
        singleWord = singleWord == null ? form.joined() : singleWord;
      } else {
        String key = Aliases.resolve(form.joined());
        boolean ambiguous = form.acronym() && key.equals(form.joined());
        (ambiguous ? acronyms : unambiguous).add(named(key));
      }
    }
    return new NameKeys(
        List.copyOf(unambiguous),
        List.copyOf(acronyms),
        unambiguous.isEmpty() ? singleWord : null,
        family);
  }

  /**
   * Returns the keys that the spellings of a name would have as names of another type: those of an
   * organisation for a person, and those of a person for an organisation. A place has none.
   */
  static Set<String> asOtherType(ArticleName name) {
    Set<String> keys = new LinkedHashSet<>();
    boolean person = name.type() == Entity.Type.PER;
    for (String written : name.forms()) {
      NameForm form = NameForm.of(written, person ? Entity.Type.ORG : Entity.Type.PER);
      if (person) {
        keys.add(named(Aliases.resolve(form.joined())));
      } else if (name.type() != Entity.Type.LOC && !form.isEmpty() && !form.acronym()) {
        keys.add(form.words().size() > 1 ? person(form) : singleWordOf(form.last()));
        keys.add(familyOf(form.last()));
      }
    }
    return keys;
  }

  private static String person(NameForm form) {
    return "person:"
        + SpellingVariants.sound(form.first())
        + " "
        + SpellingVariants.sound(form.last());
  }

  static String named(String words) {
    return "name:" + words;
  }

  static String singleWordOf(String word) {
    return "bare:" + SpellingVariants.sound(word);
  }

  static String familyOf(String word) {
    return "family:" + SpellingVariants.sound(word);
  }
}
