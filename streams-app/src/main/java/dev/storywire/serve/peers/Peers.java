package dev.storywire.serve.peers;

import com.fasterxml.jackson.databind.JavaType;
import dev.storywire.schemas.Json;
import dev.storywire.serve.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queries the other instances over the HTTP API, with {@code local=true}.
 *
 * <p>Only the addresses of group members are requested. Redirects are not followed. Responses are
 * limited in time and size.
 */
public final class Peers {
  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
  private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

  private final Supplier<Set<String>> addresses;
  private final Duration timeout;
  private final Optional<String> token;
  private final HttpClient client;

  /**
   * Creates the client.
   *
   * @param addresses supplies host:port of the current other instances
   * @param settings the timeout of each request, and the token for reading, which all instances
   *     have in common
   */
  public Peers(Supplier<Set<String>> addresses, HttpSettings settings) {
    this.addresses = addresses;
    this.timeout = settings.peerTimeout();
    this.token = settings.tokens().reading();
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The responses. Instances that have no result are in neither list. */
  public record Answers<T>(List<T> found, List<String> unanswered) {}

  /** Sends a request for {@code path}, with its query, to all other instances in parallel. */
  public <T> Answers<T> query(String path, JavaType type) {
    Map<String, CompletableFuture<Optional<T>>> asked = new LinkedHashMap<>();
    for (String address : new TreeSet<>(addresses.get())) {
      asked.put(address, query(address, path, type));
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    List<T> found = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    asked.forEach(
        (address, answer) -> {
          try {
            answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS).ifPresent(found::add);
          } catch (ExecutionException | TimeoutException e) {
            LOG.warn("instance {} did not answer {}: {}", address, path, e.toString());
            answer.cancel(true);
            unanswered.add(address);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unanswered.add(address);
          }
        });
    return new Answers<>(found, unanswered);
  }

  private <T> CompletableFuture<Optional<T>> query(String address, String path, JavaType type) {
    URI uri;
    try {
      uri = URI.create("http://" + address + path);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(timeout).header("Accept", "application/json");
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
        .thenApply(response -> read(response, type));
  }

  private static <T> Optional<T> read(HttpResponse<InputStream> response, JavaType type) {
    try (InputStream body = response.body()) {
      if (response.statusCode() == 404) {
        return Optional.empty();
      }
      if (response.statusCode() != 200) {
        throw new IOException("answered " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES + 1);
      if (bytes.length > MAX_ANSWER_BYTES) {
        throw new IOException("answered more than " + MAX_ANSWER_BYTES + " bytes");
      }
      T value = Json.mapper().readValue(bytes, type);
      return Optional.of(value);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
