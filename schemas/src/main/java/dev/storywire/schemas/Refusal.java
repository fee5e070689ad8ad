package dev.storywire.schemas;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The reason why an item was refused: a code for metrics and a sentence for the operator.
 *
 * @param code e.g. {@code not-json}
 * @param reason names the invalid field or value, and what is valid; at most {@value #MAX_REASON}
 *     characters
 */
public record Refusal(String code, String reason) {
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  /** Maximum length of a reason, in chars. */
  public static final int MAX_REASON = 500;

  /**
   * Truncates a long reason. Replaces control characters and those that change the direction of
   * text, since a reason may quote the input, and unpaired surrogates, which no topic can hold.
   */
  public Refusal {
    if (reason.length() > MAX_REASON) {
      reason = reason.substring(0, MAX_REASON - 1) + "…";
    }
    reason = new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    reason = UNSAFE.matcher(reason).replaceAll("\uFFFD");
  }
}
