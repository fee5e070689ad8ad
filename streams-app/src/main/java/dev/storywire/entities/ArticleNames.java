package dev.storywire.entities;

import dev.storywire.entities.tagger.Mention;
import dev.storywire.schemas.Entity;
import dev.storywire.text.TokenizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the names of one article. A surname, a given name or initials are assigned to the last
 * matching full name, and an acronym to its long form. Names with the same spelling are one name,
 * of its most frequent type. Short forms get the type of their full name.
 */
public final class ArticleNames {
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final SpellingTypes types = new SpellingTypes();
  private final FullNames fullPeople = new FullNames();
  private final Map<String, String> keysByInitials = new HashMap<>();
  private final Map<String, NameGroup> groups = new LinkedHashMap<>();

  private ArticleNames() {}

  /**
   * Returns the names of an article, in the order of first mention.
   *
   * @param text headline and paragraphs
   * @param mentions mentions of names, in ascending order
   */
  public static List<ArticleName> of(TokenizedText text, List<Mention> mentions) {
    return of(text, mentions, "en");
  }

  /** Returns the names of an article in any language. Places get their English names. */
  public static List<ArticleName> of(TokenizedText text, List<Mention> mentions, String language) {
    ArticleNames names = new ArticleNames();
    Genitives genitives =
        new Genitives(mentions.stream().map(mention -> written(text, mention)).toList(), language);
    mentions.forEach(mention -> names.read(text, mention, genitives));
    names.occurrences.replaceAll(names.types::unify);
    names.occurrences.forEach(names::index);
    names.resolve(text.text());
    return names.groups.values().stream()
        .map(NameGroup::name)
        .map(name -> language.equals("en") ? name : name.withEnglishName())
        .sorted(Comparator.comparing(name -> name.starts().get(0)))
        .toList();
  }

  private static String written(TokenizedText text, Mention mention) {
    return text.text().substring(text.start(mention.fromToken()), text.end(mention.toToken() - 1));
  }

  private void read(TokenizedText text, Mention mention, Genitives genitives) {
    int start = text.start(mention.fromToken());
    int end = text.end(mention.toToken() - 1);
    String name = genitives.strip(written(text, mention), mention.type());
    NameForm form = NameForm.of(name, mention.type());
    if (!form.isEmpty()) {
      Occurrence occurrence = new Occurrence(form, mention.type(), start, end);
      occurrences.add(occurrence);
      types.add(occurrence);
    }
  }

  private void index(Occurrence occurrence) {
    NameForm form = occurrence.form();
    if (occurrence.isFullPerson() && form.first().length() > 1) {
      fullPeople.add(occurrence);
    }
    if (occurrence.type() != Entity.Type.PER && form.words().size() > 1) {
      keysByInitials.putIfAbsent(form.initials(), key(form));
    }
  }

  private void resolve(String text) {
    String previousKey = null;
    int previousEnd = 0;
    for (Occurrence occurrence : occurrences) {
      Occurrence person = person(occurrence);
      boolean explains =
          previousKey != null
              && occurrence.form().acronym()
              && occurrence.type() == Entity.Type.ORG
              && text.substring(previousEnd, occurrence.start()).equals(" (");
      String key =
          explains ? previousKey : person == null ? nameKey(occurrence.form()) : personKey(person);
      if (explains) {
        keysByInitials.put(occurrence.form().letters(), key);
      }
      boolean full = person == null || occurrence.isFullPerson();
      groups
          .computeIfAbsent(key, k -> new NameGroup())
          .add(occurrence.form(), occurrence.type(), occurrence.start(), full);
      boolean organisation = occurrence.type() == Entity.Type.ORG && !occurrence.form().acronym();
      previousKey = organisation ? key : null;
      previousEnd = occurrence.end();
    }
  }

  private String nameKey(NameForm form) {
    String key = key(form);
    return form.acronym() && key.equals(form.joined())
        ? keysByInitials.getOrDefault(form.letters(), key)
        : key;
  }

  private static String key(NameForm form) {
    String key = Aliases.resolve(form.joined());
    return form.words().size() == 1 && key.equals(form.joined())
        ? SpellingVariants.sound(key)
        : key;
  }

  /** Returns the key of a person: the sound of the given name, and the family name. */
  private static String personKey(Occurrence person) {
    return "person:" + SpellingVariants.sound(person.form().first()) + " " + person.family();
  }

  /**
   * Returns the full name of an occurrence: itself, or the last matching one before it, or the
   * first one after it; null if it is not a person.
   */
  private @Nullable Occurrence person(Occurrence occurrence) {
    if (occurrence.isFullPerson() && occurrence.form().first().length() > 1) {
      return occurrence;
    }
    Occurrence found = occurrence.type() == Entity.Type.LOC ? null : fullPeople.find(occurrence);
    return found == null && occurrence.isFullPerson() ? occurrence : found;
  }
}
