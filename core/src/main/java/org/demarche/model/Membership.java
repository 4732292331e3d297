package org.demarche.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A membership in an organisation. It includes its first day but not the day of its end.
 *
 * <pre>{@code
 * Membership.of("uk").from(LocalDate.parse("1973-01-01")).until(LocalDate.parse("2020-02-01"))
 * }</pre>
 *
 * <p>Problems of a membership are reported by the actor that contains it.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Membership {
  Membership() {}

  /** {@return the id of the member, a state or an organisation} */
  @Value.Parameter
  public abstract String member();

  /** {@return the first day; empty if it is before the record} */
  @Value.Parameter
  public abstract Optional<LocalDate> from();

  /** {@return the first day after the membership; empty while it lasts} */
  @Value.Parameter
  public abstract Optional<LocalDate> to();

  @Value.Check
  void check() {
    from().ifPresent(When::requireFourDigits);
    to().ifPresent(When::requireFourDigits);
  }

  /**
   * Creates a membership that has lasted since before the record.
   *
   * @param member the id of a state or an organisation
   * @return the membership
   */
  public static Membership of(String member) {
    return ImmutableMembership.of(
        requireNonNull(member, "member"), Optional.empty(), Optional.empty());
  }

  /**
   * Sets the first day.
   *
   * @param day the first day
   * @return a membership from that day on; this one is unchanged
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public final Membership from(LocalDate day) {
    return ((ImmutableMembership) this).replaceFrom(requireNonNull(day, "day"));
  }

  /**
   * Sets the end.
   *
   * @param firstDayAfter the first day after the membership
   * @return a membership that ends before that day; this one is unchanged
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public final Membership until(LocalDate firstDayAfter) {
    return ((ImmutableMembership) this).replaceTo(requireNonNull(firstDayAfter, "firstDayAfter"));
  }

  /**
   * Tests whether a day is in this membership.
   *
   * @param day any day
   * @return true from the first day to the day before the end
   */
  public final boolean contains(LocalDate day) {
    requireNonNull(day, "day");
    return from().filter(day::isBefore).isEmpty()
        && to().filter(end -> !day.isBefore(end)).isEmpty();
  }

  /** {@return {@code member from/to}, with {@code ..} for an open bound} */
  @Override
  public final String toString() {
    return member()
        + " "
        + from().map(LocalDate::toString).orElse("..")
        + "/"
        + to().map(LocalDate::toString).orElse("..");
  }
}
