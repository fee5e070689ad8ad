package dev.storywire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  private static final Tokenizer ENGLISH = Tokenizer.forLanguage("en");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The U.S. and the U.N. agreed.|The U.S. and the U.N. agreed .",
        "Zelenskyy’s aide met Trump's envoy.|Zelenskyy ’s aide met Trump 's envoy .",
        "The leaders’ talks didn’t end; they’re on.|The leaders ’ talks did n’t end ; they ’re on .",
        "a 30-day cease-fire in Guinea-Bissau|a 30-day cease-fire in Guinea-Bissau",
        "AT&T rose 1.5% to $1,234.50|AT&T rose 1.5 % to $ 1,234.50",
        "(“No,” he said...)|( “ No , ” he said ... )",
        "See https://example.org/a-b?c=1, or www.example.org.|See https://example.org/a-b?c=1 , or www.example.org .",
        "Write to desk@example.org or @desk #news|Write to desk@example.org or @desk #news",
        "Mr. J. Smith of Acme Inc. at 5 p.m. local|Mr. J. Smith of Acme Inc. at 5 p.m. local",
        "KYIV — Talks began – at last|KYIV — Talks began – at last",
        "the U.S.-Russia talks|the U.S.-Russia talks",
        "O'Brien of Côte d'Ivoire|O'Brien of Côte d'Ivoire",
        "He said 'yes'|He said ' yes '"
      })
  void tokenizesAsInTheTaggingDataSets(String text, String tokens) {
    assertThat(String.join(" ", tokens(ENGLISH.tokenize(text)))).isEqualTo(tokens);
  }

  @Test
  void splitsElidedArticlesInSomeLanguages() {
    assertThat(tokens(Tokenizer.forLanguage("fr").tokenize("l’Élysée et d'Alembert")))
        .containsExactly("l’", "Élysée", "et", "d'", "Alembert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "He left. She stayed.|He left ./She stayed .",
        "U.S. President Jane Roe met Mr. Poe of Acme Corp. Monday.|U.S. President Jane Roe met Mr. Poe of Acme Corp. Monday .",
        "He lives in the U.S. The firm does not.|He lives in the U.S./The firm does not .",
        "“We go.” Then they went.|“ We go . ”/Then they went .",
        "Will it hold? Nobody knows!|Will it hold ?/Nobody knows !",
        "Prices rose 3.5 pct. in May|Prices rose 3.5 pct . in May"
      })
  void findsTheEndsOfSentences(String text, String sentences) {
    assertThat(String.join("/", sentences(ENGLISH.tokenize(text)))).isEqualTo(sentences);
  }

  @Test
  void endsASentenceAtALineBreak() {
    assertThat(sentences(ENGLISH.tokenize("Talks resume in Geneva\nEnvoys met\n\nagain")))
        .containsExactly("Talks resume in Geneva", "Envoys met", "again");
  }

  @Test
  void readsOtherScripts() {
    assertThat(sentences(Tokenizer.forLanguage("zh").tokenize("他走了。她留下。"))).hasSize(2);
    assertThat(tokens(Tokenizer.forLanguage("ru").tokenize("Владимир Путин, Москва.")))
        .containsExactly("Владимир", "Путин", ",", "Москва", ".");
  }

  @Test
  void acceptsEmptyText() {
    TokenizedText empty = ENGLISH.tokenize(" \n\u00a0");
    assertThat(empty.tokenCount()).isZero();
    assertThat(empty.sentenceCount()).isZero();
  }

  static List<String> tokens(TokenizedText text) {
    return IntStream.range(0, text.tokenCount()).mapToObj(text::token).toList();
  }

  private static List<String> sentences(TokenizedText text) {
    return IntStream.range(0, text.sentenceCount())
        .mapToObj(
            s -> String.join(" ", tokens(text).subList(text.sentenceFrom(s), text.sentenceTo(s))))
        .toList();
  }
}
