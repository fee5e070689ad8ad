package dev.storywire.story.state;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state record of a uri: everything about it that changes. Its text and the data extracted from
 * it never change; they are in the content record, a {@link PreparedArticle}.
 *
 * @param lane the lane that decides its newest version; null before its first version
 * @param order its number among the articles of the lane, that of its first version; -1 for none
 * @param version its newest version; -1 before the first
 * @param facts about that version; null if no content record is kept: another lane has the article,
 *     it is a note to editors, or it has been killed
 * @param notices the effects of other items on it
 * @param verdict on that version; null if another lane has the article
 * @param leftAt event time at which another lane took the article over, epoch ms; 0 if none did
 * @param placement the decision of an editor on its story; null if there is none
 */
public record ArticleRecord(
    String uri,
    @Nullable String lane,
    long order,
    int version,
    @Nullable VersionFacts facts,
    List<Notice> notices,
    @Nullable ArticleVerdict verdict,
    long leftAt,
    @Nullable Placement placement) {

  /** Makes an absent list empty, since an empty list is not encoded. */
  public ArticleRecord {
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /** Returns the record of an unknown uri. */
  public static ArticleRecord unknown(String uri) {
    return new ArticleRecord(uri, null, -1, -1, null, List.of(), null, 0, null);
  }

  /** Returns the record with the number of the article in the lane. */
  public ArticleRecord withOrder(long newOrder) {
    return new ArticleRecord(
        uri, lane, newOrder, version, facts, notices, verdict, leftAt, placement);
  }

  /** Returns the record after a decision on a version. */
  public ArticleRecord decided(VersionFacts newFacts, ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri,
        newVerdict.lane(),
        order,
        newVerdict.version(),
        newFacts,
        notices,
        newVerdict,
        0,
        placement);
  }

  /** Returns the record after another decision on the same version. */
  public ArticleRecord decided(ArticleVerdict newVerdict) {
    return new ArticleRecord(uri, lane, order, version, facts, notices, newVerdict, 0, placement);
  }

  /** Returns the record after a decision on a version whose content is not kept. */
  public ArticleRecord withoutContent(ArticleVerdict newVerdict) {
    return new ArticleRecord(
        uri,
        newVerdict.lane(),
        order,
        newVerdict.version(),
        null,
        notices,
        newVerdict,
        0,
        placement);
  }

  /** Returns the record of an article whose newer version is decided in another lane. */
  public ArticleRecord inOtherLane(PreparedArticle newer, long at) {
    return new ArticleRecord(uri, newer.lane(), -1, newer.version(), null, notices, null, at, null);
  }

  /** Returns the record with a notice, or this record if the notice is not for the article. */
  public ArticleRecord withNotice(Notice notice) {
    return facts != null && !notice.isFor(facts)
        ? this
        : new ArticleRecord(
            uri,
            lane,
            order,
            version,
            facts,
            Notice.add(notices, notice),
            verdict,
            leftAt,
            placement);
  }

  /** Returns the record with the decision of an editor; null revokes it. */
  public ArticleRecord withPlacement(@Nullable Placement newPlacement) {
    return new ArticleRecord(
        uri, lane, order, version, facts, notices, verdict, leftAt, newPlacement);
  }

  /** Returns true if an edit placed the article. */
  public boolean isPlacedBy(String edit) {
    return placement != null && placement.edit().equals(edit);
  }

  /** Returns the status of a version, from its own status and from the notices. */
  public Status status(VersionFacts version) {
    return Notice.status(notices, version);
  }

  /** Returns the event time of the last decision, notice or move to another lane, epoch ms. */
  public long changedAt() {
    long touched = verdict == null ? leftAt : verdict.decidedAt().toEpochMilli();
    for (Notice notice : notices) {
      touched = Math.max(touched, notice.at());
    }
    return touched;
  }

  /** Returns true if a lane other than {@code thisLane} has the article. */
  public boolean isInOtherLane(String thisLane) {
    return lane != null && !lane.equals(thisLane);
  }

  /** Returns true if another lane has the article and nothing else is known of it. */
  public boolean hasMoved() {
    return lane != null && verdict == null;
  }

  /** Returns true if the newest version is in a story. */
  public boolean isMember() {
    return verdict != null && verdict.storyId() != null;
  }
}
