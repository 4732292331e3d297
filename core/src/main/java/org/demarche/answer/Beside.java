package org.demarche.answer;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the question of a {@link Position} and carries nothing. It is sought when it is
 * first looked at, since most who ask for a position look at what carries it alone.
 *
 * <pre>{@code
 * position.beside().hints().size();   // the same as position.hints().size()
 * }</pre>
 */
public final class Beside {
  /** How many claims are listed of each sort. */
  public static final int LISTED = 16;

  private final Supplier<ImmutableList<Cited>> possibly;
  private final Supplier<ImmutableList<Cited>> hints;
  private final Supplier<ImmutableList<Cited>> reports;

  private Beside(
      Supplier<ImmutableList<Cited>> possibly,
      Supplier<ImmutableList<Cited>> hints,
      Supplier<ImmutableList<Cited>> reports) {
    this.possibly = Suppliers.memoize(possibly::get);
    this.hints = Suppliers.memoize(hints::get);
    this.reports = Suppliers.memoize(reports::get);
  }

  /**
   * Claims that are found when they are asked for: of each sort the nearest to the date, and one
   * more than are listed where there are more.
   */
  public static Beside of(
      Supplier<ImmutableList<Cited>> possibly,
      Supplier<ImmutableList<Cited>> hints,
      Supplier<ImmutableList<Cited>> reports) {
    return new Beside(possibly, hints, reports);
  }

  /** Nothing. */
  public static Beside nothing() {
    return of(ImmutableList::of, ImmutableList::of, ImmutableList::of);
  }

  private static ImmutableList<Cited> listed(ImmutableList<Cited> nearest) {
    return nearest.subList(0, Math.min(LISTED, nearest.size()));
  }

  /** See {@link Position#possibly()}. */
  public ImmutableList<Cited> possibly() {
    return listed(possibly.get());
  }

  /** See {@link Position#morePossibly()}. */
  public boolean morePossibly() {
    return possibly.get().size() > LISTED;
  }

  /** See {@link Position#hints()}. */
  public ImmutableList<Cited> hints() {
    return listed(hints.get());
  }

  /** See {@link Position#moreHints()}. */
  public boolean moreHints() {
    return hints.get().size() > LISTED;
  }

  /** See {@link Position#reports()}. */
  public ImmutableList<Cited> reports() {
    return listed(reports.get());
  }

  /** See {@link Position#moreReports()}. */
  public boolean moreReports() {
    return reports.get().size() > LISTED;
  }

  private List<Object> listed() {
    return List.of(possibly(), morePossibly(), hints(), moreHints(), reports(), moreReports());
  }

  /** Whether the same is listed in both. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Beside beside && listed().equals(beside.listed());
  }

  @Override
  public int hashCode() {
    return Objects.hash(listed());
  }

  /** Returns the ids of the claims. */
  @Override
  public String toString() {
    return "possibly %s, hints %s, reports %s"
        .formatted(ids(possibly()), ids(hints()), ids(reports()));
  }

  private static List<String> ids(List<Cited> claims) {
    return claims.stream().map(cited -> cited.claim().id()).toList();
  }
}
