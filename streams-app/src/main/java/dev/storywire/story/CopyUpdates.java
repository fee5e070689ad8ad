package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.Notice;
import dev.storywire.story.state.StoryRecord;
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
 * Updates the copies of an article that has changed, left its story or returned. Each copy refers
 * to an original in its own story: the earliest usable one. Copies of a killed article are marked,
 * or killed too if {@code withdraw.copies} is set.
 */
final class CopyUpdates {
  private final LaneSettings settings;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;

  CopyUpdates(
      LaneSettings settings,
      LaneStore store,
      ArticleRecords articles,
      LaneMemory memory,
      StoryDrafts stories) {
    this.settings = settings;
    this.store = store;
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
  }

  /**
   * Updates the copies of an article whose state record was {@code before}.
   *
   * @param isKilledElsewhere true if another lane has a newer version, which kills the article
   */
  void update(ArticleRecord before, boolean isKilledElsewhere) {
    ArticleRecord now = articles.get(before.uri());
    List<ArticleRecord> copies = copies(before, now);
    if (copies.isEmpty()) {
      return;
    }
    Map<String, String> originals = originals(now);
    boolean isKilled =
        isKilledElsewhere || (now.verdict() != null && now.verdict().status() == Status.CANCELED);
    for (ArticleRecord copy : copies) {
      if (isKilled && settings.withdrawCopies()) {
        withdraw(copy, now.uri());
      } else {
        assignOriginal(isKilled ? marked(copy, now.uri()) : copy, originals, before.uri());
      }
    }
  }

  /** Returns the original that copies refer to, by story. */
  private Map<String, String> originals(ArticleRecord now) {
    Map<String, String> originals = new LinkedHashMap<>();
    if (now.isMember()) {
      ArticleVerdict verdict = requireNonNull(now.verdict());
      originals.put(story(now), Objects.requireNonNullElse(verdict.copyOf(), now.uri()));
    }
    successor(now).ifPresent(successor -> originals.put(story(successor), successor.uri()));
    return originals;
  }

  /** Finds the article that has replaced another. */
  private Optional<ArticleRecord> successor(ArticleRecord replaced) {
    ArticleVerdict verdict = replaced.verdict();
    if (verdict == null || verdict.status() != Status.REPLACED) {
      return Optional.empty();
    }
    return verdict.notices().stream()
        .map(notice -> articles.get(notice.by()))
        .filter(ArticleRecord::isMember)
        .filter(record -> requireNonNull(record.verdict()).relation() == Relation.ORIGINAL)
        .findFirst();
  }

  /** Finds the copies, in the order of their arrival. */
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
      uris.addAll(memory.copies(now.order())); // the article has returned
    }
    return uris.stream()
        .map(articles::get)
        .filter(ArticleRecord::isMember)
        .filter(record -> record.order() > now.order() || now.order() < 0)
        .sorted(Comparator.comparingLong(ArticleRecord::order))
        .toList();
  }

  private boolean isCopy(String uri, String original) {
    ArticleVerdict verdict = articles.get(uri).verdict();
    return verdict != null && original.equals(verdict.copyOf());
  }

  /**
   * Makes a copy refer to the original in its story. If there is none, the copy becomes the
   * original.
   */
  private void assignOriginal(ArticleRecord copy, Map<String, String> originals, String changed) {
    @Nullable String original = originals.putIfAbsent(story(copy), copy.uri());
    ArticleRecord known = articles.get(copy.uri());
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
                ? "Copied " + changed + ", which is no longer in this story."
                : "Copies the text of " + original + ".");
    articles.put(copy.decided(verdict));
    stories.emit(new LaneOutput.Verdict(verdict, false));
    stories.update(known, articles.content(copy), verdict);
  }

  private ArticleRecord marked(ArticleRecord copy, String killed) {
    return copy.withNotice(notice(Notice.Effect.FLAG_COPY, copy, killed));
  }

  private void withdraw(ArticleRecord copy, String killed) {
    PreparedArticle article = articles.content(copy);
    ArticleRecord noticed = copy.withNotice(notice(Notice.Effect.KILL_COPY, copy, killed));
    memory.remove(copy.uri());
    stories.withdraw(copy, Cause.COPY_OF_CANCELED);
    ArticleVerdict verdict =
        Verdicts.withoutText(
            article, noticed, Status.CANCELED, VerdictReasons.copyOfKilled(killed), stories.now());
    articles.put(noticed.withoutContent(verdict));
    stories.emit(new LaneOutput.Verdict(verdict, false));
  }

  private Notice notice(Notice.Effect effect, ArticleRecord copy, String killed) {
    long madeAt = requireNonNull(copy.facts()).madeAt();
    return new Notice(effect, Math.max(stories.now(), madeAt), killed, null);
  }

  private String story(ArticleRecord member) {
    String storyId = requireNonNull(requireNonNull(member.verdict()).storyId());
    String current = stories.resolve(storyId);
    return current == null ? storyId : current;
  }
}
