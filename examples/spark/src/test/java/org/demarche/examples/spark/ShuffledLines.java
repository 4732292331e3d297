package org.demarche.examples.spark;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return write(Iterables.concat(SoundLines.references(dossier), dossier.claims()), folder, files);
  }

  /** Writes records, of which several may be lines of one claim. */
  static Path write(Iterable<DossierRecord> all, Path folder, int files) throws IOException {
    List<DossierRecord> records = Lists.newArrayList(all);
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
