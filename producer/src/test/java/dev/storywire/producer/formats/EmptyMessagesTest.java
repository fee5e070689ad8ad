package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests messages of agencies that contain no news. */
class EmptyMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/></newsMessage>",
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet/></newsMessage>",
        "<newsMessage><itemSet><packageItem guid=\"urn:x:p\"><itemMeta/></packageItem></itemSet></newsMessage>",
        "<packageItem guid=\"urn:x:p\"><itemMeta><pubStatus qcode=\"stat:usable\"/></itemMeta></packageItem>",
        "<NewsML><NewsEnvelope><DateAndTime>20260302T081500Z</DateAndTime></NewsEnvelope></NewsML>"
      })
  void areValid(String message) {
    Collected collected = Collected.text(Format.AUTO, message);

    assertThat(collected.items).isEmpty();
    assertThat(collected.refusals).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<newsMessage><header/><itemList><newsItem guid=\"urn:x:1\"/></itemList></newsMessage>",
        "<NewsML><NewsEnvelope/><Newsitems/></NewsML>",
        "<NewsML><NewsEnvelope><NewsItem/></NewsML>",
        "<newsMessage><header><itemSet><newsItem guid=\"urn:x:1\"/></itemSet></newsMessage>",
        "<packageItem guid=\"urn:x:p\"><contentMeta><headlin>Mill</headlin></contentMeta></packageItem>"
      })
  void areRefusedIfTheyMayContainNews(String message) {
    Collected.text(Format.AUTO, message).onlyRefusal();
  }

  @Test
  void aPackageWithoutAHeadlineCanBeWithdrawn() {
    String message =
        "<packageItem guid=\"urn:x:p\"><itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta></packageItem>";

    assertThat(Collected.text(Format.AUTO, message).onlyItem().uri()).isEqualTo("urn:x:p");
  }
}
