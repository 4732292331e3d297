package org.demarche.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.demarche.json.Dossiers;
import org.demarche.json.Snapshot;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a generated dossier is the same whichever way it is read: from the bytes of its lines,
 * by a parser from a document, or from a snapshot. {@code -Ddemarche.claims=1000000} does so on a
 * million claims.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EqualReadersTest {
  private final GeneratedDossier generated =
      GeneratedDossier.of(Integer.getInteger("demarche.claims", 10_000));

  private Dossier expected = Dossier.empty();

  @BeforeAll
  void generate() {
    expected = Dossier.of(generated.records().toList());
  }

  @Test
  void lines_read_as_the_records_that_were_written() {
    assertEqual(Dossiers.read(generated.file()));
  }

  @Test
  void a_document_reads_as_the_records_that_were_written(@TempDir Path folder) {
    Path document = folder.resolve("document.json");
    Dossiers.write(expected, document);
    assertEqual(Dossiers.read(document));
  }

  @Test
  void a_snapshot_holds_the_records_that_were_written() {
    Snapshot written = Dossiers.snapshot(generated.file());
    assertThat(written.verify()).isEmpty();
    assertEqual(Dossiers.snapshot(generated.file()).tracker().dossier());
  }

  /** Compares two dossiers, but prints neither if they differ. */
  private void assertEqual(Dossier read) {
    assertThat(read.equals(expected)).isTrue();
  }
}
