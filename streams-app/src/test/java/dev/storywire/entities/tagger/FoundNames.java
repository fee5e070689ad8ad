package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.util.stream.Collectors;

/** The names that the English tagger finds in a text, as readable strings. */
final class FoundNames {
  private static final NameTagger TAGGER = NameTagger.load("en");

  private FoundNames() {}

  /** Returns the names with their types: {@code Ines Vahl PER; Oslo LOC}. */
  static String in(String text) {
    TokenizedText tokens = Tokenizer.forLanguage("en").tokenize(text);
    return TAGGER.tag(tokens).stream()
        .map(
            name ->
                text.substring(tokens.start(name.fromToken()), tokens.end(name.toToken() - 1))
                    + " "
                    + name.type())
        .collect(Collectors.joining("; "));
  }
}
