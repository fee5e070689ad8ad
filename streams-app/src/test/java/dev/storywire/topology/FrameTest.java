package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Frame.Place PLACE = new Frame.Place(1_234, "urn:größe", 7);

  @Test
  void isReadAsItWasWritten() {
    Frame.HandOver handOver = new Frame.HandOver("en.world", PLACE);
    assertThat(Frame.decode(Frame.encode(handOver))).isEqualTo(handOver);

    Frame.Mark mark = new Frame.Mark(3, 99, new long[] {4, 0, 17});
    assertThat(Frame.decode(Frame.encode(mark))).usingRecursiveComparison().isEqualTo(mark);

    Frame.Item item = new Frame.Item(PLACE, 2, 55, true, new byte[] {1, 2, 3});
    assertThat(Frame.decode(Frame.encode(item))).usingRecursiveComparison().isEqualTo(item);
  }
}
