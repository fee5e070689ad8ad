package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.OrderKey;
import org.junit.jupiter.api.Test;

class PreparedRecordTest {
  private static final OrderKey PLACE = new OrderKey(1_234, "urn:größe", 7);

  @Test
  void isDecodedAsItWasEncoded() {
    PreparedRecord.HandOver handOver = new PreparedRecord.HandOver("en.world", PLACE);
    assertThat(PreparedRecord.decode(PreparedRecord.encode(handOver))).isEqualTo(handOver);

    PreparedRecord.ProgressMark mark =
        new PreparedRecord.ProgressMark(3, 99, new long[] {4, 0, 17});
    assertThat(PreparedRecord.decode(PreparedRecord.encode(mark)))
        .usingRecursiveComparison()
        .isEqualTo(mark);

    PreparedRecord.Article item =
        new PreparedRecord.Article(PLACE, 2, 55, true, new byte[] {1, 2, 3});
    assertThat(PreparedRecord.decode(PreparedRecord.encode(item)))
        .usingRecursiveComparison()
        .isEqualTo(item);

    PreparedRecord.ArticleSignature signature =
        new PreparedRecord.ArticleSignature(PLACE, 2, 55, new byte[] {4, 5});
    assertThat(PreparedRecord.decode(PreparedRecord.encode(signature)))
        .usingRecursiveComparison()
        .isEqualTo(signature);
  }
}
