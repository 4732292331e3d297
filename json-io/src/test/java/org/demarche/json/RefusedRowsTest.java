package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.LoadedRows.claimIds;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows that a dossier refuses: each is reported at its line, and no other row is lost. */
class RefusedRowsTest {
  private static final Dossier KNOWN =
      Dossier.of(
          Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build(),
          Actor.builder().id("ann").name("Ann Aldo").kind(ActorKind.PERSON).build(),
          Actor.builder().id("rok").name("South Korea").kind(ActorKind.STATE).build(),
          Proposition.builder().id("dam").issue("water").text("The dam is built.").build(),
          source("s18", "2018"),
          source("s10", "2010"));

  @TempDir Path folder;

  private static Source source(String id, String year) {
    return Source.builder().id(id).outlet("wire").title("S").published(When.parse(year)).build();
  }

  private static Claim.Builder claim(String id, String day) {
    return Claim.builder()
        .id(id)
        .addSpeakers("rok")
        .addPrincipals("rok")
        .asserted(When.parse(day))
        .proposition("dam")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("s18").mode(Mode.RECORDED).build());
  }

  private ClaimTable claims(String header, String... rows) throws IOException {
    return ClaimTable.of(
            Files.writeString(
                folder.resolve("table.csv"), header + "\n" + String.join("\n", rows) + "\n"))
        .onto(KNOWN)
        .id("{id}")
        .principals("rok")
        .proposition("dam")
        .stance("FOR")
        .force("ASSERT")
        .asserted("2017")
        .source("s18")
        .mode("RECORDED");
  }

  private static List<String> sources(LoadedClaims load, String claim) {
    return load.dossier().claim(claim).orElseThrow().evidence().stream()
        .map(Evidence::source)
        .toList();
  }

  @Test
  void rows_of_a_source_that_is_refused_are_reported_and_the_others_are_loaded()
      throws IOException {
    LoadedClaims load =
        claims("id,paper,source", "a,Ann Aldo,x1", "b,The Wire,x2", "a,The Wire,x2", "c,ann,x1")
            .source("{source}")
            .sources("{paper}", "T", "2018")
            .read();
    assertThat(claimIds(load)).containsExactly("a", "b");
    assertThat(sources(load, "a")).containsExactly("x2");
    assertThat(messages(load))
        .containsExactly(
            "2: source x1: outlet 'ann' is a PERSON, it must be a STATE or an ORGAN or an"
                + " ORGANISATION or a MEDIA",
            "5: source x1: outlet 'ann' is a PERSON, it must be a STATE or an ORGAN or an"
                + " ORGANISATION or a MEDIA");
    assertThat(load.united()).isZero();
  }

  @Test
  void a_row_that_breaks_a_claim_of_the_dossier_is_reported() throws IOException {
    Dossier known =
        KNOWN.plus(
            claim("draft", "2016").draft(true).build(),
            claim("answer", "2017")
                .stance(Stance.AGAINST)
                .force(Force.DENY)
                .respondsTo(List.of("draft"))
                .build());
    LoadedClaims load =
        claims("id,day", "new,2017", "draft,2018").onto(known).asserted("{day}").read();
    assertThat(claimIds(load)).containsExactly("draft", "answer", "new");
    assertThat(load.dossier().claim("draft").orElseThrow().isDraft()).isTrue();
    assertThat(messages(load)).hasSize(1);
    assertThat(messages(load).get(0))
        .startsWith("3: claim answer: DENY of 2017 cannot answer 'draft', which was said later");
  }

  @Test
  void only_the_row_whose_evidence_is_refused_is_left_out_of_a_claim() throws IOException {
    LoadedClaims load =
        claims("id,source,relay", "a,s18,nobody", "a,s18,", "a,s10,", "a,s99,", "a,s18,")
            .source("{source}")
            .via("{relay}")
            .read();
    assertThat(sources(load, "a")).containsExactly("s18");
    assertThat(messages(load))
        .containsExactly(
            "2: claim a: relay 'nobody' is not in the dossier",
            "4: claim a: asserted 2017-01-01 or later, but s10 was published 2010",
            "5: claim a: source 's99' is not in the dossier (did you mean 's10'?)");
    assertThat(load.united()).isEqualTo(1);
  }

  @Test
  void evidence_of_the_dossier_comes_first_in_a_claim_that_rows_unite_with() throws IOException {
    LoadedClaims load =
        claims("id,source", "a,s99", "a,s18")
            .onto(KNOWN.plus(source("s17", "2017")).plus(claim("a", "2017").build()))
            .source("{source}")
            .read();
    assertThat(messages(load))
        .containsExactly("2: claim a: source 's99' is not in the dossier (did you mean 's10'?)");
    assertThat(sources(load, "a")).containsExactly("s18");
  }

  @Test
  void a_claim_that_the_dossier_has_is_not_lacking() throws IOException {
    LoadedClaims load =
        claims("id,day,to", "a,2017,nobody", "b,2017,a")
            .onto(KNOWN.plus(claim("a", "2017").draft(true).build()))
            .respondsTo("{to}")
            .read();
    assertThat(messages(load)).containsExactly("2: claim a: claim 'nobody' is not in the dossier");
    assertThat(claimIds(load)).containsExactly("a", "b");
  }

  @Test
  void what_a_claim_lacks_is_reported_with_the_member_that_names_it() throws IOException {
    LoadedClaims load =
        claims("id,source,to", "a,s10,", "b,s18,a").source("{source}").retracts("{to}").read();
    assertThat(load.problems()).extracting(Problem::field).containsExactly("asserted", "retracts");
    assertThat(messages(load).get(1)).isEqualTo("3: claim 'a' of line 2 gives no claim");
  }

  @Test
  void a_long_chain_of_answers_to_a_refused_row_takes_little_time() throws IOException {
    int length = 5_000;
    String[] rows =
        IntStream.range(0, length)
            .map(i -> length - 1 - i)
            .mapToObj(i -> i == 0 ? "c0,s10," : "c" + i + ",s18,c" + (i - 1))
            .toArray(String[]::new);
    LoadedClaims load = claims("id,source,to", rows).source("{source}").respondsTo("{to}").read();
    assertThat(load.dossier().claims()).isEmpty();
    assertThat(load.problems()).hasSize(length);
  }

  @Test
  void many_rows_that_add_evidence_to_one_claim_take_little_time() throws IOException {
    String[] rows = IntStream.range(0, 5_000).mapToObj(i -> "a,r" + i).toArray(String[]::new);
    LoadedClaims load = claims("id,relay", rows).quote("“{relay}”").read();
    assertThat(load.dossier().claim("a").orElseThrow().evidence()).hasSize(5_000);
    assertThat(load.united()).isEqualTo(4_999);
  }

  @Test
  void a_coded_row_replaces_a_row_that_is_a_draft() throws IOException {
    LoadedClaims load =
        claims(
                "id,status,source",
                "a,DRAFT,s18",
                "a,CODED,s18",
                "a,DRAFT,s18",
                "b,DRAFT,s18",
                "b,CODED,s99")
            .status("{status}")
            .source("{source}")
            .read();
    assertThat(load.dossier().claims()).extracting(Claim::isDraft).containsExactly(false);
    assertThat(load.united()).isEqualTo(2);
    assertThat(messages(load))
        .containsExactly(
            "5: claim 'b' of line 6 gives no claim",
            "6: claim b: source 's99' is not in the dossier (did you mean 's10'?)");
  }

  @Test
  void equal_problems_are_counted_in_the_text_of_a_load() throws IOException {
    LoadedClaims load =
        claims("id,source", "a,s99", "b,s99", "c,s18", "d,s99").source("{source}").read();
    assertThat(load.toString())
        .endsWith(
            "table.csv:2:1: claim a: source 's99' is not in the dossier (did you mean 's10'?) (in 3"
                + " rows, the first in line 2)");
  }
}
