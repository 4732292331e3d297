package org.demarche.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A hash table of terms, numbered from 0 in the order in which they were added. */
final class TermNumbers {
  private static final int MULTIPLIER = 0x9E3779B1;

  /** The characters of all terms, one term after another. */
  private char[] characters = new char[64];

  /** The start of each term, and after them the end of the last. */
  private final GrowableIntArray starts = new GrowableIntArray();

  /** The numbers of the terms, plus one, each in its slot or the next that was free. */
  private int[] slots = new int[16];

  TermNumbers() {
    starts.add(0);
  }

  /** Reads a table that was written. */
  static TermNumbers read(IntReader in) {
    TermNumbers numbers = new TermNumbers();
    String all = new String(in.readBytes(), StandardCharsets.UTF_16BE);
    int start = 0;
    for (int length : in.readArray()) {
      numbers.add(all, start, start + length);
      start += length;
    }
    return numbers;
  }

  /** Writes the terms. */
  void writeTo(IntWriter out) {
    out.writeBytes(
        new String(characters, 0, starts.get(size())).getBytes(StandardCharsets.UTF_16BE));
    out.writeArray(IntStream.range(0, size()).map(this::length).toArray());
  }

  /** Returns the number of a term, or -1 if it was not added. */
  int of(String term) {
    return slots[slot(term, 0, term.length())] - 1;
  }

  /** Returns the number of a term in a text, which is added unless it was before. */
  int add(String text, int start, int end) {
    int slot = slot(text, start, end);
    if (slots[slot] == 0) {
      append(text, start, end);
      slots[slot] = size();
      if (2 * size() > slots.length) {
        widen();
        return size() - 1;
      }
    }
    return slots[slot] - 1;
  }

  /** Returns the number of terms. */
  int size() {
    return starts.size() - 1;
  }

  private void append(String text, int start, int end) {
    int from = starts.get(size());
    int to = from + end - start;
    if (to > characters.length) {
      characters = Arrays.copyOf(characters, to + (to >> 1));
    }
    text.getChars(start, end, characters, from);
    starts.add(to);
  }

  private void widen() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size(); number++) {
      String term = new String(characters, starts.get(number), length(number));
      slots[slot(term, 0, term.length())] = number + 1;
    }
  }

  private int length(int number) {
    return starts.get(number + 1) - starts.get(number);
  }

  /** Returns the slot of a term, or the free one that it would take. */
  private int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 15;
    }
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && !isTerm(slots[slot] - 1, text, start, end)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isTerm(int number, String text, int start, int end) {
    if (length(number) != end - start) {
      return false;
    }
    int first = starts.get(number);
    for (int i = start; i < end; i++) {
      if (characters[first + i - start] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
