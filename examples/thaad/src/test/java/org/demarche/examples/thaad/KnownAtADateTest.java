package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.summary;

import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.EvidencedPosition;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.junit.jupiter.api.Test;

/**
 * Positions known on a given day, compared with what is known about that day now.
 *
 * <p>Question 6: What wfrom sources published by 1 November 2017, and what has been learned about
 * that day since?
 */
class KnownAtADateTest {
  /** The tracker as of that day, with everything known today. */
  private final Tracker inHindsight = TRACKER.asOf("2017-11-01");

  /** The tracker as of that day, with only what was published by then. */
  private final Tracker atTheTime = inHindsight.knownAt("2017-11-01");

  /** Returns the known positions of a party that are last evidenced in 2017. */
  private List<String> knownOf2017(String party) {
    return atTheTime.positionsOf(party).known().rows().stream()
        .filter(
            p ->
                p.evidenced().map(EvidencedPosition::lastEvidenced).orElseThrow().getYear() == 2017)
        .map(p -> p.proposition() + " " + summary(p))
        .toList();
  }

  @Test
  void kangs_two_intentions_and_beijings_opposition_were_known() {
    assertThat(knownOf2017("rok"))
        .containsExactlyInAnyOrder(
            "additional-thaad AGAINST STATE_INTENTION by UPI17-04, REPORTED, CURRENT",
            "join-us-md AGAINST STATE_INTENTION by UPI17-05, REPORTED, CURRENT",
            "normalise-relations FOR AGREE by UPI17-12, OTHER_SIDE, CURRENT");
    assertThat(knownOf2017("prc"))
        .containsExactlyInAnyOrder(
            "deployment AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
            "surveils-china FOR ASSERT by UPI17-07, REPORTED, CURRENT",
            "normalise-relations FOR HOPE by UPI17-01, OWN_WORDS, CURRENT");
    assertThat(TRACKER.claims().on("normalise-relations").relay("peoples-daily").joint().list())
        .extracting(Claim::id)
        .containsExactly("UPI17-12");
    assertThat(
            atTheTime.withoutRelay("peoples-daily").position("rok", "normalise-relations").known())
        .isEmpty();
  }

  @Test
  void only_articles_published_by_then_are_known() {
    assertThat(atTheTime.claims().list())
        .flatExtracting(Claim::evidence)
        .extracting(Evidence::source)
        .containsOnly("KH15", "UPI17");
  }

  @Test
  void the_third_no_the_three_nos_as_a_whole_and_any_promise_were_not_yet_known() {
    assertThat(summary(atTheTime, "rok", "trilateral-alliance")).isEqualTo("NOT_YET_KNOWN");
    assertThat(summary(atTheTime, "rok", "three-nos")).isEqualTo("ONLY_PARTS");
    for (String word : List.of("promise", "promises", "promised", "three nos", "three no")) {
      assertThat(atTheTime.claims().mentioning(word).count()).as(word).isZero();
      assertThat(TRACKER.knownAt("2017-11-01").claims().mentioning(word).count()).isZero();
    }
    assertThat(atTheTime.claims().commitments().party("rok").touching("three-nos").count())
        .isZero();
  }

  @Test
  void beijings_argument_of_harm_was_only_hinted_at() {
    assertThat(summary(atTheTime, "prc", "harms-prc-security")).isEqualTo("ONLY_HINTS");
    assertThat(ids(atTheTime.position("prc", "harms-prc-security").hints()))
        .containsExactly("UPI17-13");
  }

  @Test
  void only_the_argument_of_harm_has_been_gained_since() {
    Differences learned = atTheTime.differencesTo(inHindsight);
    assertThat(learned.label(Difference.Label.GAINED).rows())
        .extracting(d -> d.party() + " " + d.proposition() + " " + summary(d.there()))
        .containsExactly("prc harms-prc-security FOR ASSERT by KT17-17, REPORTED, CURRENT");
    assertThat(learned.label(Difference.Label.LOST).rows()).isEmpty();
    assertThat(learned.label(Difference.Label.ALTERED).rows())
        .extracting(d -> d.party() + " " + d.proposition() + " " + d.altered())
        .containsExactly("prc surveils-china [HEADLINE]");
  }

  @Test
  void it_is_still_unknown_whether_the_promise_was_claimed_or_denied_by_then() {
    assertThat(summary(inHindsight, "rok", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
    assertThat(ids(inHindsight.position("rok", "3n-promise").possibleClaims()))
        .containsExactly("KT17-15");
    assertThat(summary(inHindsight, "prc", "3n-promise")).isEqualTo("ONLY_POSSIBLY");
    assertThat(ids(inHindsight.position("prc", "3n-promise").possibleClaims()))
        .containsExactly("KT17-13");
  }
}
