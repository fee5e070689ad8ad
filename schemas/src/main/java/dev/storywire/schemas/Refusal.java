package dev.storywire.schemas;

/**
 * Why an item was not taken: a code to count by, and a sentence for a person.
 *
 * @param code e.g. {@code not-json}
 * @param reason names the offending field or value, and what would be right; never holds more than
 *     {@value #MAX_REASON} characters of the input
 */
public record Refusal(String code, String reason) {
  /** Longest reason kept. */
  public static final int MAX_REASON = 500;

  /** Cuts an over-long reason. */
  public Refusal {
    if (reason.length() > MAX_REASON) {
      reason = reason.substring(0, MAX_REASON - 1) + "…";
    }
  }
}
