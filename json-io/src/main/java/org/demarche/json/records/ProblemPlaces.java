package org.demarche.json.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.json.records.FileProblemLocator.Sought;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/** The search for the places of problems in several files, each of which is searched once. */
final class ProblemPlaces {
  private final List<FileProblemLocator> files = new ArrayList<>();

  /** Adds the next file. */
  void add(FileProblemLocator file) {
    files.add(file);
  }

  /** Returns the number of the file that was added last, from 0. */
  int latest() {
    return files.size() - 1;
  }

  /** Returns the places of problems, in the order given. */
  List<Place> of(List<Sought> sought) {
    Map<Integer, List<Integer>> byFile = new LinkedHashMap<>();
    for (int number = 0; number < sought.size(); number++) {
      byFile.computeIfAbsent(sought.get(number).file(), f -> new ArrayList<>()).add(number);
    }
    List<Place> places = new ArrayList<>(Collections.nCopies(sought.size(), NOWHERE));
    byFile.forEach(
        (file, numbers) -> {
          List<Place> found = files.get(file).places(numbers.stream().map(sought::get).toList());
          for (int i = 0; i < found.size(); i++) {
            places.set(numbers.get(i), found.get(i));
          }
        });
    return places;
  }

  private static final Place NOWHERE = new Place("", 1, 1);

  /** Returns a problem at its place; in a document, also with the index of its record there. */
  Problem placed(Problem problem, Sought sought, Place place) {
    return files.get(sought.file()).isDocument()
        ? problem.at(sought.index()).at(place)
        : problem.at(place);
  }
}
