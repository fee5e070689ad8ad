package dev.storywire.serve;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds and publishes a story article by article. Times are minutes before noon. */
public final class SampleStory {
  private final InMemoryQueries queries;
  private final String id;
  private final String lane;
  private final String headline;
  private final List<Story.Member> members = new ArrayList<>();
  private final List<Story.SummarySentence> summary = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Runnable> decisions = new ArrayList<>();
  private List<String> terms = List.of();
  private long seq;

  public SampleStory(InMemoryQueries queries, String id, String lane, String headline) {
    this.queries = queries;
    this.id = id;
    this.lane = lane;
    this.headline = headline;
  }

  /** Adds an original. */
  public SampleStory article(int minutesAgo, String source, String title) {
    return add(minutesAgo, source, title, null, null);
  }

  /** Adds a copy of the article with this index. */
  public SampleStory copy(int minutesAgo, String source, String title, int of, double similarity) {
    return add(minutesAgo, source, title, members.get(of).uri(), similarity);
  }

  /** Adds a sentence of the summary, from the article with this index. */
  public SampleStory sentence(String text, int from) {
    summary.add(new Story.SummarySentence(text, members.get(from).uri()));
    return this;
  }

  public SampleStory name(Entity.Type type, String name, int mentions) {
    String entityId = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    entities.add(new Entity(entityId, name, type, mentions));
    return this;
  }

  public SampleStory words(String... words) {
    terms = List.of(words);
    return this;
  }

  /** Adds a second version of the article with this index; {@code earlier} is the first one. */
  public SampleStory revised(int index, int minutesAgo, String earlier, String later) {
    Story.Member first = members.get(index);
    Instant at = ago(minutesAgo);
    String title = Objects.requireNonNull(first.headline());
    members.set(
        index,
        new Story.Member(
            first.uri(),
            2,
            first.relation(),
            first.copyOf(),
            first.source(),
            title,
            first.url(),
            first.publishedAt(),
            List.of()));
    queries.publish(
        StoryEventArticleRevisedBuilder.builder()
            .storyId(id)
            .seq(++seq)
            .at(at)
            .lane(lane)
            .uri(first.uri())
            .version(2)
            .relation(first.relation())
            .source(first.source())
            .build());
    Instant before = Objects.requireNonNull(first.publishedAt());
    queries.topics().addVersion(first.uri(), new VersionText(1, before, title, earlier));
    queries.topics().addVersion(first.uri(), new VersionText(2, at, title, later));
    decisions.add(
        () ->
            queries.publish(
                ArticleVerdictBuilder.builder(queries.article(first.uri()).orElseThrow())
                    .version(2)
                    .build()));
    return this;
  }

  /** Adds an article that has been killed. */
  public SampleStory killed(int minutesAgo, String source) {
    String uri = "urn:wire:%s:killed".formatted(id);
    Instant at = ago(minutesAgo);
    queries.publish(joined(at, uri, Relation.ORIGINAL, null, source));
    queries.publish(
        new StoryEvent.ArticleWithdrawn(
            id,
            ++seq,
            at.plusSeconds(600),
            lane,
            uri,
            2,
            StoryEvent.ArticleWithdrawn.Cause.CANCELED,
            null));
    return this;
  }

  /** Publishes the story with its verdicts and returns it. */
  public Story publishAs(Story.Status status) {
    List<Story.Member> newestFirst = new ArrayList<>(members);
    newestFirst.sort(Comparator.comparing(Story.Member::publishedAt).reversed());
    Instant last = Objects.requireNonNull(newestFirst.get(0).publishedAt());
    Instant first = Objects.requireNonNull(newestFirst.get(newestFirst.size() - 1).publishedAt());
    Story story =
        StoryBuilder.builder()
            .storyId(id)
            .seq(seq)
            .lane(lane)
            .status(status)
            .headline(headline)
            .summary(summary)
            .firstSeen(first)
            .lastUpdated(last)
            .articleCount(members.size())
            .copyCount((int) members.stream().filter(m -> m.relation() == Relation.COPY).count())
            .sourceCount((int) members.stream().map(Story.Member::source).distinct().count())
            .articles(newestFirst)
            .entities(entities)
            .terms(terms)
            .build();
    decisions.forEach(Runnable::run);
    queries.publish(story);
    return story;
  }

  private SampleStory add(
      int minutesAgo,
      String source,
      String title,
      @Nullable String copyOf,
      @Nullable Double similarity) {
    Instant at = ago(minutesAgo);
    int number = members.size() + 1;
    String uri = "urn:wire:%s:%d".formatted(id, number);
    Relation relation = copyOf == null ? Relation.ORIGINAL : Relation.COPY;
    String url = "https://news.example/%s/%d".formatted(id, number);
    if (number == 1) {
      queries.publish(new StoryEvent.Opened(id, ++seq, at, lane, null, null));
    }
    members.add(new Story.Member(uri, 1, relation, copyOf, source, title, url, at, List.of()));
    queries.publish(joined(at, uri, relation, copyOf, source));
    decisions.add(
        () ->
            queries.publish(
                ArticleVerdictBuilder.builder()
                    .uri(uri)
                    .version(1)
                    .status(ArticleVerdict.Status.USABLE)
                    .lane(lane)
                    .storyId(id)
                    .relation(relation)
                    .copyOf(copyOf)
                    .similarity(similarity)
                    .decision(1)
                    .resends(0)
                    .decidedAt(at)
                    .source(source)
                    .headline(title)
                    .url(url)
                    .publishedAt(at)
                    .language(lane)
                    .entities(entities)
                    .reasons(reasons(number))
                    .build()));
    return this;
  }

  private Reasons reasons(int number) {
    if (number == 1) {
      return Reasons.of("Nothing on the wire was close enough, so it opened the story.");
    }
    return new Reasons(
        "It names the same people and places as the story and shares its rarer words.",
        0.25 + 0.07 * (number % 5),
        0.16,
        terms.isEmpty() ? List.of("harbour", "pier", "barge") : terms,
        entities.stream().limit(3).map(Entity::id).toList(),
        0.4 + 0.3 * (number % 4),
        new Reasons.RunnerUp("20260302T0730-3rdz8hbn", 0.09));
  }

  private StoryEvent joined(
      Instant at, String uri, Relation relation, @Nullable String copyOf, String source) {
    return StoryEventArticleJoinedBuilder.builder()
        .storyId(id)
        .seq(++seq)
        .at(at)
        .lane(lane)
        .uri(uri)
        .version(1)
        .relation(relation)
        .copyOf(copyOf)
        .source(source)
        .build();
  }

  private static Instant ago(int minutes) {
    return StoryFixtures.NOON.minusSeconds(60L * minutes);
  }
}
