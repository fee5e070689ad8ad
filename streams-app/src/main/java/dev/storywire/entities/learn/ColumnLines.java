package dev.storywire.entities.learn;

import dev.storywire.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of a column file. Some copies of CoNLL-2002 were encoded as UTF-8 twice (Ã³ for
 * ó), and then split and stripped at characters that had become white space. Their words are
 * repaired.
 */
public final class ColumnLines {
  /** First byte of most accented letters in UTF-8, read as Latin-1. */
  private static final String LEAD = "Ã";

  /** Second byte of Å, at which lines were split. */
  private static final String NEXT_LINE = "\u0085";

  private ColumnLines() {}

  /**
   * A line and its number.
   *
   * @param number line number, from 1
   */
  public record Line(int number, String text) {}

  /** Reads all lines of a file. */
  public static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    boolean encodedTwice = false;
    try (BufferedReader in = TextFile.open(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        encodedTwice |= !decoded(line).equals(line);
        lines.add(new Line(lines.size() + 1, line));
      }
    }
    return encodedTwice ? repaired(lines) : lines;
  }

  private static List<Line> repaired(List<Line> lines) {
    List<Line> repaired = new ArrayList<>(lines.size());
    String before = "";
    for (Line line : lines) {
      if (line.text().equals(LEAD + "\t" + LEAD)) {
        before = LEAD + NEXT_LINE;
      } else {
        repaired.add(new Line(line.number(), repaired(before + line.text())));
        before = "";
      }
    }
    return repaired;
  }

  private static String repaired(String line) {
    int tab = line.indexOf('\t');
    boolean stripped = tab > 0 && line.startsWith(LEAD, tab - 1);
    // the second byte of à is a no-break space, which was stripped from the end of the word
    return stripped
        ? decoded(line.substring(0, tab - 1)) + "à" + line.substring(tab)
        : decoded(line);
  }

  /** Reverts the second encoding. Returns the text itself if it was encoded once. */
  private static String decoded(String text) {
    if (text.chars().allMatch(c -> c < 128) || text.chars().anyMatch(c -> c > 255)) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
