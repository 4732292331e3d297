package org.demarche.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A term of office of the head of a state or organisation, that is, one administration, or of the
 * holder of an organ who stays in office from one government to the next. It includes its first day
 * but not the day of its end, which belongs to the next term.
 *
 * <pre>{@code
 * TermOfOffice.of("moon-jae-in", LocalDate.parse("2017-05-10")).until(LocalDate.parse("2022-05-10"))
 * }</pre>
 *
 * <p>Problems of a term are reported by the actor that contains it.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class TermOfOffice {
  TermOfOffice() {}

  /** {@return the id of the {@link ActorKind#PERSON} who heads the administration} */
  @Value.Parameter
  public abstract String head();

  /** {@return whether the head is only acting; default: false} */
  @Value.Parameter
  public abstract boolean isActing();

  /** {@return the first day} */
  @Value.Parameter
  public abstract LocalDate from();

  /** {@return the first day after the term; empty while the term lasts} */
  @Value.Parameter
  public abstract Optional<LocalDate> to();

  @Value.Check
  void check() {
    When.requireFourDigits(from());
    to().ifPresent(When::requireFourDigits);
  }

  /**
   * Creates a term that has not ended.
   *
   * @param head the id of the person who heads the administration
   * @param from the first day
   * @return the term
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static TermOfOffice of(String head, LocalDate from) {
    return ImmutableTermOfOffice.of(
        requireNonNull(head, "head"), false, requireNonNull(from, "from"), Optional.empty());
  }

  /**
   * Sets the end of the term.
   *
   * @param firstDayAfter the first day after the term
   * @return a term that ends before that day; this one is unchanged
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public final TermOfOffice until(LocalDate firstDayAfter) {
    return ((ImmutableTermOfOffice) this).replaceTo(requireNonNull(firstDayAfter, "firstDayAfter"));
  }

  /** {@return a term of an acting head; this one is unchanged} */
  public final TermOfOffice acting() {
    return ((ImmutableTermOfOffice) this).replaceActing(true);
  }

  /**
   * Tests whether a day is in this term.
   *
   * @param day any day
   * @return true from the first day to the day before the end
   */
  public final boolean contains(LocalDate day) {
    requireNonNull(day, "day");
    return !day.isBefore(from()) && (to().isEmpty() || day.isBefore(to().get()));
  }

  /** {@return {@code head from/to}, with {@code ..} for an open end} */
  @Override
  public final String toString() {
    return head() + " " + from() + "/" + to().map(LocalDate::toString).orElse("..");
  }
}
