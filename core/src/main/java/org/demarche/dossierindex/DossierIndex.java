package org.demarche.dossierindex;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Suppliers;
import com.google.common.collect.Collections2;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import com.google.common.collect.Table;
import com.google.common.collect.TreeMultimap;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.Implications.Reached;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.index.Postings;
import org.demarche.index.RowStore;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;

/**
 * A dossier indexed for questions: for each family and each proposition the rows of the claims that
 * bear on it, by day, and for each speaker, principal and proposition the list of its claims.
 *
 * <p>An index is never changed. {@link #plus} makes another, which shares with this one the rows
 * that the new records do not touch.
 */
public final class DossierIndex {
  /** The column of the facts about a row; {@link RowBits} has their layout. */
  public static final int BITS = DayRows.TRAITS;

  /** The column of the list of evidence of a row, in {@link #evidence()}. */
  public static final int EVIDENCE = 3;

  /** The column of the number of the claim of a row. */
  public static final int CLAIM = 4;

  /** The column of the list of principals of a row, in {@link #principals()}. */
  public static final int PRINCIPALS = 5;

  private final Dossier dossier;
  private final RecordNumbers numbers;
  private final RowValues values;
  private final PartyIndex parties;
  private final SourceIndex sources;
  private final Implications implications;
  private final Supplier<PropositionOrder> order =
      Suppliers.memoize(() -> PropositionOrder.of(dossier(), numbers()));
  private final ImmutableSetMultimap<Integer, Integer> rivals;

  /** The claims that retract a claim; absent for nearly all. */
  private final ImmutableSetMultimap<Integer, Integer> retractions;

  /** The claims that answer or retract a claim, and are not later by their date. */
  private final ImmutableSetMultimap<Integer, Integer> answers;

  /** The numbers of the drafts. */
  private final int[] drafts;

  /** True if the drafts have rows. */
  private final boolean includesDrafts;

  /** The index of the same dossier that treats drafts the other way. */
  private final Supplier<DossierIndex> other;

  /** The drafts that bear on a family and a proposition but have no rows. */
  private final Supplier<ImmutableListMultimap<List<Integer>, Integer>> uncountedDrafts =
      Suppliers.memoize(this::findUncountedDrafts);

  private final boolean hasConditions;
  private final LocalDate lastDay;
  private final ImmutableList<Postings> fields;
  private final IntLists principals;
  private final IntLists evidence;
  private final QuotedWords quotedWords;

  /** The claims that media make in their own voice, by proposition; the second key is 0. */
  private final RowStore reports;

  private final RowStore rows;

  /** The fields by which claims are listed. */
  public enum Field {
    /** A speaker of the claim. */
    SPEAKER,
    /** A principal of the claim. */
    PRINCIPAL,
    /** The proposition that the claim states. */
    PROPOSITION,
    /** A claim to which the claim responds, or which it takes back. */
    ANSWERED,
    /** A source of the evidence for the claim. */
    SOURCE
  }

  /**
   * Indexes a dossier without its drafts, in time and memory linear in its claims.
   *
   * @param values computes the values that are stored with each row
   */
  public DossierIndex(Dossier dossier, RowValues values) {
    this(dossier, values, false, Optional.empty());
  }

  private DossierIndex(
      Dossier dossier, RowValues values, boolean includesDrafts, Optional<DossierIndex> other) {
    this.includesDrafts = includesDrafts;
    this.other = otherOr(other);
    this.dossier = dossier;
    this.quotedWords =
        other.map(DossierIndex::quotedWords).orElseGet(() -> new QuotedWords(dossier.claims()));
    this.numbers = new RecordNumbers(dossier);
    this.values = values;
    this.parties = new PartyIndex(dossier, numbers);
    this.sources = new SourceIndex(dossier, numbers);
    this.implications = new Implications(dossier, numbers);
    this.rivals = rivals(dossier, numbers);
    int[] all = IntStream.range(0, dossier.claims().size()).toArray();
    this.retractions = references(ImmutableSetMultimap.of(), all, this::retracts);
    this.answers = references(ImmutableSetMultimap.of(), all, this::answersUndated);
    this.drafts = drafts(new int[0], all);
    this.hasConditions = hasConditions(dossier.claims());
    this.lastDay =
        lastDay(
            Iterables.concat(dossier.claims(), dossier.sources()), LocalDate.MIN, claim -> claim);
    ClaimRowBuilder claimRows =
        new ClaimRowBuilder(this, values, new IntLists.Builder(), new IntLists.Builder());
    ImmutableList<Postings.Builder> lists = lists();
    for (int claim = 0; claim < dossier.claims().size(); claim++) {
      claimRows.add(claim);
      list(claim, lists);
    }
    this.principals = claimRows.principals.build();
    this.evidence = claimRows.evidence.build();
    this.fields = ImmutableList.copyOf(Lists.transform(lists, Postings.Builder::build));
    this.reports = claimRows.reports.build(DossierIndex::bitsAsLaid);
    this.rows = claimRows.rows.build(bitsWithOutcomes());
    noteWeighedOutcomes();
  }

