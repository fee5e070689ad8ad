package dev.storywire.story.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Templates of routine news (bond issues, fixings, weather notices, results), from which articles
 * are made for training and evaluation. Each event has a first report in one of the wordings of its
 * kind, which other events have as well; some events have later reports in other words. The same
 * file gives the same articles, and those of a kind do not depend on the other kinds.
 */
final class RoutineTemplates {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2026, 3, 2, 6, 0, 0, 0, ZoneOffset.UTC);
  private static final int EVENTS = 60;
  private static final int DAYS = 20;

  /** Percentage of the events with later reports, of those whose template has some. */
  private static final int FOLLOWED_PERCENT = 45;

  private static final int MAX_LATER = 2;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int MAX_DRAWS = 200;
  private static final List<String> SOURCES =
      List.of("Norvik Wire", "Market Line", "Lowland Post", "Harbour Wire", "Coast Post");

  /** Wordings of a first report, and of later reports on the same event. */
  private record Template(List<String> first, List<String> later) {}

  private record Kind(String name, String key, List<Template> templates) {}

  private final Map<String, List<String>> pools = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> ownPools = new LinkedHashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** Reads templates. The file explains its syntax. */
  static RoutineTemplates read(Path file) {
    try {
      RoutineTemplates templates = new RoutineTemplates();
      String kind = "";
      boolean separate = false;
      for (String line : Files.readAllLines(file)) {
        kind = templates.add(line.strip(), kind, separate);
        separate = line.isBlank();
      }
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Adds a line to a kind; returns the kind of the next line. */
  private String add(String line, String kind, boolean separate) {
    if (line.startsWith("[")) {
      int end = line.indexOf(']');
      String name = line.substring(1, end);
      kinds.put(name, new Kind(name, line.substring(end + 1).strip(), new ArrayList<>()));
      return name;
    }
    if (line.startsWith("@")) {
      String[] parts = line.substring(1).split(" = ", 2);
      Map<String, List<String>> own =
          kind.isEmpty() ? pools : ownPools.computeIfAbsent(kind, k -> new LinkedHashMap<>());
      own.put(parts[0], List.of(parts[1].split(" \\| ")));
    } else if (line.startsWith(">")) {
      List<Template> templates = kindOf(kind, line).templates();
      if (separate
          || templates.isEmpty()
          || !templates.get(templates.size() - 1).later().isEmpty()) {
        templates.add(new Template(new ArrayList<>(), new ArrayList<>()));
      }
      templates.get(templates.size() - 1).first().add(line.substring(1).strip());
    } else if (line.startsWith("+")) {
      List<Template> templates = kindOf(kind, line).templates();
      templates.get(templates.size() - 1).later().add(line.substring(1).strip());
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      throw new IllegalArgumentException("Not a template: " + line);
    }
    return kind;
  }

  private Kind kindOf(String name, String line) {
    Kind kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("A template before the first kind: " + line);
    }
    return kind;
  }

  /** Returns true for a file of templates. */
  static boolean isTemplates(Path file) {
    return file.toString().endsWith(".forms");
  }

  /** Returns the kind of a story of {@link #articles}. */
  static String kind(String story) {
    return story.substring(0, story.indexOf('#'));
  }

  /** Returns the names of the kinds. */
  Set<String> kinds() {
    return kinds.keySet();
  }

  /** Returns the articles of all kinds in the order of time. */
  List<LabelledArticle> articles() {
    return articles(kinds());
  }

  /** Returns the articles of some kinds in the order of time. The story of each names its kind. */
  List<LabelledArticle> articles(Collection<String> names) {
    List<LabelledArticle> articles = new ArrayList<>();
    names.forEach(name -> addArticles(Objects.requireNonNull(kinds.get(name), name), articles));
    articles.sort(Comparator.comparing(LabelledArticle::time).thenComparing(LabelledArticle::id));
    return articles;
  }

  private void addArticles(Kind kind, List<LabelledArticle> articles) {
    Random random = new Random(kind.name().hashCode());
    Map<String, List<String>> known = new LinkedHashMap<>(pools);
    known.putAll(ownPools.getOrDefault(kind.name(), Map.of()));
    Set<String> keys = new HashSet<>();
    for (int draw = 0; draw < MAX_DRAWS && keys.size() < EVENTS; draw++) {
      ZonedDateTime time = START.plusMinutes(random.nextInt(DAYS * MINUTES_OF_A_DAY));
      TemplateSlots slots = new TemplateSlots(known, random, time);
      int template = random.nextInt(kind.templates().size());
      if (keys.add(template + slots.fill(kind.key()))) {
        String story = kind.name() + "#" + keys.size();
        event(kind.templates().get(template), slots, random, time, story, articles);
      }
    }
  }

  private static void event(
      Template template,
      TemplateSlots slots,
      Random random,
      ZonedDateTime time,
      String story,
      List<LabelledArticle> articles) {
    articles.add(article(story + "-0", one(template.first(), random), slots, random, time, story));
    List<String> later = new ArrayList<>(template.later());
    boolean followed = random.nextInt(100) < FOLLOWED_PERCENT;
    ZonedDateTime at = time;
    for (int i = 1; followed && i <= MAX_LATER && !later.isEmpty(); i++) {
      String report = later.remove(random.nextInt(later.size()));
      at = at.plus(Duration.ofHours(2 + random.nextInt(24)));
      articles.add(article(story + "-" + i, report, slots, random, at, story));
      followed = random.nextBoolean();
    }
  }

  private static LabelledArticle article(
      String id,
      String report,
      TemplateSlots slots,
      Random random,
      ZonedDateTime time,
      String story) {
    String[] parts = slots.fill(report).split(" :: ", 2);
    String source = one(SOURCES, random);
    return new LabelledArticle(
        id, null, source, parts[0], parts[1], time.toInstant().toString(), slots.language(), story);
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
