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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The quay is shut.|It opens on Friday.",
        "de|Der Kai ist gesperrt.|Er öffnet am Freitag.",
        "zh|码头已经关闭。|星期五重新开放。",
        "ja|埠頭は閉鎖された。|金曜日に再開する。"
      })
  void keepsTheSentencesOfAShortText(String language, String first, String second) {
    String gap = language.equals("zh") || language.equals("ja") ? "" : " ";

    assertThat(sentences(language, first + gap + second)).containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource({"en,Reuter.", "en,(Ends)", "zh,（完）"})
  void omitsASignature(String language, String signature) {
    assertThat(sentences(language, signature)).isEmpty();
  }
}
