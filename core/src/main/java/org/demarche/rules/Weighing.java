package org.demarche.rules;

import com.google.common.base.Suppliers;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.demarche.answer.Explanation.Reason;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.model.Stance;

/**
 * The claims that carry a position, where they have to be weighed (rules 5 to 8): some are implied,
 * known only through another state, answered or retracted. Each claim that may be unsuperseded is
 * compared with its answers and with the latest claim of each kind, of which there are few; claims
 * that one in the party's own words covers are passed over, so that the walk is short in most
 * cells.
 */
final class Weighing {
  private static final int STANCES = Stance.values().length;

  /** The greatest number of rows for which there is room at first: few days need more. */
  private static final int MANY = 64;

  private final VisibleRows rows;
  private final Administrations administrations;
  private final Passing passing;
  private final Depth depth;
  private final int asOf;

  /** True if the administrations of all rows are those of the family, each one stretch of time. */
  private final boolean simple;

  /** The claims that count, or that have superseded others before they no longer passed on. */
  private final List<WeighedClaim> counted;

  /** The latest of these of each kind, of those that may supersede others. */
  private final Latest latest;

  private final Supplier<ImmutableMap<Integer, WeighedClaim>> byRow =
      Suppliers.memoize(this::byRow);

  private final List<WeighedClaim> unsuperseded;
  private final List<WeighedClaim> disputing = new ArrayList<>(0);

  /** The latest of the unsuperseded claims of each kind; empty if no claim may be outweighed. */
  private final Latest latestUnsuperseded;

  /** The claims that no other supersedes, also if outweighed. */
  private final List<WeighedClaim> standing;

  /** The latest of these of each kind. */
  private final Supplier<Latest> latestStanding = Suppliers.memoize(this::latestStanding);

  /** The stances of the unsuperseded claims, one bit each. */
  private int stances;

  /** The rows of answers that were added. */
  private final Set<Integer> seen = new HashSet<>();

  /** The rows of older answers that did not stand on the day from which the weighing continues. */
  private final BitSet supersededBefore = new BitSet();

  /** True if some claim is known only through another state. */
  private boolean isSomeThroughAnother;

  /** The rows whose claims are taken back. */
  private final BitSet retracted = new BitSet();

  /** The claims that cover older ones: those in the party's own words, stated or firm. */
  private final Supersession cover = new Supersession();

  /**
   * The stances that the party states in its own words, of the rows that were reached in the order
   * of time, one bit each.
   */
  private int ownStances;

  /** The rows whose claims do not, or no longer, pass on from the proposition that they state. */
  private final BitSet lost = new BitSet();

  /** The extent of the question; the less is asked, the more rows can be passed over. */
  private enum Depth {
    /** The stances that carry the position. */
    STANCES,
    /** All claims that carry the position. */
    SUPPORT,
    /** A ruling on every claim. */
    EVERY
  }

  /** The claims of which each is the latest of its kind. */
  private final class Latest {
    private final List<WeighedClaim> claims;
    private int newestStart = DayRows.OPEN;

    /** True if claims are compared with others that they may outweigh. */
    private final boolean outweighing;

    Latest(int room, boolean outweighing) {
      this.claims = new ArrayList<>(room);
      this.outweighing = outweighing;
    }

    void add(WeighedClaim claim) {
      newestStart = Math.max(newestStart, claim.earliest);
      // where terms of office differ, they are asked of each pair of claims
      for (int i = 0; simple && i < claims.size(); i++) {
        if (isOfKind(claims.get(i), claim)) {
          if (precedes(claim, claims.get(i))) {
            claims.set(i, claim);
          }
          return;
        }
      }
      claims.add(claim);
    }

    /** Tells apart what binds from the rest, if that matters, for which records have to be read. */
    private boolean isOfKind(WeighedClaim one, WeighedClaim other) {
      return one.kind == other.kind
          && !(outweighing && isSomeThroughAnother && one.isBinding() != other.isBinding());
    }

