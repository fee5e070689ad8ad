package dev.storywire.story.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Notice.Kind;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.PubStatus;
import dev.storywire.story.prepare.VersionFacts;
import dev.storywire.story.state.Notice.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {
  private static final VersionFacts USABLE = version(PubStatus.USABLE);

  @Test
  void theLaterOfHoldAndReleaseDecides() {
    Notice hold = notice(Effect.HOLD, 200);
    assertThat(Notice.status(List.of(hold), USABLE)).isEqualTo(Status.WITHHELD);
    assertThat(Notice.status(List.of(hold, notice(Effect.RELEASE, 300)), USABLE))
        .isEqualTo(Status.USABLE);
    assertThat(Notice.status(List.of(hold, notice(Effect.RELEASE, 150)), USABLE))
        .isEqualTo(Status.WITHHELD);
    assertThat(Notice.status(List.of(notice(Effect.RELEASE, 200), hold), USABLE))
        .as("made at the same time")
        .isEqualTo(Status.WITHHELD);
  }

  @Test
  void aReleaseLiftsTheHoldOfTheVersionItselfButNotAKill() {
    List<Notice> release = List.of(notice(Effect.RELEASE, 200));
    assertThat(Notice.status(List.of(), version(PubStatus.WITHHELD))).isEqualTo(Status.WITHHELD);
    assertThat(Notice.status(release, version(PubStatus.WITHHELD))).isEqualTo(Status.USABLE);
    assertThat(Notice.status(release, version(PubStatus.CANCELED))).isEqualTo(Status.CANCELED);
  }

  @Test
  void aKillHasPrecedenceThenAReplacementThenAHold() {
    Notice hold = notice(Effect.HOLD, 400);
    Notice replace = notice(Effect.REPLACE, 300);
    Notice kill = notice(Effect.KILL, 200);
    assertThat(Notice.status(List.of(hold, replace), USABLE)).isEqualTo(Status.REPLACED);
    assertThat(Notice.status(List.of(hold, replace, kill), USABLE)).isEqualTo(Status.CANCELED);
  }

  @Test
  void aNoticeAppliesToVersionsOfItsAgencyMadeBeforeIt() {
    Notice early = notice(Effect.KILL, 99);
    Notice other = new Notice(Effect.KILL, 200, "urn:note", "Other Agency");
    Notice unnamed = new Notice(Effect.KILL, 200, "urn:note", null);
    assertThat(Notice.status(List.of(early, other, unnamed), USABLE)).isEqualTo(Status.USABLE);
    assertThat(Notice.status(List.of(notice(Effect.KILL, 100)), USABLE)).isEqualTo(Status.CANCELED);
  }

  @Test
  void theLossOfAnOriginalAppliesWhateverTheAgency() {
    Notice flag = new Notice(Effect.FLAG_COPY, 200, "urn:original", null);
    assertThat(Notice.status(List.of(flag), USABLE)).isEqualTo(Status.USABLE);
    assertThat(Notice.shown(List.of(flag), USABLE, Status.USABLE))
        .containsExactly(new ArticleVerdict.Notice(Kind.ORIGINAL_KILLED, "urn:original"));
    Notice kill = new Notice(Effect.KILL_COPY, 200, "urn:original", null);
    assertThat(Notice.status(List.of(kill), USABLE)).isEqualTo(Status.CANCELED);
  }

  @Test
  void showsTheNoticesThatExplainTheStatusAndCorrections() {
    List<Notice> notices =
        List.of(
            notice(Effect.CORRECT, 500),
            notice(Effect.HOLD, 200),
            notice(Effect.RELEASE, 300),
            notice(Effect.KILL, 400));
    assertThat(Notice.shown(notices, USABLE, Status.CANCELED))
        .extracting(ArticleVerdict.Notice::act)
        .containsExactly(Kind.KILLED, Kind.CORRECTED);
    assertThat(Notice.shown(notices, USABLE, Status.USABLE))
        .extracting(ArticleVerdict.Notice::act)
        .containsExactly(Kind.CORRECTED);
  }

  @Test
  void keepsTheLatestNoticeOfAnAgencyWithTheSameEffect() {
    Notice early = notice(Effect.HOLD, 100);
    Notice late = notice(Effect.HOLD, 200);
    Notice other = new Notice(Effect.HOLD, 150, "urn:note", "Other Agency");
    List<Notice> expected = List.of(other, late);
    assertThat(Notice.add(Notice.add(List.of(early), other), late)).isEqualTo(expected);
    assertThat(Notice.add(Notice.add(List.of(late), other), early)).containsOnly(other, late);
  }

  @Test
  void keepsABoundedNumberOfNotices() {
    List<Notice> notices = List.of();
    for (int i = 0; i < 30; i++) {
      notices = Notice.add(notices, new Notice(Effect.HOLD, i, "urn:" + i, "Agency " + i));
    }
    assertThat(notices).hasSize(16);
  }

  private static Notice notice(Effect effect, long at) {
    return new Notice(effect, at, "urn:note", "Harbour Wire");
  }

  private static VersionFacts version(PubStatus status) {
    return new VersionFacts(status, 100, "Harbour Wire");
  }
}
