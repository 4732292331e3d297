package org.demarche.dossierindex;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Claim;

/** The numbers of the drafts among claims, in ascending order. */
final class Drafts {
  private final int[] numbers;

  private Drafts(int... numbers) {
    this.numbers = numbers;
  }

  /** Returns the drafts among all claims. */
  static Drafts of(List<Claim> claims) {
    return among(IntStream.range(0, claims.size()), claims);
  }

  private static Drafts among(IntStream some, List<Claim> claims) {
    return new Drafts(some.filter(number -> claims.get(number).isDraft()).toArray());
  }

  /** Reads drafts that were written. */
  static Drafts read(IntReader in) {
    return new Drafts(in.readArray());
  }

  /** Writes the drafts. */
  void writeTo(IntWriter out) {
    out.writeArray(numbers);
  }

  /**
   * Returns the drafts among these and some others.
   *
   * @param given the numbers of claims that were added, or given again
   * @param claims all claims
   */
  Drafts and(Set<Integer> given, List<Claim> claims) {
    boolean isSame =
        given.stream()
            .noneMatch(
                number ->
                    claims.get(number).isDraft() || Arrays.binarySearch(numbers, number) >= 0);
    return isSame
        ? this
        : among(
            IntStream.concat(Arrays.stream(numbers), given.stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct(),
            claims);
  }

  /** Returns whether there are none. */
  boolean isEmpty() {
    return numbers.length == 0;
  }

  /** Returns the numbers. */
  ImmutableIntArray numbers() {
    return ImmutableIntArray.copyOf(numbers);
  }
}
