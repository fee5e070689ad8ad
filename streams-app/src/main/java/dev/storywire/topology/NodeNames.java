package dev.storywire.topology;

/** Names of the nodes of the topology, as in {@code Topology.describe()} and the metrics. */
final class NodeNames {
  static final String RAW = "raw";
  static final String PREPARE = "prepare";
  static final String TO_PREPARED = "to-prepared";
  static final String PREPARED = "prepared";
  static final String ORDER = "order";
  static final String ASSIGN = "assign";
  static final String TO_OTHER_LANES = "to-other-lanes";
  static final String TO_ARTICLES = "to-articles";
  static final String TO_STORIES = "to-stories";
  static final String TO_STORY_EVENTS = "to-story-events";
  static final String TO_DEAD_LETTERS = "to-dead-letters";
  static final String ASSIGN_TO_DEAD_LETTERS = "assign-to-dead-letters";

  private NodeNames() {}
}
