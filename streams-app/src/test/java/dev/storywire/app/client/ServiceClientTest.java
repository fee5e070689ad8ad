package dev.storywire.app.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.app.process.OperatorError;
import dev.storywire.serve.InMemoryQueries;
import dev.storywire.serve.TestServer;
import dev.storywire.serve.http.HttpSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the messages of the commands that query a running service. */
class ServiceClientTest {
  @Test
  void saysHowToGiveTheTokenForReading() {
    HttpSettings settings = HttpSettings.defaults().withReadToken("secret");
    try (TestServer service = TestServer.over(new InMemoryQueries(), settings, Set::of)) {
      ServiceClient client = new ServiceClient("http://" + service.address());

      assertThatThrownBy(() -> client.get("/api/stories", "application/json"))
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining("set STORYWIRE_HTTP_READ_TOKEN");
    }
  }
}
