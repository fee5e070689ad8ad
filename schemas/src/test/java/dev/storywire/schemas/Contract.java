package dev.storywire.schemas;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the shipped schemas and examples. */
final class Contract {
  static final Path CURRENT = Path.of("src/main/resources/dev/storywire/schemas");
  static final Path RELEASED = CURRENT.resolve("released");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private Contract() {}

  /** A shipped example: a value of {@code topic}. */
  record Example(Path file, String topic) {
    JsonNode json() {
      return read(file);
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  /** Returns the record class of a topic's values; dead letters have none. */
  static Class<?> recordOf(String topic) {
    return switch (topic) {
      case "raw" -> NewsItem.class;
      case "articles" -> ArticleVerdict.class;
      case "stories" -> Story.class;
      case "story-events" -> StoryEvent.class;
      case "edits" -> Edit.class;
      default -> throw new IllegalArgumentException("no record for topic " + topic);
    };
  }

  static JsonNode schema(Path release, String topic) {
    return read(release.resolve(topic + ".schema.json"));
  }

  static List<Example> examples(Path release) {
    return files(release.resolve("examples"), ".json")
        .map(f -> new Example(f, f.getFileName().toString().split("\\.", 2)[0]))
        .toList();
  }

  /** Validates a value and returns the errors. */
  static List<Error> errors(JsonNode schema, JsonNode value) {
    Schema compiled = REGISTRY.getSchema(schema);
    return compiled.validate(value);
  }

  static Stream<Path> files(Path directory, String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> requireNonNull(f.getFileName()).toString().endsWith(suffix))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
