package dev.storywire.serve.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads files that are shipped on the classpath. */
final class ResourceFile {
  private ResourceFile() {}

  /**
   * Returns the bytes of a file.
   *
   * @param path absolute path, such as {@code /dev/storywire/serve/openapi.json}
   * @throws IllegalStateException if the file is not on the classpath
   */
  static byte[] read(String path) {
    try (InputStream in = ResourceFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The file %s is not on the classpath.".formatted(path));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
