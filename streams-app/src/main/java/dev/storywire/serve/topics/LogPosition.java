package dev.storywire.serve.topics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A position in the {@link EventLog}: the next offset of each partition of its topic. Everything
 * before it has been read, everything else has not, so that reading can continue there without loss
 * or duplicates.
 */
public record LogPosition(List<Long> offsets) {
  private static final Pattern ENCODED = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,999}");

  /** Copies the list. */
  public LogPosition {
    offsets = List.copyOf(offsets);
  }

  /** Encodes the position, such as {@code 17.0.4.2}. */
  public String encode() {
    return offsets.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /**
   * Decodes the result of {@link #encode}.
   *
   * @throws IllegalArgumentException if {@code encoded} is not a position
   */
  public static LogPosition decode(String encoded) {
    if (!ENCODED.matcher(encoded).matches()) {
      throw new IllegalArgumentException("it must be a number for each partition, with dots");
    }
    return new LogPosition(Arrays.stream(encoded.split("\\.")).map(Long::valueOf).toList());
  }
}
