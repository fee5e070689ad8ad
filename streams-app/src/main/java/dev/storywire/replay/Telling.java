package dev.storywire.replay;

import static java.util.Objects.requireNonNullElse;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run told in the end: which articles stood in which story, which were copies of which, and
 * what was refused. Fed with a run's topics; stories and articles that the run has forgotten since
 * are told by their events.
 */
public final class Telling {
  private final TreeMap<String, StoryMembers> stories = new TreeMap<>();
  private final Map<String, Stand> stands = new HashMap<>();
  private final Map<String, ArticleVerdict> verdicts = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  /** How an article stands in its story, by the latest event that says so. */
  private record Stand(
      Instant at,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source) {}

  /**
   * Takes the next event of its story.
   *
   * @throws IllegalArgumentException if one before it is missing
   */
  public void event(StoryEvent event) {
    // what was told of an article that has left the window since holds all the same
    boolean isNew = stories.computeIfAbsent(event.storyId(), StoryMembers::archive).apply(event);
    if (isNew && event instanceof StoryEvent.ArticleJoined joined) {
      stand(joined.uri(), joined.at(), joined.relation(), joined.copyOf(), joined.source());
    } else if (isNew && event instanceof StoryEvent.ArticleRevised revised) {
      stand(revised.uri(), revised.at(), revised.relation(), revised.copyOf(), revised.source());
    }
  }

  private void stand(
      String uri,
      Instant at,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source) {
    stands.merge(
        uri,
        new Stand(at, relation, copyOf, source),
        (known, now) -> new Stand(known.at(), relation, copyOf, source));
  }

  /** Takes a verdict; a tombstone is none, since what left the window was told all the same. */
  public void verdict(ArticleVerdict verdict) {
    verdicts.put(verdict.uri(), verdict);
  }

  /**
   * Takes a refusal by its code. An item may have been taken as well: another version, or again.
   */
  public void refused(String uri, String code) {
    refused.put(uri, code);
  }

  /** The story each article stands in. */
  NavigableMap<String, String> storyOf() {
    NavigableMap<String, String> storyOf = new TreeMap<>();
    stories.forEach((id, members) -> members.uris().forEach(uri -> storyOf.put(uri, id)));
    return storyOf;
  }

  /** How many stories have articles. */
  int storyCount() {
    return (int) stories.values().stream().filter(members -> !members.uris().isEmpty()).count();
  }

  /** The original that an article copies; itself where it is one. */
  String originalOf(String uri) {
    Stand stand = stands.get(uri);
    return stand == null ? uri : requireNonNullElse(stand.copyOf(), uri);
  }

  /** Why an article is in no story: refused and the code, or its status; empty if never seen. */
  String outcome(String uri) {
    ArticleVerdict verdict = verdicts.get(uri);
    if (verdict != null && verdict.status() != ArticleVerdict.Status.USABLE) {
      return verdict.status().name().toLowerCase(java.util.Locale.ROOT);
    }
    String code = refused.get(uri);
    return code == null ? "" : "refused: " + code;
  }

  /** Every uri that it has an outcome for. */
  NavigableSet<String> seen() {
    NavigableSet<String> uris = new TreeSet<>(storyOf().keySet());
    uris.addAll(verdicts.keySet());
    uris.addAll(refused.keySet());
    return uris;
  }

  /** An article as a line; a killed one's words are not shown. */
  Brief.Article article(String uri) {
    ArticleVerdict verdict = verdicts.get(uri);
    Stand stand = stands.get(uri);
    return new Brief.Article(
        uri,
        verdict == null ? null : verdict.headline(),
        stand != null ? stand.source() : verdict == null ? null : verdict.source(),
        stand == null ? null : stand.at(),
        verdict == null || verdict.reasons() == null ? null : why(verdict.reasons()));
  }

  private static String why(Reasons reasons) {
    if (reasons.score() == null || reasons.threshold() == null) {
      return reasons.because();
    }
    return "%s; its own score was %.2f, where %.2f is needed"
        .formatted(reasons.because().replaceAll("[.]$", ""), reasons.score(), reasons.threshold());
  }

  /** A story as a line, called by its first original that has a headline. */
  Brief.Story story(String id) {
    List<Brief.Article> articles =
        new ArrayList<>(
            Objects.requireNonNull(stories.get(id)).uris().stream().map(this::article).toList());
    articles.sort(Brief.BY_TIME);
    String headline =
        articles.stream()
            .filter(article -> originalOf(article.uri()).equals(article.uri()))
            .map(Brief.Article::headline)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    long sources =
        articles.stream().map(Brief.Article::source).filter(Objects::nonNull).distinct().count();
    return new Brief.Story(
        id,
        headline,
        articles.size(),
        (int) sources,
        articles.isEmpty() ? null : articles.get(0).at());
  }
}
