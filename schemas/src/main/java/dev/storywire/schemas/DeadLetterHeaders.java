package dev.storywire.schemas;

/** Headers of a record on {@code storywire.dead-letters}; values are UTF-8. */
public final class DeadLetterHeaders {
  /** Which part refused it: {@code prepare}, {@code assign} or {@code produce}. */
  public static final String STAGE = "storywire.stage";

  /** A short code for counting, e.g. {@code not-json}; see {@link Refusal}. */
  public static final String CODE = "storywire.code";

  /** One sentence: the offending field or value, and what would be right. */
  public static final String REASON = "storywire.reason";

  /** Where it came from: {@code topic-partition@offset}. */
  public static final String ORIGIN = "storywire.origin";

  /** The version of the service that refused it. */
  public static final String SERVICE_VERSION = "storywire.version";

  private DeadLetterHeaders() {}
}
