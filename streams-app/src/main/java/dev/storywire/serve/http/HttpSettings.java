package dev.storywire.serve.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the HTTP side is set up.
 *
 * @param bindHost address it listens on; loopback unless the operator says otherwise
 * @param port 0 for any free one
 * @param hostNames names beside localhost and IP addresses under which it may be asked; any other
 *     {@code Host} is refused (DNS rebinding)
 * @param itemToken bearer token for {@code POST /api/items}; absent turns the endpoint off
 * @param maxItemsBytes largest body of {@code POST /api/items}
 * @param maxItems most items in one such body
 * @param maxStreams most clients of {@code /api/events} at a time
 * @param heartbeat how often a quiet stream says that it lives
 * @param peerTimeout how long other instances may take to answer
 */
public record HttpSettings(
    String bindHost,
    int port,
    Set<String> hostNames,
    Optional<String> itemToken,
    int maxItemsBytes,
    int maxItems,
    int maxStreams,
    Duration heartbeat,
    Duration peerTimeout) {

  /** Where the service is found unless told otherwise. */
  public static final int DEFAULT_PORT = 8080;

  /** Loopback only, no items taken. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        "127.0.0.1",
        DEFAULT_PORT,
        Set.of(),
        Optional.empty(),
        8 * 1024 * 1024,
        1_000,
        100,
        Duration.ofSeconds(15),
        Duration.ofSeconds(2));
  }

  /** The same on another address. */
  public HttpSettings at(String newHost, int newPort) {
    return new HttpSettings(
        newHost,
        newPort,
        hostNames,
        itemToken,
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }

  /** The same, also asked under these names. */
  public HttpSettings named(Set<String> names) {
    return new HttpSettings(
        bindHost,
        port,
        Set.copyOf(names),
        itemToken,
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }

  /** The same, taking pushed items from who knows the token. */
  public HttpSettings takingItems(String token) {
    return new HttpSettings(
        bindHost,
        port,
        hostNames,
        Optional.of(token),
        maxItemsBytes,
        maxItems,
        maxStreams,
        heartbeat,
        peerTimeout);
  }
}
