package dev.storywire.producer.formats.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the lines of a byte stream. Keeps at most a fixed number of bytes of each line and skips
 * the rest.
 */
public final class BoundedLines {
  private static final int END = Integer.MIN_VALUE;

  private final InputStream in;
  private final int max;
  private final byte[] chunk = new byte[1 << 16];
  private int next;
  private int end;
  private byte[] line = new byte[8192];
  private int length;
  private boolean tooLong;

  /** Creates a reader of {@code in} that keeps at most {@code max} bytes of a line. */
  public BoundedLines(InputStream in, int max) {
    this.in = in;
    this.max = max;
  }

  /** Advances to the next line. Returns false at the end of the stream. */
  public boolean advance() throws IOException {
    length = 0;
    tooLong = false;
    int b = read();
    if (b == END) {
      return false;
    }
    for (; b != END && b != '\n'; b = read()) {
      if (length == max) {
        tooLong = true;
      } else {
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(max, 2 * length));
        }
        line[length++] = (byte) b;
      }
    }
    return true;
  }

  private int read() throws IOException {
    if (next == end) {
      next = 0;
      end = in.read(chunk);
      if (end <= 0) {
        end = 0;
        return END;
      }
    }
    return chunk[next++];
  }

  public boolean tooLong() {
    return tooLong;
  }

  public boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the buffer with the line in bytes 0 to {@link #length()}; valid until the next {@link
   * #advance()}.
   */
  public byte[] buffer() {
    return line;
  }

  public int length() {
    return length;
  }
}
