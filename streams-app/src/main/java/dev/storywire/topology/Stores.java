package dev.storywire.topology;

/** Names of the state stores. Once released a name stays: a new one would leave its data behind. */
public final class Stores {
  /** Which lane each uri was last sent to, by uri; forgets with its window. */
  static final String LANE_OF_URI = "lane-of-uri";

  /** Articles held until their order is known, and the progress of the raw partitions. */
  static final String ORDER = "order";

  /** What is kept of each remembered article, by uri. */
  public static final String ARTICLES = "articles";

  /** The stories as they stand, by story id: the queryable store. */
  public static final String STORY_CLUSTERS = "story-clusters";

  /** What a lane's working memory is rebuilt from, by lane and arrival. */
  static final String LANE_MEMORY = "lane-memory";

  /** Each lane's clock and counters, by lane. */
  static final String LANES = "lanes";

  /** Spellings and what they name, by lane and spelling. */
  static final String NAMES = "names";

  private Stores() {}
}
