package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.frames;
import static org.demarche.examples.thaad.ThaadFixtures.ids;

import java.util.HashSet;
import java.util.Set;
import org.demarche.ClaimQuery;
import org.demarche.Tracker;
import org.demarche.answer.Grade;
import org.junit.jupiter.api.Test;

/**
 * Frames that governments use for THAAD and for the three nos.
 *
 * <p>Question 17: How is THAAD framed, by whom and when?
 */
class FramingTest {
  /** The issues that are about THAAD itself and not about the three nos. */
  private static final String[] THAAD_ISSUES = {"thaad", "thaad-nature", "thaad-negotiability"};

  /** Returns the frames that a party uses on THAAD between two dates. */
  private Set<String> framesOfThaad(Tracker tracker, String party, String first, String last) {
    Set<String> found = new HashSet<>();
    for (String issue : THAAD_ISSUES) {
      found.addAll(frames(tracker.claims().party(party).onIssue(issue).between(first, last)));
    }
    return found;
  }

  @Test
  void beijings_frames_move_from_concern_to_interests_and_surveillance() {
    assertThat(framesOfThaad(TRACKER.knownAt("2015"), "prc", "2015", "2015"))
        .containsExactlyInAnyOrder("concern", "target");
    assertThat(ids(TRACKER.claims().frame("target").grade(Grade.IMPUTED)))
        .containsExactly("KH15-07");
    assertThat(framesOfThaad(TRACKER, "prc", "2017-10-31", "2017-12-31"))
        .containsExactlyInAnyOrder("security-interests", "surveillance", "monitoring");
    assertThat(framesOfThaad(TRACKER, "prc", "2022", "2022"))
        .containsExactlyInAnyOrder("security-interests", "surveillance");
  }

  @Test
  void seouls_frames_move_from_courtesy_to_self_defence_to_sovereignty() {
    assertThat(frames(TRACKER.knownAt("2015").claims().party("rok")))
        .containsExactly("diplomatic-courtesy");
    assertThat(framesOfThaad(TRACKER.withoutRelay("prc-mfa"), "rok", "2017-10-30", "2017-11-24"))
        .containsExactlyInAnyOrder("north-korean-threat", "self-defence");
    assertThat(
            frames(
                TRACKER.claims().party("rok").onIssue("three-nos-status").between("2017", "2017")))
        .containsExactly("government-position");
    ClaimQuery on10August = TRACKER.claims().party("rok").between("2022-08-10", "2022-08-10");
    assertThat(on10August.framings().framesOf("rok"))
        .containsExactlyInAnyOrder("own-decision", "north-korean-threat");
    assertThat(on10August.framings().framesOf("rok-mofa")).containsExactly("national-security");
    assertThat(TRACKER.claims().framings().framesOf("rok-presidential-office"))
        .containsExactlyInAnyOrder("self-defence", "security-sovereignty", "north-korean-threat");
  }

  @Test
  void washingtons_frames_are_the_threat_and_later_also_self_defence() {
    assertThat(TRACKER.knownAt("2015").claims().framings().framesOf("usa"))
        .containsExactly("north-korean-threat");
    assertThat(TRACKER.claims().framings().framesOf("usa"))
        .containsExactly("north-korean-threat", "self-defence");
  }

  @Test
  void seoul_and_beijing_share_frames_of_joint_claims_and_one_ascribed_by_beijing() {
    Set<String> shared = frames(TRACKER.claims().party("rok"));
    shared.retainAll(frames(TRACKER.claims().party("prc")));
    assertThat(shared)
        .containsExactlyInAnyOrder(
            "obstacle", "normalisation", "legitimate-concerns", "security-interests");
    assertThat(frames(TRACKER.claims().mutual())).containsExactly("obstacle");
    assertThat(frames(TRACKER.claims().oneSided()))
        .containsExactlyInAnyOrder("normalisation", "legitimate-concerns");
    ClaimQuery ascribed = TRACKER.claims().party("rok").frame("security-interests");
    assertThat(ids(ascribed)).containsExactly("KT17-11");
    assertThat(ids(ascribed.crossAttributed().relay("prc-mfa"))).containsExactly("KT17-11");
  }
}
