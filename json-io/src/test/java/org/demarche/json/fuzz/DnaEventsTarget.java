package org.demarche.json.fuzz;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.demarche.json.Codings;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/** Reads an altered event list of DNA: it is refused, or gives a table. */
public final class DnaEventsTarget {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final Alterations ALTERATIONS =
      Alterations.ofText(
          """
          "statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement"
          7;2005-01-26 09:30:00;2;"Caps, a hearing";"Ida Roth";"Harbour Post";"";"article";"It works, he said: 'yes'";"Ann Aldo";"Mills";"A cap works.";1
          3;2005-02-08 00:00:00;4;"Day two";"";"";"Politics";"";"It does
          nothing";"";"Union";"A cap works.";0
          """,
          """
          id;time;start;stop;person;organization;concept;agreement;text
          1;2005-01-26T00:00:00;10;20;Ann Aldo;"Mills and Makers, Inc.";"A cap works.";1;"We say a cap works."
          """);
  private static final Scratch SCRATCH = Scratch.create();

  private DnaEventsTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] list = ALTERATIONS.apply(input);
    Path file = SCRATCH.write("events.csv", list);
    try {
      CodingsChecks.check(Codings.dnaEvents(file), DOSSIER, SCRATCH);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, list);
    }
  }
}
