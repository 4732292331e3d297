package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.model.Evidence;

/** A claim that a page lists with its evidence. */
record ListedClaim(String id, ImmutableList<Evidence> evidence, Grade grade) {
  static final Comparator<CitedClaim> IN_ORDER_OF_TIME =
      Comparator.<CitedClaim, LocalDate>comparing(cited -> cited.claim().asserted().latest())
          .thenComparing(cited -> cited.claim().id());

  static ListedClaim of(CitedClaim cited) {
    return new ListedClaim(cited.claim().id(), cited.evidence(), cited.grade());
  }

  /** Returns a claim of a chronology with the best of its grades. */
  static ListedClaim of(Chronology.Entry entry) {
    Grade best = entry.grades().values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return new ListedClaim(entry.claim().id(), entry.evidence(), best);
  }

  /** Returns the claims to cite for a position: the headline, or each side of a contested one. */
  static Stream<CitedClaim> toCite(Position position) {
    return position instanceof Contested contested
        ? contested.sides().stream()
        : Stream.concat(
            position.support().stream().limit(1), position.partsHeld().stream().limit(1));
  }
}
