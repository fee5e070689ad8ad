package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.Reasons;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words and figures why a lane decided as it did. */
final class Explanations {
  private Explanations() {}

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

  static Reasons story(JoinDecision decision, boolean joined) {
    String because;
    if (joined) {
      because = "Tells the same event as the story's recent articles.";
    } else if (decision.runnerUp() == null) {
      because = "Opens a story: nothing remembered shares its words or names.";
    } else {
      because = "Opens a story: the nearest one does not reach the bar.";
    }
    JoinDecision.Scored next = decision.runnerUp();
    return new Reasons(
        because,
        decision.score(),
        decision.bar(),
        joined ? decision.sharedTerms() : List.of(),
        joined ? decision.sharedNames() : List.of(),
        joined ? decision.hoursApart() : null,
        next == null ? null : new Reasons.RunnerUp(next.storyId(), next.score()));
  }

  static Reasons suppressed(PubStatus status, @Nullable Notice notice) {
    String by = notice == null ? "by its desk" : "by " + notice.by();
    return Reasons.of(status == PubStatus.WITHHELD ? "Held " + by + "." : "Killed " + by + ".");
  }

  static Reasons advisory(List<Advisory> advisories) {
    return Reasons.of(
        advisories.stream()
            .map(a -> a.act().name().toLowerCase(Locale.ROOT) + "s " + a.uri())
            .collect(Collectors.joining("; ", "A note to editors: ", ".")));
  }
}