  /** Indexes the records that were added to a dossier that is indexed already. */
  private DossierIndex(
      DossierIndex before, Dossier merged, Iterable<? extends DossierRecord> more) {
    this.includesDrafts = before.includesDrafts;
    this.other = otherOr(Optional.empty());
    this.dossier = merged;
    this.numbers = new RecordNumbers(merged);
    this.values = before.values;
    this.parties =
        merged.actors().size() == before.dossier.actors().size()
            ? before.parties
            : new PartyIndex(merged, numbers);
    this.sources = before.sources.plus(merged, numbers);
    this.implications = before.implications;
    this.rivals = rivals(merged, numbers);
    int[] numbersOfMore =
        Streams.stream(Iterables.filter(more, Claim.class))
            .mapToInt(claim -> numbers.claim(claim.id()))
            .toArray();
    this.quotedWords = before.quotedWords.plus(merged.claims(), numbersOfMore);
    this.retractions = references(before.retractions, numbersOfMore, this::retracts);
    this.answers = references(before.answers, numbersOfMore, this::answersUndated);
    this.drafts = drafts(before.drafts, numbersOfMore);
    this.hasConditions = before.hasConditions || hasConditions(Iterables.filter(more, Claim.class));
    this.lastDay = lastDay(more, before.lastDay, claim -> claim(numbers.claim(claim.id())));
    ClaimRowBuilder claimRows =
        new ClaimRowBuilder(
            this,
            values,
            new IntLists.Builder(before.principals),
            new IntLists.Builder(before.evidence));
    ImmutableList<Postings.Builder> lists = lists();
    BitSet corroborated = new BitSet();
    BitSet added = new BitSet();
    for (Claim claim : Iterables.filter(more, Claim.class)) {
      int number = numbers.claim(claim.id());
      if (added.get(number)) {
        continue; // the same claim once more, with other evidence
      }
      if (number >= before.dossier.claims().size()) {
        added.set(number);
        claimRows.add(number);
        list(number, lists);
      } else if (merged.claims().get(number) != before.dossier.claims().get(number)) {
        added.set(number);
        claimRows.add(number);
        corroborated.set(number);
        listSources(number, sourcesOf(before.claim(number)), lists);
      }
    }
    for (int number : affected(before, more)) {
      if (!added.get(number)) {
        claimRows.add(number);
        corroborated.set(number);
      }
    }
    this.principals = claimRows.principals.build();
    this.evidence = claimRows.evidence.build();
    this.fields =
        Streams.zip(lists.stream(), before.fields.stream(), Postings.Builder::onto)
            .collect(ImmutableList.toImmutableList());
    this.reports =
        claimRows.reports.onto(before.reports, CLAIM, corroborated::get, DossierIndex::bitsAsLaid);
    this.rows = claimRows.rows.onto(before.rows, CLAIM, corroborated::get, bitsWithOutcomes());
    added.or(corroborated);
    noteWeighedOutcomes(before, added);
  }

  /**
   * Returns the earlier claims that added claims retract or answer, or whose sources added ones
   * revise, and the claims that these retract, directly or through others.
   */
  private Set<Integer> affected(DossierIndex before, Iterable<? extends DossierRecord> more) {
    Set<Integer> affected = new TreeSet<>();
    for (DossierRecord record : more) {
      if (record instanceof Claim claim) {
        affected.addAll(retracts(claim));
        affected.addAll(answersUndated(claim));
      } else if (record instanceof Source source) {
        source
            .revises()
            .map(numbers::source)
            .ifPresent(
                revised -> affected.addAll(Ints.asList(before.claims(Field.SOURCE, revised))));
      }
    }
    Deque<Integer> open = new ArrayDeque<>(affected);
    while (!open.isEmpty()) {
      for (int retracted : retracts(claim(open.remove()))) {
        if (affected.add(retracted)) {
          open.add(retracted);
        }
      }
    }
    affected.removeIf(number -> number >= before.dossier.claims().size());
    return affected;
  }

