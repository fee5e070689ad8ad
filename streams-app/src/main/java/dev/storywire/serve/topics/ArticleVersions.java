package dev.storywire.serve.topics;

import dev.storywire.serve.query.NotReadyException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The versions of articles, as they arrived on {@code storywire.raw}. */
public interface ArticleVersions {
  /**
   * Returns the usable versions of an article that arrived at about these times, each once. A
   * version is missing if its record was deleted or is too far from its time.
   *
   * @throws NotReadyException if the broker does not answer in time
   */
  List<VersionText> find(String uri, Collection<Instant> times);

  /** The cleaned text of a version. */
  record VersionText(int version, Instant at, String headline, String text) {}
}
