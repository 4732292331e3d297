package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Claim;
import org.demarche.model.When;

/**
 * The order of claims by earliest day, latest day and id. A claim without an earliest day is sorted
 * by its latest day. The order of all claims is found when it is first needed, and kept.
 */
public final class ChronologicalOrder {
  private static final Comparator<Claim> BY_LATEST_DAY =
      Comparator.comparing((Claim claim) -> claim.asserted().latest()).thenComparing(Claim::id);

  /** If one claim in so many is wanted, walking through all takes no more time than sorting. */
  private static final int SHARE = 256;

  /** If one claim in so many is wanted, it is worth finding the order of all. */
  private static final int WORTHWHILE = 16;

  private final List<Claim> claims;

  /** The order of the first claims, as far as it is known: of none, some or all. */
  private final AtomicReference<int[]> known;

  private final Supplier<int[]> all = Suppliers.memoize(this::findAll);

  ChronologicalOrder(List<Claim> claims) {
    this(claims, new int[0]);
  }

  private ChronologicalOrder(List<Claim> claims, int[] known) {
    this.claims = claims;
    this.known = new AtomicReference<>(known);
  }

  /** Reads the order of some claims that was written. */
  static ChronologicalOrder read(List<Claim> claims, IntReader in) {
    return new ChronologicalOrder(claims, in.readArray());
  }

  /** Finds the order of all claims, and writes it. */
  void writeTo(IntWriter out) {
    out.writeArray(all());
  }

  /** Returns the order of more claims, of which the first have the dates and ids of these. */
  ChronologicalOrder plus(List<Claim> more) {
    return new ChronologicalOrder(more, known());
  }

  /** Returns the numbers of all claims in order. The array must not be changed. */
  public int[] all() {
    return all.get();
  }

  private int[] known() {
    return Objects.requireNonNull(known.get());
  }

  private int[] findAll() {
    int[] first = known();
    int[] others = IntStream.range(first.length, claims.size()).toArray();
    sort(others);
    int[] found = first.length == 0 ? others : merged(first, others);
    known.set(found);
    return found;
  }

  /**
   * Returns the numbers of some claims in order. The array must not be changed.
   *
   * @param some the numbers in any order, each once
   */
  public int[] sorted(int... some) {
    if (some.length == claims.size()) {
      return all();
    }
    boolean isKnown = known().length == claims.size();
    if (some.length < claims.size() / (isKnown ? SHARE : WORTHWHILE)) {
      int[] numbers = some.clone();
      sort(numbers);
      return numbers;
    }
    BitSet wanted = new BitSet(claims.size());
    for (int number : some) {
      wanted.set(number);
    }
    return Arrays.stream(all()).filter(wanted::get).toArray();
  }

  /** Sorts by first days as numbers, and compares claims only where these are the same. */
  private void sort(int[] numbers) {
    long[] byDay = new long[numbers.length];
    Arrays.setAll(byDay, i -> firstDay(numbers[i]) * (1L << 32) + numbers[i]);
    Arrays.sort(byDay);
    for (int start = 0, end; start < byDay.length; start = end) {
      for (end = start + 1; end < byDay.length && byDay[end] >> 32 == byDay[start] >> 32; ) {
        end++;
      }
      Integer[] ofDay = new Integer[end - start];
      for (int i = 0; i < ofDay.length; i++) {
        ofDay[i] = (int) byDay[start + i];
      }
      Arrays.sort(ofDay, Comparator.comparing(claims::get, BY_LATEST_DAY));
      for (int i = 0; i < ofDay.length; i++) {
        numbers[start + i] = ofDay[i];
      }
    }
  }

  private int[] merged(int[] one, int[] other) {
    int[] merged = new int[one.length + other.length];
    int i = 0;
    int j = 0;
    for (int at = 0; at < merged.length; at++) {
      boolean takesOne = j == other.length || (i < one.length && isBefore(one[i], other[j]));
      merged[at] = takesOne ? one[i++] : other[j++];
    }
    return merged;
  }

  private boolean isBefore(int one, int other) {
    int byDay = Long.compare(firstDay(one), firstDay(other));
    return byDay == 0 ? BY_LATEST_DAY.compare(claims.get(one), claims.get(other)) < 0 : byDay < 0;
  }

  private long firstDay(int number) {
    When asserted = claims.get(number).asserted();
    LocalDate day = asserted.earliest().orElse(asserted.latest());
    return day.toEpochDay();
  }
}
