package org.demarche.examples.spark;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;

/** Reads the dossier of some lines, and leaves out the lines that do not fit. */
final class SoundLines {
  private static final String NAME = "lines.jsonl";
  private static final Pattern PLACE = Pattern.compile(Pattern.quote(NAME) + ":(\\d+)(:\\d+)?");

  private final List<? extends DossierRecord> before;
  private final List<CorpusLine> lines;

  /** A line of a file, with one record. */
  record CorpusLine(String file, int number, String text) {}

  private SoundLines(List<? extends DossierRecord> before, List<CorpusLine> lines) {
    this.before = before;
    this.lines = lines;
  }

  /**
   * Reads a dossier.
   *
   * @param before records of a valid dossier
   * @param lines lines in the order in which the first of several with one id is kept
   * @param rejects receives each line that is left out, and why
   */
  static Dossier read(
      List<? extends DossierRecord> before,
      List<CorpusLine> lines,
      BiConsumer<CorpusLine, String> rejects) {
    return new SoundLines(before, lines).read(rejects);
  }

  private Dossier read(BiConsumer<CorpusLine, String> rejects) {
    StringBuilder all = new StringBuilder();
    before.forEach(record -> all.append(Dossiers.line(record)).append('\n'));
    lines.forEach(line -> all.append(line.text().strip()).append('\n'));
    List<Problem> problems = new ArrayList<>();
    Dossier dossier =
        Dossiers.reader()
            .leaveOutInvalid(problems::add)
            .read(new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)), NAME);
    TreeMap<Integer, String> reasons = new TreeMap<>();
    for (Problem problem : problems) {
      int number = problem.place().orElseThrow().line() - before.size();
      reasons.merge(number, placed(problem.message()), (one, other) -> one + "; " + other);
    }
    reasons.forEach((number, reason) -> rejects.accept(lines.get(number - 1), reason));
    return dossier;
  }

  /** Returns a message with the files and lines of the corpus in place of those read here. */
  private String placed(String message) {
    Matcher matcher = PLACE.matcher(message);
    return matcher.replaceAll(
        place -> {
          int number = Integer.parseInt(place.group(1)) - before.size();
          CorpusLine line = lines.get(Math.max(0, number - 1));
          return Matcher.quoteReplacement(line.file() + ":" + line.number());
        });
  }
}
