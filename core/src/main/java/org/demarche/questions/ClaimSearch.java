package org.demarche.questions;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.demarche.answer.Chronology;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.FoundParticulars;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Provenance;
import org.demarche.rules.Responses;

/**
 * A search for the claims in a view that fit one of several filters. A step narrows every filter,
 * so that a condition on grades applies to the principals for which each filter asks.
 */
public final class ClaimSearch {
  private final EvidenceView view;
  private final DossierIndex index;
  private final ImmutableList<ClaimFilter> alternatives;
  private final Supplier<int[]> found = Suppliers.memoize(this::search);
  private final Supplier<List<Integer>> inOrder = Suppliers.memoize(this::sorted);

  /** Creates a search that finds every claim that the view shows. */
  public ClaimSearch(EvidenceView view) {
    this(view, ImmutableList.of(new ClaimFilter(view)));
  }

  private ClaimSearch(EvidenceView view, ImmutableList<ClaimFilter> alternatives) {
    this.view = view;
    this.index = view.index();
    this.alternatives = alternatives;
  }

  /** Returns the search in which each filter has one more step. */
  public ClaimSearch narrowed(UnaryOperator<ClaimFilter> step) {
    return new ClaimSearch(
        view, alternatives.stream().map(step).collect(ImmutableList.toImmutableList()));
  }

  /** Returns the search for the claims that this search or another of the same view finds. */
  public ClaimSearch or(ClaimSearch other) {
    return new ClaimSearch(
        view,
        ImmutableList.<ClaimFilter>builder()
            .addAll(alternatives)
            .addAll(other.alternatives)
            .build());
  }

  // Results

  private int[] search() {
    return alternatives.size() == 1
        ? alternatives.get(0).claims().toArray()
        : alternatives.stream().flatMapToInt(ClaimFilter::claims).sorted().distinct().toArray();
  }

  /** Sorts the numbers of the claims found into chronological order. */
  private List<Integer> sorted() {
    return Ints.asList(index.chronologicalOrder().sorted(found.get()));
  }

  /** Returns the number of claims found. */
  public int count() {
    return found.get().length;
  }

  /** Returns the numbers of the claims found. */
  public BitSet numbers() {
    BitSet numbers = new BitSet();
    Arrays.stream(found.get()).forEach(numbers::set);
    return numbers;
  }

  /**
   * Returns the claims found, sorted by earliest day, latest day and id. A claim without an
   * earliest day is sorted by its latest day.
   *
   * @return a view that cannot be changed
   */
  public List<Claim> claims() {
    return Collections.unmodifiableList(Lists.transform(inOrder.get(), index::claim));
  }

  /** Returns what is looked up about the claims found when they are printed or written. */
  public FoundParticulars particulars() {
    return new FoundParticulars() {
      @Override
      public ImmutableSetMultimap<String, String> answeredBy() {
        ImmutableSetMultimap.Builder<String, String> answers = ImmutableSetMultimap.builder();
        for (int number : inOrder.get()) {
          answers.putAll(index.claim(number).id(), answers(number));
        }
        return answers.build();
      }

      @Override
      public ImmutableSet<String> answeredBy(Claim claim) {
        return answers(index.numbers().claim(claim.id()));
      }

      @Override
      public boolean isAnyAnswered() {
        return inOrder.get().stream()
            .anyMatch(
                number ->
                    index.claims(Field.ANSWERED, number).length > 0 && !answers(number).isEmpty());
      }

      @Override
      public boolean mayHaveConditions() {
        return index.hasConditions();
      }

      @Override
      public boolean mayHaveDueDays() {
        return index.hasDueDays();
      }
    };
  }

  private ImmutableSet<String> answers(int number) {
    return Responses.ids(view, number).sorted().collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the claims found in the same order, each with its evidence.
   *
   * @return a view, whose entries are made whenever they are looked at
   */
  public List<Chronology.Entry> entries() {
    return entries((claim, evidence) -> true);
  }

  /** Returns the claims found in the same order, each with the evidence that fits every step. */
  public List<Chronology.Entry> attestations() {
    return entries(
        (claim, evidence) ->
            alternatives.stream()
                .anyMatch(filter -> filter.attests(evidence) && filter.finds(claim)));
  }

  private List<Chronology.Entry> entries(BiPredicate<Integer, Evidence> wanted) {
    Provenance provenance = new Provenance(view);
    return Lists.transform(
        inOrder.get(),
        number ->
            AnswerFactory.get()
                .chronologyEntry(
                    index.claim(number),
                    provenance.evidence(number).stream()
                        .filter(evidence -> wanted.test(number, evidence))
                        .toList(),
                    provenance.grades(number),
                    Responses.aftermath(view, number),
                    index.dossier()));
  }

  /** Returns the day on which the first evidence of an entry was certainly published. */
  public LocalDate published(Chronology.Entry entry) {
    return entry.evidence().stream()
        .flatMap(evidence -> index.dossier().source(evidence.source()).stream())
        .map(source -> source.published().latest())
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }
}
