package dev.storywire.producer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FetcherTest {
  private final LocalServer server = new LocalServer();
  private final FetchLimits limits = new FetchLimits(Duration.ofSeconds(2), 1 << 20, 5);
  private final Fetcher fetcher =
      new Fetcher(new AddressGuard(List.of(server.url("/"))), limits, Clock.systemUTC());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsValidatorsAndAcceptsNotModified() throws InterruptedException {
    server.on(
        "/feed",
        exchange -> {
          boolean same =
              "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && exchange.getRequestHeaders().containsKey("If-Modified-Since");
          LocalServer.answer(
              exchange,
              same ? 304 : 200,
              Map.of("ETag", "\"v1\"", "Last-Modified", "Mon, 02 Mar 2026 09:15:00 GMT"),
              same ? new byte[0] : new byte[] {'x'});
        });

    FetchResult.Fetched first = (FetchResult.Fetched) fetcher.fetch(server.url("/feed"));
    FetchResult second = fetcher.fetch(server.url("/feed"), first.etag(), first.lastModified());

    assertThat(second).isEqualTo(new FetchResult.NotModified());
  }

  @Test
  void limitsRedirects() throws InterruptedException {
    server.on("/old", 301, Map.of("Location", "new"), "");
    server.on("/new", 200, Map.of(), "here");
    server.on("/loop", 302, Map.of("Location", "/loop"), "");

    assertThat(fetcher.fetch(server.url("/old")))
        .asInstanceOf(type(FetchResult.Fetched.class))
        .extracting(FetchResult.Fetched::url)
        .isEqualTo(server.url("/new").toString());
    assertFailure("/loop", "too-many-redirects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1/", "http://[::1]/", "file:///etc/passwd", "http://10.1.2.3/"})
  void refusesRedirectsIntoPrivateNetworks(String target) throws InterruptedException {
    server.on("/evil", 302, Map.of("Location", target), "");

    assertFailure("/evil", "forbidden-address");
  }

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34,true", "127.0.0.1,false", "10.0.0.1,false", "192.168.1.1,false",
    "169.254.169.254,false", "100.64.0.1,false", "0.0.0.0,false", "fd00::1,false",
    "2606:2800:220:1::1,true"
  })
  void recognisesPublicAddresses(String address, boolean isPublic) throws UnknownHostException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  @Test
  void readsRetryAfter() throws InterruptedException {
    server.on("/busy", 429, Map.of("Retry-After", "120"), "");
    server.on("/odd", 503, Map.of("Retry-After", "soon"), "");

    assertThat(fetcher.fetch(server.url("/busy")))
        .asInstanceOf(type(FetchResult.Failed.class))
        .extracting(FetchResult.Failed::retryAfter)
        .isEqualTo(Duration.ofMinutes(2));
    assertFailure("/odd", "http-503");
  }

  @Test
  void reportsAFeedThatIsGone() throws InterruptedException {
    server.on("/gone", 410, Map.of(), "");

    assertThat(fetcher.fetch(server.url("/gone"))).isEqualTo(new FetchResult.Gone());
  }

  @Test
  void stopsReadingAnOversizeBody() throws InterruptedException {
    server.on(
        "/huge",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
              out.write(new byte[1 << 20]);
            }
          }
        });

    assertFailure("/huge", "too-large");
  }

  @Test
  void timesOutOnASlowServer() throws InterruptedException {
    server.on(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (int i = 0; i < 100; i++) {
            out.write('x');
            out.flush();
            sleep(Duration.ofMillis(200));
          }
        });
    long begin = System.nanoTime();

    assertFailure("/drip", "timeout");
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(10);
  }

  @Test
  void reportsAnUnreachableServer() throws InterruptedException {
    URI url = server.url("/feed");
    server.close();

    assertThat(fetcher.fetch(url))
        .asInstanceOf(type(FetchResult.Failed.class))
        .extracting(FetchResult.Failed::code)
        .isEqualTo("unreachable");
  }

  private void assertFailure(String path, String code) throws InterruptedException {
    assertThat(fetcher.fetch(server.url(path)))
        .asInstanceOf(type(FetchResult.Failed.class))
        .extracting(FetchResult.Failed::code)
        .isEqualTo(code);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