    /** Returns whether one claim is named before another; equal starts matter to explanations. */
    private boolean precedes(WeighedClaim one, WeighedClaim other) {
      return one.earliest == other.earliest
          ? depth == Depth.EVERY && WeighedClaim.LATEST_FIRST.compare(one, other) < 0
          : one.earliest > other.earliest;
    }

    /** Returns whether one of these is certainly later than a claim by their dates. */
    boolean isLaterThan(WeighedClaim claim) {
      return newestStart > claim.latest;
    }

    boolean has(Predicate<WeighedClaim> some) {
      for (WeighedClaim claim : claims) {
        if (some.test(claim)) {
          return true;
        }
      }
      return false;
    }

    /** Returns the row of the first claim of these and some others that decides. */
    Optional<Integer> first(Collection<WeighedClaim> others, Predicate<WeighedClaim> decides) {
      return Stream.concat(claims.stream(), others.stream())
          .filter(decides)
          .min(WeighedClaim.LATEST_FIRST)
          .map(claim -> claim.row);
    }
  }

  private Weighing(VisibleRows rows, Passing passing, Depth depth) {
    int room = Math.min(rows.dayRows().size(), MANY);
    this.counted = new ArrayList<>(room);
    this.latest = new Latest(room, false);
    this.latestUnsuperseded = new Latest(room, true);
    this.standing = new ArrayList<>(room);
    this.unsuperseded = new ArrayList<>(room);
    this.rows = rows;
    this.depth = depth;
    this.simple = !rows.someHas(RowBits.OTHER_TERMS) && rows.hasTermsOfFamily();
    this.asOf = rows.asOf();
    this.administrations = new Administrations(rows.view().index().parties(), asOf);
    this.passing = passing;
  }

  private Weighing(VisibleRows rows, Passing passing, boolean explicitOnly, Depth depth) {
    this(rows, passing, depth);
    collect(explicitOnly);
    weigh();
  }

  /** Weighs all claims of a party on a proposition as of a day. */
  static Weighing of(VisibleRows rows, Passing passing) {
    return new Weighing(rows, passing, false, Depth.SUPPORT);
  }

  /**
   * Weighs the claims of a party on a proposition as of a day, as far as stances depend on them.
   */
  static Weighing ofStances(VisibleRows rows) {
    return ofStances(rows, Passing.of(rows));
  }

  /**
   * Weighs the same claims.
   *
   * @param passing what passes on as of the same day
   */
  static Weighing ofStances(VisibleRows rows, Passing passing) {
    return new Weighing(rows, passing, false, Depth.STANCES);
  }

  /** Weighs the claims of a party that state a proposition, as of a day. */
  static Weighing ofExplicit(VisibleRows rows, Passing passing) {
    return new Weighing(rows, passing, true, Depth.SUPPORT);
  }

  /** Weighs the claims of a party that state a proposition, as far as stances depend on them. */
  static Weighing ofExplicitStances(VisibleRows rows, Passing passing) {
    return new Weighing(rows, passing, true, Depth.STANCES);
  }

  /** Weighs all claims, and passes over none, so that each can be explained. */
  static Weighing ofEvery(VisibleRows rows) {
    return new Weighing(rows, Passing.of(rows), false, Depth.EVERY);
  }

  /**
   * Weighs the same claims as of a later day, as far as stances depend on them: what stood until
   * then, what was said since, and what answers that. A superseded claim remains superseded, and
   * supersedes a later one only as its answer.
   *
   * @param then the rows as of the later day, by which no other claims are taken back, none passes
   *     on that did not, and no administration takes or leaves office
   */
  Weighing continued(VisibleRows then) {
    Weighing later = new Weighing(then, passing, depth);
    later.collectSince(this);
    later.weigh();
    return later;
  }

  // Results

