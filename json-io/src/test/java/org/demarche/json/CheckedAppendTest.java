package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.FeedLines.P;
import static org.demarche.json.FeedLines.PAPER;
import static org.demarche.json.FeedLines.ROK;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are checked against a dossier before they are appended. */
class CheckedAppendTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private Dossier dossier = Dossier.empty();

  private static DossierRecord source(String id) {
    return Dossiers.record(FeedLines.source(id));
  }

  private static DossierRecord claim(String id, String source) {
    return Dossiers.record(FeedLines.claim(id, source));
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("feed.jsonl");
    Files.writeString(file, String.join("\n", ROK, PAPER, P) + "\n");
    dossier = Dossiers.read(file);
  }

  @Test
  void records_that_fit_are_appended_and_the_larger_dossier_is_returned() throws IOException {
    Dossier more = Dossiers.append(file, dossier, claim("C", "S"), source("S"));

    assertThat(more).isEqualTo(dossier.plus(source("S"), claim("C", "S")));
    assertThat(Dossiers.read(file)).isEqualTo(more);
    assertThat(Files.readAllLines(file))
        .startsWith(ROK, PAPER, P)
        .endsWith(Dossiers.line(claim("C", "S")), Dossiers.line(source("S")));
    assertThat(Dossiers.append(file, more, List.of(claim("D", "S"))))
        .isEqualTo(Dossiers.read(file));
  }

  @Test
  void records_that_do_not_fit_are_refused_with_every_problem_and_the_file_is_not_touched()
      throws IOException {
    byte[] before = Files.readAllBytes(file);

    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () ->
                Dossiers.append(
                    file,
                    dossier,
                    source("S"),
                    claim("C", "S2"),
                    Dossiers.record(ROK.replace("Seoul", "Busan")),
                    Dossiers.record(FeedLines.claim("D", "S", "\"respondsTo\": [\"E\"], "))));

    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly(
            "actor rok: the two records disagree on more than evidence: one has name=Seoul, the other"
                + " name=Busan; repeat the record unchanged, or give a correction its own id",
            "claim C: source 'S2' is not in the dossier (did you mean 'S'?)",
            "claim D: claim 'E' is not in the dossier");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_file_is_created_only_for_records_that_fit() {
    Path other = folder.resolve("other.jsonl");

    assertThatThrownBy(() -> Dossiers.append(other, dossier, claim("C", "S")))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage("claim C: source 'S' is not in the dossier");
    assertThat(other).doesNotExist();

    Dossier more = Dossiers.append(other, dossier, source("S"), claim("C", "S"));
    assertThat(other).exists();
    assertThat(Dossiers.read(file, other)).isEqualTo(more);
  }

  @Test
  void evidence_can_be_added_to_a_claim() {
    Dossier more = Dossiers.append(file, dossier, source("S"), source("S2"), claim("C", "S"));

    Dossier corroborated = Dossiers.append(file, more, claim("C", "S2"));

    assertThat(corroborated.claims().get(0).evidence()).hasSize(2);
    assertThat(Dossiers.read(file)).isEqualTo(corroborated);
  }

  @Test
  void records_that_can_be_iterated_only_once_are_appended() {
    Iterator<DossierRecord> once = List.<DossierRecord>of(source("S"), claim("C", "S")).iterator();

    Dossiers.append(file, dossier, () -> once);

    assertThat(Dossiers.read(file).claims()).hasSize(1);
  }

  @Test
  void nothing_is_appended_to_a_torn_line_or_to_another_sort_of_file() throws IOException {
    Files.writeString(file, ROK + "\n{\"actor\":");
    assertThatThrownBy(() -> Dossiers.append(file, dossier, source("S")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the last line is torn, from byte " + (ROK.length() + 1));
    assertThatThrownBy(() -> Dossiers.append(folder.resolve("d.json"), dossier, source("S")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("its name must end in .jsonl");
    assertThatThrownBy(() -> Dossiers.append(folder.resolve("d.jsonl.gz"), dossier, source("S")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a packed file cannot be appended to");
  }
}
