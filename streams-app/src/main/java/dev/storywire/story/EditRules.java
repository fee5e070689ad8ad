package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Placement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which edits bind later decisions. An article that an editor has placed in a story
 * stays there, and articles that an editor has parted do not come together again. A story into
 * which an editor has brought articles is not split automatically. The rules read stories and
 * change nothing.
 */
final class EditRules {
  private static final String STAYS_IN_EDITED_STORY =
      "Stays in its story, which an editor has changed.";

  private final StoryDrafts stories;

  EditRules(StoryDrafts stories) {
    this.stories = stories;
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
    String id = placed != null ? placed : assembledStory(known);
    String because =
        placement != null && placed != null ? placement.because() : STAYS_IN_EDITED_STORY;
    return id == null
        ? Optional.empty()
        : Optional.of(
            new StoryChoice.KeepPlacement(id, because, id.equals(originalStory) ? match : null));
  }

  /** Returns the story of an article if an editor has brought articles into that story. */
  private @Nullable String assembledStory(ArticleRecord known) {
    String id = stories.storyOf(known);
    return id != null && isAssembledByEditor(id) ? id : null;
  }

  /**
   * Returns the record of an article that is held or replaced. If an editor has parted the article
   * from others, the record keeps its story, to which the article then returns.
   */
  ArticleRecord keepStory(ArticleRecord known) {
    String id = stories.storyOf(known);
    return id == null || known.placement() != null
        ? known
        : stories
            .edits(id)
            .partedBy(known.uri())
            .map(edit -> known.withPlacement(new Placement(edit, id, STAYS_IN_EDITED_STORY)))
            .orElse(known);
  }

  /**
   * Returns the story if the article may join it; null if an editor has parted the article from
   * articles of the story.
   */
  @Nullable String allowedStory(ArticleRecord known, @Nullable String storyId) {
    return storyId == null || stories.edits(storyId).isPartedFrom(known.uri()) ? null : storyId;
  }

  /** Returns true if an editor has parted articles of the two stories. */
  boolean areParted(String storyId, String other) {
    return stories.edits(storyId).isPartedFrom(stories.edits(other));
  }

  /** Returns true if an editor has brought articles into the story. */
  boolean isAssembledByEditor(String storyId) {
    return stories.edits(storyId).isAssembledByEditor();
  }
}
