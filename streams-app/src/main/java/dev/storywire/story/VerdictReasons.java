package dev.storywire.story;

import static java.util.stream.Collectors.joining;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Reasons;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import java.util.List;
import java.util.Locale;

/** Writes the reasons of verdicts. */
final class VerdictReasons {
  private VerdictReasons() {}

  static Reasons copy(CopyMatch match) {
    return new Reasons(
        String.format(
            Locale.ROOT,
            "Shares %.0f %% of its text with %s.",
            100 * match.similarity(),
            match.original()),
        match.decision().score(),
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  /** Returns the reasons for not joining the nearest story. */
  static Reasons apart(JoinDecision decision) {
    String nearest = decision.storyId();
    return new Reasons(
        "An editor has parted it from the most similar story.",
        decision.score(),
        decision.threshold(),
        List.of(),
        List.of(),
        null,
        nearest == null ? null : new Reasons.RunnerUp(nearest, decision.score()));
  }

  /** Returns the sentence for an article that an editor has moved. */
  static String edit(Edit edit, String did) {
    String reason = edit.reason().strip();
    String end = reason.endsWith(".") ? "" : ".";
    return edit.by() + " " + did + ": " + reason + end;
  }

  static Reasons story(JoinDecision decision, boolean joined) {
    String because;
    if (joined) {
      because = "Reports the same event as the recent articles of the story.";
    } else if (decision.runnerUp() == null) {
      because = "Opens a story: no remembered article shares its words or names.";
    } else if (decision.mismatch() == JoinDecision.Mismatch.NAMES) {
      because = "Opens a story: the most similar story has none of its names.";
    } else if (decision.mismatch() == JoinDecision.Mismatch.SUBJECT) {
      because = "Opens a story: the most similar story is a notice on another subject.";
    } else if (decision.mismatch() == JoinDecision.Mismatch.EARLIER_DAY) {
      because = "Opens a story: it is a recurring notice, and the most similar story is older.";
    } else {
      because = "Opens a story: the most similar story scores below the threshold.";
    }
    JoinDecision.Scored next = decision.runnerUp();
    return new Reasons(
        because,
        decision.score(),
        decision.threshold(),
        joined ? decision.sharedTerms() : List.of(),
        joined ? decision.sharedNames() : List.of(),
        joined ? decision.hoursApart() : null,
        next == null ? null : new Reasons.RunnerUp(next.storyId(), next.score()));
  }

  static Reasons suppressed(Status status, List<ArticleVerdict.Notice> notices) {
    String by =
        notices.isEmpty()
            ? "its desk"
            : notices.stream().map(ArticleVerdict.Notice::by).collect(joining(" and "));
    String how =
        switch (status) {
          case WITHHELD -> "Held";
          case REPLACED -> "Replaced";
          default -> "Killed";
        };
    return Reasons.of(how + " by " + by + ".");
  }

  static Reasons copyOfKilled(String killed) {
    return Reasons.of("Copied " + killed + ", which was killed by its desk.");
  }

  /**
   * Returns the reasons of a note to editors: the actions that it requests, each with its items.
   */
  static Reasons advisory(PreparedArticle note, SlugIndex slugs, ArticleRecords articles) {
    return Reasons.of(
        note.advisories().stream()
            .filter(advisory -> advisory.action().isNote())
            .map(
                advisory ->
                    verb(advisory.action()) + " " + targets(advisory, note, slugs, articles))
            .collect(joining("; ", "A note to editors: ", ".")));
  }

  private static String verb(Advisory.Action action) {
    return action.name().toLowerCase(Locale.ROOT) + "s";
  }

  private static String targets(
      Advisory advisory, PreparedArticle note, SlugIndex slugs, ArticleRecords articles) {
    if (advisory.uri() != null) {
      VersionFacts target = articles.get(advisory.uri()).facts();
      boolean isForeign = target != null && !target.isOfAgency(note.agency());
      return (isForeign ? "nothing, because another agency has sent " : "") + advisory.uri();
    }
    if (advisory.slug() == null) {
      return "nothing, because it names no item";
    }
    SlugIndex.SlugMatch match = slugs.find(advisory.slug(), note);
    if (match.isAmbiguous()) {
      return "nothing, because " + match.candidates() + " items have the name that it states";
    }
    return match.uris().isEmpty()
        ? "an item that has not arrived yet"
        : String.join(" and ", match.uris());
  }
}
