package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/**
 * The values that coders gave to units, with the coefficients of their agreement. Values may be
 * missing, and there may be any number of coders.
 *
 * <pre>{@code
 * CoderRatings ratings = CoderRatings.of(ImmutableTable.<String, String, String>builder()
 *     .put("sentence 1", "kim", "PROMISE").put("sentence 1", "lee", "PROMISE")
 *     .put("sentence 2", "kim", "PROMISE").put("sentence 2", "lee", "STATE_INTENTION")
 *     .build());
 * ratings.percentAgreement().value();     // OptionalDouble[0.5]
 * ratings.krippendorffsAlpha().value();   // OptionalDouble[0.0]
 * }</pre>
 *
 * <p>Only units with values of two or more coders count. The order in which units and coders are
 * given does not matter.
 *
 * @since 0.1
 */
public final class CoderRatings {
  /** The default number of samples of the bootstrap. */
  public static final int SAMPLES = 1000;

  /** The default seed of the bootstrap. */
  public static final long SEED = 1;

  private static final int LEAST_SAMPLES = 39;

  private static final int MOST_SAMPLES = 1_000_000;

  private final ImmutableSortedSet<String> coders;
  private final ImmutableTable<String, String, String> values;
  private final ImmutableList<String> categories;
  private final boolean ordinal;
  private final Bootstrap bootstrap;
  private final Optional<String> whyUnpaired;
  private final int[][] paired;

  private CoderRatings(
      ImmutableSortedSet<String> coders,
      ImmutableTable<String, String, String> values,
      ImmutableList<String> categories,
      boolean ordinal,
      Bootstrap bootstrap,
      Optional<String> whyUnpaired) {
    this.coders = coders;
    this.values = values;
    this.categories = categories;
    this.ordinal = ordinal;
    this.bootstrap = bootstrap;
    this.whyUnpaired = whyUnpaired;
    this.paired = paired();
  }

  /**
   * Creates ratings whose values are categories without an order.
   *
   * @param values the value that a coder gave to a unit, in a table with the unit as row and the
   *     coder as column; a missing value is left out
   * @return the ratings, with the default bootstrap: {@value #SAMPLES} samples and seed {@value
   *     #SEED}
   * @throws IllegalArgumentException if a value is blank
   */
  public static CoderRatings of(Table<String, String, String> values) {
    ImmutableTable<String, String, String> given =
        ImmutableTable.copyOf(requireNonNull(values, "values"));
    List<String> blank = new ArrayList<>();
    for (Table.Cell<String, String, String> cell : given.cellSet()) {
      if (requireNonNull(cell.getValue()).isBlank()) {
        blank.add("unit '%s' of coder '%s'".formatted(cell.getRowKey(), cell.getColumnKey()));
      }
    }
    if (!blank.isEmpty()) {
      throw ShownValue.refused(
          "blank value: "
              + String.join(", ", blank)
              + "; leave a missing value out of the table, or name the category");
    }
    return of(given.columnKeySet(), given, new Bootstrap(SAMPLES, SEED), Optional.empty());
  }

  /**
   * Creates ratings of coders who need not have given a value.
   *
   * @param whyUnpaired why no unit has two values, if that is so
   */
  static CoderRatings of(
      Iterable<String> coders,
      Table<String, String, String> values,
      Bootstrap bootstrap,
      Optional<String> whyUnpaired) {
    // The bootstrap draws units by number, so they need an order that is not that of the caller.
    return new CoderRatings(
        ImmutableSortedSet.copyOf(coders),
        sorted(values),
        ImmutableSortedSet.copyOf(values.values()).asList(),
        false,
        bootstrap,
        whyUnpaired);
  }

  private static ImmutableTable<String, String, String> sorted(
      Table<String, String, String> values) {
    TreeBasedTable<String, String, String> sorted = TreeBasedTable.create();
    sorted.putAll(values);
    return ImmutableTable.copyOf(sorted);
  }

