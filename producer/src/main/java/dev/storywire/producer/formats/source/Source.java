package dev.storywire.producer.formats.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A document to read: a file or the body of an HTTP response.
 *
 * @param name path or URL, for messages
 * @param id identity for items that have none: the path relative to the input directory, or the URL
 * @param contentType the {@code Content-Type} header, with its charset
 */
public record Source(String name, String id, @Nullable String contentType, Opener opener) {
  /** Largest document that is read into memory, in bytes after decompression. */
  public static final int MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

  private static final int GZIP_MAGIC = 0x1f8b;

  /** Opens a new stream of the bytes. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** Returns a source for a file that is identified by its path relative to {@code root}. */
  public static Source file(Path file, Path root) {
    String id = root.relativize(file).toString().replace('\\', '/');
    return new Source(file.toString(), id, null, () -> Files.newInputStream(file));
  }

  /**
   * Returns false for files that are still being written: hidden files, {@code .tmp} and {@code
   * .part}.
   */
  public static boolean isFinished(Path path) {
    String name = String.valueOf(path.getFileName());
    return !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part")
        && Files.isRegularFile(path);
  }

  /** Returns a source for a file that is identified by its name. */
  public static Source file(Path file) {
    return new Source(
        file.toString(),
        String.valueOf(file.getFileName()),
        null,
        () -> Files.newInputStream(file));
  }

  /** Returns a source for bytes that were fetched from {@code url}. */
  public static Source fetched(String url, @Nullable String contentType, byte[] bytes) {
    return new Source(url, url, contentType, () -> new ByteArrayInputStream(bytes));
  }

  /** Opens the bytes and decompresses gzip. The caller closes the stream. */
  public InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(opener.open(), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    // without a buffer of its own, so that what comes before damage is read
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** Returns the first {@code limit} bytes, or all if there are fewer or the rest is damaged. */
  public byte[] head(int limit) throws IOException {
    byte[] head = new byte[limit];
    int length = 0;
    try (InputStream in = open()) {
      for (int read = 0; read >= 0 && length < limit; length += Math.max(read, 0)) {
        read = in.read(head, length, limit - length);
      }
    } catch (ZipException | EOFException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(head, length);
  }

  /** Returns all bytes, at most {@link #MAX_DOCUMENT_BYTES}. */
  public byte[] bytes() throws IOException, RefusedException {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(MAX_DOCUMENT_BYTES + 1);
      if (bytes.length > MAX_DOCUMENT_BYTES) {
        throw new RefusedException(
            "too-large",
            "the document is larger than " + (MAX_DOCUMENT_BYTES >> 20) + " MiB uncompressed");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw new RefusedException(
          "bad-gzip", "the gzip data ends early or is damaged: " + e.getMessage());
    }
  }
}
