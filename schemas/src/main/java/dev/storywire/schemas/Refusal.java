package dev.storywire.schemas;

/**
 * The reason why an item was refused: a code for metrics and a sentence for the operator.
 *
 * @param code e.g. {@code not-json}
 * @param reason names the invalid field or value, and what is valid; at most {@value #MAX_REASON}
 *     characters
 */
public record Refusal(String code, String reason) {
  /** Maximum length of a reason, in chars. */
  public static final int MAX_REASON = 500;

  /** Truncates a long reason. */
  public Refusal {
    if (reason.length() > MAX_REASON) {
      reason = reason.substring(0, MAX_REASON - 1) + "…";
    }
  }
}