  /**
   * Orders the values, so that {@link #krippendorffsAlpha} counts a disagreement between distant
   * ranks more than one between neighbours. The other coefficients do not change.
   *
   * <pre>{@code
   * comparison.ratings("stance").ordered(List.of("AGAINST", "UNCOMMITTED", "FOR")).krippendorffsAlpha()
   * }</pre>
   *
   * @param scale every possible value once, from lowest to highest; values that no coder gave may
   *     be among them
   * @return ratings with that order; these are unchanged
   * @throws IllegalArgumentException if a value of these ratings is not on the scale, or the scale
   *     has a value twice
   */
  public CoderRatings ordered(List<String> scale) {
    requireNonNull(scale, "scale");
    ImmutableSet<String> ranks = ImmutableSet.copyOf(scale);
    if (ranks.size() < scale.size()) {
      throw ShownValue.refused("a value occurs twice on the scale " + scale);
    }
    List<String> unknown =
        categories.stream()
            .filter(value -> !ranks.contains(value))
            .map(value -> "'" + value + "'" + Nearest.hint(value, ranks, 1))
            .toList();
    if (!unknown.isEmpty()) {
      throw ShownValue.refused("not on the scale " + scale + ": " + String.join(", ", unknown));
    }
    return new CoderRatings(coders, values, ranks.asList(), true, bootstrap, whyUnpaired);
  }

  /**
   * Sets the bootstrap by which confidence intervals are computed. The same seed gives the same
   * intervals on every Java. The time is linear in the number of samples. With the default, bounds
   * vary with the seed in the second decimal; 10,000 samples or more are better for publication.
   *
   * @param samples the number of samples, 39 to 1,000,000; default: {@value #SAMPLES}
   * @param seed the seed of the random numbers; default: {@value #SEED}
   * @return ratings with that bootstrap; these are unchanged
   * @throws IllegalArgumentException if the number of samples is out of bounds
   */
  public CoderRatings bootstrap(int samples, long seed) {
    return new CoderRatings(
        coders, values, categories, ordinal, checkedBootstrap(samples, seed), whyUnpaired);
  }

  /** Returns a bootstrap with at least one sample in each tail. */
  static Bootstrap checkedBootstrap(int samples, long seed) {
    if (samples < LEAST_SAMPLES || samples > MOST_SAMPLES) {
      throw ShownValue.refused(
          String.format(
              Locale.ROOT,
              "samples must be %s to %,d, so that each tail of 2.5 %% has one; got %s",
              LEAST_SAMPLES,
              MOST_SAMPLES,
              samples));
    }
    return new Bootstrap(samples, seed);
  }

  /** {@return the names of the coders, sorted} */
  public ImmutableList<String> coders() {
    return coders.asList();
  }

  /** {@return the value that each coder (column) gave to each unit (row), sorted} */
  public ImmutableTable<String, String, String> values() {
    return values;
  }

