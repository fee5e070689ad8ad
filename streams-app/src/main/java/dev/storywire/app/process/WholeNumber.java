package dev.storywire.app.process;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an option to a whole number, and refuses one that is out of range. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new TypeConversionException(
        "'%s' is not a whole number from %d to %d".formatted(value, least, most));
  }

  /** A port; 0 is any free one. */
  public static final class Port extends WholeNumber {
    /** Creates the converter. */
    public Port() {
      super(0, 65_535);
    }
  }

  /** A number of things, which may be 0. */
  public static final class Count extends WholeNumber {
    /** Creates the converter. */
    public Count() {
      super(0, Integer.MAX_VALUE);
    }
  }

  /** A number of things, at least one. */
  public static final class Positive extends WholeNumber {
    /** Creates the converter. */
    public Positive() {
      super(1, Integer.MAX_VALUE);
    }
  }
}
