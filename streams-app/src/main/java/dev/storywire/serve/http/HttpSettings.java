package dev.storywire.serve.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of the HTTP server.
 *
 * @param bindHost address to listen on; loopback by default
 * @param port port to listen on; 0 for any free port
 * @param hostNames allowed values of {@code Host}, in addition to localhost and IP addresses
 * @param tokens bearer tokens for reading and for the endpoints that take input
 * @param maxItemsBytes largest body of {@code POST /api/items}
 * @param maxItems largest number of items in such a body
 * @param maxStreams largest number of simultaneous clients of {@code /api/events}
 * @param heartbeat interval of comments on an idle stream
 * @param peerTimeout timeout of requests to other instances
 */
public record HttpSettings(
    String bindHost,
    int port,
    Set<String> hostNames,
    Tokens tokens,
    int maxItemsBytes,
    int maxItems,
    int maxStreams,
    Duration heartbeat,
    Duration peerTimeout) {

  /** Default port. */
  public static final int DEFAULT_PORT = 8080;

  /** Returns the default settings: loopback only, no pushed items and no edits. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        "127.0.0.1",
        DEFAULT_PORT,
        Set.of(),
        Tokens.NONE,
        8 * 1024 * 1024,
        1_000,
        600,
        Duration.ofSeconds(15),
        Duration.ofSeconds(2));
  }

  /** Returns these settings with another address. */
  public HttpSettings withAddress(String newHost, int newPort) {
    return new HttpSettings(
        newHost,
        newPort,
        hostNames,
        tokens,
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }

  /** Returns these settings with these host names. */
  public HttpSettings withHostNames(Set<String> names) {
    return new HttpSettings(
        bindHost,
        port,
        Set.copyOf(names),
        tokens,
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }

  /** Returns these settings with a token for pushed items. */
  public HttpSettings withItemToken(String token) {
    return with(new Tokens(Optional.of(token), tokens.edits(), tokens.reading()));
  }

  /** Returns these settings with a token for edits. */
  public HttpSettings withEditToken(String token) {
    return with(new Tokens(tokens.items(), Optional.of(token), tokens.reading()));
  }

  /** Returns these settings with a token for reading. */
  public HttpSettings withReadToken(String token) {
    return with(new Tokens(tokens.items(), tokens.edits(), Optional.of(token)));
  }

  private HttpSettings with(Tokens newTokens) {
    return new HttpSettings(
        bindHost,
        port,
        hostNames,
        newTokens,
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }

  /**
   * Bearer tokens. An endpoint that takes input is off unless its token is set. Reading is open to
   * everyone unless its token is set.
   *
   * @param items for {@code POST /api/items}
   * @param edits for {@code POST /api/edits}
   * @param reading for all endpoints that only read
   */
  public record Tokens(Optional<String> items, Optional<String> edits, Optional<String> reading) {
    /** No tokens. */
    public static final Tokens NONE =
        new Tokens(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
