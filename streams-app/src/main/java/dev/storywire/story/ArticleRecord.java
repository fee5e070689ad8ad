package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one uri until it is forgotten.
 *
 * @param lane where its newest version is decided; absent before any has come
 * @param order its number among the lane's articles, that of its first version; -1 where none yet
 * @param version its newest version; -1 before any has come
 * @param article that version; absent where another lane has it, for a note to editors, and once it
 *     is killed: nothing of a killed text is kept
 * @param notices what desks have said about it in other items
 * @param verdict on that version; absent where another lane has it
 * @param leftAt event time at which that other lane was heard to have it, epoch ms; else 0
 */
public record ArticleRecord(
    String uri,
    @Nullable String lane,
    long order,
    int version,
    @Nullable PreparedArticle article,
    List<Notice> notices,
    @Nullable ArticleVerdict verdict,
    long leftAt) {

  /** Makes an absent list empty: it is not written. */
  public ArticleRecord {
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  static ArticleRecord unknown(String uri) {
    return new ArticleRecord(uri, null, -1, -1, null, List.of(), null, 0);
  }

  ArticleRecord numbered(long newOrder) {
    return new ArticleRecord(uri, lane, newOrder, version, article, notices, verdict, leftAt);
  }

  ArticleRecord decided(PreparedArticle newArticle, ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri, newVerdict.lane(), order, newVerdict.version(), newArticle, notices, newVerdict, 0);
  }

  ArticleRecord decided(ArticleVerdict newVerdict) {
    return new ArticleRecord(uri, lane, order, version, article, notices, newVerdict, 0);
  }

  /** The same without the text and what was read from it. */
  ArticleRecord withoutText(ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri, newVerdict.lane(), order, newVerdict.version(), null, notices, newVerdict, 0);
  }

  ArticleRecord elsewhere(PreparedArticle newer, long at) {
    return new ArticleRecord(uri, newer.lane(), -1, newer.version(), null, notices, null, at);
  }

  /** The same with a notice; one that is not for it is not kept. */
  ArticleRecord noticed(Notice notice) {
    return article != null && !notice.isFor(article)
        ? this
        : new ArticleRecord(
            uri, lane, order, version, article, Notice.add(notices, notice), verdict, leftAt);
  }

  /** The status a version has by its own word and by the notices about it. */
  ArticleVerdict.Status status(PreparedArticle version) {
    return Notice.status(notices, version);
  }

  /** Event time at which it was last decided on, spoken of or heard to be elsewhere, epoch ms. */
  long touchedAt() {
    long touched = verdict == null ? leftAt : verdict.decidedAt().toEpochMilli();
    for (Notice notice : notices) {
      touched = Math.max(touched, notice.at());
    }
    return touched;
  }

  /** Whether only that is known of it that another lane has it. */
  boolean hasLeft() {
    return lane != null && verdict == null;
  }

  /** Whether its newest version is in a story. */
  boolean isMember() {
    return verdict != null && verdict.storyId() != null;
  }
}
