package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Checks that the results do not depend on the interleaving within the grace. */
class InterleavingFlowTest {

  private static final List<Item> MESSAGES = messages();

  private static String outputsInOrder = "";

  @BeforeContainer
  static void runInOrder() throws JsonProcessingException {
    List<Item> asMade = new ArrayList<>(MESSAGES);
    asMade.sort(Comparator.comparing(Item::sent));
    outputsInOrder = outputs(asMade);
  }

  @Property(tries = 12)
  void resultsDoNotDependOnTheInterleaving(@ForAll("arrivals") List<Item> arrivals)
      throws JsonProcessingException {
    assertThat(outputs(arrivals)).isEqualTo(outputsInOrder);
  }

  /** Generates all messages in any order. */
  @Provide
  Arbitrary<List<Item>> arrivals() {
    return Arbitraries.shuffle(MESSAGES);
  }

  /** Returns all messages, a millisecond apart, and some of them resent. */
  private static List<Item> messages() {
    List<Item> all = Wire.messages();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).at(Item.NOON.plusMillis(i));
    }
    all.addAll(all.subList(0, 8));
    return all;
  }

  private static String outputs(List<Item> arrivals) throws JsonProcessingException {
    try (Flow flow = new Flow()) {
      arrivals.forEach(item -> flow.send("key", item.bytes(), item.sent()));
      flow.settle();
      return Json.mapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(List.of(flow.verdicts(), flow.stories(), flow.events()));
    }
  }
}
