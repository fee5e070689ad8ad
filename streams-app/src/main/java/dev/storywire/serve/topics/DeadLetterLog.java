package dev.storywire.serve.topics;

import dev.storywire.serve.query.NotReadyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The refused records, newest first: {@code storywire.dead-letters}.
 *
 * <p>The methods throw {@link NotReadyException} if the broker does not answer in time.
 */
public interface DeadLetterLog {
  /**
   * Returns a page. It has fewer dead letters than the limit if many others had to be skipped.
   *
   * @throws IllegalArgumentException if the log never had the position of the query
   */
  Page page(Query query);

  /** Returns a dead letter with its value; empty if there is none with this id. */
  Optional<Refused> find(String id);

  /**
   * A query for dead letters.
   *
   * @param code only those with this code
   * @param stage only those of this stage
   * @param before only those before this position
   */
  record Query(
      @Nullable String code, @Nullable String stage, int limit, @Nullable LogPosition before) {
    /** Returns true if a dead letter matches. */
    public boolean matches(DeadLetter letter) {
      return (code == null || code.equals(letter.code()))
          && (stage == null || stage.equals(letter.stage()));
    }
  }

  /** A page. {@code next} is the position of the next page; absent on the last one. */
  record Page(List<DeadLetter> letters, @Nullable LogPosition next) {}

  /** A dead letter and the refused bytes, unchanged. */
  record Refused(DeadLetter letter, byte[] value) {}
}