  /** Returns the stances that carry the position, one bit each; more than one if contested. */
  int stances() {
    return stances;
  }

  /** Returns the day as of which the claims are weighed. */
  int asOf() {
    return asOf;
  }

  /** Returns the number of claims that were weighed against one another. */
  int size() {
    return counted.size();
  }

  /** Returns the number of claims that were weighed, here and to find what passes on to here. */
  int effort() {
    return size() + passing.effort();
  }

  /** Returns the rows that no other supersedes or outweighs. */
  BitSet unsuperseded() {
    return rows(unsuperseded);
  }

  /** Returns the same rows, in order. */
  ImmutableIntArray unsupersededInOrder() {
    return ImmutableIntArray.copyOf(unsuperseded.stream().mapToInt(claim -> claim.row).sorted());
  }

  /** Returns the rows that would stand against the position, but are outweighed. */
  BitSet disputing() {
    return rows(disputing);
  }

  private static BitSet rows(List<WeighedClaim> claims) {
    BitSet rows = new BitSet();
    for (WeighedClaim claim : claims) {
      rows.set(claim.row);
    }
    return rows;
  }

  /** Returns the rows that would count, had their claims not been taken back. */
  BitSet retracted() {
    return retracted;
  }

  /** Returns whether a claim that would count does not, or no longer, pass on. */
  boolean isLost() {
    return !lost.isEmpty();
  }

  /** Returns the rows whose claims do not, or no longer, pass on. */
  BitSet lost() {
    return lost;
  }

  /**
   * Returns the row that supersedes a row. If several do, returns the one with the latest start;
   * among equal starts, the one whose claim has the first id.
   */
  Optional<Integer> superseding(int row) {
    WeighedClaim claim = byRow.get().get(row);
    return claim == null
        ? Optional.empty()
        : latest.first(answers(claim), later -> supersedes(later, claim));
  }

  /** Returns the row that outweighs a row, so that it disputes the position. */
  Optional<Integer> outweighing(int row) {
    return latestUnsuperseded.first(List.of(), better -> outweighs(better, weighed(row)));
  }

  /** Returns a row of another stance that is later than a row but does not supersede it. */
  Optional<Integer> notSuperseding(int row) {
    WeighedClaim claim = weighed(row);
    return latestStanding
        .get()
        .first(
            Collections2.filter(answers(claim), standing::contains),
            other -> other.stance != claim.stance && isLater(other, claim));
  }

  private ImmutableMap<Integer, WeighedClaim> byRow() {
    return Maps.uniqueIndex(counted, claim -> claim.row);
  }

  private Latest latestStanding() {
    Latest found = new Latest(standing.size(), false);
    standing.forEach(found::add);
    return found;
  }

  /** Returns why a later row supersedes a row. */
  Reason whySuperseded(int row, int by) {
    WeighedClaim claim = weighed(row);
    WeighedClaim later = weighed(by);
    if (later.authority < claim.authority) {
      return Reason.OTHER_ADMINISTRATION;
    }
    return later.earliest > claim.latest ? Reason.LATER : Reason.RESPONDS;
  }

  /** Returns why a later row does not supersede a row. */
  Reason whyNotSuperseded(int row, int by) {
    return sparing(weighed(row), weighed(by)).orElseThrow();
  }

  /** Returns why a row is outweighed by another. */
  Reason whyOutweighed(int row, int by) {
    return outweighing(weighed(by), weighed(row)).orElseThrow();
  }

  private WeighedClaim weighed(int row) {
    return Objects.requireNonNull(byRow.get().get(row));
  }

  /** Returns the counted claims that answer a claim, but are not certainly later by their date. */
  private List<WeighedClaim> answers(WeighedClaim claim) {
    if (!claim.isAnswered()) {
      return List.of();
    }
    List<WeighedClaim> answers = new ArrayList<>();
    for (int answer : rows.view().index().answers(rows.claim(claim.row))) {
      WeighedClaim found = byRow.get().get(rows.rowOf(answer));
      if (found != null) {
        answers.add(found);
      }
    }
    return answers;
  }

