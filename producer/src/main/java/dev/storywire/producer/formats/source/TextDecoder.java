package dev.storywire.producer.formats.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes made text in the first charset that fits without an error: the byte order mark's, the one
 * the XML declaration or HTTP names, UTF-8, windows-1252.
 *
 * <p>Declarations are often wrong in one way: text that is UTF-8 is said to be Western European.
 * Bytes beyond ASCII that happen to be valid UTF-8 are no accident, so UTF-8 goes before those.
 */
public final class TextDecoder {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
  private static final Pattern HTTP_CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFEFF\\uFFFE\\uFFFF]");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final List<Charset> WESTERN =
      List.of(StandardCharsets.ISO_8859_1, WINDOWS_1252, StandardCharsets.US_ASCII);

  private TextDecoder() {}

  /**
   * The text of {@code bytes}, {@linkplain #legal made legal}.
   *
   * @throws RefusedException if no charset is named, and it is neither UTF-8 nor a Western text
   */
  public static String text(byte[] bytes, @Nullable String contentType) throws RefusedException {
    for (Charset charset : candidates(bytes, contentType)) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return legal(text);
      } catch (CharacterCodingException e) {
        // the next candidate may fit
      }
    }
    if (!mostlyAscii(bytes)) {
      throw new RefusedException(
          "unknown-charset",
          "the text is not UTF-8, and nothing says what it is; the XML declaration or the"
              + " Content-Type should name its charset");
    }
    return legal(new String(bytes, WINDOWS_1252));
  }

  /** Without the characters that no text may hold (XML 1.0), nor byte order marks. */
  public static String legal(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }

  /** Western texts have an accent now and then; most letters beyond ASCII mean another script. */
  private static boolean mostlyAscii(byte[] bytes) {
    int beyond = 0;
    for (byte b : bytes) {
      beyond += b < 0 ? 1 : 0;
    }
    return beyond < bytes.length / 8;
  }

  private static List<Charset> candidates(byte[] bytes, @Nullable String contentType) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    List<Charset> candidates = new ArrayList<>();
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<')) {
      candidates.add(StandardCharsets.UTF_16BE);
    } else if (starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0)) {
      candidates.add(StandardCharsets.UTF_16LE);
    }
    add(candidates, DECLARED.matcher(head));
    add(candidates, HTTP_CHARSET.matcher(contentType == null ? "" : contentType));
    candidates.add(StandardCharsets.UTF_8);
    return candidates;
  }

  private static void add(List<Charset> candidates, Matcher name) {
    if (!name.find()) {
      return;
    }
    try {
      Charset charset = Charset.forName(name.group(1));
      if (WESTERN.contains(charset)) {
        candidates.add(StandardCharsets.UTF_8);
        // what calls itself Latin-1 on the web is windows-1252, which has printable C1 codes
        candidates.add(WINDOWS_1252);
      }
      if (charset.canEncode() && !charset.name().startsWith("UTF-16")) {
        candidates.add(charset);
      }
    } catch (IllegalArgumentException e) {
      // an unknown charset names nothing; the others are tried
    }
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
