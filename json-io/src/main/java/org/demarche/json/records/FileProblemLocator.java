package org.demarche.json.records;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.LineSplitter;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.json.JsonFactory;

/**
 * A search for the places of problems in a file that was read, given the index of each record. The
 * file is read again for it, so that no text is kept in memory in case there is a problem.
 */
sealed interface FileProblemLocator {
  /**
   * A problem whose place is sought.
   *
   * @param file the number of its file, among all files that were read
   * @param index the index of its record: in a document, the index in its list, from 0; in a file
   *     of lines, the line, from 1
   */
  record Sought(Problem problem, int file, int index) {}

  /** Returns the places of problems of this file, in the order given. */
  List<Place> places(List<Sought> sought);

  /** Returns whether the file is a document, in which a record has an index in its list. */
  boolean isDocument();

  /** A document, of which the text is read only if a problem is sought. */
  record OfDocument(Supplier<ProblemLocator> text) implements FileProblemLocator {
    @Override
    public List<Place> places(List<Sought> sought) {
      return text
          .get()
          .locate(sought.stream().map(one -> one.problem().at(one.index())).toList())
          .stream()
          .map(located -> located.place().orElseThrow())
          .toList();
    }

    @Override
    public boolean isDocument() {
      return true;
    }
  }

  /** A file of lines. */
  record OfLines(ByteSource bytes, String file, ReadLimits limits) implements FileProblemLocator {
    @Override
    public List<Place> places(List<Sought> sought) {
      Map<Integer, List<Integer>> byLine = new HashMap<>();
      List<Place> places = new ArrayList<>();
      for (int number = 0; number < sought.size(); number++) {
        int line = sought.get(number).index();
        byLine.computeIfAbsent(line, n -> new ArrayList<>()).add(number);
        places.add(new Place(file, line, 1)); // if the line is no longer there
      }
      JsonFactory json = limits.json();
      Utf8Decoder utf8 = new Utf8Decoder();
      try (LineSplitter lines =
          new LineSplitter(
              BoundedInput.of(bytes.openStream(), limits.maxBytes()), limits.maxLine())) {
        while (!byLine.isEmpty() && lines.next()) {
          List<Integer> here = byLine.remove(lines.number());
          if (here != null) {
            String text = ByteOrderMark.strip(utf8.decode(lines.bytes()).toString());
            List<Problem> located =
                ProblemLocator.ofLine(text, file, lines.number() - 1, json)
                    .locate(here.stream().map(number -> sought.get(number).problem()).toList());
            for (int i = 0; i < located.size(); i++) {
              places.set(here.get(i), located.get(i).place().orElseThrow());
            }
          }
        }
        return places;
      } catch (IOException failed) {
        throw FileErrors.unreadable(file, failed);
      }
    }

    @Override
    public boolean isDocument() {
      return false;
    }
  }
}
