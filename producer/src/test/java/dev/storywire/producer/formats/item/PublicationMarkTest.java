package dev.storywire.producer.formats.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationMarkTest {
  private static final int SIZE = 150_000;

  @Test
  void cutsTheTextBeforeAMark() {
    assertThat(PublicationMark.cut("The quay reopens.\n---\nNot for publication: call Ann."))
        .isEqualTo("The quay reopens.");
    assertThat(PublicationMark.cut("<p>The quay reopens.</p><p>Not  for&nbsp;publication</p>"))
        .startsWith("<p>The quay reopens.</p>")
        .doesNotContain("publication");
    assertThat(PublicationMark.cut("<p>It reopens.</p><p>Not <b>for</b> publication: Ann</p>"))
        .startsWith("<p>It reopens.</p>")
        .doesNotContain("Ann");
  }

  @Test
  void leavesASentenceAlone() {
    String text = "The report was not for publication, the mayor said.";
    assertThat(PublicationMark.cut(text)).isSameAs(text);
    String far = "x".repeat(201) + " not for publication";
    assertThat(PublicationMark.cut(far)).isSameAs(far);
  }

  // fuzzing found a text of many unclosed tags, 68 kB, that took 17 s
  @ParameterizedTest
  @ValueSource(
      strings = {"<a", "<a ", "not ", "not for ", " ", "&nbsp;", "*", "not for publication "})
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void takesLinearTime(String repeated) {
    String many = repeated.repeat(SIZE / repeated.length());
    assertThat(PublicationMark.cut("<p>The quay." + many)).isNotEmpty();
    assertThat(PublicationMark.cut("The quay, not" + many + "x")).isNotEmpty();
    assertThat(PublicationMark.cut("The quay." + many + "x\nNot for publication\n")).isNotEmpty();
  }
}