  /** Returns the claim that takes back the claim of a row. */
  Optional<Integer> retracting(int row) {
    return passing.retractions().retracting(rows.claim(row));
  }

  /**
   * Returns the rows that carry the position (rule 10): the unsuperseded ones, and those of their
   * stances that are newer than every claim of another stance.
   */
  BitSet support() {
    int[] newest = new int[STANCES];
    Arrays.fill(newest, DayRows.OPEN);
    BitSet outweighed = disputing();
    for (WeighedClaim claim : counted) {
      if (claim.passes && !outweighed.get(claim.row)) {
        newest[claim.stance] = Math.max(newest[claim.stance], latestBy(claim));
      }
    }
    BitSet support = unsuperseded();
    for (WeighedClaim claim : counted) {
      if (claim.passes
          && !outweighed.get(claim.row)
          && (stances & (1 << claim.stance)) != 0
          && isNewest(claim, newest)) {
        support.set(claim.row);
      }
    }
    return support;
  }

  /** Returns the last day of a claim; the as-of date, if its period runs past that (rule 3). */
  private int latestBy(WeighedClaim claim) {
    return Math.min(claim.latest, asOf);
  }

  private boolean isNewest(WeighedClaim claim, int[] newest) {
    for (int other = 0; other < STANCES; other++) {
      if (other != claim.stance && latestBy(claim) <= newest[other]) {
        return false;
      }
    }
    return true;
  }

  // Collecting

  private void collect(boolean explicitOnly) {
    int ended = rows.dayRows().endedBy(asOf);
    collectUnderWay(ended, DayRows.OPEN, explicitOnly);
    if (!explicitOnly && depth != Depth.STANCES) {
      noteRetracted();
    }
    int row = ended - 1;
    while (row >= 0) {
      if (passesOverCovered()) {
        int covered = cover.coveredBefore(rows.latest(row));
        if (covered == Supersession.ALL) {
          break;
        }
        if (rows.authorityRank(row) <= covered || isCovered(row)) {
          row = rows.authorityRank(row) <= covered ? rows.skipTo(row) : row - 1;
          continue;
        }
      }
      addWithAnswers(row, explicitOnly);
      row--;
    }
  }

  /** Adds the spans that began after a day, and run past the as-of date. */
  private void collectUnderWay(int ended, int after, boolean explicitOnly) {
    DayRows dayRows = rows.dayRows();
    DayRows.Subset spans = dayRows.spans();
    for (int i = spans.countBefore(ended);
        i < spans.size() && (long) rows.latest(spans.get(i)) - dayRows.longestSpan() <= asOf;
        i++) {
      int earliest = rows.earliest(spans.get(i));
      if (earliest > after && earliest <= asOf) {
        addWithAnswers(spans.get(i), explicitOnly);
      }
    }
  }

  /** Adds what was said since the day of another weighing, and then what stood on that day. */
  private void collectSince(Weighing before) {
    int ended = rows.dayRows().endedBy(asOf);
    before.standing.forEach(claim -> seen.add(claim.row));
    collectUnderWay(ended, before.asOf, false);
    for (int row = ended - 1; row >= 0 && rows.latest(row) > before.asOf; row--) {
      if (!rows.has(row, RowBits.SPAN) || rows.earliest(row) > before.asOf) {
        addWithAnswers(row, false);
      }
    }
    for (WeighedClaim claim : counted) {
      if (before.rows.isMadeByNow(claim.row)) {
        supersededBefore.set(claim.row); // it was added as the answer to another
      }
    }
    for (WeighedClaim claim : before.standing) {
      counted.add(claim); // it supersedes nothing that was said since
      isSomeThroughAnother |= claim.throughAnother;
    }
  }

