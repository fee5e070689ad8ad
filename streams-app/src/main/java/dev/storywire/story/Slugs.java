package dev.storywire.story;

import static java.util.Objects.requireNonNullElseGet;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which items of an agency go by which slug, and keeps notices for items that have not come
 * yet. A slug means something for two days, as long as desks go on naming an item by it.
 */
final class Slugs {
  static final Duration WINDOW = Duration.ofDays(2);

  private final LaneStore store;

  Slugs(LaneStore store) {
    this.store = store;
  }

  /**
   * What a slug means to an item that uses it.
   *
   * @param uris the items meant: one, or several with one text; none where it means none, or more
   *     than one
   * @param known how many items go by it
   */
  record Meaning(List<String> uris, int known) {
    boolean isAmbiguous() {
      return uris.isEmpty() && known > 0;
    }
  }

  /** Lists an item under its slugs; returns the notices that waited for it. */
  List<Notice> meet(PreparedArticle article) {
    List<Notice> met =
        article.slugs().stream()
            .flatMap(slug -> record(slug).waiting().stream())
            .filter(notice -> isMeant(article.uri(), article.madeAt(), notice.by(), notice.at()))
            .filter(notice -> notice.isFor(article))
            .distinct()
            .toList();
    if (!article.isNote()) {
      var item = new SlugRecord.Item(article.uri(), article.madeAt());
      article.slugs().forEach(slug -> put(record(slug).with(item).without(met)));
    }
    return met;
  }

  /** The items that {@code by} means by a slug. */
  Meaning find(String slug, PreparedArticle by) {
    Map<String, @Nullable ArticleRecord> items = new LinkedHashMap<>();
    for (SlugRecord.Item item : record(slug).items()) {
      if (isMeant(item.uri(), item.madeAt(), by.uri(), by.madeAt())) {
        items.put(item.uri(), store.article(item.uri()));
      }
    }
    List<ArticleRecord> known = items.values().stream().filter(Objects::nonNull).toList();
    List<ArticleRecord> standing = known.stream().filter(Slugs::stands).toList();
    List<ArticleRecord> meant = standing.isEmpty() ? known : standing;
    boolean oneText = meant.stream().map(Slugs::text).distinct().limit(2).count() == 1;
    return new Meaning(
        oneText ? meant.stream().map(ArticleRecord::uri).toList() : List.of(), meant.size());
  }

  /**
   * The member whose place an article takes, or that it repeats: what it names, else, of one that
   * says it is corrected, the article of its agency that has the same text.
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
    PreparedArticle other = record.article();
    return other != null
        && isMeant(record.uri(), other.madeAt(), article.uri(), article.madeAt())
        && article.agency() != null
        && article.agency().equals(other.agency());
  }

  /** Keeps a notice for an item that has not come yet. */
  void await(String slug, Notice notice) {
    put(record(slug).waiting(notice));
  }

  /** Forgets what a slug meant too long ago. */
  void forgetIfOld(Deadline due) {
    SlugRecord record = record(due.id());
    long until = record.latest() + WINDOW.toMillis();
    if (until > due.at()) {
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_SLUG, due.id()));
    } else {
      store.deleteSlug(due.id());
    }
  }

  private static boolean isMeant(String uri, long madeAt, String by, long at) {
    return !uri.equals(by) && madeAt <= at && madeAt >= at - WINDOW.toMillis();
  }

  private static boolean stands(ArticleRecord record) {
    return record.verdict() != null
        && Stream.of(Status.USABLE, Status.WITHHELD).anyMatch(record.verdict().status()::equals);
  }

  /** What tells texts apart: copies have their original's. */
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
