package org.demarche.examples.unvotes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.json.ClaimTable;
import org.demarche.json.LoadedClaims;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;

/**
 * Reads roll calls as claims. Each vote becomes a claim by a state, and each roll call the
 * proposition voted on: yes is FOR, no is AGAINST, and an abstention is UNCOMMITTED.
 *
 * <pre>{@code
 * Tracker tracker = Tracker.of(RollCallReader.read(Path.of("unvotes")).dossier());
 * }</pre>
 */
final class RollCallReader {
  private RollCallReader() {}

  /**
   * Reads the table of votes and the table of roll calls in a folder.
   *
   * @param folder the folder with {@code un_votes….csv} and {@code un_roll_calls….csv}, either of
   *     which may be gzipped
   * @return the votes as a dossier, and the rows that could not be read
   * @throws IllegalArgumentException if one of the tables is missing or ambiguous
   */
  static LoadedClaims read(Path folder) {
    return ClaimTable.of(table(folder, "un_votes"))
        .join("rcid", table(folder, "un_roll_calls"))
        .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
        .onto(sharedRecords())
        .actors(ActorKind.STATE, "{country}")
        .propositions("session-{session}", "{short}: {descr}")
        .id("{rcid}/{country_code}")
        .principals("{country_code}")
        .proposition("rc-{rcid}")
        .stance("{vote}")
        .force("VOTE")
        .asserted("{date}")
        .source("roll-calls")
        .mode("RECORDED")
        .read();
  }

  /** Returns the source of every vote, with a publication date that spans all sessions. */
  private static Dossier sharedRecords() {
    return Dossier.of(
        Actor.builder().id("unga").name("UN General Assembly").kind(ActorKind.MEDIA).build(),
        Source.builder()
            .id("roll-calls")
            .outlet("unga")
            .title("Roll calls of the UN General Assembly")
            .published(When.parse("[1946..2100]"))
            .build());
  }

  private static Path table(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + " is not a folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables =
          files
              .filter(file -> file.getFileName().toString().matches(name + "(_s.*)?\\.csv(\\.gz)?"))
              .sorted()
              .toList();
      if (tables.size() != 1) {
        throw new IllegalArgumentException(
            "%s %s.csv in %s%s"
                .formatted(
                    tables.isEmpty() ? "there is no" : "there is more than one",
                    name,
                    folder,
                    tables.isEmpty()
                        ? "; how to get it: README.md of this example"
                        : ": " + tables));
      }
      return tables.get(0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
