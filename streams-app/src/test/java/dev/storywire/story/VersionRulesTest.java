package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.story.VersionRules.Decision;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Notice;
import dev.storywire.story.state.Notice.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionRulesTest {
  private static final String LANE = "en";

  @Test
  void aNewVersionGetsAStoryUnlessItIsSuppressed() {
    ArticleRecord unknown = ArticleRecord.unknown("urn:a");
    assertThat(VersionRules.onArrival(version(1), unknown, LANE)).isEqualTo(new Decision.Assign());
    assertThat(VersionRules.onArrival(version(2), decided(1, Status.USABLE), LANE))
        .isEqualTo(new Decision.Assign());
    assertThat(VersionRules.onArrival(withheld(1), unknown, LANE))
        .isEqualTo(new Decision.Suppress(Status.WITHHELD));
    assertThat(VersionRules.onArrival(version(1), unknown.withNotice(kill()), LANE))
        .isEqualTo(new Decision.Suppress(Status.CANCELED));
  }

  @Test
  void theSameOrAnOlderVersionIsAResend() {
    ArticleRecord known = decided(2, Status.USABLE);
    assertThat(VersionRules.onArrival(version(2), known, LANE)).isEqualTo(new Decision.Resend());
    assertThat(VersionRules.onArrival(version(1), known, LANE)).isEqualTo(new Decision.Resend());
  }

  @Test
  void theSameVersionWithAMoreSevereStatusIsNotAResend() {
    assertThat(VersionRules.onArrival(withheld(2), decided(2, Status.USABLE), LANE))
        .isEqualTo(new Decision.Suppress(Status.WITHHELD));
    assertThat(VersionRules.onArrival(withheld(2), decided(2, Status.CANCELED), LANE))
        .isEqualTo(new Decision.Resend());
  }

  @Test
  void aVersionIsSupersededIfAnotherLaneHasItOrANewerOne() {
    ArticleRecord elsewhere = ArticleRecord.unknown("urn:a").inOtherLane(french(2), 0);
    assertThat(VersionRules.onArrival(version(1), elsewhere, LANE))
        .isEqualTo(new Decision.Superseded());
    assertThat(VersionRules.onArrival(version(2), elsewhere, LANE))
        .isEqualTo(new Decision.Superseded());
    assertThat(VersionRules.onArrival(version(3), elsewhere, LANE))
        .isEqualTo(new Decision.Assign());
  }

  @Test
  void aNoteToEditorsGetsNoStory() {
    PreparedArticle note = Item.of("urn:note", "Note", "").says("kills", "urn:a").prepared();
    assertThat(VersionRules.onArrival(note, ArticleRecord.unknown("urn:note"), LANE))
        .isEqualTo(new Decision.EditorNote());
  }

  @Test
  void aNoticeSuppressesMarksOrReturnsAnArticle() {
    ArticleRecord usable = decided(1, Status.USABLE);
    assertThat(VersionRules.onNotice(usable)).isEqualTo(new Decision.Unchanged());
    assertThat(VersionRules.onNotice(usable.withNotice(kill())))
        .isEqualTo(new Decision.Suppress(Status.CANCELED));
    assertThat(VersionRules.onNotice(usable.withNotice(notice(Effect.CORRECT))))
        .isEqualTo(new Decision.Mark());
    assertThat(VersionRules.onNotice(decided(1, Status.WITHHELD)))
        .as("its hold has been lifted")
        .isEqualTo(new Decision.Assign());
  }

  @Test
  void aNoticeChangesNothingWithoutADecidedVersion() {
    ArticleRecord unknown = ArticleRecord.unknown("urn:a").withNotice(kill());
    assertThat(VersionRules.onNotice(unknown)).isEqualTo(new Decision.Unchanged());
    assertThat(VersionRules.onNotice(decided(1, Status.ADVISORY).withNotice(kill())))
        .isEqualTo(new Decision.Unchanged());
  }

  private static PreparedArticle version(int version) {
    return item(version).prepared();
  }

  private static PreparedArticle withheld(int version) {
    return item(version).status("withheld").prepared();
  }

  private static PreparedArticle french(int version) {
    return item(version).language("fr").prepared();
  }

  private static Item item(int version) {
    return Item.of("urn:a", "Kelsund port shuts", "").version(version);
  }

  /** Returns the record of a version that states itself usable and was decided with a status. */
  private static ArticleRecord decided(int version, Status status) {
    PreparedArticle article = version(version);
    ArticleVerdict verdict =
        ArticleVerdictBuilder.builder()
            .uri("urn:a")
            .version(version)
            .lane(LANE)
            .status(status)
            .storyId(status == Status.USABLE ? "s" : null)
            .relation(status == Status.USABLE ? Relation.ORIGINAL : null)
            .decision(1)
            .decidedAt(Item.NOON)
            .notices(List.of())
            .build();
    return ArticleRecord.unknown("urn:a").decided(article.facts(), verdict);
  }

  private static Notice kill() {
    return notice(Effect.KILL);
  }

  private static Notice notice(Effect effect) {
    PreparedArticle article = version(1);
    long later = Item.NOON.toEpochMilli() + 60_000;
    return new Notice(effect, later, "urn:note", article.agency());
  }
}
