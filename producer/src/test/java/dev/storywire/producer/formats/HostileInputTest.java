package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.source.Source;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that arbitrary bytes lead to items and refusals, never to an exception. */
class HostileInputTest {
  @Property(tries = 1000)
  void damagedSamplesAreReadOrRefused(
      @ForAll("samples") String name, @ForAll long seed, @ForAll("damage") int damage)
      throws IOException {
    byte[] bytes = Collected.source(name).head(1 << 20);
    Random random = new Random(seed);
    for (int i = 0; i < damage; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Source damaged = Source.fetched(name, null, bytes);

    for (Format format : new Format[] {Format.AUTO, formatOf(name)}) {
      Collected read = Collected.read(format, damaged);
      if (formatOf(name) != Format.RSS) { // an empty feed is valid
        assertThat(read.items.size() + read.refusals.size()).isPositive();
      }
      assertThat(read.refusals)
          .allSatisfy(refusal -> assertThat(refusal.reason()).doesNotContain("Exception"));
    }
  }

  @Property(tries = 100)
  void idsAreReversible(@ForAll String id) {
    assertThat(ItemUri.idOf(ItemUri.of(id))).isEqualTo(wellFormed(id));
  }

  @Property(tries = 200)
  void arbitraryDatesAreParsedOrIgnored(@ForAll String text) {
    DateParser.parse(text);
  }

  @Property(tries = 10)
  void deepNestingIsRefusedOrRead(@ForAll("openings") String opening) {
    for (Format format : Format.values()) {
      Collected read = Collected.text(format, opening.repeat(5_000));
      assertThat(read.items.size() + read.refusals.size()).isPositive();
    }
  }

  /** Replaces lone surrogates, which UTF-8 cannot encode, by question marks. */
  private static String wellFormed(String id) {
    return new String(
        id.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Format formatOf(String name) {
    return switch (name.replaceAll("-.*|\\..*", "")) {
      case "ninjs" -> Format.NINJS;
      case "newsml" -> name.contains("g2") ? Format.NEWSML_G2 : Format.NEWSML_1;
      case "nitf" -> Format.NITF;
      case "page" -> Format.HTML;
      case "anpa", "iptc" -> Format.ANPA;
      default -> Format.RSS;
    };
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(
        "ninjs-1.4.json",
        "ninjs-3.0.json",
        "newsml-g2-item.xml",
        "newsml-g2-message.xml",
        "newsml-1.2.xml",
        "nitf-3.6.xml",
        "rss-2.0.xml",
        "atom-1.0.xml",
        "page.html",
        "anpa-1312.txt",
        "iptc-7901.txt");
  }

  @Provide
  Arbitrary<Integer> damage() {
    return Arbitraries.of(0, 1, 1, 2, 5, 50);
  }

  @Provide
  Arbitrary<String> openings() {
    return Arbitraries.of(
        "<nitf>",
        "<html><div>",
        "<!-- -->",
        "<!DOCTYPE x [",
        "[",
        "{\"data\":",
        "<p",
        "\u0001",
        "&amp;");
  }
}
