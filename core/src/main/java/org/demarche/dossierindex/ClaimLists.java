package org.demarche.dossierindex;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.index.Postings;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;

/** The claims that have rows, listed by the values of each field. */
final class ClaimLists {
  private final ImmutableList<Postings> fields;

  private ClaimLists(ImmutableList<Postings> fields) {
    this.fields = fields;
  }

  /** Lists all claims of an index under construction, blocks of them on several threads. */
  static ClaimLists of(DossierIndex index) {
    Builder all = new Builder(index);
    for (Builder block :
        ClaimBlocks.map(
            index.dossier().claims().size(),
            numbers -> {
              Builder some = new Builder(index);
              numbers.forEach(some::list);
              return some;
            })) {
      Streams.forEachPair(all.fields.stream(), block.fields.stream(), Postings.Builder::addAll);
    }
    return new ClaimLists(
        ImmutableList.copyOf(all.fields.parallelStream().map(Postings.Builder::build).toList()));
  }

  /** Reads lists that were written. */
  static ClaimLists read(IntReader in) {
    return new ClaimLists(
        Arrays.stream(Field.values())
            .map(field -> Postings.read(in))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Writes the lists. */
  void writeTo(IntWriter out) {
    fields.forEach(postings -> postings.writeTo(out));
  }

  /**
   * Returns these lists and some claims of a larger index, which may be listed already.
   *
   * @param before the index of these lists
   */
  ClaimLists plus(Set<Integer> given, DossierIndex larger, DossierIndex before) {
    Builder more = new Builder(larger);
    given.forEach(number -> more.listAgain(number, before));
    return new ClaimLists(
        Streams.zip(more.fields.stream(), fields.stream(), Postings.Builder::onto)
            .collect(ImmutableList.toImmutableList()));
  }

  /** Returns the numbers of the claims that have a value in a field, in ascending order. */
  int[] of(Field field, int value) {
    return fields.get(field.ordinal()).of(value);
  }

  /** Returns whether some claim has a value in a field. */
  boolean has(Field field, int value) {
    return fields.get(field.ordinal()).has(value);
  }

  /** Claims that are being listed. */
  private static final class Builder {
    private final DossierIndex index;
    private final RecordNumbers numbers;
    private final ImmutableList<Postings.Builder> fields =
        Stream.generate(Postings.Builder::new)
            .limit(Field.values().length)
            .collect(ImmutableList.toImmutableList());

    Builder(DossierIndex index) {
      this.index = index;
      this.numbers = index.numbers();
    }

    private void add(Field field, int value, int claim) {
      fields.get(field.ordinal()).add(value, claim);
    }

    void list(int number) {
      Claim claim = index.claim(number);
      if (!index.includes(claim)) {
        return;
      }
      for (String id : claim.speakers()) {
        add(Field.SPEAKER, numbers.actor(id), number);
      }
      for (String id : claim.principals()) {
        add(Field.PRINCIPAL, numbers.actor(id), number);
      }
      add(Field.PROPOSITION, index.propositionOf(claim), number);
      claim.occasion().ifPresent(id -> add(Field.OCCASION, numbers.occasion(id), number));
      if (!claim.respondsTo().isEmpty() || !claim.retracts().isEmpty()) {
        Sets.union(claim.respondsTo(), claim.retracts())
            .forEach(id -> add(Field.ANSWERED, numbers.claim(id), number));
      }
      listSources(number, Set.of());
    }

    /** Lists a claim that may be listed already. */
    void listAgain(int number, DossierIndex before) {
      boolean isListed =
          number < before.dossier().claims().size() && before.includes(before.claim(number));
      if (!isListed) {
        list(number);
      } else if (index.changes(number, before)) {
        listSources(number, sourcesOf(before.claim(number)));
      }
    }

    /** Lists a claim under its sources, but those under which it is listed already. */
    private void listSources(int number, Set<String> before) {
      Claim claim = index.claim(number);
      if (!index.includes(claim)) {
        return;
      }
      if (before.isEmpty() && claim.evidence().size() == 1) { // as nearly always
        add(Field.SOURCE, numbers.source(claim.evidence().get(0).source()), number);
        return;
      }
      for (String id : Sets.difference(sourcesOf(claim), before)) {
        add(Field.SOURCE, numbers.source(id), number);
      }
    }

    private static Set<String> sourcesOf(Claim claim) {
      return claim.evidence().stream().map(Evidence::source).collect(toImmutableSet());
    }
  }
}
