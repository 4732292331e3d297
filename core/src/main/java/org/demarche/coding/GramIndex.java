package org.demarche.coding;

/** The places of each sequence of four letters in a text, by which longer ones are found. */
final class GramIndex {
  /** The number of letters of a gram. */
  static final int GRAM = 4;

  private static final int MIN_BITS = 8;
  private static final int MAX_BITS = 20;

  private final String key;
  private final int shift;
  private final int[] heads;
  private final int[] places;

  /** Indexes a text by counting sort of the hashes of its grams. */
  GramIndex(String key) {
    this.key = key;
    int grams = Math.max(0, key.length() - GRAM + 1);
    int bits = Math.max(MIN_BITS, Math.min(MAX_BITS, 32 - Integer.numberOfLeadingZeros(grams)));
    this.shift = 64 - bits;
    this.heads = new int[(1 << bits) + 1];
    this.places = new int[grams];
    for (int i = 0; i < grams; i++) {
      heads[bucket(key, i) + 1]++;
    }
    for (int i = 1; i < heads.length; i++) {
      heads[i] += heads[i - 1];
    }
    int[] next = heads.clone();
    for (int i = 0; i < grams; i++) {
      places[next[bucket(key, i)]++] = i;
    }
  }

  private int bucket(String of, int at) {
    long gram =
        ((long) of.charAt(at) << 48)
            | ((long) of.charAt(at + 1) << 32)
            | ((long) of.charAt(at + 2) << 16)
            | of.charAt(at + 3);
    return (int)
        ((gram * 0x9E3779B97F4A7C15L) >>> shift); // Fibonacci hashing: Knuth, volume 3, 6.4
  }

  /** Returns about how often the gram at an index of another text occurs; never too few. */
  int frequency(String of, int at) {
    int bucket = bucket(of, at);
    return heads[bucket + 1] - heads[bucket];
  }

  /** Receives the places of a gram in ascending order, until it has enough. */
  @FunctionalInterface
  interface Places {
    /** Returns whether more places are wanted. */
    boolean accept(int place);
  }

  /** Visits the places of the gram at an index of another text. */
  void visit(String of, int at, Places visitor) {
    int bucket = bucket(of, at);
    for (int i = heads[bucket]; i < heads[bucket + 1]; i++) {
      if (key.regionMatches(places[i], of, at, GRAM) && !visitor.accept(places[i])) {
        return;
      }
    }
  }

  /** Visits the places of a whole sequence of letters, at least one. */
  void visitWhole(String letters, Places visitor) {
    if (letters.length() < GRAM) {
      for (int at = key.indexOf(letters); at >= 0; at = key.indexOf(letters, at + 1)) {
        if (!visitor.accept(at)) {
          return;
        }
      }
      return;
    }
    int rarest = 0;
    for (int i = 1; i + GRAM <= letters.length(); i++) {
      if (frequency(letters, i) < frequency(letters, rarest)) {
        rarest = i;
      }
    }
    int before = rarest;
    visit(
        letters,
        rarest,
        place ->
            !key.regionMatches(place - before, letters, 0, letters.length())
                || visitor.accept(place - before));
  }
}
