package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.organ;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Position;
import org.demarche.answer.Wording;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/**
 * Tests of pointers to where a party spoke in another capacity than the one in which it is asked.
 */
class OtherCapacitiesTest {
  private static final Claim BY_MINISTER =
      Claim.builder()
          .id("c1")
          .addSpeakers("minister")
          .addPrincipals("x-mofa")
          .proposition("p")
          .stance(FOR)
          .force(ASSERT)
          .asserted(When.parse("2016-03-01"))
          .addEvidence(evidence("S1", Mode.INDIRECT))
          .build();

  private static final TestDossier MINISTER =
      TestDossier.of("p", "q").with(actor("minister", ActorKind.PERSON).build()).with(BY_MINISTER);

  @Test
  void a_person_who_spoke_only_for_an_organ_is_answered_with_that_organ() {
    Position position = MINISTER.tracker().asOf("2016-04-01").position("minister", "p");
    assertPosition(position).is("UNKNOWN, NO_CLAIMS");
    OtherCapacity ministry = position.otherCapacities().get(0);
    assertThat(position.otherCapacities()).hasSize(1);
    assertThat(ministry.party()).isEqualTo("x-mofa");
    assertThat(claimIds(ministry.claims())).containsExactly("c1");
    assertThat(position.sentence())
        .endsWith(
            "No claim of its own that would count is on record. In another capacity: The minister"
                + " spoke on behalf of The x-mofa: holds it true that “It is the case that p”"
                + " (asserts, 1 March 2016) [c1].");
    assertThat(position.sentence(Wording.of("ko"))).contains("다른 자격의 발언");
    assertThat(position.codes().print()).contains("NO_CLAIMS; see x-mofa");
    assertThat(position.print()).contains("see also x-mofa: The minister spoke on behalf of");
    assertThat(position.detached().print()).isEqualTo(position.print());
  }

  @Test
  void the_record_is_called_silent_only_where_it_is() {
    Tracker tracker = MINISTER.tracker();
    assertThat(tracker.asOf("2016-04-01").position("minister", "q").sentence())
        .endsWith("No claim that would count is on record.");
    assertThat(tracker.asOf("2016-02-01").position("minister", "p").otherCapacities()).isEmpty();
    assertThat(tracker.without("S1").position("minister", "p").otherCapacities()).isEmpty();
    assertThat(tracker.position("y", "p").otherCapacities()).isEmpty();
  }

  @Test
  void what_a_person_said_as_himself_as_well_is_no_other_capacity() {
    Tracker tracker =
        MINISTER
            .with(Claim.builder().from(BY_MINISTER).id("c2").addPrincipals("minister").build())
            .says("minister", "c3", "p", AGAINST, HOPE, "2016-03-02")
            .tracker();
    Position position = tracker.position("minister", "p");
    assertThat(position.known()).isPresent();
    assertThat(position.otherCapacities())
        .extracting(OtherCapacity::toString)
        .containsExactly("x-mofa: c1");
  }

  @Test
  void a_state_whose_parliament_spoke_is_answered_with_the_parliament() {
    Position position =
        TestDossier.of("p")
            .with(
                organ("x-parliament", "x", Authority.NONE),
                organ("x-committee", "x-parliament", Authority.UNSPECIFIED))
            .says("x-committee", "c1", "p", AGAINST, ASSERT, "2016-02-01")
            .tracker()
            .position("x", "p");
    assertPosition(position).is("UNKNOWN, ONLY_HINTS").hasHints("c1");
    assertThat(position.otherCapacities())
        .extracting(OtherCapacity::toString)
        .containsExactly("x-parliament: c1");
    assertThat(position.sentence())
        .endsWith(
            "In another capacity: The x-parliament speaks for itself: holds it false that “It is"
                + " the case that p” (asserts the opposite, 1 February 2016) [c1].");
  }

  @Test
  void a_member_is_answered_with_its_organisation() {
    Tracker tracker =
        TestDossier.of("p")
            .with(
                actor("u", ActorKind.ORGANISATION)
                    .addMembers(Membership.of("x").from(LocalDate.of(2014, 1, 1)))
                    .build(),
                organ("u-council", "u", Authority.HEAD))
            .says("u-council", "c1", "p", FOR, AGREE, "2016-01-01")
            .tracker();
    Position position = tracker.position("x", "p");
    assertThat(position.otherCapacities())
        .extracting(OtherCapacity::toString)
        .containsExactly("u: c1");
    assertThat(position.sentence()).contains("The u, of which X-land was a member, speaks for");
    assertThat(tracker.position("u", "p").known()).isPresent();
    assertThat(tracker.position("u", "p").otherCapacities()).isEmpty();
    assertThat(tracker.position("y", "p").otherCapacities()).isEmpty();
  }

  @Test
  void unnamed_officials_and_heads_without_capacity_are_only_hints() {
    Position position =
        TestDossier.of("p")
            .says("bo-cheng", "c1", "p", FOR, HOPE, "2016-01-01")
            .says("x-official", "c2", "p", FOR, HOPE, "2016-01-01")
            .tracker()
            .position("x", "p");
    assertPosition(position).hasHints("c1", "c2");
    assertThat(position.otherCapacities()).isEmpty();
  }
}
