package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.demarche.examples.paris.ParisDossier;
import org.demarche.examples.thaad.ThaadDossier;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers are equal to those of one Tracker in memory, however the lines are divided. */
class EqualAnswersTest {
  @TempDir private Path folder;

  private void assertEqual(Dossier dossier, AskedDays days, int partitions, int files)
      throws IOException {
    List<DossierRecord> records = new ArrayList<>();
    records.addAll(dossier.sources());
    records.addAll(dossier.actors());
    records.addAll(dossier.occasions());
    records.addAll(dossier.propositions());
    records.addAll(dossier.claims());
    Collections.shuffle(records, new Random(partitions));
    Path input = Files.createDirectories(folder.resolve("shuffled-" + partitions));
    for (int file = 0; file < files; file++) {
      int number = file;
      Dossiers.write(
          IntStream.range(0, records.size())
              .filter(index -> index % files == number)
              .mapToObj(records::get),
          input.resolve("part-" + file + (file % 2 == 0 ? ".jsonl" : ".jsonl.gz")));
    }
    AllAnswers expected = AllAnswers.of(dossier, days);
    try (ClaimsOnSpark claims =
            ClaimsOnSpark.read(SparkSessions.local(partitions), input.toString());
        DerivedAnswers derived = claims.derive(days)) {
      AllAnswers found = AllAnswers.of(derived);
      assertThat(AllAnswers.rows(derived.rejects())).isEmpty();
      assertThat(found.positions()).isEqualTo(expected.positions()).isNotEmpty();
      assertThat(found.changes()).isEqualTo(expected.changes()).isNotEmpty();
      assertThat(found.turns()).isEqualTo(expected.turns()).isNotEmpty();
      assertThat(found.agreement()).isEqualTo(expected.agreement());
    }
  }

  @Test
  void thaad() throws IOException {
    AskedDays days =
        AskedDays.asOf(LocalDate.parse("2022-08-11")).since(LocalDate.parse("2017-01-01"));
    for (int partitions : List.of(1, 2, 7)) {
      assertEqual(ThaadDossier.read(), days, partitions, partitions);
    }
  }

  @Test
  void paris() throws IOException {
    assertEqual(ParisDossier.read(), AskedDays.asOf(LocalDate.parse("2020-01-01")), 2, 3);
  }
}
