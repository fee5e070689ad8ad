package dev.storywire.app.bench;

/**
 * The measurements of two starts of a service that has run before.
 *
 * @param storeBytes size of the stores on disk
 * @param local with the stores in the data directory
 * @param restored without them: the service restores them from the changelogs
 */
record Restart(long storeBytes, Start local, Start restored) {
  /**
   * Times since the start of the service.
   *
   * @param readyMillis until it runs
   * @param firstMillis until an article that is sent then has its result: its lane is read first
   */
  record Start(long readyMillis, long firstMillis) {}
}
