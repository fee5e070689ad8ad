package dev.storywire.app.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.settings.SecretReferences;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonErrorText;
import dev.storywire.serve.query.StoryFilterBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the configuration of webhooks: JSON with a list {@code webhooks}. */
final class WebhookFile {
  /** Each has a thread and a consumer. */
  static final int MAX_WEBHOOKS = 20;

  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(Content.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,50}");
  private static final Pattern SOURCES = Pattern.compile("sources>=([1-9]\\d{0,3})");
  private static final String OPENED = "opened";

  private final Path file;

  private WebhookFile(Path file) {
    this.file = file;
  }

  private record Content(List<Entry> webhooks) {}

  private record Entry(
      @Nullable String name,
      @Nullable String url,
      @Nullable String secret,
      @Nullable String on,
      @Nullable Filter filter) {}

  private record Filter(
      @Nullable String q,
      @Nullable String entity,
      @Nullable String lane,
      @Nullable String source) {}

  /**
   * Reads a file.
   *
   * @throws OperatorError if it is invalid; names the webhook, the field and what is valid
   */
  static List<Webhook> read(Path file) {
    return new WebhookFile(file).read();
  }

  private List<Webhook> read() {
    Content content;
    try {
      content = READER.readValue(Files.readAllBytes(file));
    } catch (JsonMappingException e) {
      throw fault("cannot be parsed: " + JsonErrorText.phrase("file", e));
    } catch (JsonProcessingException e) {
      throw fault("cannot be parsed: " + JsonErrorText.position(e));
    } catch (IOException e) {
      throw fault("cannot be read: " + e.getMessage());
    }
    if (content == null || content.webhooks() == null) {
      throw fault("has no list \"webhooks\"");
    }
    if (content.webhooks().size() > MAX_WEBHOOKS) {
      throw fault("has %d webhooks; at most %d".formatted(content.webhooks().size(), MAX_WEBHOOKS));
    }
    List<Webhook> webhooks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : content.webhooks()) {
      Webhook webhook = webhook(entry);
      if (!names.add(webhook.name())) {
        throw fault("has two webhooks with the name " + webhook.name());
      }
      webhooks.add(webhook);
    }
    return webhooks;
  }

  private Webhook webhook(@Nullable Entry entry) {
    if (entry == null) {
      throw fault("has a webhook that is null");
    }
    String name = entry.name() == null ? "" : entry.name();
    if (!NAME.matcher(name).matches()) {
      throw fault("has the name '%s'; valid are 1 to 50 of a-z, 0-9 and -".formatted(name));
    }
    Filter filter = entry.filter() == null ? new Filter(null, null, null, null) : entry.filter();
    return new Webhook(
        name,
        url(name, entry.url()),
        signature(name, entry.secret()),
        minSources(name, entry.on()),
        StoryFilterBuilder.builder()
            .text(filter.q())
            .entity(filter.entity())
            .lane(filter.lane())
            .source(filter.source())
            .build());
  }

  private URI url(String name, @Nullable String text) {
    try {
      URI url = URI.create(resolve(name, text == null ? "" : text));
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // refused below, without its text, which may have a secret
    }
    throw fault(name, "url must be an address that begins with https:// or http://");
  }

  private RequestSignature signature(String name, @Nullable String secret) {
    try {
      return RequestSignature.parse(resolve(name, secret == null ? "" : secret));
    } catch (IllegalArgumentException e) {
      throw fault(name, "secret is not valid: " + e.getMessage());
    }
  }

  private int minSources(String name, @Nullable String on) {
    if (OPENED.equals(on)) {
      return 0;
    }
    Matcher sources = SOURCES.matcher(on == null ? "" : on);
    if (!sources.matches()) {
      throw fault(name, "on is '%s'; it must be opened, or sources>=N".formatted(on));
    }
    return Integer.parseInt(sources.group(1));
  }

  private static String resolve(String name, String value) {
    return SecretReferences.resolve(Map.of(name, value)).getOrDefault(name, value);
  }

  private OperatorError fault(String name, String fault) {
    return fault("has an invalid webhook %s: %s".formatted(name, fault));
  }

  private OperatorError fault(String fault) {
    return OperatorError.usage("webhooks.file: %s %s".formatted(file, fault), null);
  }
}
