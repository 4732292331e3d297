package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.json.DossierReader;
import org.demarche.json.Dossiers;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/**
 * Reads any bytes as lines: they are accepted, or refused with located problems; and what remains
 * if bad records are left out can be written and read back.
 */
public final class LinesTarget {
  private static final DossierReader READER = Dossiers.reader().maxBytes(1 << 20);

  /** Alterations of the lines of a dossier in which every member is used. */
  static final Alterations ALTERATIONS = Alterations.ofJson(ImmutableList.of(lines()));

  private LinesTarget() {}

  private static String lines() {
    Dossier dossier = SampleDossiers.completeDossier();
    return Stream.of(
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            dossier.claims())
        .flatMap(List::stream)
        .map(record -> Dossiers.line(record) + "\n")
        .collect(Collectors.joining("", "{\"demarche\":1}\n{\"dossier\":{\"title\":\"T\"}}\n", ""));
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] given) {
    byte[] input = ALTERATIONS.apply(given);
    try {
      READER.read(new ByteArrayInputStream(input), "fuzzed.jsonl");
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      leaveOut(input);
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, input);
    }
  }

  private static void leaveOut(byte[] input) {
    List<Problem> leftOut = new ArrayList<>();
    Dossier dossier;
    try {
      dossier =
          READER
              .leaveOutInvalid(leftOut::add)
              .keepBeforeTear(torn -> {})
              .read(new ByteArrayInputStream(input), "fuzzed.jsonl");
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    }
    if (!leftOut.isEmpty()) {
      Refusals.requireReport(new InvalidDossierException(leftOut));
    }
    if (!Dossiers.parse(Dossiers.format(dossier)).equals(dossier)) {
      throw new AssertionError("what was kept reads otherwise");
    }
  }
}
