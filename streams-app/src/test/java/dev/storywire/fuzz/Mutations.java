package dev.storywire.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Mutates samples: damaged bytes, cut and repeated parts, inserted tokens, and mixed samples. */
public final class Mutations {
  /** Longest result of a repetition, so that most inputs are small. */
  private static final int LONGEST = 64 * 1024;

  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "&",
          "&amp;",
          "&#0;",
          "&#xD800;",
          "&#x1F600;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "<?xml version=\"1.1\" encoding=\"UTF-16\"?>",
          "<p>",
          "</p>",
          "<a:b/>",
          "<script>",
          "</html>",
          " xmlns=\"x\"",
          " xml:lang='zz-ZZ'",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "\\u0000",
          "\\ud83d",
          ",",
          ":",
          "null",
          "true",
          "1e999",
          "-1",
          "0",
          "9999999999999999999",
          "\"uri\":\"x\",",
          "\"version\":\"7\",",
          "\"pubStatus\":\"canceled\",",
          "\"versionCreated\":\"2099-01-01T00:00:00Z\",",
          "\"embargoedUntil\":\"2026-03-12T12:00:00Z\",",
          "not for publication",
          "\r\n\r\n",
          "\n",
          "\t",
          "\u0001",
          "\u0002",
          "\u0003",
          "\u0016",
          "^",
          "^BC-",
          "KILL KILL KILL",
          "\u0000",
          "\uFEFF",
          "\u202E",
          "\u0301",
          "é",
          "ß",
          "İ",
          "漢",
          "😀",
          "\uFFFF",
          "A. B. C. ",
          "31 Feb 2026 25:61 GMT+9999",
          "-999999999-01-01T00:00:00Z",
          "1773066000",
          "http://[",
          "urn:",
          "%",
          "%zz",
          "data:text/html;base64,",
          "…",
          "“",
          "—");

  private Mutations() {}

  /** Returns one of the samples with one to eight mutations; the same for equal random numbers. */
  static byte[] of(Random random, List<byte[]> samples) {
    return of(random, samples.get(random.nextInt(samples.size())), samples);
  }

  /**
   * Returns a sample with one to eight mutations.
   *
   * @param donors samples whose parts may be inserted
   */
  public static byte[] of(Random random, byte[] sample, List<byte[]> donors) {
    byte[] bytes = sample.clone();
    int mutations = 1 + random.nextInt(1 + random.nextInt(8));
    for (int i = 0; i < mutations; i++) {
      bytes = mutate(bytes, random, donors);
    }
    return bytes;
  }

  private static byte[] mutate(byte[] bytes, Random random, List<byte[]> samples) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
    return switch (random.nextInt(11)) {
      case 0, 1 -> overwritten(bytes, from, to, random);
      case 2 -> replaced(bytes, from, to, new byte[0]);
      case 3, 4, 5 -> replaced(bytes, from, from, token(random));
      case 6 -> replaced(bytes, from, to, token(random));
      case 7 -> Arrays.copyOf(bytes, from);
      case 8 -> {
        byte[] other = samples.get(random.nextInt(samples.size()));
        int start = random.nextInt(other.length + 1);
        int end = Math.min(other.length, start + random.nextInt(400));
        yield replaced(bytes, from, to, Arrays.copyOfRange(other, start, end));
      }
      case 9 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      default -> random.nextInt(8) > 0 ? bytes : repeated(bytes, from, to, random);
    };
  }

  private static byte[] overwritten(byte[] bytes, int from, int to, Random random) {
    int end = random.nextBoolean() ? Math.min(from + 1, to) : Math.min(from + 4, to);
    for (int i = from; i < end; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] repeated(byte[] bytes, int from, int to, Random random) {
    byte[] part = random.nextBoolean() ? token(random) : Arrays.copyOfRange(bytes, from, to);
    int times = Math.min(1 << random.nextInt(14), LONGEST / Math.max(1, part.length));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return replaced(bytes, from, from, out.toByteArray());
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
