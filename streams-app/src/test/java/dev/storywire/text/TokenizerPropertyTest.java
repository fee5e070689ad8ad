package dev.storywire.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenizerPropertyTest {
  @Property
  void coversEveryVisibleCharOnceAndInOrder(@ForAll("texts") String text) {
    TokenizedText tokenized = Tokenizer.forLanguage("en").tokenize(text);
    int end = 0;
    for (int t = 0; t < tokenized.tokenCount(); t++) {
      assertThat(text.substring(end, tokenized.start(t)).codePoints())
          .allMatch(WordBoundaries::isBlank);
      assertThat(tokenized.start(t)).isGreaterThanOrEqualTo(end);
      assertThat(tokenized.end(t)).isGreaterThan(tokenized.start(t));
      end = tokenized.end(t);
    }
    assertThat(text.substring(end).codePoints()).allMatch(WordBoundaries::isBlank);
  }

  @Property
  void sentencesCoverAllTokensInOrder(@ForAll("texts") String text) {
    TokenizedText tokenized = Tokenizer.forLanguage("fr").tokenize(text);
    int from = 0;
    for (int s = 0; s < tokenized.sentenceCount(); s++) {
      assertThat(tokenized.sentenceFrom(s)).isEqualTo(from);
      assertThat(tokenized.sentenceTo(s)).isGreaterThan(from);
      from = tokenized.sentenceTo(s);
    }
    assertThat(from).isEqualTo(tokenized.tokenCount());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "http", "://", "www.", "U.S", ".", "..", "-", "&", "@", "#", "’s", "n't", " ", "\n",
            "A", "b", "Mr", "1", ",", "“", "”", "’", "'", "\u00a0", "é", "中", "😀", "ไทย",
            "\u200d");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
        Arbitraries.strings().all().ofMaxLength(40));
  }
}
