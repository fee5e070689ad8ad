package dev.storywire.entities.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storywire.Requires;
import dev.storywire.entities.ArticleNames;
import dev.storywire.entities.InMemoryNameStore;
import dev.storywire.entities.NameBook;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.schemas.Entity;
import dev.storywire.text.TextFile;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks the name tagger against the lowest scores allowed on development sets. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NamesDevelopmentIT {
  private static final NameTagger TAGGER = NameTagger.load("en");

  @Test
  void findsTheNamesOfNewsThatItWasNotTrainedOn() {
    Path file = Requires.data("ner-conll2003-testa.tsv.gz");
    NamesEvaluation.Report report = NamesEvaluation.evaluate(TAGGER, file, () -> 0);
    assertThat(report.names().f1()).isGreaterThan(0.93);
    assertThat(report.all().f1()).isGreaterThan(0.92);
  }

  @Test
  void findsTheNamesOfSpanishAndDutchNewsThatItWasNotTrainedOn() {
    assertThat(names("es", "ner-conll2002-es-testa.tsv.gz")).isGreaterThan(0.80);
    assertThat(names("nl", "ner-conll2002-nl-testa.tsv.gz")).isGreaterThan(0.84);
  }

  private static double names(String language, String file) {
    NameTagger tagger = NameTagger.load(language);
    return NamesEvaluation.evaluate(tagger, Requires.data(file), () -> 0).names().f1();
  }

  @Test
  void theTopNamesOfARealStoryAreEachOneEntity() throws IOException {
    NameBook book = new NameBook(new InMemoryNameStore());
    Map<String, Integer> mentions = new TreeMap<>();
    long time = 0;
    for (String article : articles(Requires.data("seeds.jsonl.gz"))) {
      TokenizedText text = Tokenizer.forLanguage("en").tokenize(article);
      for (Entity entity : book.link(ArticleNames.of(text, TAGGER.tag(text)), time++)) {
        mentions.merge(entity.id(), entity.mentions(), Integer::sum);
      }
    }
    List<String> people =
        mentions.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("per:"))
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(people.subList(0, 3))
        .containsExactly("per:donald-trump", "per:vladimir-putin", "per:volodymyr-zelenskyy");
    assertThat(people).filteredOn(id -> id.contains("zelensk")).hasSize(1);
  }

  private static List<String> articles(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> articles = new ArrayList<>();
    try (BufferedReader lines = TextFile.open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = json.readTree(line);
        articles.add(article.get("title").asText() + "\n" + article.get("body").asText());
      }
    }
    return articles;
  }
}
