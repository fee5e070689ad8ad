package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberCodecTest {
  private static final WordEmbeddings EMBEDDINGS = StoryModels.shipped().embeddings();

  private final ClusterIndex index = new ClusterIndex();

  private byte[] add(String uri) {
    CleanArticle clean = CleanArticle.of("Dam bursts above Velmora", List.of("Thousands fled."));
    ArticleView article = new ArticleView(uri, 5, "wire", Terms.of(clean, "en"), List.of());
    var unused = index.decide(article);
    index.add(article, uri);
    return index.encode(uri);
  }

  @Test
  void remembersWhetherAnArticleIsWorthASecondLook() {
    MemberCodec.Stored first = MemberCodec.decode(add("first"), EMBEDDINGS);
    MemberCodec.Stored second = MemberCodec.decode(add("second"), EMBEDDINGS);

    assertThat(first.isDoubtful()).as("no story was near").isFalse();
    assertThat(second.isDoubtful()).isTrue();
    assertThat(second.storyId()).isEqualTo("second");
    assertThat(second.sequence()).isEqualTo(1);
    assertThat(second.eventTime()).isEqualTo(5);
  }

  @Test
  void readsTheLayoutBefore() {
    add("first");
    byte[] record = add("second");
    byte[] before = Arrays.copyOf(record, record.length - 1);
    before[0] = 1;

    MemberCodec.Stored stored = MemberCodec.decode(before, EMBEDDINGS);
    assertThat(stored.isDoubtful()).isFalse();
    assertThat(stored.storyId()).isEqualTo("second");
  }

  @Test
  void refusesAnUnknownLayout() {
    byte[] record = add("first");
    record[0] = 3;
    assertThatThrownBy(() -> MemberCodec.decode(record, EMBEDDINGS))
        .hasMessage("A remembered article has layout 3; this release reads layouts 1 and 2");
  }
}
