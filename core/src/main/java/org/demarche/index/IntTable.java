package org.demarche.index;

/**
 * A table from keys, which are ints from 0, to values other than 0. It is a hash table, probed
 * linearly; keys are mostly consecutive numbers, which seldom collide.
 */
final class IntTable {
  /** A key plus one and its value in each slot; 0 and 0 in an empty slot. */
  private final int[] slots;

  /**
   * Creates an empty table, to be filled before it is published.
   *
   * @param most the number of keys that it gets at most
   */
  IntTable(int most) {
    this(new int[2 * Math.max(1, Integer.highestOneBit(most * 3 / 2) * 2)]);
  }

  private IntTable(int[] slots) {
    this.slots = slots;
  }

  /** Writes the table. */
  void writeTo(IntWriter out) {
    out.writeArray(slots);
  }

  /** Reads a table that was written. */
  static IntTable read(IntReader in) {
    return new IntTable(in.readArray());
  }

  private int slot(int key) {
    int slot = 2 * key & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != key + 1) {
      slot = (slot + 2) & (slots.length - 1);
    }
    return slot;
  }

  /** Sets the value of a key. */
  void put(int key, int value) {
    int slot = slot(key);
    slots[slot] = key + 1;
    slots[slot + 1] = value;
  }

  /** Returns the value of a key, or 0 if it has none. */
  int get(int key) {
    return slots[slot(key) + 1];
  }
}
