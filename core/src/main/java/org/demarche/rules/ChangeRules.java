package org.demarche.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** The labels of changes between two dates, and of differences between two bodies of evidence. */
public final class ChangeRules {
  private ChangeRules() {}

  /** Labels the change from one position to a later one; the first label that fits applies. */
  public static Change change(Position before, Position after) {
    return AnswerFactory.get().change(label(before, after), before, after);
  }

  private static Change.Label label(Position before, Position after) {
    if (after instanceof Contested) {
      return before instanceof Contested
          ? Change.Label.STILL_CONTESTED
          : Change.Label.BECAME_CONTESTED;
    }
    if (before instanceof Contested) {
      return Change.Label.SETTLED;
    }
    if (!(after instanceof Known now)) {
      return Change.Label.SILENT;
    }
    return before instanceof Known then ? label(then, now) : Change.Label.FIRST_STATED;
  }

  private static Change.Label label(Known then, Known now) {
    if (then.stance() != now.stance()) {
      if (now.stance() == Stance.UNCOMMITTED) {
        return Change.Label.WITHDRAWN;
      }
      return then.stance() == Stance.UNCOMMITTED ? Change.Label.TAKEN : Change.Label.REVERSED;
    }
    OptionalInt weaker = then.force().strength();
    OptionalInt stronger = now.force().strength();
    if (weaker.isPresent() && stronger.isPresent() && weaker.getAsInt() != stronger.getAsInt()) {
      return weaker.getAsInt() < stronger.getAsInt()
          ? Change.Label.HARDENED
          : Change.Label.SOFTENED;
    }
    if (!then.frames().isEmpty()
        && !now.frames().isEmpty()
        && !then.frames().equals(now.frames())) {
      return Change.Label.REFRAMED;
    }
    boolean newer =
        now.support().stream()
            .anyMatch(cited -> isNewer(cited, then.lastEvidenced(), now.viewpoint().asOf()));
    return newer ? Change.Label.REAFFIRMED : Change.Label.UNCHANGED;
  }

  /**
   * Returns whether a claim was certainly made after a day, or repeated throughout a period that
   * runs past that day.
   */
  private static boolean isNewer(CitedClaim cited, LocalDate day, LocalDate asOf) {
    When asserted = cited.claim().asserted();
    return asserted.after(day)
        || (asserted.isThroughout() && asserted.latest().isAfter(day) && asOf.isAfter(day));
  }

  /**
   * Returns whether a change says something new. UNCHANGED does not, and STILL_CONTESTED only with
   * other conflicting claims.
   */
  public static boolean isNews(Change change) {
    return switch (change.label()) {
      case SILENT, UNCHANGED -> false;
      case STILL_CONTESTED ->
          difference(change.before(), change.after())
              .filter(difference -> difference.altered().contains(Difference.Aspect.CONTEST))
              .isPresent();
      default -> true;
    };
  }

  /** Returns the difference between positions on two bodies of evidence, if there is one. */
  public static Optional<Difference> difference(Position here, Position there) {
    if (here instanceof Unknown || there instanceof Unknown) {
      if (here instanceof Unknown && there instanceof Unknown) {
        return Optional.empty();
      }
      Difference.Label label =
          here instanceof Unknown ? Difference.Label.GAINED : Difference.Label.LOST;
      return Optional.of(AnswerFactory.get().difference(label, Set.of(), here, there));
    }
    Set<Difference.Aspect> altered = altered(here, there);
    return altered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AnswerFactory.get().difference(Difference.Label.ALTERED, altered, here, there));
  }

  private static Set<Difference.Aspect> altered(Position here, Position there) {
    Set<Difference.Aspect> altered = EnumSet.noneOf(Difference.Aspect.class);
    if (here instanceof Known a && there instanceof Known b) {
      add(altered, Difference.Aspect.STANCE, a.stance() != b.stance());
      add(altered, Difference.Aspect.FORCE, a.force() != b.force());
      add(altered, Difference.Aspect.FRAMES, !a.frames().equals(b.frames()));
      add(altered, Difference.Aspect.GRADE, a.grade() != b.grade());
      add(
          altered,
          Difference.Aspect.HEADLINE,
          !a.headline().claim().id().equals(b.headline().claim().id()));
    } else {
      boolean sameSides = sides(here, CitedClaim::stance).equals(sides(there, CitedClaim::stance));
      add(altered, Difference.Aspect.CONTEST, !sameSides);
      add(
          altered,
          Difference.Aspect.GRADE,
          sameSides && !sides(here, CitedClaim::grade).equals(sides(there, CitedClaim::grade)));
    }
    add(
        altered,
        Difference.Aspect.STANDING,
        here.evidenced().orElseThrow().standing() != there.evidenced().orElseThrow().standing());
    return altered;
  }

  private static void add(
      Set<Difference.Aspect> altered, Difference.Aspect aspect, boolean differs) {
    if (differs) {
      altered.add(aspect);
    }
  }

  /**
   * Returns the sides of a contested position, each with one property; empty for other positions.
   */
  private static Set<String> sides(Position position, Function<CitedClaim, Object> by) {
    return position instanceof Contested contested
        ? contested.sides().stream()
            .map(side -> side.claim().id() + " " + by.apply(side))
            .collect(Collectors.toSet())
        : Set.of();
  }
}
