package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the copies of an article right when it changes, goes, or comes back: each points at an
 * original in its own story, the earliest that stands. Copies of one that was killed are flagged,
 * or withdrawn with it where the operator wants that.
 */
final class Reprints {
  private final LaneSettings settings;
  private final LaneStore store;
  private final LaneMemory memory;
  private final Stories stories;

  Reprints(LaneSettings settings, LaneStore store, LaneMemory memory, Stories stories) {
    this.settings = settings;
    this.store = store;
    this.memory = memory;
    this.stories = stories;
  }

  /** Sees to the copies of an article that stood like {@code before} until just now. */
  void after(ArticleRecord before) {
    ArticleRecord now = requireNonNull(store.article(before.uri()));
    Map<String, String> originals = new LinkedHashMap<>();
    if (now.isMember()) {
      ArticleVerdict verdict = requireNonNull(now.verdict());
      originals.put(story(now), Objects.requireNonNullElse(verdict.copyOf(), now.uri()));
    }
    successor(now).ifPresent(successor -> originals.put(story(successor), successor.uri()));
    boolean killed = now.verdict() != null && now.verdict().status() == Status.CANCELED;
    for (ArticleRecord copy : copies(before, now)) {
      if (killed && settings.withdrawCopies()) {
        withdraw(copy, now.uri());
      } else {
        point(killed ? flagged(copy, now.uri()) : copy, originals, before.uri());
      }
    }
  }

  /** The article that has taken its place. */
  private Optional<ArticleRecord> successor(ArticleRecord replaced) {
    ArticleVerdict verdict = replaced.verdict();
    if (verdict == null || verdict.status() != Status.REPLACED) {
      return Optional.empty();
    }
    return verdict.notices().stream()
        .map(notice -> store.article(notice.by()))
        .filter(record -> record != null && record.isMember())
        .map(Objects::requireNonNull)
        .filter(record -> requireNonNull(record.verdict()).relation() == Relation.ORIGINAL)
        .findFirst();
  }

  private List<ArticleRecord> copies(ArticleRecord before, ArticleRecord now) {
    Set<String> uris = new LinkedHashSet<>();
    if (before.isMember()) {
      String storyId = story(before);
      uris.addAll(memory.members(storyId));
      StoryRecord story = store.story(storyId);
      if (story != null) {
        story.members().stream().map(Story.Member::uri).forEach(uris::add);
      }
      uris.removeIf(uri -> !isCopy(uri, before.uri()));
    } else if (now.isMember()) {
      uris.addAll(memory.copies(now.order())); // it is back
    }
    return uris.stream()
        .map(store::article)
        .filter(record -> record != null && record.isMember())
        .map(Objects::requireNonNull)
        .filter(record -> record.order() > now.order() || now.order() < 0)
        .sorted(Comparator.comparingLong(ArticleRecord::order))
        .toList();
  }

  private boolean isCopy(String uri, String original) {
    ArticleRecord record = store.article(uri);
    return record != null && record.verdict() != null && original.equals(record.verdict().copyOf());
  }

  /** Points a copy at the original in its story; where there is none, it is that itself. */
  private void point(ArticleRecord copy, Map<String, String> originals, String changed) {
    @Nullable String original = originals.putIfAbsent(story(copy), copy.uri());
    ArticleRecord known = requireNonNull(store.article(copy.uri()));
    ArticleVerdict old = requireNonNull(known.verdict());
    if (copy.equals(known) && Objects.equals(old.copyOf(), original)) {
      return;
    }
    ArticleVerdict verdict =
        Verdicts.moved(
            copy,
            story(copy),
            original == null ? Relation.ORIGINAL : Relation.COPY,
            original,
            original == null
                ? "Copied " + changed + ", which stands no longer in this story."
                : "Its text is that of " + original + ".");
    store.put(copy.decided(verdict));
    stories.say(new LaneOutput.Verdict(verdict, false));
    stories.take(known, requireNonNull(copy.article()), verdict);
  }

  private ArticleRecord flagged(ArticleRecord copy, String killed) {
    return copy.noticed(notice(Notice.Effect.FLAG_COPY, copy, killed));
  }

  private void withdraw(ArticleRecord copy, String killed) {
    PreparedArticle article = requireNonNull(copy.article());
    ArticleRecord noticed = copy.noticed(notice(Notice.Effect.KILL_COPY, copy, killed));
    memory.forget(copy.uri());
    stories.withdraw(copy, Cause.copyOfCanceled);
    ArticleVerdict verdict =
        Verdicts.withoutText(
            article, noticed, Status.CANCELED, Explanations.copyOfKilled(killed), stories.now());
    store.put(noticed.withoutText(verdict));
    stories.say(new LaneOutput.Verdict(verdict, false));
  }

  private Notice notice(Notice.Effect effect, ArticleRecord copy, String killed) {
    long madeAt = requireNonNull(copy.article()).madeAt();
    return new Notice(effect, Math.max(stories.now(), madeAt), killed, null);
  }

  private String story(ArticleRecord member) {
    String storyId = requireNonNull(requireNonNull(member.verdict()).storyId());
    String live = stories.live(storyId);
    return live == null ? storyId : live;
  }
}
