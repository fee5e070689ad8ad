package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.Placement;
import dev.storywire.story.state.StoryRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which edits bind later decisions: an article that an editor has placed in a story
 * stays there, a story that an editor has joined is not split, and articles that an editor has
 * parted do not come together again. They read stories and change nothing.
 */
final class EditRules {
  private static final String STAYS = "Stays in its story, which an editor has changed.";

  private final String lane;
  private final Articles articles;
  private final Stories stories;

  EditRules(String lane, Articles articles, Stories stories) {
    this.lane = lane;
    this.articles = articles;
    this.stories = stories;
  }

  /** An edit that is not possible. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusedException(String code, String reason) {
      super(reason, null, false, false);
      this.refusal = new Refusal(code, reason);
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** The way of articles from one story to another, or to a new one. */
  record Way(String from, @Nullable String into) {}

  /** Returns the story that an edit names, after merges. */
  String story(String storyId) {
    String id = stories.resolve(storyId);
    StoryRecord story = id == null ? null : stories.find(id);
    if (id == null || story == null) {
      throw new RefusedException(
          "unknown-story",
          "Lane %s has no story %s: the id is wrong, or the story has retired."
              .formatted(lane, storyId));
    }
    if (!story.lane().equals(lane)) {
      throw new RefusedException(
          "other-lane", "Story %s is in lane %s, not in %s.".formatted(id, story.lane(), lane));
    }
    return id;
  }

  /** Returns the articles that an edit names. */
  List<ArticleRecord> articles(List<String> uris) {
    return uris.stream().map(this::article).toList();
  }

  /** Returns an article that an edit names. It must be in a story. */
  ArticleRecord article(String uri) {
    ArticleRecord record = articles.get(uri);
    ArticleVerdict verdict = record.verdict();
    if (record.isElsewhere(lane)) {
      throw new RefusedException(
          "other-lane", "Article %s is in lane %s, not in %s.".formatted(uri, record.lane(), lane));
    }
    if (verdict == null) {
      throw new RefusedException(
          "unknown-article",
          "Lane %s has no article %s: the uri is wrong, or the article has expired."
              .formatted(lane, uri));
    }
    if (stories.storyOf(record) == null) {
      throw new RefusedException(
          "unknown-article",
          "Article %s is in no story; it is %s."
              .formatted(uri, verdict.status().name().toLowerCase(Locale.ROOT)));
    }
    return record;
  }

  /** Checks that an article is in a story. */
  void checkMember(ArticleRecord record, String storyId) {
    if (!storyId.equals(stories.storyOf(record))) {
      throw new RefusedException(
          "unknown-article", "Story %s has no article %s.".formatted(storyId, record.uri()));
    }
  }

  /** Returns the articles that an edit has moved and that are still where it has moved them. */
  Map<Way, List<ArticleRecord>> back(EditRecord done) {
    Map<Way, List<ArticleRecord>> back = new LinkedHashMap<>();
    for (EditRecord.Moved moved : done.moved()) {
      ArticleRecord record = articles.get(moved.uri());
      String now = stories.storyOf(record);
      if (now != null && record.isPlacedBy(done.id())) {
        String before = stories.resolve(moved.from());
        Way way = new Way(now, now.equals(before) ? null : before);
        back.computeIfAbsent(way, key -> new ArrayList<>()).add(record);
      }
    }
    // a story cannot be split if no article would remain
    back.entrySet()
        .removeIf(
            entry ->
                entry.getKey().into() == null
                    && requireNonNull(stories.find(entry.getKey().from())).articleCount()
                        == entry.getValue().size());
    return back;
  }

  /**
   * Chooses the story in which an editor has placed an article. Empty if none has, or if the story
   * has retired.
   *
   * @param match the original that the article copies, if it is a copy
   * @param originalStory the story of the original
   */
  Optional<StoryChoice> placement(
      ArticleRecord known, @Nullable CopyMatch match, @Nullable String originalStory) {
    Placement placement = known.placement();
    String placed = placement == null ? null : stories.resolve(placement.storyId());
    String id = placed != null ? placed : joinedStory(known);
    String because = placement != null && placed != null ? placement.because() : STAYS;
    return id == null
        ? Optional.empty()
        : Optional.of(new StoryChoice.Placed(id, because, id.equals(originalStory) ? match : null));
  }

  /** Returns the story of an article if an editor has joined it. */
  private @Nullable String joinedStory(ArticleRecord known) {
    String id = stories.storyOf(known);
    return id != null && isJoined(id) ? id : null;
  }

  /**
   * Returns the record of an article that leaves its story for some time. If an editor has parted
   * it from others, it returns to this story.
   */
  ArticleRecord keepPlace(ArticleRecord known) {
    String id = stories.storyOf(known);
    return id == null || known.placement() != null
        ? known
        : stories
            .edits(id)
            .partedBy(known.uri())
            .map(edit -> known.placed(new Placement(edit, id, STAYS)))
            .orElse(known);
  }

  /** Returns a story, or null if an editor has parted the article from articles of the story. */
  @Nullable String unlessApart(ArticleRecord known, @Nullable String storyId) {
    return storyId == null || stories.edits(storyId).isApartFrom(known.uri()) ? null : storyId;
  }

  /** Returns true if an editor has parted articles of the two stories. */
  boolean areApart(String storyId, String other) {
    return stories.edits(storyId).isApartFrom(stories.edits(other));
  }

  /** Returns true if an editor has brought articles into the story. */
  boolean isJoined(String storyId) {
    return stories.edits(storyId).isJoined();
  }
}
