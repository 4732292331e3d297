package org.demarche.rules;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.rules.Derived.Dates;
import org.demarche.rules.Derived.Headline;
import org.demarche.rules.Derived.Kind;

/** The reference implementation of the labels of changes and relations. */
final class ReferenceComparisons {
  private final Dossier dossier;
  private final ReferenceView view;

  ReferenceComparisons(Dossier dossier, ReferenceView view) {
    this.dossier = dossier;
    this.view = view;
  }

  /**
   * The change of a position between two days.
   *
   * @param label its label
   * @param administrationChanged whether another administration last evidenced the later position;
   *     empty unless both are known
   * @param evidenceUnlike whether the grades differ; empty unless both are known
   */
  record Changed(
      String label, Optional<Boolean> administrationChanged, Optional<Boolean> evidenceUnlike) {}

  // Changes

  Changed change(String party, String proposition, LocalDate earlier, LocalDate later) {
    Derived before = position(party, proposition, earlier);
    Derived after = position(party, proposition, later);
    boolean areKnown = before.isKnown() && after.isKnown();
    return new Changed(
        label(party, before, after, later),
        // Adjoining terms of one head are one administration, and compared as one.
        areKnown
            ? Optional.of(
                !before.dates().map(Dates::tenure).equals(after.dates().map(Dates::tenure)))
            : Optional.empty(),
        areKnown
            ? Optional.of(
                !before
                    .headline()
                    .map(Headline::grade)
                    .equals(after.headline().map(Headline::grade)))
            : Optional.empty());
  }

  private Derived position(String party, String proposition, LocalDate day) {
    return ReferenceRules.position(dossier, view.at(day), party, proposition);
  }

  private String label(String party, Derived before, Derived after, LocalDate later) {
    boolean wasUnknown = before.kind() == Kind.UNKNOWN;
    if (after.kind() == Kind.UNKNOWN) {
      return wasUnknown ? "SILENT" : labelOfLost(party, before, later);
    } else if (after.kind() == Kind.CONTESTED) {
      return before.kind() == Kind.CONTESTED ? "STILL_CONTESTED" : "BECAME_CONTESTED";
    } else if (before.kind() == Kind.CONTESTED) {
      return "SETTLED";
    } else if (wasUnknown) {
      return "FIRST_STATED";
    }
    return labelOfKnown(before, after, later);
  }

  private String labelOfLost(String party, Derived before, LocalDate later) {
    ReferenceRules rules = new ReferenceRules(dossier, view.at(later), party);
    boolean isRetracted =
        before.support().stream().anyMatch(s -> rules.isRetracted(claim(s.id()), later));
    return isRetracted ? "RETRACTED" : "NO_LONGER_IMPLIED";
  }

  private String labelOfKnown(Derived before, Derived after, LocalDate later) {
    Headline from = before.headline().orElseThrow();
    Headline to = after.headline().orElseThrow();
    if (from.stance() != to.stance()) {
      return to.stance() == Stance.UNCOMMITTED
          ? "WITHDRAWN"
          : from.stance() == Stance.UNCOMMITTED ? "TAKEN" : "REVERSED";
    }
    if (!from.implied() && !to.implied()) {
      if (!from.condition().equals(to.condition())) {
        return from.condition().isEmpty()
            ? "CONDITION_ADDED"
            : to.condition().isEmpty() ? "CONDITION_NOT_REPEATED" : "CONDITION_CHANGED";
      }
      OptionalInt strength = strength(before);
      OptionalInt newStrength = strength(after);
      if (strength.isPresent() && newStrength.isPresent() && !strength.equals(newStrength)) {
        return newStrength.getAsInt() > strength.getAsInt() ? "HARDENED" : "SOFTENED";
      }
      if (!from.frames().isEmpty()
          && !to.frames().isEmpty()
          && !from.frames().equals(to.frames())) {
        return "REFRAMED";
      }
    }
    return isReaffirmed(before, after, later) ? "REAFFIRMED" : "UNCHANGED";
  }

  /** A headline whose force has no strength leaves the position without one. */
  private OptionalInt strength(Derived position) {
    Force headline = position.headline().orElseThrow().force();
    if (headline.strength().isEmpty()) {
      return OptionalInt.empty();
    }
    int ofHeadline =
        headline == Force.REAFFIRM
            ? Math.max(headline.strength().getAsInt(), strongest(position, force -> true))
            : headline.strength().getAsInt();
    return OptionalInt.of(
        Math.max(ofHeadline, strongest(position, ReferenceRules.LASTING::contains)));
  }

  private int strongest(Derived position, Predicate<Force> isIncluded) {
    return position.support().stream()
        .filter(s -> s.isExplicit() && s.weighs())
        .map(s -> claim(s.id()).force())
        .filter(isIncluded)
        .map(force -> force.strength().orElse(0))
        .max(naturalOrder())
        .orElse(0);
  }

  private boolean isReaffirmed(Derived before, Derived after, LocalDate later) {
    Dates dates = before.dates().orElseThrow();
    LocalDate last = dates.lastExplicit().orElse(dates.lastEvidenced());
    return after.support().stream()
        .filter(s -> s.isExplicit() && s.weighs())
        .map(s -> claim(s.id()).asserted())
        .anyMatch(
            when -> {
              LocalDate latest = when.latest().isBefore(later) ? when.latest() : later;
              return when.after(last) || (when.isThroughout() && latest.isAfter(last));
            });
  }

  private Claim claim(String id) {
    return dossier.claim(id).orElseThrow();
  }

  // Relations

  String relation(String one, String other, String proposition) {
    Derived first = position(one, proposition, view.asOf());
    Derived second = position(other, proposition, view.asOf());
    if (first.kind() == Kind.CONTESTED || second.kind() == Kind.CONTESTED) {
      return "CONTESTED";
    } else if (first.isKnown() && second.isKnown()) {
      return relation(first.stance().orElseThrow(), second.stance().orElseThrow(), proposition);
    } else if (first.isKnown()) {
      return isForRival(first, one, other, proposition) ? "CONTRADICTION" : "ONE_SIDED";
    } else if (second.isKnown()) {
      return isForRival(second, other, one, proposition) ? "CONTRADICTION" : "ONE_SIDED";
    }
    return "SILENT";
  }

  private String relation(Stance first, Stance second, String proposition) {
    if (first == Stance.UNCOMMITTED || second == Stance.UNCOMMITTED) {
      return "DIVERGENCE";
    } else if (first != second) {
      return "CONTRADICTION";
    }
    boolean isComposite = !dossier.proposition(proposition).orElseThrow().parts().isEmpty();
    return first == Stance.AGAINST && isComposite ? "BOTH_AGAINST" : "AGREEMENT";
  }

  /**
   * Tests whether the one is for the proposition, and the other for a rival on which the one is
   * silent.
   */
  private boolean isForRival(Derived position, String one, String other, String proposition) {
    return position.isKnown(Stance.FOR)
        && ReferenceRules.rivalsOf(dossier, proposition).stream()
            .anyMatch(
                rival ->
                    position(other, rival, view.asOf()).isKnown(Stance.FOR)
                        && position(one, rival, view.asOf()).kind() == Kind.UNKNOWN);
  }
}
