package org.demarche.brief;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.answer.Position;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.text.TextPage;

/**
 * A claim that a page lists with its evidence.
 *
 * @param grade the best of its grades
 * @param page the claim as it is listed
 */
record ListedClaim(Claim claim, ImmutableList<Evidence> evidence, Grade grade, TextPage page) {
  static final Comparator<ListedClaim> IN_ORDER_OF_TIME =
      Comparator.<ListedClaim, LocalDate>comparing(listed -> listed.claim().asserted().latest())
          .thenComparing(listed -> listed.claim().id());

  static ListedClaim of(CitedClaim cited) {
    return new ListedClaim(cited.claim(), cited.evidence(), cited.grade(), cited.page());
  }

  static ListedClaim of(Chronology.Entry entry) {
    Grade best = entry.grades().values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return new ListedClaim(entry.claim(), entry.evidence(), best, entry.page());
  }

  /** Returns the claims to cite for a position: its headlines, and a part held for a composite. */
  static Stream<CitedClaim> toCite(Position position) {
    return Stream.concat(position.headlines().stream(), position.partsHeld().stream().limit(1));
  }
}