  private static boolean hasConditions(Iterable<Claim> claims) {
    return Iterables.any(claims, claim -> claim.condition().isPresent());
  }

  /** Returns whether some claim of the dossier depends on a condition. */
  public boolean hasConditions() {
    return hasConditions;
  }

  private static int bitsAsLaid(int first, DayRows rows, int row) {
    return rows.get(row, BITS);
  }

  /** Returns a function that notes in the bits of a row what its family holds from then on. */
  private DayRows.FinalTraits bitsWithOutcomes() {
    RowValues.Outcomes outcomes = values.outcomes(this);
    return (family, rows, row) ->
        isWeighed(rows)
            ? RowBits.withoutOutcome(rows.get(row, BITS))
            : RowBits.with(outcomes.of(family, rows, row), rows.get(row, BITS));
  }

  /** Returns whether some row has to be weighed against the others. */
  public static boolean isWeighed(DayRows rows) {
    return (rows.unionOfTraits() & RowBits.WEIGHED) != 0;
  }

  /** Notes the outcomes of rows that have to be weighed, once the rows of all propositions are. */
  private void noteWeighedOutcomes() {
    RowValues.WeighedOutcomes outcomes = values.weighedOutcomes(this);
    for (int family = 0; family < rows.firstKeyBound(); family++) {
      int head = family;
      rows.forEach(
          family,
          (proposition, cell) -> {
            if (isWeighed(cell)) {
              noteWeighedOutcomes(head, proposition, DayRows.OPEN + 1, outcomes);
            }
          });
    }
  }

  private void noteWeighedOutcomes(
      int family, int proposition, int day, RowValues.WeighedOutcomes outcomes) {
    IntFunction<Optional<PositionOutcome>> outcome =
        outcomes.of(family, rows.rows(family, proposition));
    rows.setTraits(
        family,
        proposition,
        day,
        (first, cell, row) ->
            outcome
                .apply(row)
                .map(noted -> RowBits.with(noted, cell.get(row, BITS)))
                .orElseGet(() -> RowBits.withoutOutcome(cell.get(row, BITS))));
  }

  /** Returns the propositions on which claims that state a proposition can bear. */
  private Set<Integer> reachable(int proposition) {
    Set<Integer> found = new TreeSet<>();
    for (Stance stance : Stance.values()) {
      implications.of(proposition, stance).forEach(reached -> found.add(reached.proposition()));
    }
    return found;
  }

  /**
   * Notes again what added claims may have altered, also on propositions to which only other claims
   * pass on.
   */
  private void noteWeighedOutcomes(DossierIndex before, BitSet added) {
    Table<Integer, Integer, Integer> days = HashBasedTable.create();
    for (int number : added.stream().toArray()) {
      Claim claim = claim(number);
      int day = EpochDays.firstCounting(claim.asserted());
      for (String principal : claim.principals()) {
        for (int family : parties.families(numbers.actor(principal))) {
          for (int proposition : reachable(propositionOf(claim))) {
            Integer other = days.get(family, proposition);
            days.put(family, proposition, other == null ? day : Math.min(day, other));
          }
        }
      }
    }
    RowValues.WeighedOutcomes outcomes = values.weighedOutcomes(this);
    days.rowMap()
        .forEach(
            (family, daysOfPropositions) ->
                daysOfPropositions.forEach(
                    (proposition, day) -> {
                      if (!rows.shares(before.rows, family)
                          && isWeighed(rows.rows(family, proposition))) {
                        noteWeighedOutcomes(family, proposition, day, outcomes);
                      }
                    }));
  }

  /**
   * Returns the index of this dossier and more. If the new records make earlier claims bear on
   * something new, all claims are indexed again.
   *
   * @param merged the dossier with the records added
   * @param more the added records; records that the dossier has already may be among them
   */
  public DossierIndex plus(Dossier merged, Iterable<? extends DossierRecord> more) {
    return reachesEarlierClaims(dossier, more) || replacesDraft(merged)
        ? new DossierIndex(merged, values, includesDrafts, Optional.empty())
        : new DossierIndex(this, merged, more);
  }

