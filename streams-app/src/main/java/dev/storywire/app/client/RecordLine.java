package dev.storywire.app.client;

import dev.storywire.app.process.Counted;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Formats a record of an output topic as one line of text. */
final class RecordLine {
  private RecordLine() {}

  static String of(Object value) {
    if (value instanceof Story story) {
      return of(story);
    }
    if (value instanceof ArticleVerdict verdict) {
      return of(verdict);
    }
    return of((StoryEvent) value);
  }

  private static String of(Story story) {
    return "%s  %-6s  %12s (%s, %s)  %s  [%s]"
        .formatted(
            story.lastUpdated(),
            word(story.status()),
            Counted.of(story.articleCount(), "article"),
            Counted.of(story.copyCount(), "copy", "copies"),
            Counted.of(story.sourceCount(), "source"),
            story.headline(),
            story.storyId());
  }

  private static String of(ArticleVerdict verdict) {
    String place =
        verdict.storyId() == null
            ? ""
            : "%s of [%s]"
                .formatted(verdict.copyOf() == null ? "original" : "copy", verdict.storyId());
    return "%s  %-8s  v%d  %s  %s  %s"
        .formatted(
            verdict.decidedAt(),
            word(verdict.status()),
            verdict.version(),
            verdict.uri(),
            place,
            Objects.requireNonNullElse(verdict.headline(), ""));
  }

  private static String of(StoryEvent event) {
    StoryEvent.Edited edit = event.edit();
    String by = edit == null ? "" : ", by %s: %s".formatted(edit.by(), edit.reason());
    return "%s  [%s] #%d  %s%s"
        .formatted(event.at(), event.storyId(), event.seq(), description(event), by);
  }

  private static String description(StoryEvent event) {
    if (event instanceof StoryEvent.Opened opened) {
      return opened.splitFrom() == null ? "opened" : "opened, split from " + opened.splitFrom();
    } else if (event instanceof StoryEvent.ArticleJoined joined) {
      return "article joined: " + joined.uri() + copy(joined.copyOf());
    } else if (event instanceof StoryEvent.ArticleRevised revised && revised.related() != null) {
      return "related to " + revised.related().lane() + " article " + revised.related().article();
    } else if (event instanceof StoryEvent.ArticleRevised revised) {
      return "article revised: "
          + revised.uri()
          + " v"
          + revised.version()
          + copy(revised.copyOf());
    } else if (event instanceof StoryEvent.ArticleWithdrawn withdrawn) {
      return "article withdrawn: " + withdrawn.uri() + " (" + withdrawn.cause() + ")";
    } else if (event instanceof StoryEvent.Merged merged) {
      return merged.into() != null
          ? "merged into " + merged.into()
          : "merged: %s from %s"
              .formatted(Counted.of(merged.uris().size(), "article"), merged.from());
    } else if (event instanceof StoryEvent.Split split) {
      return "split: %s left for %s"
          .formatted(Counted.of(split.uris().size(), "article"), split.into());
    } else if (event instanceof StoryEvent.Closed closed) {
      return "closed (" + closed.reason() + ")";
    }
    return "reopened";
  }

  private static String copy(@Nullable String original) {
    return original == null ? "" : ", a copy of " + original;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