  private int[][] paired() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String category : categories) {
      numbers.put(category, numbers.size());
    }
    return values.rowMap().values().stream()
        .filter(unit -> unit.size() > 1)
        .map(
            unit ->
                coders.stream()
                    .mapToInt(
                        coder ->
                            unit.containsKey(coder)
                                ? requireNonNull(numbers.get(unit.get(coder)))
                                : AgreementFormulas.MISSING)
                    .toArray())
        .toArray(int[][]::new);
  }

  /**
   * Computes percent agreement: the mean over units of the share of pairs of values that are equal
   * (for two coders O. Holsti, <i>Content Analysis for the Social Sciences and Humanities</i>,
   * 1969; for more, and with missing values, K. Gwet, <i>Handbook of Inter-Rater Reliability</i>,
   * 4th edition 2014, chapter 2). It does not correct for chance.
   *
   * @return the coefficient, as a share from 0 to 1; undefined if no unit has two values
   */
  public AgreementCoefficient percentAgreement() {
    return coefficient("percent agreement", Optional.empty(), formulas()::shareOfEqualPairs);
  }

  /**
   * Computes Cohen's κ: the agreement of two coders beyond the agreement that is expected if each
   * chooses categories at random with his or her own frequencies (J. Cohen, “A Coefficient of
   * Agreement for Nominal Scales”, Educational and Psychological Measurement 20, 1960).
   *
   * @return the coefficient, over the units of which both gave a value; undefined for more than two
   *     coders, if no unit has two values, or if all values are of one category
   */
  public AgreementCoefficient cohensKappa() {
    return coefficient(
        "Cohen’s κ",
        coders.size() > 2
            ? Optional.of(
                "it compares two coders, and there are %s; use Fleiss’ κ or Krippendorff’s α"
                    .formatted(coders.size()))
            : oneCategory(),
        formulas()::cohensKappa);
  }

  /**
   * Computes Fleiss' κ: the agreement of coders beyond the agreement that is expected if all choose
   * categories at random with the same frequencies (J. Fleiss, “Measuring Nominal Scale Agreement
   * Among Many Raters”, Psychological Bulletin 76, 1971). For two coders it is Scott's π.
   *
   * @return the coefficient, over the units with two or more values; undefined if these have
   *     different numbers of values, for which Krippendorff's α is defined, if no unit has two
   *     values, or if all values are of one category
   */
  public AgreementCoefficient fleissKappa() {
    int[] sizes =
        Arrays.stream(paired)
            .mapToInt(unit -> (int) Arrays.stream(unit).filter(v -> v >= 0).count())
            .distinct()
            .sorted()
            .toArray();
    return coefficient(
        "Fleiss’ κ",
        sizes.length > 1
            ? Optional.of(
                "some units have %s values, others %s; use Krippendorff’s α, which allows for missing values"
                    .formatted(sizes[0], sizes[sizes.length - 1]))
            : oneCategory(),
        formulas()::fleissKappa);
  }

  /**
   * Computes Krippendorff's α, for values without an order or, after {@link #ordered}, for ranks:
   * one minus the disagreement observed divided by the disagreement expected by chance (K.
   * Krippendorff, <i>Content Analysis</i>, 2nd edition 2004, chapter 11; “Computing Krippendorff's
   * Alpha-Reliability”, 2011). Krippendorff advises relying on data with α of 0.8 or more, and
   * drawing only tentative conclusions from 0.667 up.
   *
   * @return the coefficient, over the units with two or more values; undefined if no unit has two
   *     values, or if all values are of one category
   */
  public AgreementCoefficient krippendorffsAlpha() {
    AgreementFormulas formulas = formulas();
    return coefficient(
        "Krippendorff’s α (" + (ordinal ? "ordinal" : "nominal") + ")",
        oneCategory(),
        ordinal ? formulas::ordinalAlpha : formulas::nominalAlpha);
  }

  private AgreementFormulas formulas() {
    return new AgreementFormulas(categories.size());
  }

  private int pairableValues() {
    return (int)
        Arrays.stream(paired).flatMapToInt(Arrays::stream).filter(value -> value >= 0).count();
  }

  private Optional<String> oneCategory() {
    int[] used =
        Arrays.stream(paired)
            .flatMapToInt(Arrays::stream)
            .filter(value -> value >= 0)
            .distinct()
            .limit(2)
            .toArray();
    return used.length == 1
        ? Optional.of(
            "all values are “%s”, and a correction for chance needs two categories"
                .formatted(categories.get(used[0])))
        : Optional.empty();
  }

  private Optional<String> unpaired() {
    if (coders.size() < 2) {
      return Optional.of(
          coders.isEmpty()
              ? "there is no coder"
              : "there is only one coder, “%s”".formatted(coders.first()));
    }
    return paired.length > 0
        ? Optional.empty()
        : Optional.of(whyUnpaired.orElse("no unit has values of two coders"));
  }

  private AgreementCoefficient coefficient(
      String name, Optional<String> whyUndefined, Function<int[][], OptionalDouble> formula) {
    Optional<String> why = unpaired().or(() -> whyUndefined);
    return why.isPresent()
        ? ImmutableAgreementCoefficient.of(
            name, OptionalDouble.empty(), why, Optional.empty(), paired.length, pairableValues())
        : ImmutableAgreementCoefficient.of(
            name,
            formula.apply(paired),
            why,
            bootstrap.interval(paired, formula),
            paired.length,
            pairableValues());
  }

  /** {@return the numbers of coders, units and values, in one line} */
  @Override
  public String toString() {
    return "Ratings of %s units by %s coders: %s values, %s of them in units of two or more"
        .formatted(values.rowKeySet().size(), coders.size(), values.size(), pairableValues());
  }
}
