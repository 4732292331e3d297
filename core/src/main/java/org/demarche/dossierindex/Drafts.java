package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.model.Claim;

/** The drafts of a dossier, by number. */
final class Drafts {
  private final DossierIndex index;
  private final int[] numbers;

  /** The drafts that bear on a family and a proposition but have no rows. */
  private final Supplier<ImmutableListMultimap<List<Integer>, Integer>> uncounted =
      Suppliers.memoize(this::findUncounted);

  private Drafts(DossierIndex index, int... numbers) {
    this.index = index;
    this.numbers = numbers;
  }

  /** Returns the drafts among all claims of an index under construction. */
  static Drafts of(DossierIndex index) {
    return among(IntStream.range(0, index.dossier().claims().size()), index);
  }

  private static Drafts among(IntStream claims, DossierIndex index) {
    return new Drafts(index, claims.filter(number -> index.claim(number).isDraft()).toArray());
  }

  /** Reads the drafts of an index that were written. */
  static Drafts read(DossierIndex index, IntReader in) {
    return new Drafts(index, in.readArray());
  }

  /** Writes the drafts. */
  void writeTo(IntWriter out) {
    out.writeArray(numbers);
  }

  /** Returns these drafts and those among some claims of an index that has more. */
  Drafts and(Set<Integer> given, DossierIndex larger) {
    boolean isSame =
        given.stream()
            .noneMatch(
                number ->
                    larger.claim(number).isDraft() || Arrays.binarySearch(numbers, number) >= 0);
    return isSame
        ? new Drafts(larger, numbers)
        : among(
            IntStream.concat(Arrays.stream(numbers), given.stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct(),
            larger);
  }

  /** Returns whether no claim is a draft. */
  boolean isEmpty() {
    return numbers.length == 0;
  }

  /** Returns the drafts that have no rows, but would have some of a party. */
  List<Integer> uncounted(int party, int proposition) {
    return isEmpty()
        ? ImmutableList.of()
        : uncounted.get().get(List.of(index.parties().family(party), proposition)).stream()
            .filter(draft -> concerns(index.claim(draft), party))
            .toList();
  }

  private boolean concerns(Claim claim, int party) {
    PartyIndex parties = index.parties();
    return claim.principals().stream()
        .mapToInt(index.numbers()::actor)
        .filter(actor -> parties.authorityRank(actor, party) != PartyIndex.STRANGER)
        .anyMatch(actor -> parties.isInTime(actor, party, claim.asserted().latest()));
  }

  private ImmutableListMultimap<List<Integer>, Integer> findUncounted() {
    ImmutableSetMultimap.Builder<List<Integer>, Integer> found = ImmutableSetMultimap.builder();
    for (int draft : index.includesDrafts() ? List.<Integer>of() : Ints.asList(numbers)) {
      index.forEachCell(
          index.claim(draft),
          (family, proposition) -> found.put(List.of(family, proposition), draft));
    }
    return ImmutableListMultimap.copyOf(found.build());
  }
}
