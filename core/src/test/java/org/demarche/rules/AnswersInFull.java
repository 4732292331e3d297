package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Comparison;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.History;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Relation;
import org.demarche.model.Proposition;

/**
 * Answers with the related claims of every position in them, which are no part of the equality of
 * positions.
 */
final class AnswersInFull {
  private AnswersInFull() {}

  /** Returns an answer, a position or a list of these, followed by the related claims. */
  static List<Object> of(Object answer) {
    return List.of(answer, positions(answer).map(AnswersInFull::related).toList());
  }

  private static Stream<Position> positions(Object answer) {
    if (answer instanceof Position position) {
      return Stream.of(position);
    } else if (answer instanceof Change change) {
      return Stream.of(change.before(), change.after());
    } else if (answer instanceof Difference difference) {
      return Stream.of(difference.here(), difference.there());
    } else if (answer instanceof Relation relation) {
      return Stream.of(relation.first(), relation.second());
    } else if (answer instanceof Explanation explanation) {
      return Stream.of(explanation.position());
    } else if (answer instanceof Changes changes) {
      return positions(changes.rows());
    } else if (answer instanceof Differences differences) {
      return positions(differences.rows());
    } else if (answer instanceof Comparison comparison) {
      return positions(comparison.rows());
    } else if (answer instanceof Positions positions) {
      return positions(positions.rows());
    } else if (answer instanceof Matrix matrix) {
      return positions(matrix.positions());
    } else if (answer instanceof History history) {
      return positions(history.changes());
    } else if (answer instanceof List<?> list) {
      return list.stream().flatMap(AnswersInFull::positions);
    }
    return Stream.empty();
  }

  private static List<Object> related(Position position) {
    return List.of(
        position.possibleClaims(),
        position.hasMorePossibleClaims(),
        position.hints(),
        position.hasMoreHints(),
        position.reports(),
        position.hasMoreReports());
  }

  /** Asserts that two trackers of equal dossiers give the same answers. */
  static void assertSame(Tracker tracker, Tracker expected) {
    for (String party : GeneratedCases.PARTIES) {
      for (Proposition proposition : expected.dossier().propositions()) {
        assertThat(of(tracker.position(party, proposition.id())))
            .isEqualTo(of(expected.position(party, proposition.id())));
        assertThat(tracker.outcome(party, proposition.id()))
            .isEqualTo(expected.outcome(party, proposition.id()));
        assertThat(tracker.explain(party, proposition.id()).considered())
            .isEqualTo(expected.explain(party, proposition.id()).considered());
      }
    }
    assertThat(of(tracker.compare("x", "y"))).isEqualTo(of(expected.compare("x", "y")));
    String[] all = GeneratedCases.PROPOSITIONS.toArray(String[]::new);
    assertThat(tracker.timeline(all).rows()).isEqualTo(expected.timeline(all).rows());
    assertThat(tracker.claims().list()).isEqualTo(expected.claims().list());
  }
}
