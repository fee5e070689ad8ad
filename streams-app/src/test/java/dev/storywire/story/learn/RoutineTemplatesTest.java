package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.cluster.StoryModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineTemplatesTest {
  private static final String TEMPLATES =
      """
      # a comment
      @company = {head}{tail} Motor
      @head = Bor | Cas | Den | Elg | Far | Gor
      @tail = dex | tran | mont | vale | berg | field
      @amount = 20..400

      [bonds] {company}
      > {COMPANY} ISSUES BOND :: {company} issues {amount} and {amount:x} million on {weekday}.
      + Demand for {company} :: {company} sold {amount} million.

      [village] {place}
      @place = Tarnby | Lundholm
      > Road to {place} shut :: The road to {place} is shut.

      > School of {place} opens :: The school of {place} opens.
      """;

  @TempDir private Path directory;

  private RoutineTemplates templates(String text) throws IOException {
    return RoutineTemplates.read(Files.writeString(directory.resolve("test.forms"), text));
  }

  private static Map<String, List<LabelledArticle>> byStory(List<LabelledArticle> articles) {
    return articles.stream()
        .collect(
            Collectors.groupingBy(
                a -> Objects.requireNonNull(a.story()), TreeMap::new, Collectors.toList()));
  }

  @Test
  void givesASlotOneValueInAllReportsOfAnEvent() throws IOException {
    var stories = byStory(templates(TEMPLATES).articles(List.of("bonds"))).values();
    assertThat(stories).hasSizeBetween(30, 36).anyMatch(reports -> reports.size() == 2);
    for (List<LabelledArticle> reports : stories) {
      String text = Objects.requireNonNull(reports.get(0).body());
      String company = text.substring(0, text.indexOf(" issues"));
      String amount = text.replaceAll(".* issues (\\d+) and .*", "$1");
      assertThat(reports.get(0).title())
          .isEqualTo(company.toUpperCase(Locale.ROOT) + " ISSUES BOND");
      if (reports.size() == 2) {
        assertThat(reports.get(1).body()).isEqualTo(company + " sold " + amount + " million.");
        assertThat(reports.get(1).time()).isAfter(reports.get(0).time());
      }
    }
  }

  @Test
  void makesNoTwoEventsOfOneFormWithTheSameKey() throws IOException {
    List<LabelledArticle> village = templates(TEMPLATES).articles(List.of("village"));
    assertThat(village)
        .extracting(LabelledArticle::title)
        .containsExactlyInAnyOrder(
            "Road to Tarnby shut",
            "Road to Lundholm shut",
            "School of Tarnby opens",
            "School of Lundholm opens");
    assertThat(byStory(village)).hasSize(4);
  }

  @Test
  void makesTheSameArticlesOfAKindWithAndWithoutOtherKinds() throws IOException {
    List<LabelledArticle> alone = templates(TEMPLATES).articles(List.of("village"));
    List<LabelledArticle> all = templates(TEMPLATES).articles();
    assertThat(all).containsAll(alone).isEqualTo(templates(TEMPLATES).articles());
  }

  @Test
  void namesAMissingPoolAndALineThatIsNoForm() throws IOException {
    RoutineTemplates unknown = templates("[a] {b}\n> {c} :: d\n");
    assertThatThrownBy(unknown::articles).hasMessageContaining("no pool b");
    assertThatThrownBy(() -> templates("a line")).hasMessageContaining("Not a template: a line");
  }

  @Test
  void countsJoinedEventsAndLaterReportsByKind() {
    List<LabelledArticle> articles =
        List.of(
            article("a", 1, "quakes#1", "Borvale"),
            article("b", 2, "quakes#1", "Borvale"),
            article("c", 3, "quakes#2", "Borvale"),
            article("d", 4, "fires#1", "Castran"));
    StoriesEvaluation evaluation =
        StoriesEvaluation.of(PreparedSet.of("set", articles), StoryModels.shipped());
    assertThat(RoutineCounts.of(articles, evaluation.verdicts()))
        .containsExactly(
            new RoutineCounts("fires", 1, 0, 0, 0), new RoutineCounts("quakes", 2, 2, 1, 1));
  }

  private static LabelledArticle article(String id, int hour, String event, String town) {
    String body =
        "An earthquake damaged the bridge, the church and the school of " + town + " on Monday.";
    String title = "Earthquake damages bridge in " + town;
    String time = "2026-05-02T0" + hour + ":00:00Z";
    return new LabelledArticle(id, null, "wire", title, body, time, "en", event);
  }

  @ParameterizedTest
  @CsvSource({"en,[A-Z][a-z]+day", "de,[A-Z][a-z]+(tag|woch)", "fr,[a-z]+di|dimanche"})
  void weekdaysAreInTheLanguageOfTheForms(String language, String weekday) throws IOException {
    String text = "@language = " + language + "\n[a] {day}\n> {day} :: {weekday}\n";
    assertThat(templates(text).articles())
        .hasSizeBetween(18, 21)
        .allSatisfy(a -> assertThat(a.language()).isEqualTo(language))
        .allSatisfy(a -> assertThat(a.body()).matches(weekday));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "nl", "fr"})
  void theRecurringFormsOfOtherLanguagesHaveSevenKinds(String language) {
    RoutineTemplates templates =
        RoutineTemplates.read(Path.of("../docs/models/routine-" + language + ".forms"));
    assertThat(templates.kinds())
        .containsExactly(
            "weather", "results", "fixtures", "market report", "lottery", "television", "agenda");
    assertThat(templates.articles())
        .hasSizeGreaterThan(500)
        .allSatisfy(a -> assertThat(a.language()).isEqualTo(language))
        .allSatisfy(a -> assertThat(a.title() + a.body()).doesNotContain("{", "}", "::", " | "));
  }

  @Test
  void theFormsOfTheProjectHaveManyKindsAndEvents() {
    RoutineTemplates templates = RoutineTemplates.read(Path.of("../docs/models/routine.forms"));
    assertThat(templates.kinds()).hasSizeGreaterThanOrEqualTo(14).contains("bonds", "earthquakes");
    for (String kind : templates.kinds()) {
      List<LabelledArticle> articles = templates.articles(Set.of(kind));
      assertThat(byStory(articles)).as(kind).hasSizeGreaterThan(30);
      assertThat(articles)
          .allSatisfy(a -> assertThat(a.title() + a.body()).doesNotContain("{", "}", "::", " | "));
    }
  }
}
