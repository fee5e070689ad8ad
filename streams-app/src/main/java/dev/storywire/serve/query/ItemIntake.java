package dev.storywire.serve.query;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives pushed news items. */
public interface ItemIntake {
  /** Stores or refuses the items. Returns one result per item, in the order of the items. */
  List<Result> take(List<JsonNode> items);

  /**
   * The result for an item.
   *
   * @param uri uri of the item; absent if it has none
   * @param code error code, if it was refused
   * @param reason sentence that states what is valid, if it was refused
   */
  record Result(
      @Nullable String uri, Outcome outcome, @Nullable String code, @Nullable String reason) {
    /** Returns the result for an accepted item. */
    public static Result accepted(String uri) {
      return new Result(uri, Outcome.ACCEPTED, null, null);
    }

    /** Returns the result for a refused item. */
    public static Result refused(@Nullable String uri, String code, String reason) {
      return new Result(uri, Outcome.REFUSED, code, reason);
    }
  }

  /** The outcomes. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  enum Outcome {
    ACCEPTED,
    REFUSED
  }
}
