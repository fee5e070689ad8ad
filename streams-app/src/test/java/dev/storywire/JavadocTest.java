package dev.storywire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the wording of Javadoc. {@code docs/glossary.md} has the rules. */
class JavadocTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*([^;{=]*[;{=])", Pattern.DOTALL);

  private static final Pattern TYPE = Pattern.compile("\\b(?:record|class|interface|enum)\\b");
  private static final Pattern CONSTANT = Pattern.compile("^[A-Z_0-9]+\\b");
  private static final Pattern METHOD = Pattern.compile("\\b\\w+\\s*\\([^;]*[;{]$");
  private static final Pattern VERB = Pattern.compile("^(?:[A-Z][a-z]+s\\b|@\\w)");
  private static final Pattern QUESTION =
      Pattern.compile("^(?:[a-z]|(?:What|How|Where|Whether|That|When|Why|Who|If)\\b)");

  private static List<Comment> comments = List.of();

  /** A comment, its file and the declaration after it. */
  private record Comment(Path file, String text, String declaration) {
    boolean isOfMethod() {
      return !TYPE.matcher(declaration).find()
          && !CONSTANT.matcher(declaration).find()
          && METHOD.matcher(declaration).find();
    }

    boolean beginsWith(Pattern pattern) {
      return pattern.matcher(text).find();
    }
  }

  @BeforeAll
  static void readComments() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      comments =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ROOT::relativize)
              .filter(file -> file.toString().contains("/src/"))
              .flatMap(JavadocTest::comments)
              .toList();
    }
    assertThat(comments).hasSizeGreaterThan(2000);
  }

  @Test
  void methodsAreDescribedByAVerb() {
    assertThat(comments.stream().filter(Comment::isOfMethod)).hasSizeGreaterThan(1000);
    assertThat(comments.stream().filter(c -> c.isOfMethod() && !c.beginsWith(VERB))).isEmpty();
  }

  @Test
  void noDescriptionBeginsWithAQuestionWord() {
    assertThat(comments.stream().filter(c -> c.beginsWith(QUESTION))).isEmpty();
  }

  @Test
  void descriptionsHaveShortSentencesOfUsualWords() {
    assertThat(
            comments.stream()
                .flatMap(c -> Wording.faults(c.text()).stream().map(f -> c.file() + ": " + f)))
        .isEmpty();
  }

  private static Stream<Comment> comments(Path file) {
    try {
      return COMMENT
          .matcher(Files.readString(ROOT.resolve(file)))
          .results()
          .map(
              found ->
                  new Comment(
                      file,
                      found.group(1).replaceAll("(?m)^\\s*\\* ?", "").strip(),
                      found.group(2).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
