package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The version of snapshots, which is to be raised whenever their layout, the layout of the index or
 * the rules change by which outcomes are noted in it: a snapshot of an earlier build would
 * otherwise give the answers of that.
 */
class SnapshotVersionTest {
  private static final int VERSION = 1;

  @TempDir Path folder;

  private void assertSame(Dossier dossier, String checksum) throws IOException {
    Path file = folder.resolve("d.jsonl");
    Dossiers.write(dossier, file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    byte[] bytes = Files.readAllBytes(Dossiers.snapshot(file).file());
    assertThat(bytes[8])
        .as("if the version was raised, note it here with the new checksums")
        .isEqualTo((byte) VERSION);
    assertThat(Hashing.sha256().hashBytes(bytes))
        .as("unless only the dossier changed, raise the version in SnapshotFile, and note it here")
        .hasToString(checksum);
  }

  @Test
  void a_snapshot_of_the_dossier_on_thaad_changes_with_its_version_only() throws IOException {
    assertSame(
        Dossiers.read(Path.of("../examples/thaad/src/main/resources/thaad.json")),
        "6d92e92c0176c03b1edff89786091bd7552adc6ef7c4f407a4089905e414f02c");
  }

  @Test
  void a_snapshot_of_every_member_changes_with_its_version_only() throws IOException {
    assertSame(
        SampleDossiers.completeDossier(),
        "5bd44566574e1ef0f69b7cf26640baa9f5493296f0d633835e62bc808eaa0b66");
  }
}
