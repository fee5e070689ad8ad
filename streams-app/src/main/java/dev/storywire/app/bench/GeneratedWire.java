package dev.storywire.app.bench;

import dev.storywire.schemas.NewsItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A generated newswire, which depends only on its seed. Articles report on events with their own
 * words, persons and places; some are copies of earlier articles under another source.
 */
final class GeneratedWire {
  private static final String[] SOURCES = {
    "Northern Wire", "Harbour Press", "Capital News", "Ridge"
  };
  private static final String[] FUNCTION_WORDS =
      "the of and to in a that for on was with said by at from as it were is will after has"
          .split(" ");
  private static final int OPEN_EVENTS = 400;
  private static final int RECENT = 500;
  private static final double COPY = 0.1;
  private static final double NEW_EVENT = 0.5;
  private static final Duration SPACING = Duration.ofSeconds(5);

  private final SplittableRandom random;
  private final WordList words;
  private final WordList people;
  private final WordList places;
  private final int characters;
  private final List<Event> events = new ArrayList<>();
  private final List<Text> recent = new ArrayList<>();
  private Instant time;
  private int count;

  /**
   * Creates a wire.
   *
   * @param characters length of an article's text
   * @param start event time of the first article
   */
  GeneratedWire(long seed, int characters, Instant start) {
    this.random = new SplittableRandom(seed);
    this.words = WordList.words(random, 12_000);
    this.people = WordList.names(random, 5_000);
    this.places = WordList.names(random, 1_000);
    this.characters = characters;
    this.time = start;
  }

  /** Returns the time from the first to the last of this many articles. */
  static Duration span(int articles) {
    return SPACING.multipliedBy(articles);
  }

  /** Returns the next articles. */
  Stream<NewsItem> articles(int number) {
    return Stream.generate(this::next).limit(number);
  }

  private NewsItem next() {
    time = time.plus(SPACING);
    String uri = "bench:" + characters + ":" + count++;
    Text text = !recent.isEmpty() && random.nextDouble() < COPY ? copy() : report(event());
    if (recent.size() < RECENT) {
      recent.add(text);
    } else {
      recent.set(random.nextInt(RECENT), text);
    }
    return NewsItem.plain(uri, time, "en", text.headline, text.body, source());
  }

  private Text copy() {
    Text original = recent.get(random.nextInt(recent.size()));
    return new Text(original.headline, original.body + "\n\n" + sentence(event()));
  }

  private Text report(Event event) {
    String headline =
        event.people.get(0)
            + " "
            + any(event.words)
            + " "
            + any(event.words)
            + " in "
            + event.place;
    StringBuilder body = new StringBuilder(event.place.toUpperCase(Locale.ROOT));
    body.append(" (").append(source()).append(") - ");
    while (body.length() < characters) {
      body.append(sentence(event)).append(random.nextInt(3) == 0 ? "\n\n" : " ");
    }
    return new Text(headline, body.toString().strip());
  }

  private String sentence(Event event) {
    StringBuilder sentence = new StringBuilder();
    int length = 12 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      String word = word(event);
      sentence
          .append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
          .append(i == length - 1 ? "." : " ");
    }
    return sentence.toString();
  }

  private String word(Event event) {
    int kind = random.nextInt(100);
    if (kind < 40) {
      return FUNCTION_WORDS[random.nextInt(FUNCTION_WORDS.length)];
    }
    if (kind < 60) {
      return any(event.words);
    }
    if (kind < 66) {
      return any(event.people);
    }
    return kind < 68 ? places.frequent(random) : words.frequent(random);
  }

  private Event event() {
    if (events.size() < OPEN_EVENTS || random.nextDouble() < NEW_EVENT) {
      Event event = newEvent();
      if (events.size() < OPEN_EVENTS) {
        events.add(event);
      } else {
        events.set(random.nextInt(OPEN_EVENTS), event);
      }
      return event;
    }
    return events.get(random.nextInt(events.size()));
  }

  private Event newEvent() {
    List<String> own = Stream.generate(() -> words.any(random)).limit(25).toList();
    List<String> named =
        Stream.generate(() -> people.any(random) + " " + people.frequent(random)).limit(4).toList();
    return new Event(places.any(random), own, named);
  }

  private String source() {
    return SOURCES[random.nextInt(SOURCES.length)];
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private record Text(String headline, String body) {}

  /** The place, words and names that the articles on one event share. */
  private record Event(String place, List<String> words, List<String> people) {}
}
