package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrontTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void passesRequestsOnAndAnswersBack() throws Exception {
    HttpServer instance = HttpServer.create(ANY_PORT, 0);
    instance.createContext(
        "/",
        exchange -> {
          byte[] body =
              ("asked as " + exchange.getRequestHeaders().getFirst("Host"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    instance.start();
    try (Front front = Front.start(ANY_PORT, target(instance.getAddress().getPort()))) {
      for (int i = 0; i < 3; i++) {
        assertThat(get(front.port())).isEqualTo("asked as 127.0.0.1:" + front.port());
      }
    } finally {
      instance.stop(0);
    }
  }

  @Test
  void hangsUpWhereNoInstanceAnswers() throws Exception {
    HttpServer gone = HttpServer.create(ANY_PORT, 0);
    int port = gone.getAddress().getPort();
    gone.start();
    gone.stop(0);
    try (Front front = Front.start(ANY_PORT, target(port))) {
      assertThatThrownBy(() -> get(front.port())).isInstanceOf(IOException.class);
    }
  }

  private static InetSocketAddress target(int port) {
    return InetSocketAddress.createUnresolved("localhost", port);
  }

  private static String get(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(10))
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
