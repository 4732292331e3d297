package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/**
 * A Tracker of many claims, which are indexed in blocks on several threads, answers as one to which
 * they are added, where they are indexed one after another.
 */
class IndexInBlocksTest {
  private static final String[] PROPOSITIONS = {"p", "q", "r", "s", "t", "u", "v", "w"};
  private static final String[] PARTIES = {"x", "x-mofa", "y", "wire"};
  private static final String[] PRINCIPALS = {"x", "x-mofa", "x-mnd", "y", "y-mfa", "wire"};

  /** The number of claims: more than three blocks of them. */
  private static final int CLAIMS = 50_000;

  private static List<Claim> claims() {
    Random random = new Random(1);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      String principal = PRINCIPALS[random.nextInt(PRINCIPALS.length)];
      boolean isJoint = random.nextInt(8) == 0 && !principal.equals("wire");
      String day = LocalDate.of(2010, 1, 2).plusDays(random.nextInt(3000)).toString();
      Claim.Builder claim =
          TestDossier.reported(
              "c" + i,
              principal,
              PROPOSITIONS[random.nextInt(PROPOSITIONS.length)],
              random.nextBoolean() ? Stance.FOR : Stance.AGAINST,
              Force.ASSERT,
              random.nextInt(20) == 0 ? "[.." + day + "]" : day);
      if (isJoint && !principal.equals("x-president")) {
        claim.addSpeakers("x-president").addPrincipals("x-president");
      }
      if (random.nextInt(6) == 0) {
        claim.addEvidence(TestDossier.evidence("SU", Mode.INDIRECT));
      }
      if (i > 0 && random.nextInt(500) == 0) {
        claim.addRespondsTo("c" + random.nextInt(i));
      }
      claims.add(claim.build());
    }
    return claims;
  }

  private static boolean mayBeMadeBy(LocalDate day, Claim claim) {
    return claim.asserted().earliest().stream().noneMatch(first -> first.isAfter(day));
  }

  @Test
  void a_tracker_of_many_claims_answers_as_one_to_which_they_are_added() {
    Dossier empty = TestDossier.of(PROPOSITIONS).build();
    List<Claim> claims = claims();
    Tracker inBlocks = Tracker.of(empty.plus(claims));
    Tracker inTurn = Tracker.of(empty).plus(claims);
    for (String asOf : List.of("2012-02-29", "2020-01-01")) {
      for (String party : PARTIES) {
        for (String proposition : PROPOSITIONS) {
          assertThat(inBlocks.asOf(asOf).position(party, proposition))
              .isEqualTo(inTurn.asOf(asOf).position(party, proposition));
        }
        assertThat(inBlocks.asOf(asOf).claims().principal(party).count())
            .isEqualTo(
                claims.stream()
                    .filter(claim -> claim.principals().contains(party))
                    .filter(claim -> mayBeMadeBy(LocalDate.parse(asOf), claim))
                    .count());
      }
    }
    for (String proposition : PROPOSITIONS) {
      assertThat(inBlocks.explain("x", proposition)).isEqualTo(inTurn.explain("x", proposition));
    }
    assertThat(inBlocks.claims().source("SU").count())
        .isEqualTo(inTurn.claims().source("SU").count());
  }
}
