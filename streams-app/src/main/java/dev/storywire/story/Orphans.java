package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The copies of an original that was killed: flagged, and the earliest of them is the original from
 * now on; or withdrawn with it, where the operator wants that.
 */
final class Orphans {
  private final LaneSettings settings;
  private final LaneStore store;
  private final LaneMemory memory;
  private final Stories stories;

  Orphans(LaneSettings settings, LaneStore store, LaneMemory memory, Stories stories) {
    this.settings = settings;
    this.store = store;
    this.memory = memory;
    this.stories = stories;
  }

  /** Sees to the copies of {@code killed}, which was a member until just now. */
  void of(ArticleRecord killed) {
    String storyId = stories.live(requireNonNull(requireNonNull(killed.verdict()).storyId()));
    if (storyId == null) {
      return;
    }
    @Nullable String first = null;
    for (ArticleRecord copy : copies(storyId, killed.uri())) {
      if (settings.withdrawCopies()) {
        withdraw(copy, killed.uri());
      } else {
        pointAt(first, copy, storyId, killed.uri());
        first = first == null ? copy.uri() : first;
      }
    }
  }

  private List<ArticleRecord> copies(String storyId, String uri) {
    return memory.members(storyId).stream()
        .map(store::article)
        .filter(Objects::nonNull)
        .filter(r -> r.verdict() != null && uri.equals(r.verdict().copyOf()))
        .toList();
  }

  private void withdraw(ArticleRecord copy, String killed) {
    PreparedArticle article = requireNonNull(copy.article());
    memory.forget(copy.uri());
    stories.withdraw(copy, Cause.copyOfCanceled);
    ArticleRecord noticed = copy.noticed(new Notice(Advisory.Act.KILL, article.madeAt(), killed));
    ArticleVerdict verdict =
        Verdicts.suppressed(article, noticed, PubStatus.CANCELED, stories.now());
    store.put(noticed.withoutText(verdict));
    stories.say(new LaneOutput.Verdict(verdict, false));
  }

  private void pointAt(@Nullable String first, ArticleRecord copy, String storyId, String killed) {
    ArticleVerdict verdict =
        Verdicts.moved(
            requireNonNull(copy.verdict()),
            storyId,
            first == null ? Relation.ORIGINAL : Relation.COPY,
            first,
            "Copied " + killed + ", which was killed by its desk.");
    ArticleRecord record = copy.decided(verdict);
    store.put(record);
    stories.say(new LaneOutput.Verdict(verdict, false));
    stories.take(copy, requireNonNull(copy.article()), verdict);
  }
}
