package dev.storywire.serve.feed;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Builds feeds. Ids depend only on the story or article, so that they are the same on every
 * instance and at every address. A story without articles stays in the feed without words, so that
 * a reader replaces the words that it has.
 */
public final class FeedBuilder {
  private static final String TAG = "tag:storywire.dev,2026:";
  private static final String SUFFIX = " – Storywire";

  private final String base;

  /**
   * Creates a builder.
   *
   * @param base address of the service, such as {@code https://news.example}
   */
  public FeedBuilder(String base) {
    this.base = base;
  }

  /**
   * Returns the feed of a list.
   *
   * @param query query part of the URL with its question mark; empty for all stories
   */
  public Feed list(String title, String query, StoryPage page) {
    return new Feed(
        TAG + "stories" + query,
        title,
        base + "/feeds/stories",
        query,
        base + "/" + query,
        at(page),
        entries(page));
  }

  /** Returns the feed of the stories that name an entity. */
  public Feed entity(String id, String name, StoryPage page) {
    String path = "entities/" + encode(id);
    return new Feed(
        TAG + path,
        name + SUFFIX,
        base + "/feeds/" + path,
        "",
        base + "/" + path,
        at(page),
        entries(page));
  }

  /** Returns the feed of the articles of a story. */
  public Feed story(Story snapshot) {
    Story story = Redaction.of(snapshot);
    String path = "stories/" + encode(story.storyId());
    List<String> tags = story.entities().stream().map(Entity::name).toList();
    return new Feed(
        TAG + path,
        title(story.status(), story.headline()) + SUFFIX,
        base + "/feeds/" + path,
        "",
        base + "/" + path,
        story.lastUpdated(),
        story.articles().stream().map(article -> entry(story, article, tags)).toList());
  }

  private List<Feed.Entry> entries(StoryPage page) {
    return page.stories().stream().map(this::entry).toList();
  }

  private Feed.Entry entry(StoryListItem story) {
    String path = "stories/" + encode(story.storyId());
    return new Feed.Entry(
        TAG + path,
        title(story.status(), story.headline()),
        story.lead(),
        base + "/" + path,
        null,
        story.firstSeen(),
        story.lastUpdated(),
        story.entities().stream().map(Entity::name).toList());
  }

  private Feed.Entry entry(Story story, Story.Member article, List<String> tags) {
    Instant published = article.publishedAt();
    Instant at = published == null ? story.lastUpdated() : published;
    String url = article.url();
    String uri = encode(article.uri());
    String headline = article.headline();
    return new Feed.Entry(
        TAG + "articles/" + uri,
        headline == null ? article.uri() : headline,
        null,
        url == null ? base + "/stories/" + encode(story.storyId()) + "?article=" + uri : url,
        article.source(),
        at,
        at,
        tags);
  }

  private static String title(Story.Status status, String headline) {
    if (!headline.isEmpty()) {
      return headline;
    }
    return status == Story.Status.MERGED
        ? "This story was merged into another story"
        : "This story has no articles";
  }

  private static Instant at(StoryPage page) {
    Instant eventTime = page.eventTime();
    return page.stories().isEmpty()
        ? eventTime == null ? Instant.EPOCH : eventTime
        : page.stories().get(0).lastUpdated();
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
