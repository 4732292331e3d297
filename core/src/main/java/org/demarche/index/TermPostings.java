package org.demarche.index;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The places at which terms occur: for each term the items that have it, and its positions in each
 * item. The places of all terms are kept in one array of bytes, two to three of them for a place.
 */
public final class TermPostings {
  private static final int[] NONE = {};

  /** The number of bytes of places that are read in the time in which one item is checked. */
  private static final int BYTES_PER_CHECK = 256;

  private final TermNumbers numbers;

  /** The start of the places of each term, and after them the end of the last. */
  private final int[] starts;

  private final byte[] bytes;

  private TermPostings(TermNumbers numbers, int[] starts, byte[] bytes) {
    this.numbers = numbers;
    this.starts = starts;
    this.bytes = bytes;
  }

  /** Reads postings that were written. */
  public static TermPostings read(IntReader in) {
    return new TermPostings(TermNumbers.read(in), in.readArray(), in.readBytes());
  }

  /** Writes the postings. */
  public void writeTo(IntWriter out) {
    numbers.writeTo(out);
    out.writeArray(starts);
    out.writeBytes(bytes);
  }

  /**
   * Returns the items in which terms occur at positions with given distances. Where looking at the
   * positions of a frequent term would take longer than checking the items that have the others,
   * the items are checked.
   *
   * @param terms at least one term
   * @param offsets the distance of each term from a common position
   * @param isExact whether the positions suffice; otherwise each item is checked
   * @param check whether an item is wanted; it is true of no item in which the terms do not occur
   *     so
   * @return the items in ascending order; the array may be changed
   */
  public int[] items(
      List<String> terms, ImmutableIntArray offsets, boolean isExact, IntPredicate check) {
    int[] term = terms.stream().mapToInt(numbers::of).toArray();
    if (Arrays.stream(term).anyMatch(number -> number < 0)) {
      return NONE;
    }
    if (term.length == 1) {
      return isExact ? items(term[0]) : checked(items(term[0]), check);
    }
    int[] rarestFirst =
        IntStream.range(0, term.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> size(term[i])))
            .mapToInt(Integer::intValue)
            .toArray();
    int first = rarestFirst[0];
    Places places = Places.all(new Cursor(term[first]), offsets.get(first));
    for (int i = 1; i < term.length && places.size() > 0; i++) {
      int next = rarestFirst[i];
      if (size(term[next]) / BYTES_PER_CHECK > places.size()) {
        return checked(places.items(), check);
      }
      places = places.and(new Cursor(term[next]), offsets.get(next));
    }
    return isExact ? places.items() : checked(places.items(), check);
  }

  private static int[] checked(int[] items, IntPredicate check) {
    return Arrays.stream(items).filter(check).toArray();
  }

  private int size(int term) {
    return starts[term + 1] - starts[term];
  }

  private int[] items(int term) {
    GrowableIntArray items = new GrowableIntArray();
    Cursor cursor = new Cursor(term);
    while (cursor.nextItem()) {
      items.add(cursor.item);
    }
    return items.toArray();
  }

  /** Reads the places of a term in ascending order. */
  private final class Cursor {
    private final byte[] places = bytes;
    private final int end;
    private int at;
    private int item = -1;
    private int position;

    Cursor(int term) {
      this.at = starts[term];
      this.end = starts[term + 1];
    }

    boolean next() {
      if (at == end) {
        return false;
      }
      int number = read();
      if ((number & 1) != 0) {
        item += number >>> 1;
        position = 0;
        number = read();
      }
      position += number >>> 1;
      return true;
    }

    /** Moves to the next item, and passes over the positions in it. */
    boolean nextItem() {
      while (at < end) {
        int number = read();
        if ((number & 1) != 0) {
          item += number >>> 1;
          return true;
        }
      }
      return false;
    }

    private int read() {
      int first = places[at++];
      return first >= 0 ? first : (first & 0x7F) | rest();
    }

    private int rest() {
      int number = 0;
      for (int shift = 7; ; shift += 7) {
        int more = places[at++];
        number |= (more & 0x7F) << shift;
        if (more >= 0) {
          return number;
        }
      }
    }
  }

  /** Positions in items, sorted by item and position. */
  private static final class Places {
    private final GrowableIntArray items = new GrowableIntArray();
    private final GrowableIntArray positions = new GrowableIntArray();

    static Places all(Cursor cursor, int offset) {
      Places all = new Places();
      while (cursor.next()) {
        all.add(cursor.item, cursor.position - offset);
      }
      return all;
    }

    private void add(int item, int position) {
      items.add(item);
      positions.add(position);
    }

    int size() {
      return items.size();
    }

    /** Returns these places that are also among the places of a term, less an offset. */
    Places and(Cursor cursor, int offset) {
      Places both = new Places();
      int i = 0;
      boolean more = cursor.next();
      while (more && i < size()) {
        int order = Integer.compare(items.get(i), cursor.item);
        if (order == 0) {
          order = Integer.compare(positions.get(i), cursor.position - offset);
        }
        if (order == 0) {
          both.add(items.get(i), positions.get(i));
        }
        if (order <= 0) {
          i++;
        }
        if (order >= 0) {
          more = cursor.next();
        }
      }
      return both;
    }

    int[] items() {
      int[] distinct = new int[items.size()];
      int count = 0;
      for (int i = 0; i < items.size(); i++) {
        if (count == 0 || distinct[count - 1] != items.get(i)) {
          distinct[count++] = items.get(i);
        }
      }
      return Arrays.copyOf(distinct, count);
    }
  }

  /** A builder of postings, which takes the places in ascending order. */
  public static final class Builder {
    private final TermNumbers numbers = new TermNumbers();

    // The places in the order in which they were added.

    private final GrowableIntArray terms = new GrowableIntArray();
    private final GrowableIntArray items = new GrowableIntArray();
    private final GrowableIntArray positions = new GrowableIntArray();

    /**
     * Adds a place of a term.
     *
     * @param text a text that contains the term
     * @param start the index of the first character of the term
     * @param end the index after its last character
     * @param item not less than the items added before
     * @param position 0 or more, and greater than the positions of the term added for the item
     */
    public void add(String text, int start, int end, int item, int position) {
      terms.add(numbers.add(text, start, end));
      items.add(item);
      positions.add(position);
    }

    /** Returns the places that were added. */
    public TermPostings build() {
      int[] starts = new int[numbers.size() + 1];
      PlaceWriter places = new PlaceWriter();
      int term = 0;
      for (int place : KeyOrder.of(terms.size(), terms::get)) {
        if (terms.get(place) != term) {
          term = terms.get(place); // the next one, since each has a place
          starts[term] = places.size();
          places.begin();
        }
        places.add(items.get(place), positions.get(place));
      }
      starts[numbers.size()] = places.size();
      return new TermPostings(numbers, starts, places.toArray());
    }
  }

  /**
   * A writer of the places of one term after another, each place a number of seven bits a byte,
   * lowest first: twice the distance from the position before. An odd number precedes the first
   * position in an item: twice the distance from the item before, plus one.
   */
  private static final class PlaceWriter {
    private byte[] bytes = new byte[64];
    private int size;
    private int item = -1;
    private int position;

    /** Begins the places of a term. */
    void begin() {
      item = -1;
    }

    void add(int nextItem, int nextPosition) {
      if (nextItem != item) {
        write(((nextItem - item) << 1) | 1);
        item = nextItem;
        position = 0;
      }
      write((nextPosition - position) << 1);
      position = nextPosition;
    }

    private void write(int number) {
      if (size + 5 > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.addExact(size, (size >> 1) + 5));
      }
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    int size() {
      return size;
    }

    byte[] toArray() {
      return Arrays.copyOf(bytes, size);
    }
  }
}
