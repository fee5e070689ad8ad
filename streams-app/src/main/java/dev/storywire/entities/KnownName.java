package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name of a lane with all its spellings.
 *
 * @param id readable id, derived from the first form; never changes
 * @param type type of the name in the first article
 * @param spellings number of articles that preferred each form, most frequent first; bounded
 * @param lastUsed event time of its last use, with the precision of a day; epoch ms
 * @param sameAs id of the name with which it was merged
 */
public record KnownName(
    String id,
    Entity.Type type,
    List<SpellingCount> spellings,
    long lastUsed,
    @Nullable String sameAs) {
  private static final int MAX_SPELLINGS = 8;

  /**
   * A form of the name.
   *
   * @param articles number of articles that preferred it; estimated by sampling above some dozens
   */
  public record SpellingCount(String form, long articles) {}

  /** Replaces an absent list by an empty one. */
  public KnownName {
    spellings = spellings == null ? List.of() : List.copyOf(spellings);
  }

  /** Returns the most frequent form; with equal numbers, the first. */
  public String preferred() {
    return spellings.get(0).form();
  }

  /** Returns true if a form of this name has the same words as a name of another type. */
  boolean isSpelledLike(ArticleName name) {
    List<String> words = NameForm.of(name.name(), type).words();
    return spellings.stream()
        .anyMatch(spelled -> NameForm.of(spelled.form(), type).words().equals(words));
  }

  long articles() {
    long sum = 0;
    for (SpellingCount spelled : spellings) {
      sum += spelled.articles();
    }
    return sum;
  }

  /** Returns a copy with more articles that prefer a form. */
  KnownName voted(String form, long articles) {
    List<SpellingCount> spellingCounts = new ArrayList<>(spellings);
    int at = 0;
    while (at < spellingCounts.size() && !spellingCounts.get(at).form().equals(form)) {
      at++;
    }
    if (at < spellingCounts.size()) {
      spellingCounts.set(at, new SpellingCount(form, spellingCounts.get(at).articles() + articles));
    } else {
      spellingCounts.add(new SpellingCount(form, articles));
    }
    spellingCounts.sort(Comparator.comparingLong(SpellingCount::articles).reversed());
    List<SpellingCount> kept =
        spellingCounts.subList(0, Math.min(spellingCounts.size(), MAX_SPELLINGS));
    return new KnownName(id, type, kept, lastUsed, sameAs);
  }

  KnownName usedAt(long time) {
    return new KnownName(id, type, spellings, time, sameAs);
  }

  KnownName joinedTo(String survivor) {
    return new KnownName(id, type, spellings, lastUsed, survivor);
  }
}
