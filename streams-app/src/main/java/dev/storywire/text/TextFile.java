package dev.storywire.text;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Opens UTF-8 text files, compressed if their name ends in {@code .gz}, and text resources. */
public final class TextFile {
  private TextFile() {}

  /**
   * Opens a file.
   *
   * @throws IOException if it does not exist, or is not gzip although its name ends in {@code .gz}
   */
  public static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Returns the lines of a resource, given by a name relative to a class or by an absolute path.
   */
  public static List<String> shipped(Class<?> beside, String name) {
    try (InputStream in = requireNonNull(beside.getResourceAsStream(name), name + " is missing")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped " + name, e);
    }
  }
}