  /** Returns whether a coded claim takes the place of a draft. */
  private boolean replacesDraft(Dossier merged) {
    for (int claim : drafts) {
      if (!merged.claims().get(claim).isDraft()) {
        return true;
      }
    }
    return false;
  }

  // Drafts

  private Supplier<DossierIndex> otherOr(Optional<DossierIndex> known) {
    return known
        .<Supplier<DossierIndex>>map(index -> () -> index)
        .orElseGet(
            () ->
                Suppliers.memoize(
                    () -> new DossierIndex(dossier(), values, !includesDrafts, Optional.of(this))));
  }

  /**
   * Returns the index of the same dossier with or without its drafts. The first call for the other
   * way indexes the dossier again, unless it has no drafts.
   */
  public DossierIndex including(boolean withDrafts) {
    return withDrafts == includesDrafts || drafts.length == 0 ? this : other.get();
  }

  /** Returns whether drafts, if there are any, have rows. */
  public boolean includesDrafts() {
    return includesDrafts;
  }

  /** Returns whether some claims are drafts. */
  public boolean hasDrafts() {
    return drafts.length > 0;
  }

  /** Returns whether a claim has rows: it is coded, or drafts have rows. */
  boolean includes(Claim claim) {
    return includesDrafts || !claim.isDraft();
  }

  /** Returns the numbers of the drafts that have no rows, but would have some of a party. */
  public List<Integer> uncountedDrafts(int party, int proposition) {
    return drafts.length == 0
        ? ImmutableList.of()
        : uncountedDrafts.get().get(List.of(parties.family(party), proposition)).stream()
            .filter(draft -> concerns(claim(draft), party))
            .toList();
  }

  private boolean concerns(Claim claim, int party) {
    return claim.principals().stream()
        .mapToInt(numbers::actor)
        .filter(actor -> parties.authorityRank(actor, party) != PartyIndex.STRANGER)
        .anyMatch(actor -> parties.isInTime(actor, party, claim.asserted().latest()));
  }

  private ImmutableListMultimap<List<Integer>, Integer> findUncountedDrafts() {
    ImmutableSetMultimap.Builder<List<Integer>, Integer> found = ImmutableSetMultimap.builder();
    for (int draft : includesDrafts ? new int[0] : drafts) {
      forEachCell(
          claim(draft), (family, proposition) -> found.put(List.of(family, proposition), draft));
    }
    return ImmutableListMultimap.copyOf(found.build());
  }

  private int[] drafts(int[] before, int[] more) {
    IntStream added = IntStream.of(more).filter(number -> claim(number).isDraft());
    return IntStream.concat(IntStream.of(before), added).distinct().toArray();
  }

