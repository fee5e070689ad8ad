package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.StoryListItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains the verdict on an article, for people and for programs.
 *
 * @param verdict as on {@code storywire.articles}
 * @param story the current state of its story
 * @param original the article that it copies, if it still exists
 * @param runnerUp the best story that was not chosen, if it still exists
 * @param noNames sentence which states that there is no model for names in the article's language;
 *     absent if there is one
 * @param edits the edits that changed it within its story, such as a pinned headline
 * @param sentences the explanation in sentences
 */
public record Explanation(
    String uri,
    ArticleVerdict verdict,
    @Nullable StoryListItem story,
    @Nullable Original original,
    @Nullable StoryListItem runnerUp,
    @Nullable String noNames,
    List<StoryEvent.Edited> edits,
    List<String> sentences) {

  /** Explains a verdict. The stories and the original may be null if they are not known. */
  public static Explanation of(
      ArticleVerdict decided,
      @Nullable StoryListItem story,
      @Nullable Original original,
      @Nullable StoryListItem runnerUp,
      List<StoryEvent.Edited> edits) {
    ArticleVerdict verdict = Redaction.of(decided);
    return new Explanation(
        verdict.uri(),
        verdict,
        story,
        original,
        runnerUp,
        NoNames.in(verdict.language()),
        edits,
        Stream.concat(
                sentences(verdict, story, original, runnerUp).stream(),
                edits.stream().map(Explanation::edit))
            .toList());
  }

  /** Returns the sentences, one per line. */
  public String text() {
    return uri + "\n" + String.join("\n", sentences) + "\n";
  }

  private static List<String> sentences(
      ArticleVerdict verdict,
      @Nullable StoryListItem story,
      @Nullable Original original,
      @Nullable StoryListItem runnerUp) {
    List<String> sentences = new ArrayList<>();
    sentences.add(statusSentence(verdict, story));
    if (verdict.copyOf() != null) {
      sentences.addAll(copied(verdict, verdict.copyOf(), original));
    }
    verdict.notices().forEach(notice -> noticeSentence(notice).ifPresent(sentences::add));
    Optional.ofNullable(NoNames.in(verdict.language())).ifPresent(sentences::add);
    if (verdict.reasons() != null) {
      sentences.addAll(because(verdict, verdict.reasons()));
      Optional.ofNullable(verdict.reasons().runnerUp())
          .ifPresent(next -> sentences.add(nextBest(next, runnerUp)));
    }
    return sentences;
  }

  /**
   * Returns the reasons: a sentence, the score, and the words and names in common with the story.
   */
  private static List<String> because(ArticleVerdict verdict, Reasons reasons) {
    List<String> sentences = new ArrayList<>();
    if (verdict.copyOf() == null || !reasons.because().contains(verdict.copyOf())) {
      sentences.add(reasons.because());
    }
    if (reasons.score() != null && reasons.threshold() != null) {
      sentences.add(
          "It scored %s; %s was needed."
              .formatted(twoDecimals(reasons.score()), twoDecimals(reasons.threshold())));
    }
    if (!reasons.sharedEntities().isEmpty()) {
      sentences.add("Names in common: " + String.join(", ", names(verdict, reasons)) + ".");
    }
    if (!reasons.sharedTerms().isEmpty()) {
      sentences.add("Words in common: " + String.join(", ", reasons.sharedTerms()) + ".");
    }
    if (reasons.hoursApart() != null) {
      sentences.add(
          "It is %s apart from the story's latest article.".formatted(time(reasons.hoursApart())));
    }
    return sentences;
  }

  private static String time(double hours) {
    long minutes = Math.round(hours * 60);
    if (minutes >= 60) {
      return String.format(Locale.ROOT, "%.1f hours", hours);
    }
    return minutes == 0 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  private static String nextBest(Reasons.RunnerUp next, @Nullable StoryListItem story) {
    String name =
        story == null || story.headline().isEmpty()
            ? next.storyId()
            : "“" + story.headline() + "” (" + next.storyId() + ")";
    return "The next best story was %s with %s.".formatted(name, twoDecimals(next.score()));
  }

  private static List<String> copied(
      ArticleVerdict verdict, String copyOf, @Nullable Original original) {
    String shared = shared(verdict.similarity());
    if (original == null) {
      return List.of("It is a copy of %s%s.".formatted(copyOf, shared));
    }
    return original.changedSince()
        ? List.of(
            "It is a copy of an earlier version of %s%s.".formatted(original.name(), shared),
            "The original was changed since: it has version %d.".formatted(original.version()))
        : List.of("It is a copy of %s%s.".formatted(original.name(), shared));
  }

  private static String edit(StoryEvent.Edited edit) {
    String reason = edit.reason().strip();
    return "Edited by %s: %s%s".formatted(edit.by(), reason, reason.endsWith(".") ? "" : ".");
  }

  private static Optional<String> noticeSentence(ArticleVerdict.Notice notice) {
    return switch (notice.act()) {
      case ORIGINAL_KILLED -> Optional.of("It copies %s, which was killed.".formatted(notice.by()));
      case CORRECTED -> Optional.of("A correction was sent in words: %s.".formatted(notice.by()));
      case KILLED, HELD, REPLACED, OTHER -> Optional.empty(); // part of the reason
    };
  }

  private static List<String> names(ArticleVerdict verdict, Reasons reasons) {
    Map<String, String> names =
        verdict.entities().stream()
            .collect(Collectors.toMap(Entity::id, Entity::name, (first, second) -> first));
    return reasons.sharedEntities().stream().map(id -> names.getOrDefault(id, id)).toList();
  }

  private static String statusSentence(ArticleVerdict verdict, @Nullable StoryListItem story) {
    return switch (verdict.status()) {
      case USABLE ->
          story == null || story.headline().isEmpty()
              ? "Version %d is in story %s.".formatted(verdict.version(), verdict.storyId())
              : "Version %d is in “%s” (%s)."
                  .formatted(verdict.version(), story.headline(), story.storyId());
      case WITHHELD -> "Version %d was put on hold by its desk.".formatted(verdict.version());
      case REPLACED -> "Version %d was replaced by another item.".formatted(verdict.version());
      case CANCELED -> "Version %d was withdrawn.".formatted(verdict.version());
      case ADVISORY -> "Version %d is a note to editors.".formatted(verdict.version());
    };
  }

  private static String shared(@Nullable Double similarity) {
    return similarity == null
        ? ""
        : String.format(Locale.ROOT, " (%.0f%% of the text in common)", similarity * 100);
  }

  private static String twoDecimals(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }
}
