package dev.storywire.serve.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The page: one HTML document for the list and for every story, and its scripts and styles, all
 * from this jar.
 */
public final class PageEndpoints {
  private static final String FILES = "/dev/storywire/serve/page";

  private final byte[] document = read(FILES + "/index.html");

  public void addTo(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/page";
          files.directory = FILES;
          files.location = Location.CLASSPATH;
          // asked again each time, answered 304 while unchanged
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    config.routes.get("/", this::document);
    config.routes.get("/stories/{id}", this::document);
  }

  private void document(Context ctx) {
    ctx.result(document)
        .contentType("text/html; charset=utf-8")
        .header("Cache-Control", "no-cache");
  }

  private static byte[] read(String resource) {
    try (InputStream in = PageEndpoints.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource %s is not on the classpath".formatted(resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