  /**
   * Returns whether records that are added to a dossier make its claims bear on something new. Only
   * a new composite, or a new actor that has terms of office or continues a state, does so.
   */
  public static boolean reachesEarlierClaims(
      Dossier dossier, Iterable<? extends DossierRecord> more) {
    for (DossierRecord record : more) {
      if (record instanceof Proposition proposition
          && !proposition.parts().isEmpty()
          && dossier.proposition(proposition.id()).isEmpty()) {
        return true;
      }
      if (record instanceof Actor actor
          && (!actor.terms().isEmpty() || actor.succeeds().isPresent())
          && dossier.actor(actor.id()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  // Claims by field

  private static ImmutableList<Postings.Builder> lists() {
    return Stream.generate(Postings.Builder::new)
        .limit(Field.values().length)
        .collect(ImmutableList.toImmutableList());
  }

  private void list(int number, ImmutableList<Postings.Builder> lists) {
    Claim claim = claim(number);
    if (!includes(claim)) {
      return;
    }
    for (String id : claim.speakers()) {
      lists.get(Field.SPEAKER.ordinal()).add(numbers.actor(id), number);
    }
    for (String id : claim.principals()) {
      lists.get(Field.PRINCIPAL.ordinal()).add(numbers.actor(id), number);
    }
    lists.get(Field.PROPOSITION.ordinal()).add(propositionOf(claim), number);
    if (!claim.respondsTo().isEmpty() || !claim.retracts().isEmpty()) {
      Sets.union(claim.respondsTo(), claim.retracts())
          .forEach(id -> lists.get(Field.ANSWERED.ordinal()).add(numbers.claim(id), number));
    }
    listSources(number, Set.of(), lists);
  }

  /** Lists a claim under its sources, but those under which it is listed already. */
  private void listSources(int number, Set<String> before, ImmutableList<Postings.Builder> lists) {
    Claim claim = claim(number);
    if (before.isEmpty() && claim.evidence().size() == 1 && includes(claim)) { // as nearly always
      String id = claim.evidence().get(0).source();
      lists.get(Field.SOURCE.ordinal()).add(numbers.source(id), number);
      return;
    }
    for (String id :
        includes(claim) ? Sets.difference(sourcesOf(claim), before) : Set.<String>of()) {
      lists.get(Field.SOURCE.ordinal()).add(numbers.source(id), number);
    }
  }

  private static Set<String> sourcesOf(Claim claim) {
    return claim.evidence().stream().map(Evidence::source).collect(toImmutableSet());
  }

  /**
   * Returns the numbers of the claims that have a value in a field, in ascending order, but that
   * claims which were given more evidence follow under its source. The array must not be changed.
   *
   * @param value the number of an actor, of a proposition, of another claim, or of a source
   */
  public int[] claims(Field field, int value) {
    return fields.get(field.ordinal()).of(value);
  }

  /** Returns the words of the quotations of all claims, drafts included. */
  public QuotedWords quotedWords() {
    return quotedWords;
  }

  /** Passes on each family and proposition in whose rows a claim occurs. */
  public void forEachCell(Claim claim, BiConsumer<Integer, Integer> action) {
    ImmutableList<Reached> all = reached(claim);
    for (String principal : claim.principals()) {
      for (int family : parties.families(numbers.actor(principal))) {
        all.forEach(reached -> action.accept(family, reached.proposition()));
      }
    }
  }

  /**
   * Returns what a claim bears on, the proposition that it states first. An abstention bears on
   * nothing else, and what is merely taken back only on the parts.
   */
  ImmutableList<Reached> reached(Claim claim) {
    ImmutableList<Reached> all = implications.of(propositionOf(claim), claim.stance());
    if (all.size() == 1 || claim.stance() != Stance.UNCOMMITTED) {
      return all;
    }
    return switch (claim.force()) {
      case VOTE -> all.subList(0, 1);
      case WITHDRAW ->
          all.stream()
              .filter(reached -> reached.bearing() != Bearing.UP)
              .collect(ImmutableList.toImmutableList());
      default -> all;
    };
  }

  /** Returns whether another claim retracts a claim. */
  boolean isRetracted(int claim) {
    return retractions.containsKey(claim);
  }

  /** Returns the claims that retract a claim. */
  public Set<Integer> retractions(int claim) {
    return retractions.get(claim);
  }

  /**
   * Returns the claims that answer or retract a claim, but are not certainly later by their date;
   * answers known to be later supersede like any later claim.
   */
  public Set<Integer> answers(int claim) {
    return answers.get(claim);
  }

  private Collection<Integer> retracts(Claim claim) {
    return Collections2.transform(claim.retracts(), numbers::claim);
  }

  private Collection<Integer> answersUndated(Claim claim) {
    if (claim.respondsTo().isEmpty() && claim.retracts().isEmpty()) {
      return List.of();
    }
    Optional<LocalDate> earliest = claim.asserted().earliest();
    return Sets.union(claim.respondsTo(), claim.retracts()).stream()
        .map(numbers::claim)
        .filter(
            other ->
                earliest.isEmpty() || !claim(other).asserted().latest().isBefore(earliest.get()))
        .toList();
  }

  private ImmutableSetMultimap<Integer, Integer> references(
      ImmutableSetMultimap<Integer, Integer> before,
      int[] more,
      Function<Claim, Collection<Integer>> referred) {
    SetMultimap<Integer, Integer> found = LinkedHashMultimap.create();
    for (int number : more) {
      Claim claim = claim(number);
      if (includes(claim)) {
        referred.apply(claim).forEach(other -> found.put(other, number));
      }
    }
    return found.isEmpty()
        ? before
        : ImmutableSetMultimap.<Integer, Integer>builder().putAll(before).putAll(found).build();
  }

  /** Returns the parts of a composite, each with the stance that it calls for; empty for others. */
  public Map<Integer, Stance> parts(int proposition) {
    return implications.parts(proposition);
  }

  // Rows

  /** Returns the rows of all families. */
  public RowStore rows() {
    return rows;
  }

  /** Returns the rows of a party's family on a proposition. */
  public DayRows rows(int party, int proposition) {
    return rows.rows(parties.family(party), proposition);
  }

  /** Returns the rows of the claims that media make in their own voice on a proposition. */
  public DayRows reports(int proposition) {
    return reports.rows(proposition, 0);
  }

  /**
   * Returns the lists of principals of rows, without principals who are strangers to the family.
   */
  public IntLists principals() {
    return principals;
  }

  /** Returns the lists of evidence of rows, in the order of the claim; see {@link EvidenceBits}. */
  public IntLists evidence() {
    return evidence;
  }

  /**
   * Returns whether a claim that responds to another bears on a proposition for a party, or for an
   * organisation of which it is a member.
   */
  public boolean hasResponses(int party, int proposition) {
    return (rows(party, proposition).unionOfTraits() & RowBits.RESPONDS) != 0
        || parties.organisations(party).stream()
            .anyMatch(organisation -> hasResponses(organisation, proposition));
  }

  // Records

  /** Returns the dossier. */
  public Dossier dossier() {
    return dossier;
  }

  /** Returns the numbers of the records by id. */
  public RecordNumbers numbers() {
    return numbers;
  }

  /** Returns the claim of a number. */
  public Claim claim(int number) {
    return dossier.claims().get(number);
  }

  /** Returns the proposition of a number. */
  public Proposition proposition(int number) {
    return dossier.propositions().get(number);
  }

  int propositionOf(Claim claim) {
    return numbers.proposition(claim.proposition());
  }

  /** Returns the actors and the families to which they belong. */
  public PartyIndex parties() {
    return parties;
  }

  /** Returns the sources with their days of publication. */
  public SourceIndex sources() {
    return sources;
  }

  Implications implications() {
    return implications;
  }

  /** Returns the order of propositions in answers. */
  public PropositionOrder order() {
    return order.get();
  }

  /** Returns the order of propositions in answers, as a comparator of their numbers. */
  public Comparator<Integer> inOrder() {
    return Comparator.comparingInt(proposition -> order().ranks().get(proposition));
  }

  /** Returns a proposition, all its composites and all its parts, near or far. */
  public ImmutableIntArray touching(int proposition) {
    return implications.touching(proposition);
  }

  /** Returns the propositions that exclude one, or that it excludes, in the order of their ids. */
  public Set<Integer> rivals(int proposition) {
    return rivals.get(proposition);
  }

  private static ImmutableSetMultimap<Integer, Integer> rivals(
      Dossier dossier, RecordNumbers numbers) {
    TreeMultimap<String, String> rivals = TreeMultimap.create();
    for (Proposition proposition : dossier.propositions()) {
      for (String rival : proposition.excludes()) {
        rivals.put(proposition.id(), rival);
        rivals.put(rival, proposition.id());
      }
    }
    ImmutableSetMultimap.Builder<Integer, Integer> numbered = ImmutableSetMultimap.builder();
    rivals.forEach(
        (proposition, rival) ->
            numbered.put(numbers.proposition(proposition), numbers.proposition(rival)));
    return numbered.build();
  }

  /**
   * Returns the latest day of any source, or any claim that has rows, or 1970-01-01 in an empty
   * dossier.
   */
  public LocalDate endOfRecord() {
    return lastDay.equals(LocalDate.MIN) ? LocalDate.EPOCH : lastDay;
  }

  /**
   * Returns the last day of some records.
   *
   * @param current returns the claim of the dossier that has the id of one of these
   */
  private LocalDate lastDay(
      Iterable<? extends DossierRecord> records, LocalDate atLeast, UnaryOperator<Claim> current) {
    LocalDate end = atLeast;
    for (DossierRecord record : records) {
      LocalDate day =
          record instanceof Claim claim
              ? lastDay(current.apply(claim), end)
              : record instanceof Source source ? source.published().latest() : end;
      end = end.isAfter(day) ? end : day;
    }
    return end;
  }

  private LocalDate lastDay(Claim claim, LocalDate otherwise) {
    return includes(claim) ? claim.asserted().latest() : otherwise;
  }
}
