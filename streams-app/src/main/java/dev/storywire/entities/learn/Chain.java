package dev.storywire.entities.learn;

/**
 * One document's candidates as {@link CrfTrainer} learns from them; the arrays are not to be
 * changed.
 */
final class Chain {
  /** Numbers of each candidate's features. */
  final int[][] features;

  /** What the second reading adds to each; empty where there was no first. */
  final int[][] votes;

  /** The true tag of each. */
  final byte[] tags;

  /** Whether it is the last of its run. */
  final boolean[] runEnds;

  Chain(int[][] features, int[][] votes, byte[] tags, boolean[] runEnds) {
    this.features = features;
    this.votes = votes;
    this.tags = tags;
    this.runEnds = runEnds;
  }
}
