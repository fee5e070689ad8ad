package dev.storywire.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.app.client.ServiceClient;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Checks the health endpoints of a running service. */
final class ServiceCheck {
  private ServiceCheck() {}

  /** Checks liveness: an instance that is not alive should be restarted. */
  static Finding live(ServiceClient service) {
    return check(service, "/health/live", "restart it, and check its log");
  }

  /** Checks readiness: a ready instance answers queries. */
  static Finding ready(ServiceClient service) {
    return check(service, "/health/ready", "wait if it has just started; otherwise check its log");
  }

  private static Finding check(ServiceClient service, String path, String advice) {
    HttpResponse<String> response;
    try {
      response = service.send(path, "application/json");
    } catch (OperatorError e) {
      return Finding.warn("service", String.valueOf(e.getMessage()), "");
    }
    String found = state(response);
    return response.statusCode() == 200
        ? Finding.ok("service", found)
        : Finding.fail("service", found, advice);
  }

  private static String state(HttpResponse<String> response) {
    try {
      JsonNode health = Json.mapper().readTree(response.body());
      return health.path("state").asText() + ": " + health.path("message").asText();
    } catch (IOException e) {
      return response.uri() + " returned status " + response.statusCode();
    }
  }
}
