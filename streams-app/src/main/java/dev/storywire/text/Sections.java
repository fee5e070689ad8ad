package dev.storywire.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of forms in text resources. A line {@code [name]} begins a section, {@code #} a comment. A
 * section that several resources have is the list of all their lines, in the order of the
 * resources.
 */
public final class Sections {
  /** Languages for whose agencies there are forms, in the order in which they are tried. */
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "nl");

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private Sections() {}

  /** Reads one resource for each of the {@link #LANGUAGES}: {@code NAME-LANGUAGE.txt}. */
  public static Sections byLanguage(Class<?> beside, String name) {
    var all = new Sections();
    LANGUAGES.forEach(
        language -> all.add(TextFile.shipped(beside, name + "-" + language + ".txt")));
    return all;
  }

  /** Reads one resource. */
  public static Sections of(Class<?> beside, String resource) {
    return new Sections().plus(beside, resource);
  }

  /** Adds the sections of a resource, and returns this. */
  public Sections plus(Class<?> beside, String resource) {
    add(TextFile.shipped(beside, resource));
    return this;
  }

  /** Returns the lines of a section; empty if there is none of that name. */
  public List<String> get(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /** Returns a regular expression for any line of a section, each a regular expression. */
  public String anyOf(String section) {
    return String.join("|", get(section));
  }

  private void add(List<String> lines) {
    String section = "";
    for (String line : lines) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
      }
    }
  }
}
