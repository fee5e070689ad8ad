package dev.storywire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.PubStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the sample day agrees with its documentation, and that its labels are right. */
class SampleDayTest {
  private final List<NewsItem> items = SampleDay.items("en");
  private final Map<String, SampleDay.Truth> truth = truth("en");

  private static List<String> languages() {
    return SampleDay.LANGUAGES;
  }

  private static Map<String, SampleDay.Truth> truth(String language) {
    return SampleDay.truth(language).stream()
        .collect(Collectors.toMap(SampleDay.Truth::uri, Function.identity()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyRecordIsAValidRawArticle(String language) throws IOException {
    Schema schema = rawSchema();
    for (NewsItem item : SampleDay.items(language)) {
      byte[] json = Json.mapper().writeValueAsBytes(item);
      assertThat(schema.validate(Json.mapper().readTree(json))).as(item.uri()).isEmpty();
      assertThat(NewsItemReader.read(json)).isInstanceOf(NewsItemReader.Read.class);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theTruthHasEachArticleOnce(String language) {
    assertThat(distinct(SampleDay.items(language), NewsItem::uri))
        .isEqualTo(truth(language).keySet());
  }

  @Test
  void hasManyArticlesSourcesAndStories() {
    assertThat(truth).hasSizeGreaterThanOrEqualTo(120);
    assertThat(distinct(items, item -> item.infoSources().get(0).name())).hasSizeGreaterThan(15);
    assertThat(distinct(truth.values(), SampleDay.Truth::story)).hasSizeGreaterThan(20);
    assertThat(distinct(items, NewsItem::language)).contains("en", "de", "fr");
  }

  @Test
  void theDocumentStatesTheRightCounts() throws IOException {
    long copies = truth.values().stream().filter(t -> t.copyOf() != null).count();
    long originals = truth.values().stream().filter(t -> t.relation() == Relation.ORIGINAL).count();
    String page = Files.readString(Path.of("../docs/sample-day.md")).replaceAll("\\s+", " ");
    assertThat(page)
        .contains(
            "%d records make %d articles from %d sources, in %d stories: %d originals, %d copies, one killed."
                .formatted(
                    items.size(),
                    truth.size(),
                    distinct(items, item -> item.infoSources().get(0).name()).size(),
                    distinct(truth.values(), SampleDay.Truth::story).size(),
                    originals,
                    copies));
    distinct(truth.values(), SampleDay.Truth::story)
        .forEach(story -> assertThat(page).contains("`" + story + "`"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theDocumentStatesTheCountsOfEachLanguage(String language) throws IOException {
    Collection<SampleDay.Truth> articles = truth(language).values();
    String page = Files.readString(Path.of("../docs/sample-day.md"));
    assertThat(page)
        .contains(
            "| %s | %d | %d | %d | %d | %d | %d |"
                .formatted(
                    language,
                    SampleDay.items(language).size(),
                    articles.size(),
                    distinct(SampleDay.items(language), i -> i.infoSources().get(0).name()).size(),
                    stories(articles).size(),
                    articles.stream().filter(t -> t.relation() == Relation.ORIGINAL).count(),
                    articles.stream().filter(t -> t.copyOf() != null).count()));
    stories(articles).forEach(story -> assertThat(page).contains("`" + story + "`"));
  }

  private static Set<String> stories(Collection<SampleDay.Truth> articles) {
    return articles.stream()
        .filter(article -> article.status() != Status.ADVISORY)
        .map(SampleDay.Truth::story)
        .collect(Collectors.toSet());
  }

  @Test
  void recordsAreInTheOrderOfTheirTimesExceptForResends() {
    var seen = new HashSet<String>();
    Instant before = Instant.MIN;
    int resends = 0;
    for (NewsItem item : items) {
      if (seen.add(item.uri() + " " + item.version())) {
        assertThat(made(item)).as(item.uri()).isAfterOrEqualTo(before);
        before = made(item);
      } else {
        resends++;
      }
    }
    assertThat(resends).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eventTimesNeverDecrease(String language) {
    List<SampleDay.Sent> wire = SampleDay.wire(language);
    assertThat(wire).extracting(SampleDay.Sent::item).isEqualTo(SampleDay.items(language));
    assertThat(wire).extracting(SampleDay.Sent::at).isSorted();
  }

  @Test
  void oneArticleIsCorrectedAndOneKilledAfterAnHour() {
    assertThat(items)
        .filteredOn(i -> i.edNote() != null && i.edNote().startsWith("CORRECTION"))
        .hasSize(1)
        .allSatisfy(i -> assertThat(i.version()).isEqualTo("2"));
    List<NewsItem> kills = items.stream().filter(i -> i.pubStatus() == PubStatus.CANCELED).toList();
    assertThat(kills).hasSize(1);
    NewsItem kill = kills.get(0);
    assertThat(Duration.between(kill.firstCreated(), made(kill)))
        .isGreaterThan(Duration.ofHours(1));
    SampleDay.Truth killed = Objects.requireNonNull(truth.get(kill.uri()));
    assertThat(killed.status()).isEqualTo(Status.CANCELED);
    assertThat(truth.values())
        .as("articles that its story lives on with")
        .filteredOn(t -> t.story().equals(killed.story()) && t.status() == Status.USABLE)
        .hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aCopyFollowsAnOriginalOfItsStory(String language) {
    Map<String, SampleDay.Truth> truth = truth(language);
    Map<String, Instant> first = new HashMap<>();
    SampleDay.items(language).forEach(item -> first.putIfAbsent(item.uri(), made(item)));
    for (SampleDay.Truth copy : truth.values()) {
      if (copy.copyOf() != null) {
        SampleDay.Truth original = Objects.requireNonNull(truth.get(copy.copyOf()));
        assertThat(original.relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(original.story()).isEqualTo(copy.story());
        assertThat(first.get(copy.uri())).isAfter(first.get(original.uri()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void onlyCopiesShareTheirText(String language) {
    Map<String, SampleDay.Truth> truth = truth(language);
    Map<String, Set<String>> shingles = new HashMap<>();
    for (NewsItem item : SampleDay.items(language)) {
      if (item.pubStatus() != PubStatus.CANCELED) {
        shingles.computeIfAbsent(item.uri(), uri -> new HashSet<>()).addAll(shingles(item));
      }
    }
    for (SampleDay.Truth a : truth.values()) {
      for (SampleDay.Truth b : truth.values()) {
        if (a.uri().compareTo(b.uri()) < 0) {
          double shared = containment(of(a, shingles), of(b, shingles));
          boolean same = text(a).equals(text(b));
          assertThat(shared >= 0.6).as("%s and %s share %.2f", a, b, shared).isEqualTo(same);
        }
      }
    }
  }

  /** Returns the original of an article. */
  private static String text(SampleDay.Truth article) {
    return Objects.requireNonNullElse(article.copyOf(), article.uri());
  }

  private static Set<String> of(SampleDay.Truth article, Map<String, Set<String>> shingles) {
    return shingles.getOrDefault(article.uri(), Set.of());
  }

  private static double containment(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    long shared = a.stream().filter(b::contains).count();
    return (double) shared / Math.min(a.size(), b.size());
  }

  /** Returns all runs of three words of the body. */
  private static Set<String> shingles(NewsItem item) {
    var shingles = new HashSet<String>();
    for (NewsItem.Body body : item.bodies()) {
      String text = Jsoup.parse(Objects.requireNonNull(body.value())).text();
      String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
      for (int i = 0; i + 3 <= words.length; i++) {
        shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
      }
    }
    return shingles;
  }

  private static Instant made(NewsItem item) {
    return Objects.requireNonNull(item.versionCreated());
  }

  private static <T, R> Set<R> distinct(Iterable<T> values, Function<T, R> field) {
    var set = new HashSet<R>();
    values.forEach(value -> set.add(field.apply(value)));
    return set;
  }

  private static Schema rawSchema() throws IOException {
    try (InputStream in =
        NewsItem.class.getResourceAsStream("/dev/storywire/schemas/raw.schema.json")) {
      JsonNode schema = Json.mapper().readTree(in);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    }
  }
}
