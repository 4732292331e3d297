package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.AnswerFactory.EvidenceFacts;
import org.demarche.answer.factory.AnswerFactory.PositionFacts;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.answer.factory.RelatedClaims.Group;
import org.junit.jupiter.api.Test;

/** Tests when two positions are equal. */
class PositionEqualityTest {
  private static final Tracker TRACKER =
      TestDossier.of("p", "q", "r")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
          .says("x-mofa", "c2", "q", FOR, ASSERT, "2016-03-01")
          .says("x-mofa", "c3", "q", AGAINST, ASSERT, "2016-03-01")
          .tracker();

  private static final RelatedClaims UNSEARCHABLE =
      RelatedClaims.searched(
          RelatedClaims.QualifyingClaims.NOTHING,
          PositionEqualityTest::search,
          PositionEqualityTest::search,
          PositionEqualityTest::search,
          () -> {
            throw new AssertionError("derived again");
          });

  private static Group search() {
    throw new AssertionError("searched for related claims");
  }

  private static PositionFacts facts(Position of, RelatedClaims related) {
    return new PositionFacts(
        of.party(), of.proposition(), of.viewpoint(), related, TRACKER.dossier());
  }

  private static EvidenceFacts evidence(EvidencedPosition of) {
    return new EvidenceFacts(
        of.support(),
        of.decisiveCount(),
        of.standing(),
        of.administration(),
        of.lastEvidenced(),
        of.independentRoots());
  }

  private static void assertEqualWithoutSearch(
      Position derived, Function<RelatedClaims, Position> copy) {
    Position unsearchable = copy.apply(UNSEARCHABLE);
    assertThat(unsearchable.equals(derived)).isTrue();
    assertThat(derived.equals(unsearchable)).isTrue();
    assertThat(unsearchable.hashCode()).isEqualTo(derived.hashCode());
    CitedClaim claim = TRACKER.position("x", "p").support().get(0);
    Group one = new Group(ImmutableList.of(claim), true);
    Position other =
        copy.apply(RelatedClaims.found(RelatedClaims.QualifyingClaims.NOTHING, one, one, one));
    assertThat(other.hints()).isNotEqualTo(derived.hints());
    assertThat(other).isEqualTo(derived);
  }

  @Test
  void comparing_positions_searches_for_no_related_claim() {
    Known known = (Known) TRACKER.position("x", "p");
    assertEqualWithoutSearch(
        known,
        related ->
            AnswerFactory.get().known(facts(known, related), evidence(known), known.stance()));
    Contested contested = (Contested) TRACKER.position("x", "q");
    assertEqualWithoutSearch(
        contested,
        related ->
            AnswerFactory.get()
                .contested(facts(contested, related), evidence(contested), contested.sides()));
    Unknown unknown = (Unknown) TRACKER.position("x", "r");
    assertEqualWithoutSearch(
        unknown, related -> AnswerFactory.get().unknown(facts(unknown, related), unknown.reason()));
  }

  @Test
  void positions_differ_if_their_question_or_what_carries_or_explains_them_differs() {
    Known known = (Known) TRACKER.position("x", "p");
    EvidenceFacts evidence = evidence(known);
    assertThat(
            List.of(
                TRACKER.asOf("2018").position("x", "p"),
                TRACKER.position("x-mofa", "p"),
                TRACKER.position("x", "q"),
                AnswerFactory.get()
                    .known(
                        facts(known, UNSEARCHABLE),
                        new EvidenceFacts(
                            evidence.support(),
                            evidence.decisiveCount(),
                            Standing.INHERITED,
                            Optional.empty(),
                            evidence.lastEvidenced(),
                            evidence.independentRoots()),
                        FOR)))
        .doesNotContain(known)
        .doesNotHaveDuplicates();
    Unknown unknown = (Unknown) TRACKER.position("x", "r");
    assertThat(AnswerFactory.get().unknown(facts(unknown, UNSEARCHABLE), Unknown.Reason.ONLY_LATER))
        .isNotEqualTo(unknown);
  }
}
