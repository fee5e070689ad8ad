package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** Writes items as ninjs, one JSON object per line, in UTF-8. Does not close the stream. */
public final class JsonLinesWriter implements ItemWriter {
  private final OutputStream out;

  /** Creates a writer to {@code out}. */
  public JsonLinesWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void send(NewsItem item, Instant time, Callback callback) {
    EncodedItem encoded = EncodedItem.of(item);
    if (encoded.refusal() != null) {
      callback.onCompletion(encoded.refusal());
      return;
    }
    try {
      out.write(encoded.bytes());
      out.write('\n');
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    callback.onCompletion(null);
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void close() {
    flush();
  }

  private static DeliveryException cannotWrite(IOException e) {
    return new DeliveryException("the items cannot be written: " + e.getMessage(), e);
  }
}
