package org.demarche.dossierindex;

import com.google.common.base.Suppliers;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.demarche.dossierindex.Implications.Reached;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.index.RowStore;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
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
  private final Supplier<PropositionOrder> order;
  private final ImmutableSetMultimap<Integer, Integer> rivals;

  private final Drafts drafts;

  /** The drafts that bear on a family and a proposition but have no rows. */
  private final Supplier<ImmutableListMultimap<List<Integer>, Integer>> uncountedDrafts =
      Suppliers.memoize(this::findUncountedDrafts);

  /** True if the drafts have rows. */
  private final boolean includesDrafts;

  /** The index of the same dossier that treats drafts the other way. */
  private final Supplier<DossierIndex> other;

  private final boolean hasConditions;
  private final boolean hasDueDays;
  private final ChronologicalOrder chronologicalOrder;
  private final LocalDate lastDay;
  private final ClaimLists lists;
  private final IntLists principals;
  private final IntLists evidence;
  private final QuotedWords quotedWords;

  /** The claims that media make in their own voice, by proposition; the second key is 0. */
  private final RowStore reports;

  private final RowStore rows;
  private final OutcomeNotes outcomeNotes;

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
    SOURCE,
    /** The occasion on which the claim was made. */
    OCCASION
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
    this.order = order(dossier.propositions());
    this.rivals = Rivals.of(dossier, numbers);
    this.drafts = Drafts.of(dossier.claims());
    this.hasConditions = hasConditions(dossier.claims());
    this.hasDueDays = hasDueDays(dossier.claims());
    this.chronologicalOrder =
        other
            .map(index -> index.chronologicalOrder)
            .orElseGet(() -> new ChronologicalOrder(dossier.claims()));
    this.lastDay =
        lastDay(
            Iterables.concat(dossier.claims(), dossier.sources()), LocalDate.MIN, claim -> claim);
    this.lists = ClaimLists.of(this);
    ClaimRowBuilder claimRows = ClaimRowBuilder.ofAll(this, values);
    this.principals = claimRows.principals.build();
    this.evidence = claimRows.evidence.build();
    this.reports = claimRows.reports.build(DossierIndex::bitsAsLaid);
    this.rows = claimRows.rows.build(bitsWithOutcomes());
    this.outcomeNotes = new OutcomeNotes(rows, () -> values.weighedOutcomes(this));
  }

  /** Indexes the records that were added to a dossier that is indexed already. */
  private DossierIndex(
      DossierIndex before, Dossier merged, Iterable<? extends DossierRecord> more) {
    List<Proposition> propositions = merged.propositions();
    List<Proposition> newPropositions =
        propositions.subList(before.dossier.propositions().size(), propositions.size());
    boolean isOfSameActors = merged.actors().size() == before.dossier.actors().size();
    this.includesDrafts = before.includesDrafts;
    this.other = otherOr(Optional.empty());
    this.dossier = merged;
    this.numbers = new RecordNumbers(merged);
    this.values = before.values;
    this.parties = isOfSameActors ? before.parties : new PartyIndex(merged, numbers);
    this.sources = before.sources.plus(merged, numbers);
    this.implications =
        newPropositions.stream().allMatch(proposition -> proposition.parts().isEmpty())
            ? before.implications
            : new Implications(merged, numbers);
    this.order = newPropositions.isEmpty() ? before.order : order(propositions);
    this.rivals =
        newPropositions.stream().allMatch(proposition -> proposition.excludes().isEmpty())
            ? before.rivals
            : Rivals.of(merged, numbers);
    Iterable<Claim> claims = Iterables.filter(more, Claim.class);
    ImmutableSortedSet<Integer> given =
        ImmutableSortedSet.copyOf(Iterables.transform(claims, claim -> numbers.claim(claim.id())));
    this.drafts = before.drafts.and(given, merged.claims());
    this.hasConditions = before.hasConditions || hasConditions(claims);
    this.hasDueDays = before.hasDueDays || hasDueDays(claims);
    this.chronologicalOrder =
        given.headSet(before.dossier.claims().size()).stream()
                .allMatch(number -> isOfSameDays(claim(number), before.claim(number)))
            ? before.chronologicalOrder.plus(merged.claims())
            : new ChronologicalOrder(merged.claims()); // an open end was bounded again
    this.quotedWords =
        before.replacesDraft(merged, more)
            ? new QuotedWords(merged.claims()) // the words of the draft are not the claim's
            : before.quotedWords.plus(merged.claims(), Ints.toArray(given));
    this.lastDay = lastDay(more, before.lastDay, claim -> claim(numbers.claim(claim.id())));
    this.lists = before.lists.plus(given, this, before);
    NavigableSet<Integer> laid = laid(before, more, given);
    Set<Integer> replaced =
        ImmutableSet.copyOf(laid.headSet(before.dossier.claims().size(), false));
    ClaimRowBuilder claimRows =
        new ClaimRowBuilder(
            this,
            values,
            new IntLists.Builder(before.principals),
            new IntLists.Builder(before.evidence));
    laid.forEach(claimRows::add);
    this.principals = claimRows.principals.build();
    this.evidence = claimRows.evidence.build();
    this.reports = claimRows.reports.onto(before.reports, replaced, DossierIndex::bitsAsLaid);
    OutcomeNotes.Altered altered = altered(laid);
    altered.copy(before.rows, claimRows.rows);
    this.rows = claimRows.rows.onto(before.rows, replaced, bitsWithOutcomes());
    this.outcomeNotes = new OutcomeNotes(rows, () -> values.weighedOutcomes(this));
    outcomeNotes.noteAgain(before.rows, altered);
  }

  private DossierIndex(Dossier dossier, RowValues values, IntReader in, IntReader words) {
    this.includesDrafts = false;
    this.other = otherOr(Optional.empty());
    this.dossier = dossier;
    this.quotedWords = QuotedWords.read(dossier.claims(), words);
    this.numbers = new RecordNumbers(dossier);
    this.values = values;
    this.parties = new PartyIndex(dossier, numbers);
    this.sources = SourceIndex.read(dossier, numbers, in);
    this.implications = new Implications(dossier, numbers);
    this.order = order(dossier.propositions());
    this.rivals = Rivals.of(dossier, numbers);
    this.drafts = Drafts.read(in);
    this.hasConditions = in.readInt() != 0;
    this.hasDueDays = in.readInt() != 0;
    this.chronologicalOrder = ChronologicalOrder.read(dossier.claims(), in);
    this.lastDay = LocalDate.of(in.readInt(), in.readInt(), in.readInt());
    this.lists = ClaimLists.read(in);
    this.principals = IntLists.read(in);
    this.evidence = IntLists.read(in);
    this.reports = RowStore.read(in);
    this.rows = RowStore.read(in);
    this.outcomeNotes = new OutcomeNotes(rows, () -> values.weighedOutcomes(this));
  }

  /**
   * Reads the index of a dossier that was written.
   *
   * @param values computes the values of rows that are added to it; the rows that were written keep
   *     theirs
   * @param words returns what {@link #writeWordsTo} wrote, when a phrase is first searched for
   */
  public static DossierIndex read(
      Dossier dossier, RowValues values, IntReader in, IntReader words) {
    return new DossierIndex(dossier, values, in, words);
  }

  /** Lists the words of all quotations, and writes them. */
  public void writeWordsTo(IntWriter out) {
    quotedWords.writeTo(out);
  }

  /** Writes this index, whose drafts have no rows; neither the dossier nor the words of it. */
  public void writeTo(IntWriter out) {
    sources.writeTo(out);
    drafts.writeTo(out);
    out.write(hasConditions ? 1 : 0, hasDueDays ? 1 : 0);
    chronologicalOrder.writeTo(out);
    out.write(lastDay.getYear(), lastDay.getMonthValue(), lastDay.getDayOfMonth());
    lists.writeTo(out);
    principals.writeTo(out);
    evidence.writeTo(out);
    reports.writeTo(out);
    outcomeNotes.noteAll();
    rows.writeTo(out);
  }

  /**
   * Returns the claims whose rows are laid out: the added ones, those that changed, and those on
   * which what was added has a bearing.
   *
   * @param given the claims among the added records, some of which may be known already
   */
  private NavigableSet<Integer> laid(
      DossierIndex before,
      Iterable<? extends DossierRecord> more,
      ImmutableSortedSet<Integer> given) {
    NavigableSet<Integer> laid = new TreeSet<>(affected(before, more));
    for (int number : given) {
      if (number >= before.dossier.claims().size() || changes(number, before)) {
        laid.add(number);
      }
    }
    for (int stated :
        implications.changedSince(before.implications, before.dossier.propositions().size())) {
      laid.addAll(Ints.asList(before.claims(Field.PROPOSITION, stated)));
    }
    for (int principal : parties.changedSince(before.parties)) {
      laid.addAll(Ints.asList(before.claims(Field.PRINCIPAL, principal)));
    }
    return laid;
  }

  /** Returns whether two dates are alike, and if their ends are open, have the same bound. */
  private static boolean isOfSameDays(Claim one, Claim other) {
    return one.asserted().equals(other.asserted())
        && one.asserted().latest().equals(other.asserted().latest());
  }

  /** Returns whether a known claim is not the same object as before, since it was changed. */
  @SuppressWarnings("ReferenceEquality") // a claim that another equals may have a different end
  boolean changes(int number, DossierIndex before) {
    return claim(number) != before.claim(number);
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

  private static boolean hasDueDays(Iterable<Claim> claims) {
    return Iterables.any(claims, claim -> claim.due().isPresent());
  }

  /** Returns whether some claim of the dossier depends on a condition. */
  public boolean hasConditions() {
    return hasConditions;
  }

  /** Returns whether some claim of the dossier is to be carried out by a day. */
  public boolean hasDueDays() {
    return hasDueDays;
  }

  private static int bitsAsLaid(int first, DayRows rows, int row) {
    return rows.get(row, BITS);
  }

  /** Returns a function that notes in the bits of a row what its family holds from then on. */
  private DayRows.FinalTraits bitsWithOutcomes() {
    RowValues.Outcomes outcomes = values.outcomes(this);
    return (family, rows, row) ->
        RowBits.isWeighed(rows)
            ? RowBits.withoutOutcome(rows.get(row, BITS))
            : RowBits.with(outcomes.of(family, rows, row), rows.get(row, BITS));
  }

  /**
   * Counts that an outcome of a cell of a family was asked for that is not noted. In the end it
   * notes all of them, so that weighing what is asked for takes at most about twice the time of
   * noting all.
   */
  public void askedToWeigh(int family, DayRows cell) {
    outcomeNotes.asked(family, cell);
  }

  /** Returns the propositions on which claims that state a proposition can bear. */
  private Set<Integer> reachable(int proposition) {
    if (!implications.isLinked(proposition)) {
      return Set.of(proposition); // as for nearly all
    }
    Set<Integer> found = new TreeSet<>();
    for (Stance stance : Stance.values()) {
      implications.of(proposition, stance).forEach(reached -> found.add(reached.proposition()));
    }
    return found;
  }

  /**
   * Returns the cells whose outcomes claims may alter, by family and proposition, also on
   * propositions to which only other claims pass on.
   */
  private OutcomeNotes.Altered altered(Set<Integer> laid) {
    OutcomeNotes.Altered altered = new OutcomeNotes.Altered();
    for (int number : laid) {
      Claim claim = claim(number);
      int day = EpochDays.firstCounting(claim.asserted());
      Set<Integer> reachable = reachable(propositionOf(claim));
      for (String principal : claim.principals()) {
        for (int family : parties.families(numbers.actor(principal))) {
          reachable.forEach(proposition -> altered.add(family, proposition, day));
        }
      }
    }
    return altered;
  }

  /**
   * Returns the index of this dossier and more. Of the earlier claims only those are indexed again
   * on which the new records have a bearing.
   *
   * @param merged the dossier with the records added
   * @param more the added records; records that the dossier has already may be among them
   */
  public DossierIndex plus(Dossier merged, Iterable<? extends DossierRecord> more) {
    return includesDrafts && replacesDraft(merged, more)
        ? new DossierIndex(merged, values, includesDrafts, Optional.empty())
        : new DossierIndex(this, merged, more);
  }

  /** Returns whether a coded claim takes the place of a draft, from which it may differ. */
  private boolean replacesDraft(Dossier merged, Iterable<? extends DossierRecord> more) {
    return Iterables.any(
        Iterables.filter(more, Claim.class),
        claim ->
            dossier.claim(claim.id()).filter(Claim::isDraft).isPresent()
                && merged.claim(claim.id()).filter(Claim::isDraft).isEmpty());
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
    return withDrafts == includesDrafts || drafts.isEmpty() ? this : other.get();
  }

  /** Returns whether some claim is a draft. */
  public boolean hasDrafts() {
    return !drafts.isEmpty();
  }

  /** Returns whether drafts, if there are any, have rows. */
  public boolean includesDrafts() {
    return includesDrafts;
  }

  /** Returns whether a claim has rows: it is coded, or drafts have rows. */
  boolean includes(Claim claim) {
    return includesDrafts || !claim.isDraft();
  }

  /** Returns the numbers of the drafts that have no rows, but would have some of a party. */
  public List<Integer> uncountedDrafts(int party, int proposition) {
    return drafts.isEmpty()
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
    if (!includesDrafts) {
      drafts
          .numbers()
          .forEach(
              draft ->
                  forEachCell(
                      claim(draft),
                      (family, proposition) -> found.put(List.of(family, proposition), draft)));
    }
    return ImmutableListMultimap.copyOf(found.build());
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

  /**
   * Returns the numbers of the claims that have a value in a field, in ascending order. The array
   * must not be changed.
   *
   * @param value the number of an actor, a proposition, another claim, a source or an occasion
   */
  public int[] claims(Field field, int value) {
    return lists.of(field, value);
  }

  /** Returns the words of the quotations of all claims, drafts included. */
  public QuotedWords quotedWords() {
    return quotedWords;
  }

  /** Passes on each family and proposition in whose rows a claim occurs. */
  private void forEachCell(Claim claim, BiConsumer<Integer, Integer> action) {
    ImmutableList<Reached> all = reached(claim);
    for (String principal : claim.principals()) {
      for (int family : parties.families(numbers.actor(principal))) {
        all.forEach(reached -> action.accept(family, reached.proposition()));
      }
    }
  }

  /**
   * Passes on each family of a claim, and each proposition on which some claim can bear that states
   * the same proposition.
   */
  public void forEachCellOfLike(Claim claim, BiConsumer<Integer, Integer> action) {
    Set<Integer> propositions = reachable(propositionOf(claim));
    for (String principal : claim.principals()) {
      for (int family : parties.families(numbers.actor(principal))) {
        propositions.forEach(proposition -> action.accept(family, proposition));
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
    return !retractions(claim).isEmpty();
  }

  /** Returns the claims that retract a claim; none for nearly all. */
  public Set<Integer> retractions(int claim) {
    return answering(claim, answer -> answer.retracts().contains(claim(claim).id()));
  }

  /**
   * Returns the claims that answer or retract a claim, but are not certainly later by their date;
   * answers known to be later supersede like any later claim.
   */
  public Set<Integer> answers(int claim) {
    return answering(claim, answer -> isUndated(answer, claim(claim)));
  }

  private Set<Integer> answering(int claim, Predicate<Claim> condition) {
    if (!lists.has(Field.ANSWERED, claim)) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Integer> found = ImmutableSet.builder();
    for (int number : claims(Field.ANSWERED, claim)) {
      if (condition.test(claim(number))) {
        found.add(number);
      }
    }
    return found.build();
  }

  /** Returns whether an answer to a claim is not certainly later by its date. */
  private static boolean isUndated(Claim answer, Claim claim) {
    Optional<LocalDate> earliest = answer.asserted().earliest();
    return earliest.isEmpty() || !claim.asserted().latest().isBefore(earliest.get());
  }

  private Collection<Integer> retracts(Claim claim) {
    return Collections2.transform(claim.retracts(), numbers::claim);
  }

  private Collection<Integer> answersUndated(Claim claim) {
    if (claim.respondsTo().isEmpty() && claim.retracts().isEmpty()) {
      return List.of();
    }
    return Sets.union(claim.respondsTo(), claim.retracts()).stream()
        .map(numbers::claim)
        .filter(other -> isUndated(claim, claim(other)))
        .toList();
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

  /** Returns the order of the claims, drafts included, in lists. */
  public ChronologicalOrder chronologicalOrder() {
    return chronologicalOrder;
  }

  private static Supplier<PropositionOrder> order(List<Proposition> propositions) {
    return Suppliers.memoize(() -> PropositionOrder.of(propositions));
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
