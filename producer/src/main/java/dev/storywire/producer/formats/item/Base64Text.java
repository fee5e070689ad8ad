package dev.storywire.producer.formats.item;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text in base64, as Atom and NewsML-G2 may contain it. */
public final class Base64Text {
  private Base64Text() {}

  /** Returns the text, or an empty string if the content is not base64 of UTF-8 text. */
  public static String decode(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(c -> c < 0x20 && !Character.isWhitespace(c)) ? "" : text;
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return "";
    }
  }
}
