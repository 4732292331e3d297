package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.demarche.coding.DraftImport;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reading of drafts from files, and their import with the places of their problems. */
class DraftFilesTest {
  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "S1", "outlet": "wire", "title": "News", "published": "2020-01-02"}],
           "actors": [{"id": "wire", "name": "Wire", "kind": "MEDIA"},
                      {"id": "x", "name": "X-land", "kind": "STATE"}],
           "propositions": [{"id": "p", "issue": "i", "text": "It is so."}]}
          """);
  private static final Texts TEXTS =
      Texts.of(Map.of("S1", "X-land said it is so, and that is all."));

  @TempDir Path folder;

  private static String line(String id, String proposition, String quote) {
    return """
        {"claim": {"id": "%s", "speakers": ["x"], "principals": ["x"], "asserted": "2020-01-01", \
        "proposition": "%s", "stance": "FOR", "force": "ASSERT", \
        "evidence": [{"source": "S1", "mode": "INDIRECT", "quote": "%s"}]}}
        """
        .formatted(id, proposition, quote);
  }

  private ImmutableList<SubmittedDraft> read(String text) throws IOException {
    return Dossiers.readDrafts(Files.writeString(folder.resolve("drafts.jsonl"), text));
  }

  @Test
  void each_line_is_accepted_or_refused_with_its_place() throws IOException {
    ImmutableList<SubmittedDraft> drafts =
        read(
            "{\"demarche\": 1}\n"
                + line("d1", "p", "it is so")
                + line("d2", "q", "it is so")
                + "\n"
                + line("d3", "p", "it is so").replace("FOR", "FRO").replace("ASSERT", "INSIST")
                + "not JSON\n"
                + line("d4", "p", "it was never so, he said"));
    assertThat(drafts)
        .extracting(draft -> draft.place().orElseThrow().line())
        .containsExactly(2, 3, 5, 6, 7);
    DraftImport imported = DraftImport.of(DOSSIER, TEXTS, drafts, "model");
    assertThat(imported.dossier().claims()).extracting(claim -> claim.id()).containsExactly("d1");
    assertThat(imported.sentence())
        .isEqualTo("5 drafts: 1 accepted, 4 refused (1 with an invented quotation).");
    String file = folder.resolve("drafts.jsonl").toString();
    assertThat(imported.drafts().get(1).problems())
        .singleElement()
        .hasToString(file + ":3:1: claim d2: proposition 'q' is not in the dossier");
    assertThat(imported.drafts().get(2).id()).isEqualTo("d3");
    assertThat(imported.drafts().get(2).problems())
        .extracting(Problem::field)
        .containsExactly("stance", "force");
    assertThat(imported.drafts().get(3).problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.SYNTAX);
    assertThat(imported.drafts().get(4).isInvented()).isTrue();
  }

  @Test
  void the_id_of_a_coded_claim_is_refused_with_the_line() throws IOException {
    ImmutableList<SubmittedDraft> drafts = read(line("d1", "p", "it is so"));
    Dossier coded = DraftImport.of(DOSSIER, TEXTS, drafts, "model").dossier().review("d1", "park");
    DraftImport again =
        DraftImport.of(coded, TEXTS, read("\n" + line("d1", "p", "that is all")), "model");
    assertThat(again.dossier()).isEqualTo(coded);
    assertThat(again.drafts().get(0).problems())
        .singleElement()
        .hasToString(
            folder.resolve("drafts.jsonl")
                + ":2:1: claim d1: a coded claim of the dossier has this id; give the draft an id"
                + " of its own");
  }

  @Test
  void a_record_that_is_no_claim_and_a_torn_line_are_refused() throws IOException {
    ImmutableList<SubmittedDraft> drafts =
        read(
            "{\"actor\": {\"id\": \"y\", \"name\": \"Y\", \"kind\": \"STATE\"}}\n"
                + line("d1", "p", "it is so").substring(0, 40));
    assertThat(drafts).hasSize(2).allMatch(SubmittedDraft::isRefused);
    assertThat(drafts.get(0).problems().get(0).message())
        .isEqualTo("actor y: a draft is a claim; add the actor to the dossier first");
    assertThat(drafts.get(1).problems().get(0).code()).isEqualTo(Problem.Code.TORN);
    assertThat(DraftImport.of(DOSSIER, TEXTS, drafts).dossier()).isEqualTo(DOSSIER);
  }

  @Test
  void a_file_that_holds_no_lines_of_records_is_refused_as_a_whole() {
    assertThatThrownBy(() -> read("{\n\"demarche\": 1}"))
        .isInstanceOf(InvalidDossierException.class);
    assertThatThrownBy(() -> Dossiers.readDrafts(folder.resolve("none.jsonl")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dossiers.readDrafts(Path.of("drafts.json")))
        .withMessageContaining("its name must end in .jsonl");
  }
}
