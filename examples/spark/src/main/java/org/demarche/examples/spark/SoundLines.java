package org.demarche.examples.spark;

import com.google.common.collect.Iterables;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;

/**
 * Reads the dossier of some lines, and leaves out the lines that do not fit. The lines go through a
 * file, which is deleted afterwards, because they may be more than one array can hold.
 */
final class SoundLines {
  private final Path file;
  private final Pattern place;
  private final List<Place> places = new ArrayList<>();
  private int before;

  /** A line of a file, with one record. */
  record CorpusLine(String file, int number, String text) {}

  /** Where a line is. */
  record Place(String file, int line) {}

  private SoundLines(Path file) {
    this.file = file;
    this.place = Pattern.compile(Pattern.quote(file.toString()) + ":(\\d+)(:\\d+)?");
  }

  /**
   * Reads a dossier.
   *
   * @param before a dossier without claims
   * @param lines lines in the order in which the first of several with one id is kept
   * @param rejects receives the place of each line that is left out, and why
   */
  static Dossier read(
      Dossier before, Iterator<CorpusLine> lines, BiConsumer<Place, String> rejects) {
    try {
      Path file = Files.createTempFile("lines", ".jsonl");
      try {
        SoundLines sound = new SoundLines(file);
        sound.write(before, lines);
        return sound.read(rejects);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns the records of a dossier to which claims refer. */
  static Iterable<DossierRecord> references(Dossier dossier) {
    return Iterables.concat(
        dossier.sources(), dossier.actors(), dossier.occasions(), dossier.propositions());
  }

  private void write(Dossier known, Iterator<CorpusLine> lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (DossierRecord record : references(known)) {
        out.append(Dossiers.line(record)).append('\n');
        before++;
      }
      while (lines.hasNext()) {
        CorpusLine line = lines.next();
        out.append(line.text().strip()).append('\n');
        places.add(new Place(line.file(), line.number()));
      }
    }
  }

  private Dossier read(BiConsumer<Place, String> rejects) {
    List<Problem> problems = new ArrayList<>();
    Dossier dossier =
        Dossiers.reader().maxBytes(Long.MAX_VALUE).leaveOutInvalid(problems::add).read(file);
    TreeMap<Integer, String> reasons = new TreeMap<>();
    for (Problem problem : problems) {
      int index = problem.place().orElseThrow().line() - before - 1;
      reasons.merge(index, placed(problem.message()), (one, other) -> one + "; " + other);
    }
    reasons.forEach((index, reason) -> rejects.accept(places.get(index), reason));
    return dossier;
  }

  /** Returns a message with the files and lines of the corpus in place of those read here. */
  private String placed(String message) {
    return place
        .matcher(message)
        .replaceAll(
            found -> {
              int index = Integer.parseInt(found.group(1)) - before - 1;
              Place of = places.get(Math.max(0, index));
              return Matcher.quoteReplacement(of.file() + ":" + of.line());
            });
  }
}
