package dev.storywire.entities.learn;

/** The candidates of one document for {@link CrfTrainer}. The arrays must not be modified. */
final class TrainingChain {
  /** Feature numbers of each candidate. */
  final int[][] features;

  /** Additional features of the second pass; empty if there was no first pass. */
  final int[][] secondPassFeatures;

  /** True tag of each candidate. */
  final byte[] tags;

  /** True for the last candidate of a run. */
  final boolean[] runEnds;

  TrainingChain(int[][] features, int[][] secondPassFeatures, byte[] tags, boolean[] runEnds) {
    this.features = features;
    this.secondPassFeatures = secondPassFeatures;
    this.tags = tags;
    this.runEnds = runEnds;
  }
}
