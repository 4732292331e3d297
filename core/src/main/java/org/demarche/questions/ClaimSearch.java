package org.demarche.questions;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.answer.Chronology;
import org.demarche.answer.Grade;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.When;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Provenance;

/**
 * A search for claims in a view: each step keeps the claims that fit. Steps by an indexed field
 * intersect lists of claim numbers; the others test each claim that is left.
 */
public final class ClaimSearch {
  private static final Comparator<Claim> BY_LATEST_DAY =
      Comparator.comparing((Claim claim) -> claim.asserted().latest()).thenComparing(Claim::id);

  private final EvidenceView view;
  private final DossierIndex index;
  private final Provenance provenance;

  /** Ascending lists of claim numbers, each of which contains every claim that is found. */
  private final ImmutableList<int[]> lists;

  private final IntPredicate fits;

  /** The conjunction of the conditions that the steps set on evidence. */
  private final Predicate<Evidence> attests;

  private final Supplier<int[]> found = Suppliers.memoize(this::search);

  /** Creates a search that finds every claim that the view shows. */
  public ClaimSearch(EvidenceView view) {
    this(view, new Provenance(view), ImmutableList.of(), claim -> true, evidence -> true);
  }

  private ClaimSearch(
      EvidenceView view,
      Provenance provenance,
      ImmutableList<int[]> lists,
      IntPredicate fits,
      Predicate<Evidence> attests) {
    this.view = view;
    this.index = view.index();
    this.provenance = provenance;
    this.lists = lists;
    this.fits = fits;
    this.attests = attests;
  }

  // Steps

  private ClaimSearch in(int[] claims) {
    ImmutableList<int[]> more = ImmutableList.<int[]>builder().addAll(lists).add(claims).build();
    return new ClaimSearch(view, provenance, more, fits, attests);
  }

  private ClaimSearch where(IntPredicate condition) {
    return new ClaimSearch(view, provenance, lists, fits.and(condition), attests);
  }

  /** Keeps the claims that fulfil a condition. */
  public ClaimSearch claim(Predicate<Claim> condition) {
    return where(claim -> condition.test(index.claim(claim)));
  }

  /** Keeps the claims with a speaker who is not named. */
  public ClaimSearch unnamed() {
    return where(provenance::isUnnamed);
  }

  /** Keeps the claims whose speakers are all named. */
  public ClaimSearch named() {
    return where(claim -> !provenance.isUnnamed(claim));
  }

  /** Keeps joint claims. */
  public ClaimSearch joint() {
    return where(provenance::isJoint);
  }

  /** Keeps joint claims that each of their states reports. */
  public ClaimSearch mutual() {
    return where(provenance::isMutual);
  }

  /** Keeps joint claims that not all of their states report. */
  public ClaimSearch oneSided() {
    return where(claim -> provenance.isJoint(claim) && !provenance.isMutual(claim));
  }

  /** Keeps the claims in which the words of a principal are known only through another state. */
  public ClaimSearch crossAttributed() {
    return where(provenance::isCrossAttributed);
  }

  /** Keeps the claims with a piece of evidence that fulfils a condition. */
  public ClaimSearch evidence(Predicate<Evidence> condition) {
    return new ClaimSearch(
        view,
        provenance,
        lists,
        fits.and(claim -> provenance.evidence(claim).stream().anyMatch(condition)),
        attests.and(condition));
  }

  /** Keeps the claims of a speaker. */
  public ClaimSearch speaker(String id) {
    return in(index.claims(Field.SPEAKER, AskedIds.actor(index, id)));
  }

  /** Keeps the claims of a principal. */
  public ClaimSearch principal(String id) {
    return in(index.claims(Field.PRINCIPAL, AskedIds.actor(index, id)));
  }

  /** Keeps the claims of a party or of one of its organs. */
  public ClaimSearch party(String id) {
    int party = AskedIds.actor(index, id);
    return claim(claim -> provenance.isOf(claim, party));
  }

  /** Keeps the claims that an actor relayed. */
  public ClaimSearch relay(String id) {
    int relay = AskedIds.actor(index, id);
    return where(claim -> provenance.isRelayedBy(claim, relay));
  }

  /** Keeps the claims that were made under an administration. */
  public ClaimSearch administration(String headId) {
    int head = AskedIds.actor(index, headId);
    return claim(claim -> provenance.isUnder(claim, head));
  }

  /** Keeps the claims that state a proposition. */
  public ClaimSearch on(String id) {
    return in(index.claims(Field.PROPOSITION, AskedIds.proposition(index, id)));
  }

  /** Keeps the claims that state any of the given propositions. */
  public ClaimSearch onAny(Iterable<String> ids) {
    IntStream.Builder propositions = IntStream.builder();
    ids.forEach(id -> propositions.add(AskedIds.proposition(index, id)));
    return onNumbers(propositions.build());
  }

  /** Keeps the claims that state a proposition, one of its composites or one of its parts. */
  public ClaimSearch touching(String id) {
    return onNumbers(index.touching(AskedIds.proposition(index, id)).stream());
  }

  private ClaimSearch onNumbers(IntStream propositions) {
    return in(
        propositions
            .distinct()
            .flatMap(proposition -> Arrays.stream(index.claims(Field.PROPOSITION, proposition)))
            .sorted()
            .toArray());
  }

  /** Keeps the claims of a grade for one of their principals. */
  public ClaimSearch grade(Grade grade) {
    return where(claim -> provenance.grades(claim).containsValue(grade));
  }

  // Results

  private int[] search() {
    IntStream numbers =
        lists.stream()
            .reduce(ClaimSearch::intersection)
            .map(Arrays::stream)
            .orElseGet(() -> IntStream.range(0, index.dossier().claims().size()));
    return numbers.filter(fits).filter(view::shows).toArray();
  }

  private static int[] intersection(int[] one, int[] other) {
    int[] both = new int[Math.min(one.length, other.length)];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        both[count++] = one[i++];
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Arrays.copyOf(both, count);
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
  public ImmutableList<Claim> claims() {
    return inOrder().stream().map(index::claim).collect(ImmutableList.toImmutableList());
  }

  /** Returns the claims found in the same order, each with its evidence. */
  public ImmutableList<Chronology.Entry> entries() {
    return entries(evidence -> true);
  }

  /** Returns the claims found in the same order, each with the evidence that fits every step. */
  public ImmutableList<Chronology.Entry> attestations() {
    return entries(attests);
  }

  private ImmutableList<Chronology.Entry> entries(Predicate<Evidence> wanted) {
    return inOrder().stream()
        .map(
            number ->
                AnswerFactory.get()
                    .chronologyEntry(
                        index.claim(number),
                        provenance.evidence(number).stream().filter(wanted).toList(),
                        provenance.grades(number),
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
