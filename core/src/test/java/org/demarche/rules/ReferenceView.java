package org.demarche.rules;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Grade;
import org.demarche.answer.Viewpoint;

/**
 * The conditions under which the reference implementation answers.
 *
 * @param asOf the day by which a claim must have been made
 * @param knownAt the day by which a source must have been published, if any
 * @param without the sources left out
 * @param withoutRelays the relays whose evidence is left out
 * @param withoutSpeakers the speakers whose claims are left out
 * @param onlyClaims the only claims that exist, if not all do
 * @param minGrade the lowest grade at which a claim counts
 * @param includesDrafts whether drafts exist
 */
record ReferenceView(
    LocalDate asOf,
    Optional<LocalDate> knownAt,
    Set<String> without,
    Set<String> withoutRelays,
    Set<String> withoutSpeakers,
    Optional<Set<String>> onlyClaims,
    Grade minGrade,
    boolean includesDrafts) {

  /** Returns the view on a day in which all evidence exists and the usual grades count. */
  static ReferenceView on(LocalDate asOf) {
    return new ReferenceView(
        asOf,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Grade.OTHER_SIDE,
        false);
  }

  /** Returns the view with the conditions of a viewpoint, except for its questions in words. */
  static ReferenceView of(Viewpoint viewpoint) {
    return new ReferenceView(
        viewpoint.asOf(),
        viewpoint.knownAt(),
        viewpoint.without(),
        viewpoint.withoutRelays(),
        viewpoint.withoutSpeakers(),
        viewpoint.onlyClaims().map(ImmutableSet::copyOf),
        viewpoint.minGrade(),
        viewpoint.includesDrafts());
  }

  ReferenceView at(LocalDate day) {
    return new ReferenceView(
        day,
        knownAt,
        without,
        withoutRelays,
        withoutSpeakers,
        onlyClaims,
        minGrade,
        includesDrafts);
  }

  ReferenceView knownAt(LocalDate day) {
    return new ReferenceView(
        asOf,
        Optional.of(day),
        without,
        withoutRelays,
        withoutSpeakers,
        onlyClaims,
        minGrade,
        includesDrafts);
  }

  ReferenceView without(Set<String> sources) {
    return new ReferenceView(
        asOf,
        knownAt,
        sources,
        withoutRelays,
        withoutSpeakers,
        onlyClaims,
        minGrade,
        includesDrafts);
  }

  ReferenceView minGrade(Grade grade) {
    return new ReferenceView(
        asOf, knownAt, without, withoutRelays, withoutSpeakers, onlyClaims, grade, includesDrafts);
  }

  ReferenceView withDrafts() {
    return new ReferenceView(
        asOf, knownAt, without, withoutRelays, withoutSpeakers, onlyClaims, minGrade, true);
  }
}
