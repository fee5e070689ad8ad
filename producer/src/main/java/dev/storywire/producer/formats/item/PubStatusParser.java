package dev.storywire.producer.formats.item;

import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.PubStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses a publishing status of IPTC formats: a word, or a QCode that ends in the word. */
public final class PubStatusParser {
  private PubStatusParser() {}

  /**
   * Returns the status; null if {@code text} is absent.
   *
   * @throws RefusedException if IPTC does not define the word. Such an item must not be treated as
   *     usable.
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
              "wrong-type",
              "unknown publishing status \"" + text + "\"; expected usable, withheld or canceled");
    };
  }
}
