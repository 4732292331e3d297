package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.demarche.json.tables.CodedTable.Entry;

/** An account while it is written; what does not occur is left out. */
final class DnaAccount {
  private static final int MOST_LISTED = 10;

  private final ImmutableList.Builder<Entry> entries = ImmutableList.builder();

  /** Adds what is in the table, if there is any. */
  DnaAccount carried(String what, long number, String how) {
    if (number > 0) {
      entries.add(Entry.carried(what, number, how));
    }
    return this;
  }

  /** Adds what is not in the table, if there is any. */
  DnaAccount left(String what, long number, String why) {
    if (number > 0) {
      entries.add(Entry.left(what, number, why));
    }
    return this;
  }

  /** Adds things that are not in the table, by name, if there are any. */
  DnaAccount left(String what, List<String> names, String why) {
    return left(what, names.size(), why + ": " + listed(names));
  }

  /** Returns the first names of a list, and how many more there are. */
  static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())));
    return names.size() <= MOST_LISTED
        ? first
        : first + " and " + (names.size() - MOST_LISTED) + " more";
  }

  /** Returns the entries. */
  ImmutableList<Entry> entries() {
    return entries.build();
  }
}
