package org.demarche.model;

import org.immutables.value.Value;

/**
 * Where a quotation stands in the text of its source: the TextPositionSelector of the W3C Web
 * Annotation Data Model (2017), counted in Unicode code points from 0.
 *
 * <pre>{@code
 * TextSpan.of(1174, 1250)   // the code points 1174 to 1249
 * }</pre>
 */
@Value.Immutable
public abstract class TextSpan {
  TextSpan() {}

  /** The first code point of the quotation, 0 or more. */
  @Value.Parameter
  public abstract int startInclusive();

  /** The code point after its last one, greater than the start. */
  @Value.Parameter
  public abstract int endExclusive();

  /**
   * A stretch of text.
   *
   * @param startInclusive 0 or more
   * @param endExclusive greater than {@code startInclusive}
   * @throws IllegalArgumentException if the bounds are not so
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

  /** Returns {@code start..end}. */
  @Override
  public final String toString() {
    return startInclusive() + ".." + endExclusive();
  }
}
