package dev.storywire.schemas;

/** Headers of the records on {@code storywire.dead-letters}. Values are UTF-8. */
public final class DeadLetterHeaders {
  /** The stage that refused the record: {@code prepare}, {@code assign} or {@code produce}. */
  public static final String STAGE = "storywire.stage";

  /** Error code, e.g. {@code not-json}; see {@link Refusal}. */
  public static final String CODE = "storywire.code";

  /** A sentence that names the invalid field or value, and what is valid. */
  public static final String REASON = "storywire.reason";

  /** The origin of the record, as {@code topic-partition@offset}. */
  public static final String ORIGIN = "storywire.origin";

  /** The version of the service that refused it. */
  public static final String SERVICE_VERSION = "storywire.version";

  private DeadLetterHeaders() {}
}
