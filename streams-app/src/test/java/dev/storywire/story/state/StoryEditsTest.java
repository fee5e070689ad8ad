package dev.storywire.story.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryEditsTest {
  private static final StoryEdits NONE = StoryEdits.NONE;

  /** The effects of edits on a story from which an edit has taken c and d. */
  private static final StoryEdits KEPT =
      NONE.withParting("e1", List.of("a", "b"), List.of("c", "d"));

  /** The effects of edits on the story that has them. */
  private static final StoryEdits TAKEN =
      NONE.withParting("e1", List.of("c", "d"), List.of("a", "b"));

  @Test
  void partedStoriesAndArticlesAreApart() {
    assertThat(KEPT.isPartedFrom(TAKEN)).isTrue();
    assertThat(TAKEN.isPartedFrom(KEPT)).isTrue();
    assertThat(KEPT.isPartedFrom("c")).isTrue();
    assertThat(KEPT.isPartedFrom("a")).isFalse();
    assertThat(KEPT.isPartedFrom(NONE)).isFalse();
    assertThat(KEPT.isPartedFrom(NONE.withParting("e2", List.of("x"), List.of("y")))).isFalse();
    assertThat(KEPT.partedBy("a")).contains("e1");
    assertThat(KEPT.partedBy("c")).isEmpty();
  }

  @Test
  void aPartingFollowsItsArticles() {
    StoryEdits left = TAKEN.only(Set.of("c"));
    StoryEdits stayed = TAKEN.without(Set.of("c"));

    assertThat(left.isPartedFrom(KEPT)).isTrue();
    assertThat(stayed.isPartedFrom(KEPT)).isTrue();
    assertThat(left.isPartedFrom(stayed)).isFalse();
    assertThat(stayed.without(Set.of("d"))).isEqualTo(NONE);
    assertThat(KEPT.mergedWith(left.mergedWith(NONE)).isPartedFrom(stayed)).isTrue();
  }

  @Test
  void joinedStoriesAreNoLongerApart() {
    assertThat(KEPT.mergedWith(TAKEN)).isEqualTo(NONE);
    // only the article that returns may come together with the others
    StoryEdits returned = KEPT.mergedWith(TAKEN.only(Set.of("c"))).afterMovingIn(Set.of("c"));
    assertThat(returned.isPartedFrom("c")).isFalse();
    assertThat(returned.isPartedFrom("d")).isTrue();
    assertThat(returned.isPartedFrom(TAKEN.without(Set.of("c")))).isTrue();
  }

  @Test
  void anUndoneEditLeavesNoMarks() {
    assertThat(TAKEN.withJoinedBy("e1").isAssembledByEditor()).isTrue();
    assertThat(TAKEN.withJoinedBy("e1").withoutEdit("e1")).isEqualTo(NONE);
    assertThat(TAKEN.withJoinedBy("e2").withoutEdit("e1")).isEqualTo(NONE.withJoinedBy("e2"));
  }

  @Test
  void marksAreBounded() {
    List<String> many = IntStream.range(0, 1_000).mapToObj(i -> "urn:" + i).toList();
    StoryEdits edits = NONE;
    for (int i = 0; i < 50; i++) {
      edits = edits.withParting("e" + i, many, many).withJoinedBy("e" + i);
    }
    assertThat(edits.joinedBy()).hasSize(8).endsWith("e49");
    assertThat(edits.partings()).hasSize(8);
    assertThat(edits.partings())
        .allSatisfy(
            parting -> {
              assertThat(parting.own()).hasSize(StoryEdits.MAX_LISTED).endsWith("urn:999");
              assertThat(parting.others()).hasSize(StoryEdits.MAX_LISTED);
            });
  }
}
