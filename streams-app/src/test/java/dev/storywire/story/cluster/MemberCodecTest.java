package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Stems;
import dev.storywire.text.terms.Terms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberCodecTest {
  private static final WordEmbeddings EMBEDDINGS = StoryModels.shipped().embeddings();

  private static final String FIXING =
      "The dollar was fixed at 1.8402 marks on Tuesday, after 1.8365 marks on the day before, and"
          + " sterling at 2.9140 marks. The central bank did not intervene, dealers said.";

  private final StoryIndex index = new StoryIndex();

  private byte[] add(String uri) {
    return add(uri, "Dam bursts above Velmora", "Thousands fled.", false);
  }

  private byte[] add(String uri, String headline, String text, boolean recurring) {
    Terms terms = Terms.of(CleanArticle.of(headline, List.of(text)), "en");
    ArticleView article = new ArticleView(uri, 5, "wire", terms, List.of(), true, recurring);
    var unused = index.decide(article);
    index.add(article, uri);
    return index.encode(uri);
  }

  @Test
  void remembersWhetherAnArticleIsWorthASecondLook() {
    MemberCodec.Stored first = MemberCodec.decode(add("first"), EMBEDDINGS);
    MemberCodec.Stored second = MemberCodec.decode(add("second"), EMBEDDINGS);

    assertThat(first.isWorthSecondLook()).as("no story was near").isFalse();
    assertThat(second.isWorthSecondLook()).isTrue();
    assertThat(second.storyId()).isEqualTo("second");
    assertThat(second.sequence()).isEqualTo(1);
    assertThat(second.eventTime()).isEqualTo(5);
  }

  @Test
  void remembersWhetherAnArticleIsARoutineNotice() {
    byte[] record = add("fixing", "Norvik fixing", FIXING, true);

    assertThat(MemberCodec.decode(record, EMBEDDINGS).notice())
        .isEqualTo(new RoutineNotice(16, true, Stems.hash("norvik")));
    assertThat(MemberCodec.decode(add("flood"), EMBEDDINGS).notice()).isEqualTo(RoutineNotice.NONE);
  }

  @Test
  void readsTheFirstLayout() {
    add("first", "Norvik fixing", FIXING, true);
    MemberCodec.Stored stored = readAs(1, add("second", "Norvik fixing", FIXING, true), 7);
    assertThat(stored.isWorthSecondLook()).isFalse();
    assertThat(stored.notice()).isEqualTo(RoutineNotice.NONE);
    assertThat(stored.storyId()).isEqualTo("second");
  }

  @Test
  void readsTheSecondLayout() {
    add("first");
    MemberCodec.Stored stored = readAs(2, add("second"), 6);
    assertThat(stored.isWorthSecondLook()).isTrue();
    assertThat(stored.notice()).isEqualTo(RoutineNotice.NONE);
    assertThat(stored.storyId()).isEqualTo("second");
  }

  /** Reads a record as one of an earlier layout, which does not have the last bytes. */
  private static MemberCodec.Stored readAs(int layout, byte[] record, int without) {
    byte[] before = Arrays.copyOf(record, record.length - without);
    before[0] = (byte) layout;
    return MemberCodec.decode(before, EMBEDDINGS);
  }

  @Test
  void ignoresWhatALaterLayoutAppends() {
    byte[] record = add("fixing", "Norvik fixing", FIXING, true);
    byte[] later = Arrays.copyOf(record, record.length + 3);
    later[0]++;
    MemberCodec.Stored stored = MemberCodec.decode(later, EMBEDDINGS);
    assertThat(stored.notice()).isEqualTo(MemberCodec.decode(record, EMBEDDINGS).notice());
    assertThat(stored.storyId()).isEqualTo("fixing");
  }

  @Test
  void refusesADamagedRecord() {
    byte[] record = add("first");
    record[0] = 0;
    assertThatThrownBy(() -> MemberCodec.decode(record, EMBEDDINGS))
        .hasMessage("A remembered article has layout 0; the first layout is 1");
  }
}
