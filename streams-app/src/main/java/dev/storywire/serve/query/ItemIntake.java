package dev.storywire.serve.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes news items that somebody pushed, and says of each what became of it. */
public interface ItemIntake {
  /** One answer per item, in their order; returns when all are stored or refused. */
  List<Answer> take(List<JsonNode> items);

  /**
   * What became of an item.
   *
   * @param uri its uri, where it has one
   * @param code a short code for counting, where it was refused
   * @param reason a sentence that says what would be right, where it was refused
   */
  record Answer(
      @Nullable String uri, Outcome outcome, @Nullable String code, @Nullable String reason) {
    /** It is on the wire. */
    public static Answer accepted(String uri) {
      return new Answer(uri, Outcome.accepted, null, null);
    }

    /** It was not taken. */
    public static Answer refused(@Nullable String uri, String code, String reason) {
      return new Answer(uri, Outcome.refused, code, reason);
    }
  }

  /** Taken or not. */
  enum Outcome {
    accepted,
    refused
  }
}
