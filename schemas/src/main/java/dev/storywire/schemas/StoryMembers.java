package dev.storywire.schemas;

import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The members of one story as the fold of its events: all of them, where a {@link Story} lists the
 * newest {@value Story#MAX_ARTICLES}. Not thread-safe.
 */
public final class StoryMembers {
  private final String storyId;
  private final boolean archive;
  private final Set<String> uris = new LinkedHashSet<>();
  private Story.Status status = Story.Status.OPEN;
  private long seq;

  /** A story of which no event has been seen. */
  public StoryMembers(String storyId) {
    this(storyId, false);
  }

  private StoryMembers(String storyId, boolean archive) {
    this.storyId = storyId;
    this.archive = archive;
  }

  /** The same for an archive: an article that the story lets go of as forgotten stays a member. */
  public static StoryMembers archive(String storyId) {
    return new StoryMembers(storyId, true);
  }

  /**
   * Takes the next event.
   *
   * @return false for an event seen before, which changes nothing
   * @throws IllegalArgumentException if the event is of another story, or one before it is missing
   */
  public boolean apply(StoryEvent event) {
    if (!event.storyId().equals(storyId)) {
      throw new IllegalArgumentException(
          "an event of story " + event.storyId() + ", not of " + storyId);
    }
    if (event.seq() <= seq) {
      return false;
    }
    if (event.seq() != seq + 1) {
      throw new IllegalArgumentException(
          "story " + storyId + ": event " + event.seq() + " follows " + seq + "; one is missing");
    }
    seq = event.seq();
    change(event);
    return true;
  }

  private void change(StoryEvent event) {
    if (event instanceof StoryEvent.ArticleJoined joined) {
      uris.add(joined.uri());
    } else if (event instanceof StoryEvent.ArticleWithdrawn withdrawn) {
      if (!archive || withdrawn.cause() != Cause.forgotten) {
        uris.remove(withdrawn.uri());
      }
    } else if (event instanceof StoryEvent.Split split) {
      split.uris().forEach(uris::remove);
    } else if (event instanceof StoryEvent.Merged merged && merged.into() != null) {
      uris.clear();
      status = Story.Status.MERGED;
    } else if (event instanceof StoryEvent.Merged merged) {
      uris.addAll(merged.uris());
    } else if (event instanceof StoryEvent.Closed) {
      status = Story.Status.CLOSED;
    } else if (event instanceof StoryEvent.Reopened) {
      status = Story.Status.OPEN;
    }
  }

  /** The uris of its members, in the order they came; a view. */
  public Set<String> uris() {
    return Collections.unmodifiableSet(uris);
  }

  /** Open until an event says otherwise. */
  public Story.Status status() {
    return status;
  }

  /** Number of the last event taken, 0 before the first. */
  public long seq() {
    return seq;
  }
}
