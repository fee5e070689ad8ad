package dev.storywire.producer.formats.source;

import java.io.IOException;
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
 * Decodes bytes with the first charset that decodes them without an error: the charset of the byte
 * order mark, of the XML or HTML declaration, of the HTTP header, UTF-8, windows-1252.
 *
 * <p>Two rules override a declaration. Text with multi-byte sequences that are valid UTF-8 is
 * UTF-8, even if it declares Latin-1 or, from eight sequences on, another charset. UTF-8 with a few
 * stray bytes is decoded as UTF-8, and only these bytes as windows-1252.
 */
public final class TextDecoder {
  private static final int HEAD = 1024;

  /**
   * Number of multi-byte sequences with which valid UTF-8 cannot be text in another charset by
   * chance.
   */
  private static final int CERTAIN_SEQUENCES = 8;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']"
              + "|<meta\\s[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]+)");

  /**
   * Spellings of the code pages of Windows that Java does not know, such as cp-1251 and win1251.
   */
  private static final Pattern CODE_PAGE = Pattern.compile("(?i)(?:cp|win|windows)-?(125[0-8])");

  private static final Pattern HTTP_CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFEFF\\uFFFE\\uFFFF]");

  /** Control characters, except the one for the end of a line. */
  private static final Pattern CONTROLS = Pattern.compile("[\\x80-\\x84\\x86-\\x9F]");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final List<Charset> WESTERN =
      List.of(StandardCharsets.ISO_8859_1, WINDOWS_1252, StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ItemSink sink;
  private final String where;

  /** The name of the charset that the text declares; null if it declares none. */
  private @Nullable String declared;

  private TextDecoder(byte[] bytes, ItemSink sink, String where) {
    this.bytes = bytes;
    this.sink = sink;
    this.where = where;
  }

  /**
   * Returns the text of a source without {@linkplain #legal illegal} characters.
   *
   * @throws RefusedException if no charset is declared, and the text is neither UTF-8 nor Western
   */
  public static String text(Source source, ItemSink sink) throws IOException, RefusedException {
    byte[] bytes = source.bytes();
    return legal(decode(bytes, source.contentType(), sink, source.name()));
  }

  /** Returns the text of {@code bytes}, including illegal characters, and reports stray bytes. */
  public static String decode(
      byte[] bytes, @Nullable String contentType, ItemSink sink, String where)
      throws RefusedException {
    return new TextDecoder(bytes, sink, where).decode(contentType);
  }

  /**
   * Removes characters that XML 1.0 forbids, and byte order marks. Control characters from U+0080
   * on are read as windows-1252, as in HTML: they come from such text that was decoded as Latin-1.
   */
  public static String legal(String text) {
    return CONTROLS
        .matcher(FORBIDDEN.matcher(text).replaceAll(""))
        .replaceAll(control -> windows1252(control.group().charAt(0)));
  }

  private static String windows1252(char control) {
    String text = new String(new byte[] {(byte) control}, WINDOWS_1252);
    return text.equals("\uFFFD") ? "" : text;
  }

  private String decode(@Nullable String contentType) throws RefusedException {
    List<Charset> candidates = candidates(contentType);
    for (Charset charset : candidates) {
      if (charset.equals(WINDOWS_1252)) {
        break; // decodes any bytes
      }
      try {
        String text = strictly(charset);
        reportUnlessDeclared(charset, text);
        return text;
      } catch (CharacterCodingException e) {
        // try the next candidate
      }
    }
    MixedUtf8Text local = MixedUtf8Text.decode(bytes);
    boolean declaresUtf8 = StandardCharsets.UTF_8.equals(charset(declared));
    boolean damaged =
        declaresUtf8 && isMostlyAscii() && (local.sequences() > 0 || local.stray() == 0);
    if (damaged || local.isMostlyUtf8()) {
      if (local.stray() > 0) {
        report(local.stray() + " bytes are not valid UTF-8 and were decoded as windows-1252");
      }
      return local.text();
    }
    if (candidates.contains(WINDOWS_1252) || isMostlyAscii()) {
      String text = new String(bytes, WINDOWS_1252);
      reportUnlessDeclared(WINDOWS_1252, text);
      return text;
    }
    return damaged(candidates.get(0));
  }

  private String strictly(Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /** Decodes with the declared charset and replaces invalid characters. */
  private String damaged(Charset declared) throws RefusedException {
    if (!declared.equals(StandardCharsets.UTF_8)) {
      String text = new String(bytes, declared);
      long lost = text.chars().filter(c -> c == 0xFFFD).count();
      if (lost <= text.length() / 100) {
        report(lost + " characters are not valid " + declared.name());
        return text;
      }
    }
    throw new RefusedException(
        "unknown-charset",
        "the text is not UTF-8 and declares no valid charset;"
            + " declare it in the XML declaration or in Content-Type");
  }

  /** Reports text that is not in its declared charset, unless it is only ASCII. */
  private void reportUnlessDeclared(Charset used, String text) throws RefusedException {
    Charset meant = charset(declared);
    boolean western = meant != null && WESTERN.contains(meant) && WESTERN.contains(used);
    boolean utf16 = used.name().startsWith("UTF-16"); // whose byte order is not declared
    if (declared != null
        && !western
        && !used.equals(meant)
        && !utf16
        && text.chars().anyMatch(c -> c > 0x7F)) {
      String detail = "the text is not " + declared + ", as declared, but " + used.name();
      sink.repaired(new DocumentRepair(DocumentRepair.Kind.WRONG_CHARSET, detail), where);
    }
  }

  private void report(String detail) throws RefusedException {
    sink.repaired(new DocumentRepair(DocumentRepair.Kind.STRAY_BYTES, detail), where);
  }

  /** Returns true if most bytes are ASCII, as in Western languages. */
  private boolean isMostlyAscii() {
    int beyond = 0;
    for (byte b : bytes) {
      beyond += b < 0 ? 1 : 0;
    }
    return beyond < bytes.length / 8;
  }

  private List<Charset> candidates(@Nullable String contentType) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    List<Charset> candidates = new ArrayList<>();
    if (starts(0xFE, 0xFF) || starts(0, '<')) {
      candidates.add(StandardCharsets.UTF_16BE);
    } else if (starts(0xFF, 0xFE) || starts('<', 0)) {
      candidates.add(StandardCharsets.UTF_16LE);
    }
    add(candidates, DECLARED.matcher(head));
    add(candidates, HTTP_CHARSET.matcher(contentType == null ? "" : contentType));
    if (declared == null && head.stripLeading().startsWith("<?xml")) {
      declared = StandardCharsets.UTF_8.name();
    }
    candidates.add(StandardCharsets.UTF_8);
    return candidates;
  }

  private void add(List<Charset> candidates, Matcher name) {
    if (!name.find()) {
      return;
    }
    String found = name.group(1) == null ? name.group(name.groupCount()) : name.group(1);
    declared = declared == null ? found : declared;
    Charset charset = charset(found);
    if (charset == null) {
      return; // try the other candidates
    }
    if (WESTERN.contains(charset)) {
      candidates.add(StandardCharsets.UTF_8);
      // on the web, Latin-1 means windows-1252, which has printable characters from 0x80
      candidates.add(WINDOWS_1252);
    } else if (charset.canEncode() && !charset.name().startsWith("UTF-16")) {
      candidates.add(isSurelyUtf8() ? StandardCharsets.UTF_8 : charset);
    }
  }

  /**
   * Returns true if the bytes are valid UTF-8 with more multi-byte sequences than text in another
   * charset has by chance.
   */
  private boolean isSurelyUtf8() {
    MixedUtf8Text utf8 = MixedUtf8Text.decode(bytes);
    return utf8.stray() == 0 && utf8.sequences() >= CERTAIN_SEQUENCES;
  }

  /** Returns the charset with this name; null if there is none. */
  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null
          ? null
          : Charset.forName(CODE_PAGE.matcher(name).replaceFirst("windows-$1"));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean starts(int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
