package org.demarche.model;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A term of office of the head of a state, that is, one administration. It includes its first day
 * but not the day of its end, which belongs to the next term.
 *
 * <pre>{@code
 * TermOfOffice.of("moon-jae-in", LocalDate.parse("2017-05-10"), LocalDate.parse("2022-05-10"))
 * }</pre>
 */
@Value.Immutable
@SuppressWarnings("immutables:from") // a term is from a day, and is never copied
public abstract class TermOfOffice {
  TermOfOffice() {}

  /** {@return the id of the {@link ActorKind#PERSON} who heads the administration} */
  public abstract String head();

  /** {@return whether the head is only acting; default: false} */
  @Value.Default
  public boolean isActing() {
    return false;
  }

  /** {@return the first day} */
  public abstract LocalDate from();

  /** {@return the first day after the term; empty while the term lasts} */
  public abstract Optional<LocalDate> to();

  /**
   * Creates a term that has ended or whose end is known.
   *
   * @param head the id of the person who heads the administration
   * @param from the first day
   * @param toExclusive the first day after the term
   * @return the term
   */
  public static TermOfOffice of(String head, LocalDate from, LocalDate toExclusive) {
    return builder().head(head).from(from).to(toExclusive).build();
  }

  /** {@return an empty builder; {@code head} and {@code from} are required} */
  public static Builder builder() {
    return ImmutableTermOfOffice.builder();
  }

  /**
   * Tests whether a day is in this term.
   *
   * @param day any day
   * @return true from the first day to the day before the end
   */
  public final boolean contains(LocalDate day) {
    return !day.isBefore(from()) && (to().isEmpty() || day.isBefore(to().get()));
  }

  /** {@return {@code head from/to}, with {@code ..} for an open end} */
  @Override
  public final String toString() {
    return head() + " " + from() + "/" + to().map(LocalDate::toString).orElse("..");
  }

  /** A builder of terms. Problems of a term are reported by the actor that contains it. */
  public interface Builder {
    /**
     * Sets the person who heads the administration.
     *
     * @param id the id of a person; required
     * @return this builder
     */
    Builder head(String id);

    /**
     * Sets whether the head is only acting.
     *
     * @param acting true for an acting head; default: false
     * @return this builder
     */
    Builder acting(boolean acting);

    /**
     * Sets the first day.
     *
     * @param firstDay the first day; required
     * @return this builder
     */
    Builder from(LocalDate firstDay);

    /**
     * Sets the end of the term.
     *
     * @param firstDayAfter the first day after the term; default: the term has not ended
     * @return this builder
     */
    Builder to(LocalDate firstDayAfter);

    /**
     * Builds the term.
     *
     * @return the term with the values given
     * @throws IllegalStateException if a required value is missing
     */
    TermOfOffice build();
  }
}
