package org.demarche.json.records;

import com.google.common.collect.Collections2;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.json.records.FileProblemLocator.Sought;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;

/** The records of one type that were read, with the file of each and its index in that file. */
final class LocatedRecords<R extends DossierRecord> {
  private final RecordType<R> type;
  private final List<R> records = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private int[] files = new int[16];
  private int[] indices = new int[16];

  LocatedRecords(RecordType<R> type) {
    this.type = type;
  }

  /** Returns the dossier of the records of all types. */
  static Dossier dossier(Collection<LocatedRecords<?>> all) {
    return Dossier.of(Iterables.concat(Collections2.transform(all, of -> of.records)));
  }

  /** Returns the type of the records. */
  RecordType<R> type() {
    return type;
  }

  /** Returns the records, in the order in which they were added. */
  List<R> records() {
    return records;
  }

  /** Returns the number of the first record of an id, from 0. */
  Optional<Integer> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the number of the file of a record. */
  int file(int number) {
    return files[number];
  }

  /** Returns the index of a record in its file. */
  int index(int number) {
    return indices[number];
  }

  /** Returns a problem of a record, so that its place can be found. */
  Sought sought(Problem problem, int number) {
    return new Sought(problem, files[number], indices[number]);
  }

  /**
   * Adds a record, unless there is one of its id.
   *
   * @return the number of the record of that id, if there is one
   */
  Optional<Integer> addIfNew(R record, int file, int index) {
    Integer before = byId.putIfAbsent(record.id(), records.size());
    if (before == null) {
      append(record, file, index);
    }
    return Optional.ofNullable(before);
  }

  /** Adds a record, which is found by its id unless there is one of its id. */
  void add(R record, int file, int index) {
    byId.putIfAbsent(record.id(), records.size());
    append(record, file, index);
  }

  private void append(R record, int file, int index) {
    int number = records.size();
    if (number == files.length) {
      files = Arrays.copyOf(files, 2 * number);
      indices = Arrays.copyOf(indices, 2 * number);
    }
    records.add(record);
    files[number] = file;
    indices[number] = index;
  }

  /** Replaces a record by another of the same id. */
  void replace(int number, R record, int file, int index) {
    records.set(number, record);
    files[number] = file;
    indices[number] = index;
  }

  /** Removes records, given their numbers. */
  void remove(BitSet numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    List<R> all = List.copyOf(records);
    records.clear();
    byId.clear();
    for (int number = numbers.nextClearBit(0);
        number < all.size();
        number = numbers.nextClearBit(number + 1)) {
      add(all.get(number), files[number], indices[number]); // never ahead of what is still to read
    }
  }
}
