package dev.storywire.producer.formats.item;

import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.PubStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a publishing status as IPTC formats write it: a word, or a QCode that ends in the word. */
public final class PubStatusParser {
  private PubStatusParser() {}

  /**
   * The status; null if nothing is said.
   *
   * @throws RefusedException if the word is none that IPTC knows: taking it for usable might
   *     publish what its desk holds back
   */
  public static @Nullable PubStatus parse(@Nullable String text) throws RefusedException {
    if (text == null || text.isBlank()) {
      return null;
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('/')) + 1)) {
      case "usable", "embargoed" -> PubStatus.USABLE;
      case "withheld", "hold" -> PubStatus.WITHHELD;
      case "canceled", "cancelled", "killed" -> PubStatus.CANCELED;
      default ->
          throw new RefusedException(
              "bad-status",
              "the publishing status is \"" + text + "\"; usable, withheld or canceled are known");
    };
  }
}
