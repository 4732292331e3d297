package org.demarche.model;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A term of office of a state's head: one administration. Half-open: the first day belongs to it,
 * the day of the end to the next one.
 *
 * <pre>{@code
 * TermOfOffice.of("moon-jae-in", LocalDate.parse("2017-05-10"), LocalDate.parse("2022-05-10"))
 * }</pre>
 */
@Value.Immutable
@SuppressWarnings("immutables:from") // a term is from a day, and is never copied
public abstract class TermOfOffice {
  TermOfOffice() {}

  /** The id of the {@link ActorKind#PERSON} who heads the administration. */
  public abstract String head();

  /** Whether the head only acts as such. False unless said. */
  @Value.Default
  public boolean isActing() {
    return false;
  }

  /** The first day. */
  public abstract LocalDate from();

  /** The first day that is no longer part of it; empty while it lasts. */
  public abstract Optional<LocalDate> to();

  /** A full term. */
  public static TermOfOffice of(String head, LocalDate from, LocalDate toExclusive) {
    return builder().head(head).from(from).to(toExclusive).build();
  }

  /** A builder; {@code head} and {@code from} are required. */
  public static Builder builder() {
    return ImmutableTermOfOffice.builder();
  }

  /** Whether the day lies in this term. */
  public final boolean contains(LocalDate day) {
    return !day.isBefore(from()) && (to().isEmpty() || day.isBefore(to().get()));
  }

  /** Returns {@code head from/to}, the end open as {@code ..}. */
  @Override
  public final String toString() {
    return head() + " " + from() + "/" + to().map(LocalDate::toString).orElse("..");
  }

  /** Collects the parts of a term. Its faults are reported by the actor that holds it. */
  public interface Builder {
    /** Sets {@link TermOfOffice#head()}. */
    Builder head(String id);

    /** Sets {@link TermOfOffice#isActing()}. */
    Builder acting(boolean acting);

    /** Sets {@link TermOfOffice#from()}. */
    Builder from(LocalDate firstDay);

    /** Sets {@link TermOfOffice#to()}. */
    Builder to(LocalDate firstDayAfter);

    /**
     * Builds the term.
     *
     * @throws IllegalStateException if a required part is missing
     */
    TermOfOffice build();
  }
}