  /** Adds a row, and the answers to it that may supersede it although others cover them. */
  private void addWithAnswers(int row, boolean explicitOnly) {
    if (add(row, explicitOnly)) {
      ownStances |= 1 << rows.stance(row);
    }
    if (rows.has(row, RowBits.ANSWERED)) {
      for (int answer : rows.view().index().answers(rows.claim(row))) {
        int other = rows.rowOf(answer);
        if (other >= 0 && rows.isMadeByNow(other)) {
          add(other, explicitOnly);
        }
      }
    }
  }

  /** Notes the claims that were made by now, certainly or possibly, and are taken back. */
  private void noteRetracted() {
    DayRows.Subset answered = rows.dayRows().answered();
    for (int i = 0; i < answered.size(); i++) {
      int row = answered.get(i);
      if (rows.earliest(row) <= asOf && isRetracted(row) && rows.counts(row)) {
        retracted.set(row);
      }
    }
  }

  private boolean isRetracted(int row) {
    return rows.has(row, RowBits.ANSWERED) && passing.retractions().isRetracted(rows.claim(row));
  }

  /**
   * Returns whether covered rows need not be looked at. They are superseded, and supersede nothing
   * that what covers them does not, unless other terms of office are asked of what they supersede.
   * Nor are they among the support once two stances are stated in the party's own words: no older
   * claim is newer than every claim of another stance.
   */
  private boolean passesOverCovered() {
    return simple
        && switch (depth) {
          case STANCES -> true;
          case SUPPORT -> Integer.bitCount(ownStances) > 1;
          case EVERY -> false;
        };
  }

  private boolean isCovered(int row) {
    return rows.authorityRank(row) >= 0
        && !cover.leavesUnsuperseded(rows.latest(row), rows.authority(row), rows.term(row));
  }

  /** Returns whether a row was added before, as the answer to another. */
  private boolean isAdded(int row) {
    return rows.has(row, RowBits.RESPONDS) && !seen.add(row);
  }

  /** Adds a row if it counts; returns whether it states the proposition in the party's words. */
  private boolean add(int row, boolean explicitOnly) {
    Bearing bearing = rows.bearing(row);
    if ((explicitOnly && bearing != Bearing.EXPLICIT) || !rows.counts(row)) {
      return false;
    }
    if (isRetracted(row) || isAdded(row)) {
      return false;
    }
    boolean passes = bearing == Bearing.EXPLICIT || passing.passes(rows.claim(row), bearing);
    if (!passes) {
      lost.set(row);
    }
    if (!passes && !passing.hasPassed(rows.claim(row), bearing)) {
      return false;
    }
    WeighedClaim claim = rows.weighed(row, passes);
    counted.add(claim);
    latest.add(claim);
    isSomeThroughAnother |= claim.throughAnother;
    if (claim.covers()) {
      cover.add(claim.earliest, claim.authority, claim.term);
    }
    return claim.covers() && claim.isExplicit();
  }

  // Weighing

  private void weigh() {
    List<WeighedClaim> yielding = new ArrayList<>();
    for (WeighedClaim claim : counted) {
      if (claim.passes && !supersededBefore.get(claim.row) && !isSuperseded(claim)) {
        standing.add(claim);
        if (claim.mayBeOutweighed()) {
          yielding.add(claim);
        } else {
          addUnsuperseded(claim);
        }
      }
    }
    if (!yielding.isEmpty()) {
      unsuperseded.forEach(latestUnsuperseded::add);
    }
    // what outweighs a claim is better known or more explicit, so that it is decided before
    yielding.sort(WeighedClaim.BEST_FIRST);
    for (WeighedClaim claim : yielding) {
      if (latestUnsuperseded.has(better -> outweighs(better, claim))) {
        disputing.add(claim);
      } else {
        addUnsuperseded(claim);
        latestUnsuperseded.add(claim);
      }
    }
  }

