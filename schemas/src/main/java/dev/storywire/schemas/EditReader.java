package dev.storywire.schemas;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Recognises and parses edits, or refuses them with a reason. */
public final class EditReader {
  private static final ObjectReader READER =
      Json.mapper().readerFor(Edit.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String TYPES = "move, split, merge, pin or undo.";
  private static final int MAX_QUOTED = 50;

  private EditReader() {}

  /** The result of parsing. */
  public sealed interface Result {}

  /** A valid edit. */
  public record Read(Edit edit) implements Result {}

  /** An invalid edit. */
  public record Refused(Refusal refusal) implements Result {}

  /** Returns true if the headers of a raw record declare an edit. */
  public static boolean isEdit(Headers headers) {
    Header type = headers.lastHeader(Edit.HEADER);
    return type != null
        && type.value() != null
        && new String(type.value(), StandardCharsets.UTF_8).equals(Edit.CONTENT_TYPE);
  }

  /** Parses an edit. Does not throw exceptions for invalid input. */
  public static Result read(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      return refuse("empty", "The edit has no value; expected a JSON object.");
    }
    Edit edit;
    Optional<String> unpaired;
    try {
      edit = READER.readValue(bytes);
      unpaired = UnpairedSurrogates.find(bytes);
    } catch (JsonParseException e) {
      return refuse("not-json", "The edit is not JSON: " + JsonErrorText.position(e) + ".");
    } catch (InvalidTypeIdException e) {
      return refuse(
          "bad-edit",
          e.getTypeId() == null
              ? "The field type is missing; expected " + TYPES
              : "The field type is '%s'; expected %s".formatted(cut(e.getTypeId()), TYPES));
    } catch (JsonMappingException e) {
      return refuse("bad-edit", JsonErrorText.sentence("edit", e));
    } catch (IOException e) {
      return refuse("not-json", "The edit cannot be read as JSON in UTF-8.");
    }
    return edit == null
        ? refuse("bad-edit", "The edit is JSON null; expected an object.")
        : unpaired
            .or(() -> findFault(edit))
            .map(f -> refuse("bad-edit", f))
            .orElseGet(() -> new Read(edit));
  }

  private static Optional<String> findFault(Edit edit) {
    Stream<Optional<String>> common =
        Stream.of(
            text("id", edit.id(), Edit.MAX_NAME),
            text("lane", edit.lane(), Edit.MAX_NAME),
            text("by", edit.by(), Edit.MAX_NAME),
            text("reason", edit.reason(), Edit.MAX_REASON));
    return Stream.concat(common, own(edit)).flatMap(Optional::stream).findFirst();
  }

  private static Stream<Optional<String>> own(Edit edit) {
    if (edit instanceof Edit.Move move) {
      return Stream.of(
          articles(move.articles()),
          move.story() == null ? Optional.empty() : name("story", move.story()));
    }
    if (edit instanceof Edit.Split split) {
      return Stream.of(articles(split.articles()), name("story", split.story()));
    }
    if (edit instanceof Edit.Merge merge) {
      return Stream.of(name("story", merge.story()), name("into", merge.into()));
    }
    if (edit instanceof Edit.Pin pin) {
      return Stream.of(
          name("story", pin.story()), text("article", pin.article(), NewsItemReader.MAX_URI));
    }
    return Stream.of(name("edit", ((Edit.Undo) edit).edit()));
  }

  private static Optional<String> articles(List<String> uris) {
    if (uris.isEmpty() || uris.size() > Edit.MAX_ARTICLES) {
      return Optional.of(
          "The field articles has %d uris; expected 1 to %d."
              .formatted(uris.size(), Edit.MAX_ARTICLES));
    }
    if (new HashSet<>(uris).size() < uris.size()) {
      return Optional.of("The field articles names an article twice.");
    }
    return uris.stream()
        .map(uri -> text("articles", uri, NewsItemReader.MAX_URI))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> name(String field, @Nullable String value) {
    return text(field, value, Edit.MAX_NAME);
  }

  private static Optional<String> text(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return Optional.of("The field " + field + " is missing or empty.");
    }
    if (value.length() > most) {
      return Optional.of(
          "The field %s has %d chars; at most %d.".formatted(field, value.length(), most));
    }
    return value.chars().anyMatch(Character::isISOControl)
        ? Optional.of("The field " + field + " contains a control character.")
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
  }

  private static Result refuse(String code, String reason) {
    return new Refused(new Refusal(code, reason));
  }
}
