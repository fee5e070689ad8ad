package dev.storywire.story.state;

import org.jspecify.annotations.Nullable;

/**
 * The stored state of all lanes of one partition. Articles and signatures are shared by its lanes.
 */
public interface PartitionStore {
  /** Returns the state record of a uri, in any lane. */
  @Nullable ArticleRecord article(String uri);

  /** Returns a lane's clock, epoch ms; null if the lane has decided nothing. */
  @Nullable Long clock(String lane);

  /** Returns a lane's own store. */
  LaneStore lane(String name);

  /** Returns the signatures by which stories of different lanes are linked. */
  SignatureStore signatures();
}
