package dev.storywire.producer.follow;

import com.sun.net.httpserver.HttpExchange;
import dev.storywire.producer.fetch.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A feed with new and edited items, on a server that injects faults. */
final class FaultyFeed implements AutoCloseable {
  private static final int SHOWN = 30;

  /**
   * Well below the timeout of the client, so that the client has received each response that took
   * less.
   */
  private static final Duration IN_GOOD_TIME = FollowSoak.TIMEOUT.dividedBy(4);

  private final LocalServer server = new LocalServer();
  private final Random random;
  private final String name;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> served = new TreeMap<>();
  private final Map<String, Long> doubtful = new TreeMap<>();
  private boolean faulty = true;
  private int inProgress;

  private record Entry(String link, String guid, String title) {}

  FaultyFeed(String name, long seed) {
    this.name = name;
    this.random = new Random(seed);
    server.on("/feed", this::answer);
    server.on("/moved", 302, Map.of("Location", "/feed"), "");
    server.on("/loop", 302, Map.of("Location", "/loop"), "");
  }

  URI url() {
    return server.url("/moved");
  }

  /** Adds an item, edits one, or changes the guid of one. */
  synchronized void change() {
    int number = entries.size();
    if (number > 3 && random.nextInt(4) == 0) {
      int old = number - 1 - random.nextInt(3);
      Entry entry = entries.get(old);
      boolean edit = random.nextBoolean();
      entries.set(
          old,
          new Entry(
              entry.link,
              edit ? entry.guid : entry.guid + "x",
              edit ? entry.title + " é" : entry.title));
    } else {
      String link = "https://" + name + ".example/" + number;
      entries.add(new Entry(link, name + "-" + number, "Item " + number + " of " + name));
    }
  }

  synchronized void repair() {
    faulty = false;
  }

  /** Waits until all responses have been counted, also those for which the client did not wait. */
  synchronized void awaitIdle() throws InterruptedException {
    while (inProgress > 0) {
      wait();
    }
  }

  /**
   * Returns the number of responses in good time, by the code that the client counts them under.
   */
  synchronized Map<String, Long> served() {
    return Map.copyOf(served);
  }

  /**
   * Returns the number of responses that may have come after the client's timeout, by the same
   * codes.
   */
  synchronized Map<String, Long> doubtful() {
    return Map.copyOf(doubtful);
  }

  /** Returns the current titles by link. */
  synchronized Map<String, String> titles() {
    return entries.stream()
        .collect(java.util.stream.Collectors.toMap(Entry::link, Entry::title, (a, b) -> b));
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body;
    int kind;
    synchronized (this) {
      body = rss().getBytes(StandardCharsets.UTF_8);
      // twelve of twenty requests succeed
      kind = faulty ? random.nextInt(20) : 20;
      inProgress++;
    }
    long start = System.nanoTime();
    try {
      answer(exchange, body, kind);
    } finally {
      count(kind, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static void answer(HttpExchange exchange, byte[] body, int kind) throws IOException {
    switch (kind) {
      case 0, 1 -> LocalServer.answer(exchange, 503, Map.of(), new byte[0]);
      case 2 -> LocalServer.answer(exchange, 429, Map.of("Retry-After", "1"), new byte[0]);
      case 3 -> LocalServer.answer(exchange, 200, Map.of("ETag", "\"broken\""), half(body));
      case 4 -> LocalServer.answer(exchange, 302, Map.of("Location", "/loop"), new byte[0]);
      case 5 -> huge(exchange);
      case 6 -> slow(exchange);
      case 7 -> LocalServer.answer(exchange, 302, Map.of("Location", "http://[::1]/"), new byte[0]);
      default -> whole(exchange, body, kind);
    }
  }

  private synchronized void count(int kind, Duration took) {
    String code =
        switch (kind) {
          case 0, 1 -> "http-503";
          case 2 -> "http-429";
          case 3 -> "truncated";
          case 4 -> "too-many-redirects";
          case 5 -> "too-large";
          case 6 -> "timeout";
          case 7 -> "forbidden-address";
          default -> "";
        };
    boolean sure = kind == 6 || took.compareTo(IN_GOOD_TIME) < 0;
    (sure ? served : doubtful).merge(code, 1L, Long::sum);
    inProgress--;
    notifyAll();
  }

  private static void whole(HttpExchange exchange, byte[] body, int kind) throws IOException {
    String etag = "\"" + java.util.Arrays.hashCode(body) + "\"";
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      LocalServer.answer(exchange, 304, Map.of("ETag", etag), new byte[0]);
    } else if (kind % 2 == 0) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(body);
      }
      LocalServer.answer(exchange, 200, Map.of("ETag", etag), packed.toByteArray());
    } else {
      Map<String, String> wrongCharset =
          Map.of("ETag", etag, "Content-Type", "text/xml; charset=latin1");
      LocalServer.answer(exchange, 200, wrongCharset, body);
    }
  }

  private static byte[] half(byte[] body) {
    return java.util.Arrays.copyOf(body, body.length / 2);
  }

  private static void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1 << 20]);
      }
    }
  }

  private static void slow(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(FollowSoak.TIMEOUT.plusSeconds(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LocalServer.answer(exchange, 200, Map.of(), new byte[0]);
  }

  private String rss() {
    StringBuilder rss =
        new StringBuilder("<rss version=\"2.0\"><channel><title>" + name + "</title>");
    for (Entry entry : entries.subList(Math.max(0, entries.size() - SHOWN), entries.size())) {
      rss.append(
          "<item><title>%s</title><link>%s</link><guid>%s</guid></item>"
              .formatted(entry.title, entry.link, entry.guid));
    }
    return rss.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
