package dev.storywire.app.models;

import dev.storywire.entities.tagger.NameTagger;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts and lists the languages with a model for names. */
final class NamesLanguage implements ITypeConverter<String>, Iterable<String> {
  @Override
  public String convert(String value) {
    if (!NameTagger.LANGUAGES.contains(value)) {
      throw new TypeConversionException(
          "'" + value + "' is not one of " + String.join(", ", NameTagger.LANGUAGES));
    }
    return value;
  }

  @Override
  public Iterator<String> iterator() {
    return NameTagger.LANGUAGES.iterator();
  }
}
