package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.CongruenceQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of the claims of a database of DNA, against those of the same claims coded here. */
class DnaNetworksTest {
  /** The columns whose cells are not kept as they are: one gives the stance, one is filtered. */
  private static final ImmutableSet<String> INTERPRETED =
      ImmutableSet.of("agreement", "statement_type");

  @TempDir Path folder;
  private Codings codings;
  private LoadedClaims load;

  @BeforeEach
  void read() throws SQLException {
    codings = DnaSample.read(DnaSample.create(folder.resolve("sample.dna")));
    load =
        ClaimTable.of(codings)
            .leaveOut("statement_type", "Annotation")
            .principalsByName("{organization}")
            .actors(ActorKind.ORGANISATION)
            .propositionBySentence("{concept}")
            .propositions("emissions")
            .values("agreement", Map.of("1", "FOR", "0", "AGAINST"))
            .stance("{agreement}")
            .force("ASSERT")
            .mode("DIRECT")
            .read();
  }

  private static Actor organisation(String id, String name) {
    return Actor.builder().id(id).name(name).kind(ActorKind.ORGANISATION).build();
  }

  private static Claim claim(
      String id, String party, String proposition, Stance stance, String day, String source) {
    return Claim.builder()
        .id(id)
        .addPrincipals(party)
        .addSpeakers(party)
        .proposition(proposition)
        .stance(stance)
        .force(Force.ASSERT)
        .asserted(When.parse(day))
        .addEvidence(Evidence.builder().source(source).mode(Mode.RECORDED).build())
        .build();
  }

  private static Source source(String id, String day) {
    return Source.builder().id(id).outlet("post").title(id).published(When.parse(day)).build();
  }

  /** The four statements of the sample that say who agrees with what. */
  private static final Dossier CODED_HERE =
      Dossier.of(
          Actor.builder().id("post").name("Post").kind(ActorKind.MEDIA).build(),
          organisation("mills-makers-inc", "Mills"),
          organisation("clean-coast", "Coast"),
          organisation("coal-union", "Union"),
          source("one", "2005-01-26"),
          source("two", "2005-02-08"),
          Proposition.builder().id("a-cap-works").issue("e").text("A cap works.").build(),
          Proposition.builder().id("caps-cost-jobs").issue("e").text("Caps cost jobs.").build(),
          claim("5", "mills-makers-inc", "a-cap-works", Stance.FOR, "2005-01-26", "one"),
          claim("4", "clean-coast", "caps-cost-jobs", Stance.AGAINST, "2005-01-26", "one"),
          claim("3", "coal-union", "a-cap-works", Stance.AGAINST, "2005-02-08", "two"),
          claim("2", "clean-coast", "a-cap-works", Stance.FOR, "2005-02-08", "two"));

  @Test
  void the_networks_equal_those_of_the_same_claims_coded_here() {
    Tracker ofDna = Tracker.of(load.dossier()).asOf("2005");
    Tracker own = Tracker.of(CODED_HERE).asOf("2005");
    for (CongruenceQuery[] pair :
        List.of(
            pair(ofDna, own),
            new CongruenceQuery[] {
              pair(ofDna, own)[0].subtractingConflict(), pair(ofDna, own)[1].subtractingConflict()
            },
            new CongruenceQuery[] {
              pair(ofDna, own)[0].conflict().byAverageActivity(),
              pair(ofDna, own)[1].conflict().byAverageActivity()
            })) {
      assertThat(pair[0].network()).isEqualTo(pair[1].network());
    }
    assertThat(AffiliationQuery.of(ofDna).amongPrincipals().subtractingAgainst().network())
        .isEqualTo(AffiliationQuery.of(own).amongPrincipals().subtractingAgainst().network());
  }

  private static CongruenceQuery[] pair(Tracker one, Tracker other) {
    return new CongruenceQuery[] {
      CongruenceQuery.of(one).amongPrincipals().congruence(),
      CongruenceQuery.of(other).amongPrincipals().congruence()
    };
  }

  @Test
  void the_values_are_those_worked_out_by_hand() {
    // Mills and Coast agree on the cap; Union differs on it from both.
    Tracker tracker = Tracker.of(load.dossier()).asOf("2005");
    var congruence = CongruenceQuery.of(tracker).amongPrincipals().congruence().network();
    assertThat(congruence.value("mills-makers-inc", "clean-coast")).hasValue(1);
    assertThat(congruence.value("coal-union", "clean-coast")).hasValue(0);
    var conflict = CongruenceQuery.of(tracker).amongPrincipals().conflict().network();
    assertThat(conflict.value("coal-union", "clean-coast")).hasValue(1);
    assertThat(conflict.value("coal-union", "mills-makers-inc")).hasValue(1);
    assertThat(conflict.value("mills-makers-inc", "clean-coast")).hasValue(0);
  }

  @Test
  void out_and_in_again_nothing_is_lost_that_is_not_named() {
    Path file = folder.resolve("sample.jsonl");
    Dossiers.write(load.dossier(), file);
    Dossier again = Dossiers.read(file);
    assertThat(again).isEqualTo(load.dossier());
    assertThat(load.leftOut()).isEqualTo(1);
    assertThat(load.problems())
        .extracting(problem -> problem.message())
        .containsExactly("stance is empty: nothing in column agreement");
    String written = again.sources() + " " + again.actors() + " " + again.propositions();
    ImmutableSet<String> unused = ImmutableSet.copyOf(load.unusedColumns());
    for (Map<String, String> row : codings.rows()) {
      again // a row without a claim is left out, or among the problems
          .claim(row.getOrDefault("coding", ""))
          .map(claim -> written + claim + claim.evidence() + claim.coder())
          .ifPresent(
              all ->
                  assertThat(
                          Maps.filterKeys(
                                  row,
                                  column ->
                                      !unused.contains(column) && !INTERPRETED.contains(column))
                              .values())
                      .allSatisfy(cell -> assertThat(all).contains(cell)));
    }
    assertThat(unused)
        .contains("person", "document_section", "strength")
        .doesNotContain("quote", "organization", "concept", "coder", "document_text");
  }
}
