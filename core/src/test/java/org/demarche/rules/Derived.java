package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.answer.Grade;
import org.demarche.answer.Standing;
import org.demarche.model.Authority;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * An answer of the reference implementation, with ids in place of records.
 *
 * @param kind whether the position is known, contested or unknown
 * @param reason why it is unknown
 * @param support the claims that carry it, in the order of citation
 * @param sides of a contested position, the claims that disagree
 * @param disputing the claims that are outweighed
 * @param retracted the claims that are taken back
 * @param rivals the party's own claims for rivals of what it is for
 * @param headline what a known position takes from its headline
 * @param dates when and under whom a known or contested position was last evidenced
 * @param partsHeld the parts of a composite that are held although nobody has named the composite
 * @param hints the hints
 * @param possibly the claims that were possibly made by the as-of date
 * @param reports the claims of media in their own voice
 * @param independentRoots the number of independent groups of sources of the support
 */
record Derived(
    Kind kind,
    Optional<String> reason,
    ImmutableList<Cited> support,
    ImmutableSortedSet<String> sides,
    ImmutableSortedSet<String> disputing,
    ImmutableSortedSet<String> retracted,
    ImmutableSortedSet<String> rivals,
    Optional<Headline> headline,
    Optional<Dates> dates,
    ImmutableSortedSet<String> partsHeld,
    IdList hints,
    IdList possibly,
    IdList reports,
    int independentRoots) {

  /** The kinds of answer. */
  enum Kind {
    KNOWN,
    CONTESTED,
    UNKNOWN
  }

  /** The ways in which a claim bears on a proposition, the most direct last. */
  enum Level {
    UPWARDS,
    DOWNWARDS,
    FIRM,
    EXPLICIT;

    boolean isMerelyImplied() {
      return this == UPWARDS || this == DOWNWARDS;
    }

    /** Returns 3 for explicit, 2 for firm and 1 for merely implied. */
    int explicitness() {
      return this == EXPLICIT ? 3 : this == FIRM ? 2 : 1;
    }
  }

  /**
   * A claim that supports a position.
   *
   * @param weighs whether it counts for the headline and the dates of last evidence (rule 10)
   */
  record Cited(
      String id,
      Stance stance,
      Level level,
      Grade grade,
      Authority authority,
      ImmutableList<Evidence> evidence,
      boolean weighs) {
    boolean isExplicit() {
      return level == Level.EXPLICIT;
    }
  }

  /** The part of an answer that a known position takes from its headline. */
  record Headline(
      String id,
      Stance stance,
      boolean implied,
      Grade grade,
      Force force,
      ImmutableSortedSet<String> frames,
      Optional<String> condition,
      Optional<String> commitment,
      Optional<When> due) {}

  /**
   * When and under whom a position was last evidenced.
   *
   * @param administration the term in office on that day
   * @param tenure the administration on that day, which adjoining terms share
   */
  record Dates(
      Standing standing,
      Optional<TermOfOffice> administration,
      ReferenceActors.Administration tenure,
      LocalDate lastEvidenced,
      Optional<LocalDate> lastExplicit) {}

  /** The first ids of a list, and whether the list is longer. */
  record IdList(ImmutableList<String> ids, boolean hasMore) {}

  Optional<Stance> stance() {
    return headline.map(Headline::stance);
  }

  boolean isKnown() {
    return kind == Kind.KNOWN;
  }

  boolean isKnown(Stance stance) {
    return stance().equals(Optional.of(stance));
  }

  ImmutableList<String> supportIds() {
    return support.stream().map(Cited::id).collect(ImmutableList.toImmutableList());
  }
}
