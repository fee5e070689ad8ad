package dev.storywire.producer.formats.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 04 Feb 2026 16:03:00 GMT+0200|2026-02-04T14:03:00Z",
        "Wed, Feb 4 2026 04:45:26 +0000|2026-02-04T04:45:26Z",
        "Wed, 04 Feb 2026 12:15 PM|2026-02-04T12:15:00Z",
        "Tue, 02 Sept 2025 14:20:00 GMT|2025-09-02T14:20:00Z",
        "February 4, 2026|2026-02-04T00:00:00Z",
        "4. Februar 2026 14:20 Uhr|2026-02-04T14:20:00Z",
        "mer. 4 févr. 2026 14:20 CET|2026-02-04T13:20:00Z",
        "4 de febrero de 2026|2026-02-04T00:00:00Z",
        "mar 10 mar 2026 08:00|2026-03-10T08:00:00Z",
        "jeudi 5 février 2026 à 14:20|2026-02-05T14:20:00Z",
        "mercoledì 4 febbraio 2026, ore 14:20|2026-02-04T14:20:00Z",
        "4 de fevereiro de 2026 às 14h20|2026-02-04T14:20:00Z",
        "woensdag 4 februari 2026 14.20 uur|2026-02-04T14:20:00Z",
        "Feb 4th, 2026 12:15 a.m.|2026-02-04T00:15:00Z",
        "1770214800|2026-02-04T14:20:00Z",
        "1770214800000|2026-02-04T14:20:00Z",
        "20260204142000|2026-02-04T14:20:00Z",
        "20260204 142000|2026-02-04T14:20:00Z",
        "2026-2-4 2:20 PM|2026-02-04T14:20:00Z",
        "2026-02-04t14:20:00z|2026-02-04T14:20:00Z",
        "2026-02-04 14:20:00 CET|2026-02-04T13:20:00Z",
        "2026-02-04T14:20:00+01:00[Europe/Berlin]|2026-02-04T13:20:00Z",
        "Wed,04 Feb, 2026 14:20:00 GMT|2026-02-04T14:20:00Z",
        "Wed, 04 Feb 2026 14:20:00 (CET)|2026-02-04T13:20:00Z",
        "Wed, 04 Feb 2026 14:20:00 +0100 (Central European Time)|2026-02-04T13:20:00Z",
        "February 4, 2026, 2:20\u202fPM|2026-02-04T14:20:00Z",
        "4th of February 2026|2026-02-04T00:00:00Z",
        "Am Mittwoch, 4. Jänner 2026|2026-01-04T00:00:00Z",
        "Le mercredi 4\u00a0février 2026 à 14 h 20|2026-02-04T14:20:00Z",
        "El 4 de febrero de 2026 a las 2:20 p. m.|2026-02-04T14:20:00Z",
        "quarta, 4 de fevereiro de 2026|2026-02-04T00:00:00Z",
        "2026-02-04 14:20:00.123456789 +0100 CET|2026-02-04T13:20:00Z",
        "2026-02-04 14:20:00 +0000 UTC|2026-02-04T14:20:00Z",
        "Wed, 04 Feb 2026 14:2:5 GMT|2026-02-04T14:02:05Z",
        "1770214800.25|2026-02-04T14:20:00Z"
      })
  void readsDates(String text, String instant) {
    assertThat(DateParser.parse(text)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0000-00-00 00:00:00",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "02/03/2026",
        "4 Foo 2026",
        "1899-12-31T00:00:00Z",
        "Sat, 01 Jan 2050 00:00:00 GMT",
        "99999999999999",
        "2026-02-30T10:00:00Z",
        "2026-04-31",
        "20260230",
        "30 Feb 2026",
        "04 Feb 2026 14:20 (Central European Time)",
        "4 Feb 2026 14:20 PM",
        "4 Feb 2026 14.2",
        "2026-02-04 14:20:00 +0100 EST"
      })
  void ignoresImplausibleDates(String text) {
    assertThat(DateParser.parse(text)).isNull();
  }
}
