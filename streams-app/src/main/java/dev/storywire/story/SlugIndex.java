package dev.storywire.story;

import static java.util.Objects.requireNonNullElseGet;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.Notice;
import dev.storywire.story.state.SlugRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slugs of a lane: the items of an agency that use each slug, and notices for items that have
 * not arrived yet. A slug identifies an item for two days, the time in which desks refer to it.
 */
final class SlugIndex {
  static final Duration WINDOW = Duration.ofDays(2);

  private final LaneStore store;

  SlugIndex(LaneStore store) {
    this.store = store;
  }

  /**
   * The items to which another item refers by a slug.
   *
   * @param uris one item, or several with the same text; empty if no item uses the slug, or if
   *     several with different texts do
   * @param candidates number of items that use the slug
   */
  record SlugMatch(List<String> uris, int candidates) {
    boolean isAmbiguous() {
      return uris.isEmpty() && candidates > 0;
    }
  }

  /** Adds an item to its slugs and returns the notices that waited for it. */
  List<Notice> register(PreparedArticle article) {
    List<Notice> waiting =
        article.slugs().stream()
            .flatMap(slug -> record(slug).waiting().stream())
            .filter(
                notice -> isReferredTo(article.uri(), article.madeAt(), notice.by(), notice.at()))
            .filter(notice -> notice.isFor(article.facts()))
            .distinct()
            .toList();
    if (!article.isNote()) {
      var item = new SlugRecord.Item(article.uri(), article.madeAt());
      article.slugs().forEach(slug -> put(record(slug).with(item).without(waiting)));
    }
    return waiting;
  }

  /** Finds the items to which {@code by} refers by a slug. */
  SlugMatch find(String slug, PreparedArticle by) {
    Map<String, @Nullable ArticleRecord> items = new LinkedHashMap<>();
    for (SlugRecord.Item item : record(slug).items()) {
      if (isReferredTo(item.uri(), item.madeAt(), by.uri(), by.madeAt())) {
        items.put(item.uri(), store.article(item.uri()));
      }
    }
    List<ArticleRecord> known = items.values().stream().filter(Objects::nonNull).toList();
    List<ArticleRecord> current = known.stream().filter(SlugIndex::isCurrent).toList();
    List<ArticleRecord> candidates = current.isEmpty() ? known : current;
    boolean oneText = candidates.stream().map(SlugIndex::text).distinct().limit(2).count() == 1;
    return new SlugMatch(
        oneText ? candidates.stream().map(ArticleRecord::uri).toList() : List.of(),
        candidates.size());
  }

  /**
   * Finds the story member that an article replaces or repeats: the one it names or, for a
   * correction that names none, the article of the same agency with the same text.
   */
  @Nullable ArticleRecord predecessor(PreparedArticle article, @Nullable CopyMatch match) {
    List<String> uris = new ArrayList<>();
    for (Advisory advisory : article.advisories()) {
      if (advisory.action().isNote()) {
        return null;
      }
      if (advisory.uri() != null) {
        uris.add(advisory.uri());
      }
      if (advisory.slug() != null) {
        uris.addAll(find(advisory.slug(), article).uris());
      }
      if (advisory.action() == Advisory.Action.REPLACE && match != null) {
        uris.add(match.original());
      }
    }
    return uris.stream()
        .map(store::article)
        .filter(record -> record != null && record.isMember())
        .filter(record -> isEarlier(record, article))
        .findFirst()
        .orElse(null);
  }

  private static boolean isEarlier(ArticleRecord record, PreparedArticle article) {
    VersionFacts other = record.facts();
    return other != null
        && isReferredTo(record.uri(), other.madeAt(), article.uri(), article.madeAt())
        && article.agency() != null
        && article.agency().equals(other.agency());
  }

  /** Stores a notice for an item that has not arrived yet. */
  void await(String slug, Notice notice) {
    put(record(slug).waiting(notice));
  }

  /** Deletes a slug if its window has passed. */
  void expire(Deadline due) {
    SlugRecord record = record(due.id());
    long until = record.latest() + WINDOW.toMillis();
    if (until > due.at()) {
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_SLUG, due.id()));
    } else {
      store.deleteSlug(due.id());
    }
  }

  private static boolean isReferredTo(String uri, long madeAt, String by, long at) {
    return !uri.equals(by) && madeAt <= at && madeAt >= at - WINDOW.toMillis();
  }

  /** Returns true if an item is usable or withheld. */
  private static boolean isCurrent(ArticleRecord record) {
    return record.verdict() != null
        && Stream.of(Status.USABLE, Status.WITHHELD).anyMatch(record.verdict().status()::equals);
  }

  /** Returns a key of the text; a copy has the key of its original. */
  private static String text(ArticleRecord record) {
    return record.verdict() == null || record.verdict().copyOf() == null
        ? record.uri()
        : record.verdict().copyOf();
  }

  private SlugRecord record(String slug) {
    return requireNonNullElseGet(store.slug(slug), () -> SlugRecord.unknown(slug));
  }

  private void put(SlugRecord record) {
    if (store.slug(record.slug()) == null) {
      long until = record.latest() + WINDOW.toMillis();
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_SLUG, record.slug()));
    }
    store.put(record);
  }
}
