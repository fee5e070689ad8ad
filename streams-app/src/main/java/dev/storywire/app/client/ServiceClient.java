package dev.storywire.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP client for a running service. */
public final class ServiceClient {
  private static final String READ_TOKEN = "STORYWIRE_HTTP_READ_TOKEN";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String url;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * Creates a client of the service at {@code url}, e.g. {@code http://127.0.0.1:8080}. If the
   * environment has the token for reading, the client sends it.
   */
  public ServiceClient(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * Returns the body of the response.
   *
   * @param path absolute path, e.g. {@code /api/stories/} and an {@linkplain #segment encoded} id
   * @param accept media type for the {@code Accept} header
   * @throws OperatorError if there is no response, or with the message of the service if it refuses
   *     the request
   */
  String get(String path, String accept) {
    HttpResponse<String> response = send(path, accept);
    if (response.statusCode() == 401) {
      throw new OperatorError(
          url + " needs the token for reading: set " + READ_TOKEN + " to the right one");
    }
    if (response.statusCode() != 200) {
      throw new OperatorError(problem(response));
    }
    return response.body();
  }

  /** Returns the response, whatever its status. */
  public HttpResponse<String> send(String path, String accept) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).header("Accept", accept);
      String token = System.getenv(READ_TOKEN);
      if (token != null && !token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IllegalArgumentException e) {
      throw new OperatorError("--url " + url + " is not an http address: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new OperatorError(
          "no service responses at "
              + url
              + ": start one (storywire run), or give its URL with --url",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorError("interrupted while waiting for " + url, e);
    }
  }

  /** Encodes an id or uri as one segment of a path. */
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns the detail of an RFC 9457 problem, or a description of another response. */
  private String problem(HttpResponse<String> response) {
    try {
      JsonNode detail = Json.mapper().readTree(response.body()).path("detail");
      if (detail.isTextual()) {
        return detail.textValue();
      }
    } catch (IOException e) {
      // not JSON: not a Storywire service
    }
    return url + " responses " + response.statusCode() + ": is it a Storywire service?";
  }
}
