package org.demarche.json.records;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.LineSplitter;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Problem;
import tools.jackson.core.json.JsonFactory;

/** A search for the places of problems in a file that was read, given the index of each record. */
sealed interface FileProblemLocator {
  /**
   * Finds the places of problems.
   *
   * @param indices the problems, each with the index of its record: in a document, the index in its
   *     list, from 0; in a file of lines, the line, from 1
   * @return the same problems with their places
   */
  List<Problem> locate(Map<Problem, Integer> indices);

  /** A document, of which the text is in memory. */
  record OfDocument(ProblemLocator text) implements FileProblemLocator {
    @Override
    public List<Problem> locate(Map<Problem, Integer> indices) {
      List<Problem> indexed = new ArrayList<>();
      indices.forEach((problem, index) -> indexed.add(problem.at(index)));
      return text.locate(indexed);
    }
  }

  /** A file of lines, which is read again. */
  record OfLines(ByteSource bytes, String file, ReadLimits limits) implements FileProblemLocator {
    @Override
    public List<Problem> locate(Map<Problem, Integer> indices) {
      Map<Integer, List<Problem>> byLine = new HashMap<>();
      indices.forEach(
          (problem, line) -> byLine.computeIfAbsent(line, n -> new ArrayList<>()).add(problem));
      JsonFactory json = limits.json();
      Utf8Decoder utf8 = new Utf8Decoder();
      List<Problem> located = new ArrayList<>();
      try (LineSplitter lines =
          new LineSplitter(
              BoundedInput.of(bytes.openStream(), limits.maxBytes()), limits.maxLine())) {
        while (located.size() < indices.size() && lines.next()) {
          List<Problem> here = byLine.getOrDefault(lines.number(), List.of());
          if (!here.isEmpty()) {
            String text = ByteOrderMark.strip(utf8.decode(lines.bytes()).toString());
            located.addAll(
                ProblemLocator.ofLine(text, file, lines.number() - 1, json).locate(here));
          }
        }
        return located;
      } catch (IOException failed) {
        throw FileErrors.unreadable(file, failed);
      }
    }
  }
}
