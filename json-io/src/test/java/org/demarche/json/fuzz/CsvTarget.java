package org.demarche.json.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.demarche.json.ClaimTable;
import org.demarche.json.Dossiers;
import org.demarche.json.LoadedClaims;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;

/**
 * Reads any bytes as a table of claims: each row gives a claim or a problem, or the table is
 * refused.
 */
public final class CsvTarget {
  private static final Dossier BASE =
      Dossier.of(
          Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("W1")
              .outlet("wire")
              .title("A wire")
              .published(When.parse("2020"))
              .build());

  private CsvTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Path file = Files.createTempFile("fuzz", ".csv");
      try {
        tryOne(Files.write(file, input), input);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void tryOne(Path file, byte[] input) {
    try {
      read(file);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, input);
    } catch (IllegalArgumentException noColumn) {
      requireColumns(noColumn);
    }
  }

  /** Checks that a table was refused for what it lacks, in a message that is safe to print. */
  static void requireColumns(IllegalArgumentException refused) {
    String message = String.valueOf(refused.getMessage());
    if (!message.contains("there is no column") && !message.contains("several columns of")) {
      throw refused;
    }
    Printed.requireMessage(refused);
  }

  /** Reads a table, and checks that each of its rows gave a claim or a problem. */
  static void read(Path file) {
    LoadedClaims load =
        ClaimTable.of(file)
            .onto(BASE)
            .actors(ActorKind.STATE, "{who}")
            .propositions("issue", "It is so that {what}.")
            .values("view", Map.of("yes", "FOR", "no", "AGAINST", "open", "UNCOMMITTED"))
            .id("{id}")
            .principals("{who}")
            .proposition("p-{what}")
            .stance("{view}")
            .force("ASSERT")
            .asserted("{day}")
            .source("W1")
            .mode("INDIRECT")
            .quote("{words}")
            .read();
    if (load.dossier().claims().size() + load.problems().size() + load.united() != load.rows()) {
      throw new AssertionError("a row was dropped: " + load);
    }
    load.problems().forEach(Printed::requireMessage);
    Printed.requireSafe("claims", load.toString());
    if (!Dossiers.parse(Dossiers.format(load.dossier())).equals(load.dossier())) {
      throw new AssertionError("what was written reads otherwise");
    }
  }
}
