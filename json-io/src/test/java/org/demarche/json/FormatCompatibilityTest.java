package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;

/** Files of each version of the format, which every later release reads as this one did. */
class FormatCompatibilityTest {
  private static final Path VERSION_1 = Path.of("src/test/resources/golden/version-1");

  @Test
  void version_1_is_read() {
    assertThat(Dossiers.read(VERSION_1.resolve("whole.json")))
        .isEqualTo(SampleDossiers.firstEditionDossier());
    assertThat(Dossiers.read(VERSION_1.resolve("whole.jsonl")))
        .isEqualTo(SampleDossiers.firstEditionDossier());
  }

  @Test
  void members_of_the_second_edition_are_read() {
    assertThat(Dossiers.read(VERSION_1.resolve("second-edition.json")))
        .isEqualTo(SampleDossiers.completeDossier());
    assertThat(Dossiers.read(VERSION_1.resolve("second-edition.jsonl")))
        .isEqualTo(SampleDossiers.completeDossier());
  }

  @Test
  void a_compact_answer_of_version_1_is_read_with_the_facts_that_it_leaves_out() {
    Tracker tracker = Tracker.of(SampleDossiers.firstEditionDossier());
    assertThat(Answers.read(VERSION_1.resolve("comparison-compact.json")))
        .isEqualTo(tracker.asOf("2018-01-31").compare("rok", "yonhap"));
  }

  @Test
  void this_release_writes_version_1() throws IOException {
    assertIsWritten(SampleDossiers.firstEditionDossier(), "whole");
    assertIsWritten(SampleDossiers.completeDossier(), "second-edition");
  }

  /** Checks that a dossier is written as the files of a name. */
  private static void assertIsWritten(Dossier dossier, String name) throws IOException {
    assertThat(Dossiers.format(dossier))
        .isEqualTo(Files.readString(VERSION_1.resolve(name + ".json")));
    Path lines = Files.createTempFile(name, ".jsonl");
    try {
      Dossiers.write(dossier, lines);
      assertThat(lines).hasSameTextualContentAs(VERSION_1.resolve(name + ".jsonl"));
    } finally {
      Files.delete(lines);
    }
  }

  @Test
  void a_change_to_one_claim_changes_adjacent_lines_only() {
    Dossier whole = SampleDossiers.firstEditionDossier();
    for (int i = 0; i < whole.claims().size(); i++) {
      List<Claim> claims = new ArrayList<>(whole.claims());
      claims.set(i, Claim.builder().from(claims.get(i)).gist("In other words.").build());
      Dossier changed =
          Dossier.of(
              Iterables.concat(
                  whole.sources(),
                  whole.actors(),
                  whole.occasions(),
                  whole.propositions(),
                  claims));
      List<String> before = Dossiers.format(whole).lines().toList();
      List<String> after = Dossiers.format(changed).lines().toList();
      int alike =
          (int)
              IntStream.range(0, before.size())
                  .takeWhile(n -> before.get(n).equals(after.get(n)))
                  .count();
      int alikeAtEnd =
          (int)
              IntStream.range(0, before.size())
                  .takeWhile(
                      n ->
                          before.get(before.size() - 1 - n).equals(after.get(after.size() - 1 - n)))
                  .count();
      assertThat(alike + alikeAtEnd).isGreaterThanOrEqualTo(before.size() - 1);
    }
  }
}
