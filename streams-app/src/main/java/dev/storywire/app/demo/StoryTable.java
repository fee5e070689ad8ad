package dev.storywire.app.demo;

import dev.storywire.app.process.Counted;
import dev.storywire.schemas.Entity;
import dev.storywire.serve.query.StoryListItem;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints stories as a text table, in the order of their first articles. */
final class StoryTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int HEADLINE = 60;

  private StoryTable() {}

  /** Prints the stories that have articles. A story whose only article was killed has none. */
  static void print(List<StoryListItem> all, PrintWriter out) {
    List<StoryListItem> stories = all.stream().filter(story -> story.articleCount() > 0).toList();
    out.printf(
        "%-11s  %8s  %6s  %7s  %-4s  %-60s  %s%n",
        "first", "articles", "copies", "sources", "lane", "headline", "names");
    stories.stream()
        .sorted(
            Comparator.comparing(StoryListItem::firstSeen).thenComparing(StoryListItem::storyId))
        .forEach(story -> row(story, out));
    out.printf(
        "%s, %s, %d of them copies%n",
        Counted.of(stories.size(), "story", "stories"),
        Counted.of(stories.stream().mapToInt(StoryListItem::articleCount).sum(), "article"),
        stories.stream().mapToInt(StoryListItem::copyCount).sum());
    out.flush();
  }

  private static void row(StoryListItem story, PrintWriter out) {
    out.printf(
        "%-11s  %8d  %6d  %7d  %-4s  %-60s  %s%n",
        TIME.format(story.firstSeen()),
        story.articleCount(),
        story.copyCount(),
        story.sourceCount(),
        story.lane(),
        cut(story.headline()),
        story.entities().stream().limit(3).map(Entity::name).collect(Collectors.joining(", ")));
  }

  private static String cut(String headline) {
    return headline.length() <= HEADLINE ? headline : headline.substring(0, HEADLINE - 1) + "…";
  }
}
