package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingSentencesTest {
  private static List<String> sentences(String language, String text) {
    return LeadingSentences.of(Tokenizer.forLanguage(language).tokenize(text), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The council voted for a new wall at the harbour.|It voted late.",
        "zh|两国代表将于下周再次举行会谈，讨论渔业和贸易问题。|地点尚未确定。",
        "ja|政府は海岸沿いの新しい鉄道路線を来年春に着工すると発表した。|住民は歓迎している。",
        "ko|정부는 해안을 따라 새 철도 노선을 내년 봄에 착공한다고 발표했다.|주민들은 환영했다.",
        "ar|أعلنت الحكومة عن بناء خط قطار جديد بين المدينتين.|ورحب التجار."
      })
  void keepsSentencesOfUsualLength(String language, String usual, String tooShort) {
    assertThat(sentences(language, usual + " " + tooShort)).containsExactly(usual);
    assertThat(sentences(language, tooShort + " " + usual)).containsExactly(usual);
  }
}
