package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import dev.storywire.text.WordHash;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CandidateTokensTest {
  private static final CommonWords NONE = CommonWords.NONE;
  private static final CommonWords GERMAN =
      common("die", "regierung", "haus", "zeitung", "präsidentin");

  @Test
  void selectsCapitalisedWordsAndTheParticlesNearThem() {
    assertThat(selected("en", "He said that the Bank of Japan left its rates at 2 today.", NONE))
        .containsExactly("He", "the", "Bank", "of", "Japan");
  }

  @Test
  void aCommonWordIsNoCandidateByItself() {
    assertThat(selected("de", "Die Regierung will das Haus in Bonn verkaufen.", GERMAN))
        .containsExactly("Bonn");
  }

  @Test
  void aCommonWordNextToAnotherCapitalisedWordIsACandidate() {
    assertThat(selected("de", "Das steht heute in der Hamburger Zeitung.", GERMAN))
        .containsExactly("Das", "Hamburger", "Zeitung");
  }

  @Test
  void everydayParticlesAreCandidatesOnlyBetweenTwoWords() {
    assertThat(selected("de", "heute treffen sich in der Schweiz und in Bonn die Gäste", GERMAN))
        .containsExactly("Schweiz", "und", "in", "Bonn", "die", "Gäste");
    assertThat(selected("de", "die Präsidentin von der Leyen reist mit dem Zug", GERMAN))
        .containsExactly("von", "der", "Leyen", "Zug");
  }

  @Test
  void anAgencyInLowerCaseIsACandidate() {
    assertThat(selected("de", "das sagte er der dpa am Abend", common("abend")))
        .containsExactly("dpa");
    assertThat(selected("en", "he told dpa on friday", NONE)).isEmpty();
  }

  @Test
  void allCapitalisedWordsAndParticlesNearThemAreCandidatesIfNoneIsCommon() {
    assertThat(selected("de", "Die Regierung will das Haus", NONE))
        .containsExactly("Die", "Regierung", "das", "Haus");
  }

  @Test
  void theShippedGermanModelKnowsCommonWordsAndTheOthersNone() throws IOException {
    assertThat(shipped("de").contains(WordHash.ofLower("Regierung"))).isTrue();
    assertThat(shipped("de").contains(WordHash.ofLower("Berlin"))).isFalse();
    for (String language : List.of("en", "es", "nl")) {
      assertThat(shipped(language).hashes()).isEmpty();
    }
  }

  @Test
  void aModelKeepsItsCommonWordsAndItsLexiconOfNames() throws IOException {
    TagModel model =
        new TagModel(
            TagWeights.of(new int[] {7}, new byte[Tags.COUNT]),
            new int[Tags.COUNT * Tags.COUNT],
            new CaseLexicon(new Int2IntOpenHashMap()),
            GERMAN,
            NameLexiconTest.counted("Heute spricht Merkel", 2, 3));
    var bytes = new ByteArrayOutputStream();
    model.write(bytes);
    TagModel read = TagModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(read.common()).isEqualTo(GERMAN);
    assertThat(read.names().habit(WordHash.ofLower("Merkel"))).isEqualTo(6);
  }

  private static CommonWords shipped(String language) throws IOException {
    try (var stream = NameTagger.class.getResourceAsStream("names-" + language + ".model.gz")) {
      return TagModel.read(Objects.requireNonNull(stream)).common();
    }
  }

  private static CommonWords common(String... words) {
    var hashes = new IntOpenHashSet();
    for (String word : words) {
      hashes.add(WordHash.ofLower(word));
    }
    return new CommonWords(hashes);
  }

  private static List<String> selected(String language, String sentence, CommonWords common) {
    TokenizedText text = Tokenizer.forLanguage(language).tokenize(sentence);
    var candidates = new CandidateTokens(new DocumentWords(text), Gazetteer.load(language), common);
    List<String> selected = new ArrayList<>();
    for (int k = 0; k < candidates.count(); k++) {
      int i = candidates.token(k);
      selected.add(sentence.substring(text.start(i), text.end(i)));
    }
    return selected;
  }
}
