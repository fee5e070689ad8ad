package dev.storywire.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A client of the log of events, from its beginning. When its connection ends, it resumes at the
 * next instance by the id of the last event, as a browser does behind a proxy.
 */
final class EventReader implements Runnable {
  private static final Pattern EVENT = Pattern.compile("\"storyId\":\"([^\"]+)\",\"seq\":(\\d+)");

  private final HttpClient http;
  private final List<String> instances;
  private final List<String> read = new CopyOnWriteArrayList<>();
  private String pending = "";
  private String id = "";
  private int connections;

  EventReader(HttpClient http, List<String> instances) {
    this.http = http;
    this.instances = instances;
  }

  /** Returns story and number of each event, in the order of arrival. */
  List<String> read() {
    return read;
  }

  int reconnections() {
    return connections - 1;
  }

  @Override
  public void run() {
    try {
      while (true) {
        try {
          connect(instances.get(connections++ % instances.size()));
        } catch (IOException | UncheckedIOException e) {
          TimeUnit.MILLISECONDS.sleep(100); // the instance was killed
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  private void connect(String instance) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(instance + "/api/story-events?after=beginning"))
            .header("Accept", "text/event-stream");
    if (!id.isEmpty()) {
      request.header("Last-Event-ID", id);
    }
    HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
        take(all.next());
      }
    }
  }

  /** Takes a line. The id precedes its event; an event that is not complete is sent again. */
  private void take(String line) {
    if (line.startsWith("id: ")) {
      pending = line.substring("id: ".length());
    } else if (line.startsWith("data: ")) {
      Matcher event = EVENT.matcher(line);
      if (event.find()) {
        read.add(event.group(1) + " " + event.group(2));
      }
      id = pending;
    }
  }
}
