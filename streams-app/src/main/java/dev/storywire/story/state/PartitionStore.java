package dev.storywire.story.state;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored state of all lanes of one partition. The articles are shared by its lanes. */
public interface PartitionStore {
  /** Returns the state record of a uri, in any lane. */
  @Nullable ArticleRecord article(String uri);

  /** Returns a lane's clock, epoch ms; null if the lane has decided nothing. */
  @Nullable Long clock(String lane);

  /** Returns the names of the lanes that have a clock. */
  Set<String> lanes();

  /** Returns a lane's own store. */
  LaneStore lane(String name);
}
