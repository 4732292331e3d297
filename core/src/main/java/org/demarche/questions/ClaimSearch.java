package org.demarche.questions;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.When;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Provenance;
import org.demarche.rules.Responses;

/**
 * A search for the claims in a view that fit one of several filters. A step narrows every filter,
 * so that a condition on grades applies to the principals for which each filter asks.
 */
public final class ClaimSearch {
  private static final Comparator<Claim> BY_LATEST_DAY =
      Comparator.comparing((Claim claim) -> claim.asserted().latest()).thenComparing(Claim::id);

  private final EvidenceView view;
  private final DossierIndex index;
  private final ImmutableList<ClaimFilter> alternatives;
  private final Supplier<int[]> found = Suppliers.memoize(this::search);

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
   */
  public Stream<Claim> claims() {
    return inOrder().stream().map(index::claim);
  }

  /** Returns the ids of the claims that respond to claims found or take them back, in order. */
  public ImmutableSetMultimap<String, String> answeredBy() {
    ImmutableSetMultimap.Builder<String, String> answers = ImmutableSetMultimap.builder();
    for (int number : inOrder()) {
      Responses.ids(view, number).sorted().forEach(id -> answers.put(index.claim(number).id(), id));
    }
    return answers.build();
  }

  /** Returns the claims found in the same order, each with its evidence. */
  public ImmutableList<Chronology.Entry> entries() {
    return entries((claim, evidence) -> true);
  }

  /** Returns the claims found in the same order, each with the evidence that fits every step. */
  public ImmutableList<Chronology.Entry> attestations() {
    return entries(
        (claim, evidence) ->
            alternatives.stream()
                .anyMatch(filter -> filter.attests(evidence) && filter.finds(claim)));
  }

  private ImmutableList<Chronology.Entry> entries(BiPredicate<Integer, Evidence> wanted) {
    Provenance provenance = new Provenance(view);
    return inOrder().stream()
        .map(
            number ->
                AnswerFactory.get()
                    .chronologyEntry(
                        index.claim(number),
                        provenance.evidence(number).stream()
                            .filter(evidence -> wanted.test(number, evidence))
                            .toList(),
                        provenance.grades(number),
                        Responses.aftermath(view, number),
                        index.dossier()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the numbers of the claims found in chronological order, sorted by days as numbers. */
  private List<Integer> inOrder() {
    long[] byDay =
        Arrays.stream(found.get())
            .mapToLong(number -> firstDay(number) * (1L << 32) + number)
            .sorted()
            .toArray();
    Integer[] numbers = new Integer[byDay.length];
    Arrays.setAll(numbers, i -> (int) byDay[i]);
    for (int start = 0, end; start < byDay.length; start = end) {
      for (end = start + 1; end < byDay.length && byDay[end] >> 32 == byDay[start] >> 32; ) {
        end++;
      }
      Arrays.sort(numbers, start, end, Comparator.comparing(index::claim, BY_LATEST_DAY));
    }
    return Arrays.asList(numbers);
  }

  private long firstDay(int number) {
    When asserted = index.claim(number).asserted();
    return asserted.earliest().orElse(asserted.latest()).toEpochDay();
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
