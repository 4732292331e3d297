package org.demarche.examples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;

/** The records of a dossier in random order, in several files. */
final class ShuffledLines {
  private ShuffledLines() {}

  /** Writes a number of files, half of them packed, in an order that depends on the number. */
  static Path write(Dossier dossier, Path folder, int files) throws IOException {
    List<DossierRecord> records = new ArrayList<>();
    records.addAll(dossier.sources());
    records.addAll(dossier.actors());
    records.addAll(dossier.occasions());
    records.addAll(dossier.propositions());
    records.addAll(dossier.claims());
    Collections.shuffle(records, new Random(files));
    Files.createDirectories(folder);
    for (int file = 0; file < files; file++) {
      int number = file;
      Dossiers.write(
          IntStream.range(0, records.size())
              .filter(index -> index % files == number)
              .mapToObj(records::get),
          folder.resolve("part-" + file + (file % 2 == 0 ? ".jsonl" : ".jsonl.gz")));
    }
    return folder;
  }
}
