package dev.storywire.producer.formats.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A document to be read: a file, or the body of an HTTP answer.
 *
 * @param name what a person knows it by: path or URL
 * @param id what its items are identified by if they carry no identity themselves: the path below
 *     the directory that was given, or the URL; the same wherever the directory lies
 * @param contentType as HTTP said it, with its charset
 */
public record Source(String name, String id, @Nullable String contentType, Opener opener) {
  /** Largest document that is read as a whole, after decompression, bytes. */
  public static final int MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

  private static final int GZIP_MAGIC = 0x1f8b;

  /** Opens the bytes anew. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** A file, identified by its path below {@code root}. */
  public static Source file(Path file, Path root) {
    String id = root.relativize(file).toString().replace('\\', '/');
    return new Source(file.toString(), id, null, () -> Files.newInputStream(file));
  }

  /**
   * Whether it is a file that nobody is still writing: not hidden, {@code .tmp} or {@code .part}.
   */
  public static boolean isFinished(Path path) {
    String name = String.valueOf(path.getFileName());
    return !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part")
        && Files.isRegularFile(path);
  }

  /** A file that was named itself; its name identifies it. */
  public static Source file(Path file) {
    return new Source(
        file.toString(),
        String.valueOf(file.getFileName()),
        null,
        () -> Files.newInputStream(file));
  }

  /** Bytes that were fetched from {@code url}. */
  public static Source fetched(String url, @Nullable String contentType, byte[] bytes) {
    return new Source(url, url, contentType, () -> new ByteArrayInputStream(bytes));
  }

  /** The bytes, gunzipped where they are gzip. The caller closes the stream. */
  public InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(opener.open(), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
  }

  /** The first {@code limit} bytes, or all if there are fewer. */
  public byte[] head(int limit) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(limit);
    }
  }

  /** All bytes, up to {@link #MAX_DOCUMENT_BYTES}. */
  public byte[] bytes() throws IOException, RefusedException {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(MAX_DOCUMENT_BYTES + 1);
      if (bytes.length > MAX_DOCUMENT_BYTES) {
        throw new RefusedException(
            "too-large",
            "the document is larger than " + (MAX_DOCUMENT_BYTES >> 20) + " MiB uncompressed");
      }
      return bytes;
    } catch (ZipException e) {
      throw new RefusedException("bad-gzip", "the gzip data is damaged: " + e.getMessage());
    }
  }
}
