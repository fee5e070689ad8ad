package dev.storywire.story.draft;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a lane: the state record of each uri and, as long as it has {@code facts}, the
 * content record. A change of state writes only the state record; content is written when a version
 * arrives, and deleted when the state record no longer has facts.
 */
public final class ArticleRecords {
  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;

  public ArticleRecords(String lane, LaneSettings settings, LaneStore store) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
  }

  public @Nullable ArticleRecord find(String uri) {
    return store.article(uri);
  }

  /** Returns the state record of a uri, an empty one for an unknown uri. */
  public ArticleRecord get(String uri) {
    return requireNonNullElseGet(store.article(uri), () -> ArticleRecord.unknown(uri));
  }

  /** Returns the content record that belongs to a state record with facts. */
  public PreparedArticle content(ArticleRecord record) {
    return requireNonNull(store.content(record.uri()), record.uri());
  }

  /** Returns the terms that an article contributes to its story; none if its content is gone. */
  List<String> terms(ArticleRecord record) {
    return record.facts() == null ? List.of() : StoryContents.terms(content(record));
  }

  /** Stores the content of the version just decided. */
  public void putContent(PreparedArticle version) {
    store.putContent(version);
  }

  /** Stores a state record. The first one of a uri in this lane also schedules its expiry. */
  public void put(ArticleRecord record) {
    ArticleRecord before = store.article(record.uri());
    store.put(record);
    if (before != null && before.facts() != null && record.facts() == null) {
      store.deleteContent(record.uri());
    }
    if (before == null || before.verdict() == null || before.isInOtherLane(lane)) {
      long until = store.clock() + settings.remember().toMillis();
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_ARTICLE, record.uri()));
    }
  }

  public void delete(ArticleRecord record) {
    store.deleteArticle(record.uri());
    if (record.facts() != null) {
      store.deleteContent(record.uri());
    }
  }
}
