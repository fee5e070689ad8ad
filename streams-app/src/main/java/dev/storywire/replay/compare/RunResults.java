package dev.storywire.replay.compare;

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
 * The final results of a run, folded from its topics: the story of each article, the original of
 * each copy, and the refusals. Expired stories and articles are reconstructed from their events.
 */
public final class RunResults {
  private final TreeMap<String, StoryMembers> stories = new TreeMap<>();
  private final Map<String, Membership> memberships = new HashMap<>();
  private final Map<String, ArticleVerdict> verdicts = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  /** An article in its story, as the latest event states it. */
  private record Membership(
      Instant at,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source) {}

  /**
   * Applies the next event of a story.
   *
   * @throws IllegalArgumentException if an earlier event is missing
   */
  public void apply(StoryEvent event) {
    // an archive keeps articles that have expired
    boolean isNew = stories.computeIfAbsent(event.storyId(), StoryMembers::archive).apply(event);
    if (isNew && event instanceof StoryEvent.ArticleJoined joined) {
      setMembership(joined.uri(), joined.at(), joined.relation(), joined.copyOf(), joined.source());
    } else if (isNew && event instanceof StoryEvent.ArticleRevised revised) {
      setMembership(
          revised.uri(), revised.at(), revised.relation(), revised.copyOf(), revised.source());
    }
  }

  private void setMembership(
      String uri,
      Instant at,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source) {
    memberships.merge(
        uri,
        new Membership(at, relation, copyOf, source),
        (known, now) -> new Membership(known.at(), relation, copyOf, source));
  }

  /** Applies a verdict. Tombstones are left out: an expired article keeps its result. */
  public void apply(ArticleVerdict verdict) {
    verdicts.put(verdict.uri(), verdict);
  }

  /** Records a refusal. Another version of the item may have been accepted. */
  public void refused(String uri, String code) {
    refused.put(uri, code);
  }

  /** Returns the story of each article. */
  NavigableMap<String, String> storyOf() {
    NavigableMap<String, String> storyOf = new TreeMap<>();
    stories.forEach((id, members) -> members.uris().forEach(uri -> storyOf.put(uri, id)));
    return storyOf;
  }

  /** Returns the number of stories that have articles. */
  int storyCount() {
    return (int) stories.values().stream().filter(members -> !members.uris().isEmpty()).count();
  }

  /** Returns the original that an article copies; its own uri if it is an original. */
  String originalOf(String uri) {
    Membership membership = memberships.get(uri);
    return membership == null ? uri : requireNonNullElse(membership.copyOf(), uri);
  }

  /** Returns why an article is in no story: its refusal or status; empty if it was never seen. */
  String stateOutsideStories(String uri) {
    ArticleVerdict verdict = verdicts.get(uri);
    if (verdict != null && verdict.status() != ArticleVerdict.Status.USABLE) {
      return verdict.status().name().toLowerCase(java.util.Locale.ROOT);
    }
    String code = refused.get(uri);
    return code == null ? "" : "refused: " + code;
  }

  /** Returns every uri that has a result. */
  NavigableSet<String> seen() {
    NavigableSet<String> uris = new TreeSet<>(storyOf().keySet());
    uris.addAll(verdicts.keySet());
    uris.addAll(refused.keySet());
    return uris;
  }

  /** Summarizes an article, without the text of one that was killed. */
  Summary.Article article(String uri) {
    ArticleVerdict verdict = verdicts.get(uri);
    Membership membership = memberships.get(uri);
    return new Summary.Article(
        uri,
        verdict == null ? null : verdict.headline(),
        membership != null ? membership.source() : verdict == null ? null : verdict.source(),
        membership == null ? null : membership.at(),
        verdict == null || verdict.reasons() == null ? null : reason(verdict.reasons()));
  }

  private static String reason(Reasons reasons) {
    if (reasons.score() == null || reasons.threshold() == null) {
      return reasons.because();
    }
    return "%s; its own score was %.2f, where %.2f is needed"
        .formatted(reasons.because().replaceAll("[.]$", ""), reasons.score(), reasons.threshold());
  }

  /** Summarizes a story under the headline of its first original that has one. */
  Summary.Story story(String id) {
    List<Summary.Article> articles =
        new ArrayList<>(
            Objects.requireNonNull(stories.get(id)).uris().stream().map(this::article).toList());
    articles.sort(Summary.BY_TIME);
    String headline =
        articles.stream()
            .filter(article -> originalOf(article.uri()).equals(article.uri()))
            .map(Summary.Article::headline)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    long sources =
        articles.stream().map(Summary.Article::source).filter(Objects::nonNull).distinct().count();
    return new Summary.Story(
        id,
        headline,
        articles.size(),
        (int) sources,
        articles.isEmpty() ? null : articles.get(0).at());
  }
}
