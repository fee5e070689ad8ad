package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that every reader takes linear time for texts of any shape. It compares the processor time
 * for a document and for one of eight times its length. The bounds are wide, since the machine may
 * be busy, and far below the time of a quadratic step.
 */
class ReadersCostTest {
  private static final int SHORT = 4_000;
  private static final int TIMES = 8;

  /** Eight times the text may take twenty times the time because of noise. */
  private static final double MAX_TIMES = 20;

  /** Below this, the time for the shorter document is noise. */
  private static final double MIN_SECONDS = 0.01;

  private static final int ATTEMPTS = 5;

  /** Documents of each format; {@code %s} is the text. */
  private static final Map<Format, List<String>> DOCUMENTS =
      Map.of(
          Format.JSONL,
          List.of("{\"id\":\"a\",\"title\":\"Quay\",\"body\":\"%s\"}", "%s"),
          Format.NINJS,
          List.of(
              "{\"uri\":\"a\",\"headline\":\"Quay\",\"body_html\":\"%s\"}", "[{\"uri\":\"a\",%s"),
          Format.JSON_FEED,
          List.of(
              "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"a\",\"content_html\":\"%s\"}]}"),
          Format.NEWSML_G2,
          List.of(
              "<newsItem guid='a'><contentMeta><headline>Quay</headline></contentMeta><contentSet>"
                  + "<inlineXML><html><body><p>%s</p></body></html></inlineXML></contentSet></newsItem>",
              "<newsItem guid='a'><contentMeta>%s"),
          Format.NEWSML_1,
          List.of(
              "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>%s</HeadLine></NewsLines>"
                  + "</NewsComponent></NewsItem></NewsML>"),
          Format.NITF,
          List.of(
              "<nitf><head><docdata><doc-id id-string='a'/></docdata></head><body><body.content>%s"
                  + "</body.content></body></nitf>"),
          Format.RSS,
          List.of(
              "<rss><channel><item><title>Quay</title><description><![CDATA[%s]]></description>"
                  + "</item></channel></rss>",
              "<rss><channel><item><title>%s</title></item></channel></rss>", "<feed><entry>%s"),
          Format.HTML,
          List.of("<html><body><article><h1>Quay</h1>%s</article></body></html>", "<p %s"),
          Format.ANPA,
          List.of("\u0001a0001\u0002^BC-Quay<\n%s\u0003", "%s"),
          Format.TEXT,
          List.of("Quay\n\n%s"));

  private static final List<String> PARTS =
      List.of(
          "<p>",
          "<p></p>",
          "</p>",
          "<div><p>Quay. ",
          "<",
          ">",
          "&",
          "&amp;",
          "&#0;",
          "a=",
          "a='b' ",
          "<b c=\"",
          "<a:b>",
          "<a:b/>",
          "<!--",
          "<!DOCTYPE x [",
          "<![CDATA[",
          "]]>",
          "<script>",
          "<item>",
          "<entry><title>a</title>",
          "<link href='x'/>",
          "<li><a href='x'>Quay - Post</a></li>",
          "{",
          "[1,",
          "\\\\",
          ",",
          "\\\" ",
          " ",
          "\t",
          "\r\n",
          "x",
          "X",
          "- ",
          "(",
          "%",
          "1",
          "^",
          "^<\n",
          "\u0001",
          "\u0002\u0003",
          "URGENT\n",
          "By Ann Lark\n",
          "Not for publication ",
          "N O T  F O R ",
          "We use cookies to offer you a better service. ",
          "\u00e9",
          "\u0301",
          "\u4e2d",
          "\ud83d\ude00");

  static Stream<Format> formats() {
    return DOCUMENTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void takesLinearTime(Format format) {
    Map<String, Double> slow = new TreeMap<>();
    for (String document : DOCUMENTS.getOrDefault(format, List.of())) {
      for (String part : PARTS) {
        double times = times(format, document, part);
        if (times >= MAX_TIMES) {
          slow.put(document + " with many " + part, times);
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  /** Returns the smallest ratio of the times; a quadratic step disturbs all of them. */
  private static double times(Format format, String document, String part) {
    double times = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && times >= MAX_TIMES; attempt++) {
      double single = Math.max(MIN_SECONDS, seconds(format, document, part, SHORT));
      times = Math.min(times, seconds(format, document, part, TIMES * SHORT) / single);
    }
    return times;
  }

  private static double seconds(Format format, String document, String part, int length) {
    String text = document.replace("%s", part.repeat(length / part.length()));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Collected.text(format, text);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }
}
