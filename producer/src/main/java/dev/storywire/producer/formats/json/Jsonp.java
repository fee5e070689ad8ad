package dev.storywire.producer.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as the argument of a JavaScript function: {@code callback({...});}. */
public final class Jsonp {
  /** Start of the call, up to the JSON. */
  private static final Pattern START =
      Pattern.compile(
          "\\s{0,100}(?:/\\*{2}/)?\\s{0,100}[\\p{Alpha}_$][\\w.$]{0,100}\\s{0,10}\\(\\s{0,100}"
              + "(?=\\{\\s{0,100}\"|\\[\\s{0,100}\\{)");

  private static final Pattern END = Pattern.compile("\\)\\s{0,100};?\\s{0,100}$");

  private static final int MAX_START = 1024;

  private Jsonp() {}

  /** Returns the position of the JSON; 0 if the text does not begin with a call. */
  public static int start(String text) {
    Matcher start = START.matcher(text);
    return start.lookingAt() ? start.end() : 0;
  }

  /** Returns the JSON without the call; {@code document} itself if it is not a call. */
  static byte[] json(byte[] document) {
    String head =
        new String(document, 0, Math.min(document.length, MAX_START), StandardCharsets.ISO_8859_1);
    int bom = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    int start = start(head.substring(bom));
    if (start == 0) {
      return document;
    }
    String json =
        new String(
            document, bom + start, document.length - bom - start, StandardCharsets.ISO_8859_1);
    int tail = Math.max(0, json.length() - MAX_START);
    Matcher end = END.matcher(json).region(tail, json.length());
    return json.substring(0, end.find() ? end.start() : json.length())
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
