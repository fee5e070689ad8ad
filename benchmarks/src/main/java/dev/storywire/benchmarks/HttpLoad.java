package dev.storywire.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts load on a running service: clients of {@code /api/events}, and requests at a constant rate.
 * Prints the latencies, which are measured from the time at which a request was due, and checks
 * that each client got the latest state of each story. Run by hand, while the service processes
 * articles; see docs/performance.md.
 */
public final class HttpLoad {
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final URI service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<EventsClient> clients = new ArrayList<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();

  private HttpLoad(URI service) {
    this.service = service;
  }

  /** Runs the load. Arguments: the URL of the service, clients, requests a second, seconds. */
  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println("usage: HttpLoad URL CLIENTS REQUESTS_A_SECOND SECONDS");
      System.exit(2);
    }
    HttpLoad load = new HttpLoad(URI.create(args[0]));
    load.connect(Integer.parseInt(args[1]));
    load.request(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    load.report();
  }

  private void connect(int number) throws InterruptedException {
    for (int i = 0; i < number; i++) {
      EventsClient client = new EventsClient(service.resolve("/api/events"), http);
      clients.add(client);
      Thread thread = new Thread(null, client, "client-" + i, 256 * 1024);
      thread.setDaemon(true);
      thread.start();
    }
    while (clients.stream().anyMatch(client -> !client.connected)) {
      if (clients.stream().anyMatch(client -> client.ended)) {
        throw new IllegalStateException("the service refused a client of /api/events");
      }
      Thread.sleep(50);
    }
    System.out.printf("%d clients of /api/events are connected%n", number);
  }

  private void request(int rate, int seconds) throws Exception {
    List<String> paths = paths();
    long start = System.nanoTime();
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int i = 0; i < rate * seconds; i++) {
      long due = start + i * SECOND / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      HttpRequest request =
          HttpRequest.newBuilder(service.resolve(paths.get(i % paths.size()))).build();
      sent.add(
          http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
              .whenComplete(
                  (response, failure) -> {
                    latencies.add(System.nanoTime() - due);
                    if (failure != null || response.statusCode() != 200) {
                      failed.incrementAndGet();
                    }
                  }));
    }
    for (CompletableFuture<?> answer : sent) {
      answer.handle((response, failure) -> true).get();
    }
  }

  /** Returns paths of the list, of stories, of articles and of their explanations, in turn. */
  private List<String> paths() throws Exception {
    List<String> paths = new ArrayList<>();
    for (JsonNode line : json("/api/stories?limit=50").at("/stories")) {
      String story = "/api/stories/" + line.at("/storyId").asText();
      String uri = json(story).at("/story/articles/0/uri").asText();
      String article = URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
      paths.addAll(
          List.of(
              "/api/stories",
              story,
              story + "/events",
              "/api/articles/" + article,
              "/api/explain/" + article,
              "/api/stories?q=police",
              "/api/volume",
              "/api/status"));
    }
    if (paths.isEmpty()) {
      throw new IllegalStateException("the service has no stories yet");
    }
    return paths;
  }

  private void report() throws Exception {
    long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%d requests, %d failed; p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        sorted.length,
        failed.get(),
        millis(sorted[sorted.length / 2]),
        millis(sorted[sorted.length * 99 / 100]),
        millis(sorted[sorted.length - 1]));
    awaitQuiet();
    Map<String, Long> latest = new ConcurrentHashMap<>();
    clients.forEach(client -> client.seqs.forEach((id, seq) -> latest.merge(id, seq, Math::max)));
    for (JsonNode line : json("/api/stories?limit=200").at("/stories")) {
      latest.computeIfPresent(
          line.at("/storyId").asText(), (id, seq) -> Math.max(seq, line.at("/seq").asLong()));
    }
    long behind = clients.stream().filter(client -> !client.seqs.equals(latest)).count();
    System.out.printf(
        "%d stories changed; %d states were sent; %d of %d clients miss the latest state of a"
            + " story; %d were disconnected%n",
        latest.size(),
        clients.stream().mapToLong(client -> client.received.get()).sum(),
        behind,
        clients.size(),
        clients.stream().filter(client -> client.ended).count());
  }

  /** Waits until no client receives anything for a while. */
  private void awaitQuiet() throws InterruptedException {
    long before = -1;
    long now = 0;
    while (now != before) {
      before = now;
      Thread.sleep(QUIET.toMillis());
      now = clients.stream().mapToLong(client -> client.received.get()).sum();
    }
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
    return Json.mapper().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  /** A client, which keeps the highest seq that it has received of each story. */
  private static final class EventsClient implements Runnable {
    private final URI events;
    private final HttpClient http;
    private final Map<String, Long> seqs = new ConcurrentHashMap<>();
    private volatile boolean connected;
    private volatile boolean ended;
    private final AtomicLong received = new AtomicLong();

    EventsClient(URI events, HttpClient http) {
      this.events = events;
      this.http = http;
    }

    @Override
    public void run() {
      HttpRequest request =
          HttpRequest.newBuilder(events).header("Accept", "text/event-stream").build();
      try (InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        String event = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event: ")) {
            event = line.substring("event: ".length());
            connected = true;
          } else if (line.startsWith("data: ") && event.equals("story")) {
            take(Json.mapper().readTree(line.substring("data: ".length())));
          }
        }
      } catch (IOException e) {
        System.err.println(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        ended = true;
      }
    }

    private void take(JsonNode story) {
      seqs.merge(story.at("/storyId").asText(), story.at("/seq").asLong(), Math::max);
      received.incrementAndGet();
    }
  }
}
