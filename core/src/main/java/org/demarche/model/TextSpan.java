package org.demarche.model;

import org.immutables.value.Value;

/**
 * The position of a quotation in the text of its source, in Unicode code points from 0. It is the
 * TextPositionSelector of the W3C Web Annotation Data Model (2017).
 *
 * <pre>{@code
 * TextSpan.of(1174, 1250)   // the code points 1174 to 1249
 * }</pre>
 */
@Value.Immutable
public abstract class TextSpan {
  TextSpan() {}

  /** {@return the index of the first code point of the quotation, 0 or more} */
  @Value.Parameter
  public abstract int startInclusive();

  /** {@return the index after the last code point of the quotation, greater than the start} */
  @Value.Parameter
  public abstract int endExclusive();

  /**
   * Creates a position.
   *
   * @param startInclusive the index of the first code point, 0 or more
   * @param endExclusive the index after the last code point, greater than {@code startInclusive}
   * @return the position
   * @throws IllegalArgumentException if the start is negative, or the end is not greater than the
   *     start
   */
  public static TextSpan of(int startInclusive, int endExclusive) {
    return ImmutableTextSpan.of(startInclusive, endExclusive);
  }

  @Value.Check
  void check() {
    if (startInclusive() < 0 || endExclusive() <= startInclusive()) {
      throw new IllegalArgumentException(
          "selector " + this + ": the start must be 0 or more, the end greater than the start");
    }
  }

  /** {@return {@code start..end}} */
  @Override
  public final String toString() {
    return startInclusive() + ".." + endExclusive();
  }
}
