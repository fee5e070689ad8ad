package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** Writes items as ninjs, one JSON object a line, UTF-8. Leaves the stream open. */
public final class LinesOutlet implements Outlet {
  private final OutputStream out;

  /** Writes to {@code out}. */
  public LinesOutlet(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void send(NewsItem item, Instant time, Receipt receipt) {
    EncodedItem encoded = EncodedItem.of(item);
    if (encoded.refusal() != null) {
      receipt.done(encoded.refusal());
      return;
    }
    try {
      out.write(encoded.bytes());
      out.write('\n');
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    receipt.done(null);
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

  private static OutletException cannotWrite(IOException e) {
    return new OutletException("the items cannot be written: " + e.getMessage(), e);
  }
}
