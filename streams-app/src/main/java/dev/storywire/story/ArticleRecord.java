package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one uri until it is forgotten.
 *
 * @param lane where its newest version is decided; absent before any has come
 * @param order its number among the lane's articles, that of its first version; -1 where none yet
 * @param version its newest version; -1 before any has come
 * @param article that version; absent where another lane has it, and once it is killed (nothing of
 *     a killed text is kept)
 * @param notice what a desk has said about it in another item
 * @param verdict on that version; absent where another lane has it
 */
public record ArticleRecord(
    String uri,
    @Nullable String lane,
    long order,
    int version,
    @Nullable PreparedArticle article,
    @Nullable Notice notice,
    @Nullable ArticleVerdict verdict) {

  static ArticleRecord unknown(String uri) {
    return new ArticleRecord(uri, null, -1, -1, null, null, null);
  }

  ArticleRecord numbered(long newOrder) {
    return new ArticleRecord(uri, lane, newOrder, version, article, notice, verdict);
  }

  ArticleRecord decided(PreparedArticle newArticle, ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri, newVerdict.lane(), order, newVerdict.version(), newArticle, notice, newVerdict);
  }

  ArticleRecord decided(ArticleVerdict newVerdict) {
    return new ArticleRecord(uri, lane, order, version, article, notice, newVerdict);
  }

  /** The same without the text and what was read from it. */
  ArticleRecord withoutText(ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri, newVerdict.lane(), order, newVerdict.version(), null, notice, newVerdict);
  }

  ArticleRecord elsewhere(PreparedArticle newer) {
    return new ArticleRecord(uri, newer.lane(), -1, newer.version(), null, notice, null);
  }

  ArticleRecord noticed(Notice newNotice) {
    Notice holds = notice == null ? newNotice : notice.or(newNotice);
    return new ArticleRecord(uri, lane, order, version, article, holds, verdict);
  }

  /** The status a version has by its own word and by the notice about it. */
  PubStatus status(PreparedArticle version) {
    return notice == null ? version.status() : notice.status(version.status(), version.madeAt());
  }

  /** Event time at which it was last decided on or spoken of, epoch ms. */
  long touchedAt() {
    long spoken = notice == null ? Long.MIN_VALUE : notice.at();
    return verdict == null ? spoken : Math.max(spoken, verdict.decidedAt().toEpochMilli());
  }

  /** Whether its newest version is in a story. */
  boolean isMember() {
    return verdict != null && verdict.storyId() != null;
  }
}
