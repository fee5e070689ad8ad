package dev.storywire.producer.formats.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 that contains stray bytes in windows-1252. A stray byte affects only one character.
 *
 * @param text the decoded text, without an incomplete sequence at the end of the bytes
 * @param sequences number of valid multi-byte sequences
 * @param stray number of bytes decoded as windows-1252
 */
record MixedUtf8Text(String text, int sequences, int stray) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int CHUNK = 1 << 13;

  /**
   * Returns true if the bytes are UTF-8 with some stray bytes, rather than another charset. Valid
   * sequences are rare in other charsets.
   */
  boolean isMostlyUtf8() {
    return sequences > 0 && sequences >= stray;
  }

  static MixedUtf8Text decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    StringBuilder text = new StringBuilder(bytes.length);
    int stray = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      text.append(out.flip());
      out.clear();
      if (result.isMalformed()) {
        text.append(new String(bytes, in.position(), 1, WINDOWS_1252));
        in.position(in.position() + 1);
        stray++;
      } else if (result.isUnderflow()) {
        break; // the rest is an incomplete sequence
      }
    }
    int beyondAscii =
        (int) text.chars().filter(c -> c > 0x7F && !Character.isLowSurrogate((char) c)).count();
    return new MixedUtf8Text(text.toString(), beyondAscii - stray, stray);
  }
}
