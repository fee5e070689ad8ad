package dev.storywire.entities;

import dev.storywire.entities.NameStore.Candidate;
import dev.storywire.schemas.Entity;
import dev.storywire.text.WordHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links the names of the articles of a lane to entities. A known name is found by its distinctive
 * parts: the phonetic keys of given and family name, the long form, or an acronym that an article
 * explained. A family name alone refers to a person only if just one person with it, or one far
 * more frequent than all others, was recently mentioned with the full name. The result depends only
 * on the articles and their order.
 */
public final class NameBook {
  private static final long DAY = 24L * 60 * 60 * 1000;

  /** Time after its last use for which a name is remembered, in ms of event time. */
  public static final long MEMORY = 30 * DAY;

  /** Time after a full name in which the family name alone may refer to it. */
  private static final long RECENT = 3 * DAY;

  /** Minimum ratio of the frequency of a person to that of all others with the same family name. */
  private static final int DOMINANT = 8;

  /**
   * Up to this number, every article is counted. Beyond it, one article in this number is counted,
   * so that frequent names are written rarely.
   */
  private static final int MAX_EXACT_COUNT = 32;

  private static final int MAX_CANDIDATES = 6;

  private final NameStore store;

  public NameBook(NameStore store) {
    this.store = store;
  }

  /**
   * Returns the entities of the names of an article, each once, in the order of first mention.
   *
   * @param time event time of the article, epoch ms
   */
  public List<Entity> link(List<ArticleName> names, long time) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    for (ArticleName name : names) {
      KnownName known = link(name, time);
      entities.merge(
          known.id(),
          new Entity(known.id(), known.preferred(), known.type(), name.mentions()),
          (a, b) -> new Entity(b.id(), b.name(), b.type(), a.mentions() + b.mentions()));
    }
    return List.copyOf(entities.values());
  }

  private KnownName link(ArticleName name, long time) {
    NameKeys keys = NameKeys.of(name);
    KnownName known = find(name, keys, time);
    KnownName used = known == null ? create(name, time) : vote(known, name, time);
    remember(used, keys, time);
    return used;
  }

  private @Nullable KnownName find(ArticleName name, NameKeys keys, long time) {
    KnownName byFullName = first(keys.unambiguous(), time);
    KnownName acronym = first(keys.acronyms(), time);
    if (byFullName != null && acronym != null && !byFullName.id().equals(acronym.id())) {
      return isOnlyAcronym(acronym) ? join(byFullName, acronym) : byFullName;
    }
    if (byFullName != null) {
      return byFullName;
    }
    if (acronym != null && (keys.unambiguous().isEmpty() || isOnlyAcronym(acronym))) {
      return acronym;
    }
    KnownName found = keys.singleWord() == null ? null : bySingleWord(keys.singleWord(), time);
    return found == null ? ofOtherType(name, keys.singleWord() != null, time) : found;
  }

  /**
   * Returns the name of another type with the same spelling: the tagger may classify a ship as a
   * person in one article and as an organisation in the next. A place is found only for a single
   * word, since persons are rarely mentioned without their full name.
   */
  private @Nullable KnownName ofOtherType(ArticleName name, boolean singleWord, long time) {
    for (String key : NameKeys.asOtherType(name)) {
      for (Candidate candidate : store.candidates(key)) {
        KnownName known = remembered(candidate.id(), time);
        if (known != null
            && (singleWord || known.type() != Entity.Type.LOC)
            && known.isSpelledLike(name)) {
          return known;
        }
      }
    }
    return null;
  }

  private @Nullable KnownName first(List<String> keys, long time) {
    for (String key : keys) {
      for (Candidate candidate : store.candidates(key)) {
        boolean known = candidate.lastUsed() >= time - MEMORY;
        KnownName name = known ? remembered(candidate.id(), time) : null;
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private @Nullable KnownName remembered(String id, long time) {
    KnownName name = store.name(id);
    if (name != null && name.sameAs() != null) {
      name = store.name(name.sameAs());
    }
    return name == null || name.lastUsed() < time - MEMORY ? null : name;
  }

  /**
   * Returns the person to which a family name alone refers, or the entity of the family name
   * itself.
   */
  private @Nullable KnownName bySingleWord(String word, long time) {
    List<KnownName> people =
        store.candidates(NameKeys.familyOf(word)).stream()
            .filter(candidate -> candidate.lastUsed() >= time - RECENT)
            .flatMap(candidate -> Stream.ofNullable(remembered(candidate.id(), time)))
            .distinct()
            .sorted(Comparator.comparingLong(KnownName::articles).reversed())
            .toList();
    long others = people.stream().skip(1).mapToLong(KnownName::articles).sum();
    if (!people.isEmpty() && people.get(0).articles() >= others * DOMINANT) {
      return people.get(0);
    }
    return first(List.of(NameKeys.singleWordOf(word)), time);
  }

  private static boolean isOnlyAcronym(KnownName name) {
    return name.spellings().stream()
        .allMatch(spelled -> NameForm.of(spelled.form(), name.type()).acronym());
  }

  /** Merges two names that an article has connected, into the more frequent one. */
  private KnownName join(KnownName a, KnownName b) {
    KnownName survivor = b.articles() > a.articles() ? b : a;
    KnownName joined = survivor.id().equals(a.id()) ? b : a;
    store.put(joined.joinedTo(survivor.id()));
    return survivor;
  }

  private KnownName create(ArticleName name, long time) {
    String slug = name.plainId();
    String id = slug;
    for (int n = 2; remembered(id, time) != null; n++) {
      id = slug + "-" + n;
    }
    KnownName created = new KnownName(id, name.type(), List.of(), time, null).voted(name.name(), 1);
    store.put(created);
    return created;
  }

  /** Counts the form that an article prefers. Frequent names are written rarely. */
  private KnownName vote(KnownName known, ArticleName name, long time) {
    long step = Long.highestOneBit(Math.max(1, known.articles() / MAX_EXACT_COUNT));
    int draw = WordHash.mix(WordHash.ofLower(known.id()), Long.hashCode(time));
    KnownName voted = (draw & (step - 1)) == 0 ? known.voted(name.name(), step) : known;
    voted = time - known.lastUsed() > DAY ? voted.usedAt(time) : voted;
    if (!voted.equals(known)) {
      store.put(voted);
    }
    return voted;
  }

  private void remember(KnownName known, NameKeys keys, long time) {
    keys.unambiguous().forEach(key -> remember(known, key, time));
    keys.acronyms().forEach(key -> remember(known, key, time));
    if (keys.family() != null) {
      remember(known, keys.family(), time);
    } else if (keys.singleWord() != null) {
      remember(known, singleWordKey(known, keys.singleWord()), time);
    }
  }

  /** Returns the key of a family name alone: that of the person to whom it refers, else its own. */
  private static String singleWordKey(KnownName known, String word) {
    boolean fullName = SpellingVariants.words(known.preferred()).size() > 1;
    return fullName ? NameKeys.familyOf(word) : NameKeys.singleWordOf(word);
  }

  private void remember(KnownName known, String key, long time) {
    List<Candidate> candidates = store.candidates(key);
    if (isFresh(candidates, known.id(), time)) {
      return;
    }
    List<Candidate> updated = new ArrayList<>();
    updated.add(new Candidate(known.id(), time));
    candidates.stream()
        .filter(c -> !c.id().equals(known.id()) && c.lastUsed() >= time - MEMORY)
        .limit(MAX_CANDIDATES - 1L)
        .forEach(updated::add);
    store.put(key, updated);
  }

  private static boolean isFresh(List<Candidate> candidates, String id, long time) {
    for (Candidate candidate : candidates) {
      if (candidate.id().equals(id)) {
        return candidate.lastUsed() >= time - DAY;
      }
    }
    return false;
  }
}
