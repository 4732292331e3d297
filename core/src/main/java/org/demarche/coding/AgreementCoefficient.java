package org.demarche.coding;

import com.google.common.collect.Range;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A coefficient of the agreement between coders: its value with a confidence interval, or the
 * reason for which it is undefined.
 *
 * <pre>{@code
 * AgreementCoefficient alpha = comparison.ratings("force").krippendorffsAlpha();
 * System.out.println(alpha);   // Krippendorff’s α (nominal) 0.692, 95 % interval 0.313 to 0.900, 12 units, 24 values
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class AgreementCoefficient {
  AgreementCoefficient() {}

  /** {@return the name of the coefficient, such as “Cohen’s κ”} */
  @Value.Parameter
  public abstract String name();

  /**
   * Returns the value. Percent agreement is given as a share from 0 to 1. The other coefficients
   * are 1 for perfect agreement, 0 for agreement by chance, and negative for less than that.
   *
   * @return the value, never NaN; empty if the coefficient is undefined
   */
  @Value.Parameter
  public abstract OptionalDouble value();

  /**
   * {@return the reason for which the coefficient is undefined, in words; empty if it has a value}
   */
  @Value.Parameter
  public abstract Optional<String> whyUndefined();

  /**
   * Returns the 95 % confidence interval, the percentile interval of a bootstrap over units. {@link
   * CoderRatings#bootstrap} sets the number of samples and the seed.
   *
   * @return the interval; empty if the coefficient is undefined, if fewer than two units can be
   *     paired, if the samples are fewer than 39, or if it is undefined in more than one in twenty
   *     samples
   */
  @Value.Parameter
  public abstract Optional<Range<Double>> interval();

  /** {@return the number of units with values of two or more coders} */
  @Value.Parameter
  public abstract int units();

  /** {@return the number of values in these units} */
  @Value.Parameter
  public abstract int pairableValues();

  /** Returns the value with three decimals, or a dash. */
  String number() {
    return value().isPresent() ? number(value().getAsDouble()) : "–";
  }

  /** Returns the bounds of the interval with three decimals, or a dash. */
  String bounds() {
    return interval()
        .map(range -> number(range.lowerEndpoint()) + " to " + number(range.upperEndpoint()))
        .orElse("–");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
  }

  /**
   * {@return the name, the value or why there is none, the interval and the numbers, in one line}
   */
  @Override
  public final String toString() {
    return name()
        + whyUndefined().map(why -> ": undefined, " + why).orElse(" " + number())
        + (interval().isPresent() ? ", 95 % interval " + bounds() : "")
        + (units() == 1 ? ", 1 unit, " : ", " + units() + " units, ")
        + pairableValues()
        + " values";
  }
}
