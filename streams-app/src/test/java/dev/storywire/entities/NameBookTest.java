package dev.storywire.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameBookTest {
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final long START = 1_700_000_000_000L;

  private final CountingStore store = new CountingStore();
  private final NameBook book = new NameBook(store);

  @ParameterizedTest
  @CsvSource({
    "PER, Volodymyr Zelensky, Volodymyr Zelenskyy",
    "PER, Volodymyr Zelenskiy, Volodymyr Zelenskyi",
    "PER, Oleksandr Hryhorenko, Olexander Hryhorenko",
    "PER, Olivia J. Marsh, Olivia Marsh",
    "PER, José Ramírez, Jose Ramirez",
    "PER, Bashar al-Assad, Bashar Al Assad",
    "PER, Jürgen Müller, Juergen Mueller",
    "ORG, NATO, North Atlantic Treaty Organization",
    "ORG, the European Union, EU",
    "ORG, UN, U.N.",
    "LOC, U.S., United States of America",
    "LOC, UK, Britain",
    "ORG, Acme Corp., Acme"
  })
  void recognisesSpellingsOfOneName(Entity.Type type, String one, String other) {
    assertThat(id(name(type, other), 1))
        .isEqualTo(id(name(type, one), 0))
        .isEqualTo(id(name(type, one), 2));
  }

  @ParameterizedTest
  @CsvSource({
    "PER, Anna Berg, Carl Berg",
    "PER, Maria Rossi, Mario Rossi",
    "PER, Michael Berg, Michal Berg",
    "LOC, Niger, Nigeria",
    "LOC, Guinea, Guinea-Bissau",
    "ORG, Bank of Norland, Bank of Sudland"
  })
  void keepsDifferentNamesApart(Entity.Type type, String one, String other) {
    assertThat(id(name(type, one), 0)).isNotEqualTo(id(name(type, other), 1));
  }

  @Test
  void derivesReadableIdsFromTheFirstForm() {
    assertThat(id(name(Entity.Type.PER, "Volodymyr Zelenskyy"), 0))
        .isEqualTo("per:volodymyr-zelenskyy");
    assertThat(id(name(Entity.Type.PER, "Volodymyr Zelensky"), 0))
        .isEqualTo("per:volodymyr-zelenskyy");
  }

  @Test
  void prefersTheMostFrequentForm() {
    link(name(Entity.Type.PER, "Olena Kovalska"), 0);
    link(name(Entity.Type.PER, "Olena Kovalskaya", "Olena Kovalska"), 1);
    Entity last = link(name(Entity.Type.PER, "Olena Kovalskaya", "Olena Kovalska"), 2);
    assertThat(last.id()).isEqualTo("per:olena-kovalska");
    assertThat(last.name()).isEqualTo("Olena Kovalskaya");
  }

  @Test
  void aSurnameRefersToTheOnlyRecentPerson() {
    String berg = id(name(Entity.Type.PER, "Anna Berg"), 0);
    assertThat(id(name(Entity.Type.PER, "Berg"), DAY)).isEqualTo(berg);
  }

  @Test
  void aSurnameOfTwoPersonsIsAmbiguous() {
    String anna = id(name(Entity.Type.PER, "Anna Berg"), 0);
    String carl = id(name(Entity.Type.PER, "Carl Berg"), 1);
    assertThat(id(name(Entity.Type.PER, "Berg"), 2)).isNotIn(anna, carl).isEqualTo("per:berg");
    assertThat(id(name(Entity.Type.PER, "Berg"), 3)).isEqualTo("per:berg");
  }

  @Test
  void aSurnameRefersToTheDominantPerson() {
    String anna = id(name(Entity.Type.PER, "Anna Berg"), 0);
    IntStream.range(1, 20).forEach(i -> link(name(Entity.Type.PER, "Anna Berg"), i));
    link(name(Entity.Type.PER, "Carl Berg"), 20);
    assertThat(id(name(Entity.Type.PER, "Berg"), 21)).isEqualTo(anna);
  }

  @Test
  void aSurnameDoesNotReferToAPersonOfLongAgo() {
    String anna = id(name(Entity.Type.PER, "Anna Berg"), 0);
    assertThat(id(name(Entity.Type.PER, "Berg"), 9 * DAY)).isNotEqualTo(anna);
  }

  @Test
  void mergesAnAcronymWithItsExplainedLongForm() {
    id(name(Entity.Type.ORG, "KDB"), 0);
    String agency = id(name(Entity.Type.ORG, "State Security Bureau"), 1);
    link(name(Entity.Type.ORG, "State Security Bureau"), 2);
    assertThat(id(name(Entity.Type.ORG, "KDB", "State Security Bureau"), 3)).isEqualTo(agency);
    assertThat(id(name(Entity.Type.ORG, "KDB"), 4)).isEqualTo(agency);
  }

  @Test
  void doesNotMergeTwoExplanationsOfAnAcronym() {
    String one = id(name(Entity.Type.ORG, "Press Alliance", "PA"), 0);
    String other = id(name(Entity.Type.ORG, "Ports Authority", "PA"), 1);
    assertThat(one).isNotEqualTo(other);
    assertThat(id(name(Entity.Type.ORG, "Press Alliance"), 2)).isEqualTo(one);
  }

  @Test
  void aSurnameIsThePlaceOfThatNameWithoutAFullName() {
    String place = id(name(Entity.Type.LOC, "Jordan"), 0);
    assertThat(id(name(Entity.Type.PER, "Jordan"), 1)).isEqualTo(place);
    String person = id(name(Entity.Type.PER, "Amy Jordan"), 2);
    assertThat(id(name(Entity.Type.PER, "Jordan"), 3)).isEqualTo(person);
    assertThat(id(name(Entity.Type.LOC, "Jordan"), 4)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({"Halcyon, ORG", "Selma Rose, ORG", "Selma Rose, MISC", "De Wierde, MISC"})
  void anotherNameWithTheSpellingOfAPersonIsThatPerson(String spelling, Entity.Type type) {
    String person = id(name(Entity.Type.PER, spelling), 0);
    assertThat(id(name(type, spelling), 1)).isEqualTo(person);
  }

  @ParameterizedTest
  @CsvSource({"Halcyon, ORG", "Selma Rose, ORG", "Selma Rose, MISC", "De Wierde, MISC"})
  void aPersonWithTheSpellingOfAnotherNameIsThatName(String spelling, Entity.Type type) {
    String other = id(name(type, spelling), 0);
    assertThat(id(name(Entity.Type.PER, spelling), 1)).isEqualTo(other);
  }

  @Test
  void anOrganisationIsNotAPersonOfALikeName() {
    String person = id(name(Entity.Type.PER, "Zelensky"), 0);
    assertThat(id(name(Entity.Type.ORG, "Zelenskyy"), 1)).isNotEqualTo(person);
  }

  @Test
  void addsTheMentionsOfOneNameInAnArticle() {
    link(name(Entity.Type.ORG, "KDB", "State Security Bureau"), 0);
    assertThat(
            book.link(
                List.of(
                    name(Entity.Type.ORG, "KDB"), name(Entity.Type.ORG, "State Security Bureau")),
                START))
        .singleElement()
        .extracting(Entity::mentions)
        .isEqualTo(2);
  }

  @Test
  void expiresAnUnusedName() {
    id(name(Entity.Type.ORG, "KDB", "State Security Bureau"), 0);
    assertThat(id(name(Entity.Type.ORG, "KDB"), NameBook.MEMORY + 2 * DAY)).isEqualTo("org:kdb");
  }

  @Test
  void rarelyWritesAFrequentName() {
    IntStream.range(0, 1000).forEach(i -> link(name(Entity.Type.PER, "Anna Berg"), i));
    int writes = store.writes;
    IntStream.range(1000, 2000).forEach(i -> link(name(Entity.Type.PER, "Anna Berg"), i));
    assertThat(store.writes - writes).isLessThan(100);
  }

  private String id(ArticleName name, long after) {
    return link(name, after).id();
  }

  private Entity link(ArticleName name, long after) {
    return book.link(List.of(name), START + after).get(0);
  }

  private static ArticleName name(Entity.Type type, String... forms) {
    List<Integer> starts = IntStream.range(0, forms.length).boxed().toList();
    return new ArticleName(forms[0], type, List.of(forms), starts);
  }

  private static final class CountingStore implements NameStore {
    private final InMemoryNameStore store = new InMemoryNameStore();
    private int writes;

    @Override
    public @Nullable KnownName name(String id) {
      return store.name(id);
    }

    @Override
    public void put(KnownName name) {
      writes++;
      store.put(name);
    }

    @Override
    public List<Candidate> candidates(String key) {
      return store.candidates(key);
    }

    @Override
    public void put(String key, List<Candidate> candidates) {
      writes++;
      store.put(key, candidates);
    }
  }
}
