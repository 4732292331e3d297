package org.demarche.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.DEMAND;
import static org.demarche.model.Force.HOPE;
import static org.demarche.model.Force.PROMISE;
import static org.demarche.model.Force.REFUSE;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;

import java.util.List;
import java.util.Objects;
import org.demarche.TestDossier;
import org.demarche.Tracker;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Membership;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests of what the profile of a party tells. */
class PartyProfileTest {
  private static final Tracker TRACKER =
      TestDossier.of("p", "q", "r")
          .with(
              TestDossier.actor("club", ActorKind.ORGANISATION)
                  .addMembers(Membership.of("x"))
                  .build())
          .says("x", "pledge", "p", FOR, PROMISE, "2016-05-01")
          .says("x", "no", "p", AGAINST, REFUSE, "2018-03-04")
          .says("x", "old", "q", FOR, ASSERT, "2016-02-03")
          .says("club", "common", "r", FOR, ASSERT, "2017-01-01")
          .tracker();

  private static String text(PartyProfile profile) {
    return profile.page().print(Style.whole().width(200));
  }

  @Test
  void each_position_is_told_with_since_when_by_whom_and_how_well_it_is_known() {
    assertThat(text(Brief.ofParty(TRACKER, "x")))
        .startsWith("X-land\n2 positions on record, as of 31 December 2019.\n\nI\n")
        .containsPattern("p\\. +− refuses ◊? *2018-03-04 +2018-03-04 +X-land +reported\n")
        .containsPattern("q\\. +\\+ asserts ◊? *2016-02-03 +2016-02-03 +X-land +reported\n")
        .contains("The claims that are cited\n")
        .doesNotContain("New since");
  }

  @Test
  void a_stance_is_held_since_it_was_taken_to_the_precision_of_the_record() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x", "a", "p", FOR, HOPE, "2014")
            .says("x", "b", "p", FOR, DEMAND, "[..2017-01-02]")
            .tracker();
    assertThat(text(Brief.ofParty(tracker, "x")))
        .containsPattern("\\+ demands +2014 +by 2017-01-02 +X-land");
  }

  @Test
  void an_issue_is_told_in_words_as_the_labels_write_them() {
    Proposition deployed =
        Proposition.builder()
            .id("p")
            .issue("thaad-nature")
            .text("THAAD is deployed.")
            .label("THAAD in South Korea")
            .build();
    RecordNames names = new RecordNames(Dossier.of(List.of(deployed)));
    assertThat(names.issue("thaad-nature")).isEqualTo("THAAD nature");
    assertThat(names.issue("side-demands")).isEqualTo("Side demands");
  }

  @Test
  void a_profile_in_a_folder_leads_back_to_the_index() {
    String link = "<a rel=\"noreferrer\" href=\"./index.html\">All parties</a>";
    PartyProfile listed = Objects.requireNonNull(Brief.ofParties(TRACKER).profiles().get("x"));
    assertThat(listed.page().print(Style.whole().html())).contains(link);
    assertThat(listed.since("2018").page().print(Style.whole().html())).contains(link);
    assertThat(Brief.ofParty(TRACKER, "x").page().print(Style.whole().html()))
        .doesNotContain("index.html");
  }

  @Test
  void the_positions_of_its_organisations_are_told() {
    assertThat(text(Brief.ofParty(TRACKER, "x")))
        .containsPattern("The club +It is the case that r\\. +\\+ asserts\n");
    assertThat(text(Brief.ofParty(TRACKER, "y"))).doesNotContain("organisations");
  }

  @Test
  void what_is_new_since_a_day_comes_first() {
    String text = text(Brief.ofParty(TRACKER, "x").since("2018-03-04"));
    assertThat(text)
        .contains("New since 4 March 2018\n")
        .containsPattern("p” +\\+ promises +− refuses +changed from “for” to “against”");
    assertThat(text(Brief.ofParty(TRACKER, "x").since("2018-03-05")))
        .contains("No position changed, and none is new.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brief.ofParty(TRACKER, "x").since("2020"))
        .withMessage(
            "nothing can be new since 2020-01-01: the tracker looks from 2019-12-31; choose a later"
                + " day by asOf(…)");
  }

  @Test
  void the_sources_are_those_of_the_claims_that_are_cited() {
    assertThat(Brief.ofParty(TRACKER, "x").sources()).extracting(Source::id).containsExactly("S1");
    assertThat(Brief.ofParty(TRACKER, "y").sources()).isEmpty();
  }

  @Test
  void the_profiles_of_all_states_and_organisations_are_listed_with_their_files() {
    PartyProfiles profiles = Brief.ofParties(TRACKER).since("2018");
    assertThat(profiles.profiles().keySet()).containsExactly("x", "y", "club");
    assertThat(profiles.page().print(Style.whole().html()))
        .contains(
            "<tr><th scope=\"row\"><a rel=\"noreferrer\" href=\"./x.html\">X-land</a></th>"
                + "<td>2</td><td class=\"unbroken\">2018-03-04</td><td>1</td></tr>")
        .contains("href=\"./club.html\"");
  }

  @Test
  void each_party_is_listed_with_the_number_of_its_own_changes() {
    Tracker tracker =
        TestDossier.of("p", "q")
            .says("x", "old", "p", FOR, ASSERT, "2017-05-06")
            .says("x", "turn", "p", AGAINST, REFUSE, "2018-02-03")
            .says("x", "first", "q", FOR, PROMISE, "2018-03-04")
            .says("y", "only", "p", FOR, HOPE, "2018-04-05")
            .tracker();
    assertThat(Brief.ofParties(tracker).since("2018").page().print(Style.whole().width(200)))
        .containsPattern("X-land +2 +2018-03-04 +2\n")
        .containsPattern("Y-land +1 +2018-04-05 +1(\n|$)");
    assertThat(Brief.ofParties(tracker).since("2018-03-04").page().print(Style.whole().width(200)))
        .containsPattern("X-land +2 +2018-03-04 +1\n")
        .containsPattern("Y-land +1 +2018-04-05 +1(\n|$)");
  }

  @Test
  void names_of_files_differ_in_more_than_case() {
    Tracker tracker =
        TestDossier.of("p")
            .with(
                TestDossier.actor("X", ActorKind.STATE).build(),
                TestDossier.actor("index", ActorKind.STATE).build(),
                TestDossier.actor("a:b/c", ActorKind.STATE).build())
            .tracker();
    assertThat(Brief.ofParties(tracker).profiles().keySet())
        .containsExactly("x", "y", "x-2", "index-2", "a-b-c");
  }

  @Test
  void an_unknown_party_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brief.ofParty(TRACKER, "z"))
        .withMessageContaining("'z' is not in the dossier");
  }
}