  private void addUnsuperseded(WeighedClaim claim) {
    unsuperseded.add(claim);
    stances |= 1 << claim.stance;
  }

  private boolean isSuperseded(WeighedClaim claim) {
    return (latest.isLaterThan(claim)
            && latest.has(later -> later.earliest > claim.latest && prevails(later, claim)))
        || (claim.isAnswered()
            && answers(claim).stream().anyMatch(other -> supersedes(other, claim)));
  }

  /** Returns whether two claims were certainly made under one administration of the first. */
  private boolean areCertainlyOne(WeighedClaim asked, WeighedClaim other) {
    return simple
        ? Supersession.areCertainlySame(asked.term, other.term)
        : administrations.areCertainlyOne(asked.dated(), other.dated());
  }

  private boolean supersedes(WeighedClaim later, WeighedClaim claim) {
    return isLater(later, claim) && prevails(later, claim);
  }

  private boolean prevails(WeighedClaim later, WeighedClaim claim) {
    return sparing(claim, later).isEmpty();
  }

  /** Returns why a claim is not superseded by a later one, if it is not (rule 7). */
  private Optional<Reason> sparing(WeighedClaim claim, WeighedClaim later) {
    if (areCertainlyOne(claim, later)) {
      if (later.throughAnother && !claim.throughAnother) {
        return Optional.of(Reason.OTHER_SIDE);
      }
      if (later.authority < claim.authority) {
        return Optional.of(Reason.LOWER_AUTHORITY);
      }
      if (later.bearing.isMerelyImplied()
          && claim.isExplicit()
          && later.authority <= claim.authority) {
        return Optional.of(Reason.LESS_EXPLICIT);
      }
    }
    return outweighingUnderAny(claim, later);
  }

  /** Returns whether a claim is certainly later than another, or answers it (rule 5). */
  private static boolean isLater(WeighedClaim later, WeighedClaim claim) {
    if (later.earliest > claim.latest) {
      return true;
    }
    return claim.isAnsweredBy(later)
        && later.latest >= claim.earliest
        && !(claim.latest > later.latest && claim.claim().asserted().isThroughout());
  }

  /** Returns whether a claim outweighs another, which then disputes the position (rule 6). */
  private boolean outweighs(WeighedClaim weightier, WeighedClaim yielding) {
    return weightier.stance != yielding.stance && outweighing(weightier, yielding).isPresent();
  }

  /** Returns why a claim outweighs another of another stance, if it does. */
  private Optional<Reason> outweighing(WeighedClaim weightier, WeighedClaim yielding) {
    Optional<Reason> underAny = outweighingUnderAny(weightier, yielding);
    if (underAny.isPresent() || !areCertainlyOne(yielding, weightier)) {
      return underAny;
    }
    if (!weightier.throughAnother
        && yielding.throughAnother
        && weightier.bearing.isNoLessExplicitThan(yielding.bearing)) {
      return Optional.of(Reason.OTHER_SIDE);
    }
    boolean isMoreExplicit =
        weightier.throughAnother == yielding.throughAnother
            && weightier.bearing.isMoreExplicitThan(yielding.bearing)
            && weightier.authority >= yielding.authority;
    return isMoreExplicit ? Optional.of(Reason.LESS_EXPLICIT) : Optional.empty();
  }

  /** Returns why a claim outweighs another whatever their administrations, if it does (rule 6). */
  private static Optional<Reason> outweighingUnderAny(
      WeighedClaim weightier, WeighedClaim yielding) {
    if (yielding.bearing == Bearing.UP
        && weightier.isExplicitOrFirm()
        && (!weightier.throughAnother || yielding.throughAnother)) {
      return Optional.of(Reason.ONLY_A_PART);
    }
    return yielding.throughAnother && !weightier.throughAnother && weightier.isBinding()
        ? Optional.of(Reason.COMMITMENT)
        : Optional.empty();
  }
}
