package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.index.IntWriter;
import org.demarche.model.Dossier;
import org.demarche.snapshot.IndexedDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The version of snapshots, which is to be raised whenever the layout of the index changes, or the
 * rules by which outcomes are noted in it: a snapshot of an earlier build would otherwise give the
 * answers of that build.
 */
class SnapshotVersionTest {
  private static final int VERSION = 3;
  private static final int PLACE_OF_VERSION = 8;

  @TempDir Path folder;

  private static void assertSame(Dossier dossier, String checksum) {
    Hasher hasher = Hashing.sha256().newHasher();
    IntWriter out =
        values -> {
          for (int value : values) {
            hasher.putInt(value);
          }
        };
    IndexedDossier indexed = IndexedDossier.of(dossier);
    indexed.writeTo(out);
    indexed.writeWordsTo(out);
    assertThat(hasher.hash())
        .as("unless only the dossier changed, raise the version in SnapshotFile, and note it here")
        .hasToString(checksum);
  }

  @Test
  void the_index_of_the_dossier_on_thaad_changes_with_the_version_only() {
    assertSame(
        Dossiers.read(Path.of("../examples/thaad/src/main/resources/thaad.json")),
        "fd41e6f436ec2a781b6fa9c45e88c9024f34ae531940f2fbe51946a233d9dec7");
  }

  @Test
  void the_index_of_every_member_changes_with_the_version_only() {
    assertSame(
        SampleDossiers.completeDossier(),
        "6ac576cb1c2ed5e80a655bacae9fc07a2477eff39719a9b378a4870970c1a143");
  }

  @Test
  void the_version_is_noted_here() throws IOException {
    Path file = folder.resolve("d.jsonl");
    Dossiers.write(Dossier.empty(), file);
    assertThat(Files.readAllBytes(Dossiers.snapshot(file).file())[PLACE_OF_VERSION])
        .as("with the new checksums")
        .isEqualTo((byte) VERSION);
  }
}
