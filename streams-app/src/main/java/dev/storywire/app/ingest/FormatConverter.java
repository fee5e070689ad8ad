package dev.storywire.app.ingest;

import dev.storywire.producer.formats.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the name of a format. */
public final class FormatConverter implements ITypeConverter<Format> {
  @Override
  public Format convert(String name) {
    try {
      return Format.of(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
