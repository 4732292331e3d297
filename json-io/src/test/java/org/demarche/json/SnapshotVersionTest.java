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
  private static final String CHECKSUM = "";

  @TempDir Path folder;

  @Test
  void a_snapshot_that_is_no_longer_the_same_is_of_a_higher_version() throws IOException {
    Dossier dossier =
        Dossiers.read(Path.of("../examples/thaad/src/main/resources/thaad.json"))
            .plus(SampleDossiers.completeDossier());
    Path file = folder.resolve("d.jsonl");
    Dossiers.write(dossier, file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    byte[] bytes = Files.readAllBytes(Dossiers.snapshot(file).file());
    assertThat(bytes[8])
        .as("if the version was raised, note it here with the new checksum")
        .isEqualTo((byte) VERSION);
    assertThat(Hashing.sha256().hashBytes(bytes))
        .as("raise the version in SnapshotFile, and note it here with the new checksum")
        .hasToString(CHECKSUM);
  }
}
