package org.demarche.answer;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * From where a question is asked: what had been said by a date, what was known by a date, and which
 * evidence counts. The two dates are the two times of a bitemporal record (R. Snodgrass,
 * <i>Developing Time-Oriented Database Applications in SQL</i>, 2000): the time of the speech act,
 * and the time from which it could be known.
 *
 * <pre>{@code
 * as of 2017-11-24, known at 2017-11-01, without ET22
 * }</pre>
 */
@Value.Immutable
public abstract class Viewpoint {
  Viewpoint() {}

  /** What was said after this day does not count. */
  public abstract LocalDate asOf();

  /** What was published after this day is not known; empty where everything on record is. */
  public abstract Optional<LocalDate> knownAt();

  /** The sources whose evidence is left out. Sources that derive from them stay. */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> without();

  /**
   * The relays whose evidence is left out: what passed through them, or came out with them as the
   * outlet.
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> withoutRelays();

  /** The speakers whose claims are left out, also those they made with others. */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> withoutSpeakers();

  /** The questions that chose the claims to which the evidence is limited, in words. */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> only();

  /** The worst grade at which a claim still counts; {@link Grade#OTHER_SIDE} unless said. */
  @Value.Default
  public Grade minGrade() {
    return Grade.OTHER_SIDE;
  }

  /** A builder; {@code asOf} is required. */
  public static Builder builder() {
    return ImmutableViewpoint.builder();
  }

  /** Returns for example {@code as of 2017-11-24, known at 2017-11-01, without ET22}. */
  @Override
  public final String toString() {
    return "as of " + asOf() + restrictions();
  }

  /** What narrows it beside the as-of date, each after a comma; empty where nothing does. */
  final String restrictions() {
    List<String> parts = new ArrayList<>();
    knownAt().ifPresent(day -> parts.add(", known at " + day));
    if (!without().isEmpty()) {
      parts.add(", without " + String.join(" and ", without()));
    }
    if (!withoutRelays().isEmpty()) {
      parts.add(", without what " + String.join(" and ", withoutRelays()) + " relayed");
    }
    if (!withoutSpeakers().isEmpty()) {
      parts.add(", without what " + String.join(" and ", withoutSpeakers()) + " said");
    }
    only().forEach(question -> parts.add(", only claims: " + question));
    if (minGrade() != Grade.OTHER_SIDE) {
      parts.add(
          ", counting " + minGrade() + (minGrade() == Grade.OWN_WORDS ? " only" : " or better"));
    }
    return String.join("", parts);
  }

  /** Collects the parts of a viewpoint. */
  public interface Builder {
    /** Starts from another viewpoint. */
    Builder from(Viewpoint viewpoint);

    /** Sets {@link Viewpoint#asOf()}. */
    Builder asOf(LocalDate day);

    /** Sets {@link Viewpoint#knownAt()}. */
    Builder knownAt(LocalDate day);

    /** Adds to {@link Viewpoint#without()}. */
    Builder addWithout(String... sources);

    /** Adds to {@link Viewpoint#withoutRelays()}. */
    Builder addWithoutRelays(String... actors);

    /** Adds to {@link Viewpoint#withoutSpeakers()}. */
    Builder addWithoutSpeakers(String... actors);

    /** Adds to {@link Viewpoint#only()}. */
    Builder addOnly(String... questions);

    /** Sets {@link Viewpoint#minGrade()}. */
    Builder minGrade(Grade floor);

    /**
     * Builds the viewpoint.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Viewpoint build();
  }
}
