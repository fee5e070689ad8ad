package dev.storywire.entities.learn;

/** The candidates of one document for {@link CrfTrainer}. The arrays must not be modified. */
final class Chain {
  /** Feature numbers of each candidate. */
  final int[][] features;

  /** Additional features of the second pass; empty if there was no first pass. */
  final int[][] votes;

  /** True tag of each candidate. */
  final byte[] tags;

  /** True for the last candidate of a run. */
  final boolean[] runEnds;

  Chain(int[][] features, int[][] votes, byte[] tags, boolean[] runEnds) {
    this.features = features;
    this.votes = votes;
    this.tags = tags;
    this.runEnds = runEnds;
  }
}
