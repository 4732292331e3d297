package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.json.tables.CodedTable;

/** A count of what was read: things are counted one by one, and listed in the order they came. */
final class QdaAccount {
  private static final int MOST_PLACES = 5;

  private final Map<String, Count> counts = new LinkedHashMap<>();

  private static final class Count {
    private final boolean isCarried;
    private final String how;
    private final List<String> places = new ArrayList<>();
    private long number;
    private long further;

    Count(boolean isCarried, String how) {
      this.isCarried = isCarried;
      this.how = how;
    }

    String describe() {
      if (places.isEmpty()) {
        return how;
      }
      return "%s: %s%s"
          .formatted(
              how,
              String.join("; ", places),
              further == 0 ? "" : "; and %s more".formatted(further));
    }
  }

  /** Counts things that are in the table. */
  void carry(String what, long number, String how) {
    add(what, number, true, how);
  }

  /** Counts one thing that is in the table, and remembers where it was read. */
  void carryAt(String what, String how, String place) {
    addPlace(add(what, 1, true, how), place);
  }

  /** Counts things that are not in the table. */
  void leave(String what, long number, String why) {
    add(what, number, false, why);
  }

  /** Counts one thing that is not in the table, and remembers where it was read. */
  void leaveAt(String what, String why, String place) {
    addPlace(add(what, 1, false, why), place);
  }

  private Count add(String what, long number, boolean isCarried, String how) {
    Count count = counts.computeIfAbsent(what, it -> new Count(isCarried, how));
    count.number += number;
    return count;
  }

  private static void addPlace(Count count, String place) {
    if (count.places.size() < MOST_PLACES) {
      count.places.add(place);
    } else {
      count.further++;
    }
  }

  /** Returns an entry for each kind of thing of which there is at least one. */
  ImmutableList<CodedTable.Entry> entries() {
    return counts.entrySet().stream()
        .filter(it -> it.getValue().number > 0)
        .map(
            it ->
                new CodedTable.Entry(
                    it.getKey(),
                    it.getValue().number,
                    it.getValue().isCarried,
                    it.getValue().describe()))
        .collect(ImmutableList.toImmutableList());
  }
}
