package dev.storywire.schemas;

import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Computes all members of one story as the fold of its events, while a {@link Story} lists only the
 * newest {@value Story#MAX_ARTICLES}. Not thread-safe.
 */
public final class StoryMembers {
  private final String storyId;
  private final boolean archive;
  private final Set<String> uris = new LinkedHashSet<>();
  private Story.Status status = Story.Status.OPEN;
  private long seq;

  /** Creates an empty fold. */
  public StoryMembers(String storyId) {
    this(storyId, false);
  }

  private StoryMembers(String storyId, boolean archive) {
    this.storyId = storyId;
    this.archive = archive;
  }

  /** Creates an empty fold for an archive, in which articles that expire remain members. */
  public static StoryMembers archive(String storyId) {
    return new StoryMembers(storyId, true);
  }

  /**
   * Applies the next event.
   *
   * @return false if the event was applied before, which changes nothing
   * @throws IllegalArgumentException if the event belongs to another story, or an earlier event is
   *     missing
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
      if (!archive || withdrawn.cause() != Cause.FORGOTTEN) {
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

  /** Returns a view of the uris of the members in the order in which they joined. */
  public Set<String> uris() {
    return Collections.unmodifiableSet(uris);
  }

  /** Returns the status; initially open. */
  public Story.Status status() {
    return status;
  }

  /** Returns the number of the last event applied; 0 if there is none. */
  public long seq() {
    return seq;
  }
}
