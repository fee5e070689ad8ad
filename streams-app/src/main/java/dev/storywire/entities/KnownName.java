package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that a lane has seen, under all its spellings.
 *
 * @param id readable, from the form that was seen first; never changes
 * @param type the kind of name, as the first article had it
 * @param spellings how many articles preferred which form, the most used first; bounded
 * @param lastUsed event time of its last use, within a day; epoch ms
 * @param sameAs the id of the name it turned out to be another spelling of
 */
public record KnownName(
    String id, Entity.Type type, List<Spelled> spellings, long lastUsed, @Nullable String sameAs) {
  private static final int MAX_SPELLINGS = 8;

  /**
   * A form of the name.
   *
   * @param articles how many articles preferred it; above some dozens estimated, by sampling
   */
  public record Spelled(String form, long articles) {}

  /** Makes absent lists empty. */
  public KnownName {
    spellings = spellings == null ? List.of() : List.copyOf(spellings);
  }

  /** The form most used; of equals the one seen first. */
  public String preferred() {
    return spellings.get(0).form();
  }

  long articles() {
    return spellings.stream().mapToLong(Spelled::articles).sum();
  }

  /** The same with more articles that prefer a form. */
  KnownName voted(String form, long articles) {
    List<Spelled> votes = new ArrayList<>(spellings);
    int at = 0;
    while (at < votes.size() && !votes.get(at).form().equals(form)) {
      at++;
    }
    if (at < votes.size()) {
      votes.set(at, new Spelled(form, votes.get(at).articles() + articles));
    } else {
      votes.add(new Spelled(form, articles));
    }
    votes.sort(Comparator.comparingLong(Spelled::articles).reversed());
    List<Spelled> kept = votes.subList(0, Math.min(votes.size(), MAX_SPELLINGS));
    return new KnownName(id, type, kept, lastUsed, sameAs);
  }

  KnownName usedAt(long time) {
    return new KnownName(id, type, spellings, time, sameAs);
  }

  KnownName joinedTo(String survivor) {
    return new KnownName(id, type, spellings, lastUsed, survivor);
  }
}
