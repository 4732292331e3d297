package org.demarche.rules;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.RelatedClaims;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.index.DayRows;
import org.demarche.index.GrowableIntArray;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;

/**
 * One position being derived. Of the rows of one party and one proposition those that count are
 * walked from the newest back, until nothing older can stand; and beside what stands, the nearest
 * claims are found that only possibly count, and the nearest hints.
 */
final class Derivation {
  private static final int LISTED = RelatedClaims.LISTED;

  private static final Stance[] STANCES = Stance.values();

  private final EvidenceView view;
  private final DossierIndex corpus;
  private final int party;
  private final int proposition;
  private final VisibleRows reading;
  private final DayRows cell;
  private final TermIndex terms;

  Derivation(EvidenceView view, int party, int proposition) {
    this.view = view;
    this.corpus = view.corpus();
    this.party = party;
    this.proposition = proposition;
    this.reading = VisibleRows.of(view, party, proposition);
    this.cell = reading.cell();
    this.terms = corpus.parties().terms(party);
  }

  /**
   * What a party holds on a proposition as of the date of a view, in a word. Mostly the cell tells;
   * where it does not, it is looked up again, so that this one goes no further and need not exist.
   *
   * @param cell theirs
   */
  static PositionOutcome outcome(EvidenceView view, int party, int proposition, DayRows cell) {
    int ended = cell.endedBy(view.asOf());
    return view.isSettled(party) && !cell.mayRunPast(view.asOf(), ended)
        ? DossierIndex.outcomeFrom(cell, ended - 1)
        : outcome(VisibleRows.of(view, party, proposition), view.asOf(), ended);
  }

  /** What is held as of a day in the rows of a reading, in a word. */
  static PositionOutcome outcome(VisibleRows reading, int asOf) {
    return outcome(reading, asOf, reading.cell().endedBy(asOf));
  }

  private static PositionOutcome outcome(VisibleRows reading, int asOf, int ended) {
    boolean settled = reading.isSettled();
    if (settled && !reading.cell().mayRunPast(asOf, ended)) {
      return reading.outcomeFrom(ended - 1);
    }
    NewestFirst walk = NewestFirst.of(reading, asOf, ended);
    boolean underWay = walk.nextUnderWay();
    return settled && !underWay ? reading.outcomeFrom(ended - 1) : outcome(reading, walk, underWay);
  }

  /**
   * What is held in the rows of a walk.
   *
   * @param begun whether it has come to the first of them
   */
  static PositionOutcome outcome(VisibleRows reading, NewestFirst walk, boolean begun) {
    int held = -1;
    for (boolean more = begun || walk.nextToStand(); more; more = walk.nextToStand()) {
      if (walk.isUnsuperseded()) {
        int stance = reading.stance(walk.row());
        if (held >= 0 && held != stance) {
          return PositionOutcome.CONTESTED;
        }
        held = stance;
      }
    }
    return held < 0 ? PositionOutcome.UNKNOWN : PositionOutcome.of(STANCES[held]);
  }

  /**
   * The days up to one from which on something else is held than before, each with what that is: a
   * row begins to count on its last day, or on the first of its period.
   */
  static void turns(VisibleRows reading, int upTo, Turning turning) {
    PositionOutcome before = PositionOutcome.UNKNOWN;
    for (int day : beginnings(reading)) {
      PositionOutcome held = day > upTo ? before : outcome(reading, day);
      if (held != before) {
        turning.accept(day, held);
        before = held;
      }
    }
  }

  /** What is done with a turn: its day, and what is held from it on. */
  interface Turning {
    void accept(int day, PositionOutcome held);
  }

  /** The days from which on a row may count, in order. */
  private static int[] beginnings(VisibleRows reading) {
    GrowableIntArray days = new GrowableIntArray();
    for (int row = 0; row < reading.cell().size(); row++) {
      int latest = reading.latest(row);
      if (row == 0 || latest > reading.latest(row - 1)) {
        days.add(latest);
      }
    }
    DayRows.Some lasting = reading.cell().lasting();
    for (int i = 0; i < lasting.size(); i++) {
      days.add(reading.earliest(lasting.get(i)));
    }
    return Arrays.stream(days.toArray()).sorted().distinct().toArray();
  }

  Position position() {
    Support support = new Support();
    if (support.stances == 0) {
      return unknown();
    }
    List<VisibleClaim> cited = support.inOrderOfCitation();
    if (Integer.bitCount(support.stances) == 1) {
      Stance stance = STANCES[Integer.numberOfTrailingZeros(support.stances)];
      return carried(Known.builder(), cited).stance(stance).build();
    }
    List<VisibleClaim> sides =
        cited.stream().filter(claim -> support.stands.get(claim.row())).toList();
    return carried(Contested.builder(), cited).sides(cite(sides)).build();
  }

  /**
   * The rows that carry the position (rules 6 and 10): those that stand, and those of their stances
   * newer than every row of another.
   */
  private final class Support {
    final BitSet stands = new BitSet();
    private final GrowableIntArray rows = new GrowableIntArray();
    private final int[] newest = new int[STANCES.length];

    /** The stances of the rows that stand, a bit each. */
    private int stances;

    Support() {
      Arrays.fill(newest, DayRows.OPEN);
      int seen = 0;
      NewestFirst walk = NewestFirst.of(reading, view.asOf(), cell.endedBy(view.asOf()));
      // once a second stance was seen, no older row is newer than every row of another stance
      while (Integer.bitCount(seen) < 2 ? walk.next() : walk.nextToStand()) {
        int row = walk.row();
        int stance = reading.stance(row);
        seen |= 1 << stance;
        newest[stance] = Math.max(newest[stance], reading.latest(row));
        rows.add(row);
        if (walk.isUnsuperseded()) {
          stands.set(row);
          stances |= 1 << stance;
        }
      }
    }

    private boolean isSinceTheTurn(int row) {
      int stance = reading.stance(row);
      boolean since = (stances & (1 << stance)) != 0;
      for (int other = 0; other < newest.length; other++) {
        since &= other == stance || reading.latest(row) > newest[other];
      }
      return since;
    }

    List<VisibleClaim> inOrderOfCitation() {
      List<VisibleClaim> support = new ArrayList<>(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.get(i);
        if (stands.get(row) || isSinceTheTurn(row)) {
          support.add(reading.bearing(row));
        }
      }
      if (support.size() > 1) {
        int term = terms.at(newest(support));
        support.sort((one, other) -> citation(one, other, term));
      }
      return support;
    }
  }

  /**
   * The days on which a position may turn.
   *
   * @param said those on which a claim begins to count: its latest day, or the first of its period
   * @param all those, and while a period runs also those from which on it is newer than another
   *     claim, and those on which administrations change
   */
  record Days(ImmutableSortedSet<LocalDate> said, ImmutableSortedSet<LocalDate> all) {}

  Days days() {
    NavigableSet<Integer> said = new TreeSet<>();
    NavigableSet<Integer> after = new TreeSet<>();
    List<Range<Integer>> periods = new ArrayList<>();
    forEachRow(
        row -> {
          switch (reading.ruling(row)) {
            case UNSUPERSEDED, POSSIBLY, LATER -> {
              int latest = reading.latest(row);
              said.add(latest);
              after.add(latest + 1);
              if (reading.has(row, RowBits.SPAN)) {
                said.add(reading.earliest(row));
                periods.add(Range.closed(reading.earliest(row), latest));
              }
            }
            default -> {}
          }
        });
    after.addAll(terms.turns());
    NavigableSet<Integer> all = new TreeSet<>(said);
    after.stream()
        .filter(day -> periods.stream().anyMatch(period -> period.contains(day)))
        .forEach(all::add);
    return new Days(dates(said), dates(all));
  }

  private ImmutableSortedSet<LocalDate> dates(NavigableSet<Integer> days) {
    return days.headSet(view.asOf(), true).stream()
        .map(LocalDate::ofEpochDay)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private void forEachRow(IntConsumer action) {
    for (int row = 0; row < cell.size(); row++) {
      if (!reading.isStranger(row)) {
        action.accept(row);
      }
    }
  }

  private Unknown unknown() {
    List<VisibleClaim> hints = hints();
    List<VisibleClaim> possibly = possibly();
    return parts(Unknown.builder(), () -> possibly, () -> hints)
        .reason(reason(possibly, hints))
        .build();
  }

  /** Rule 14. */
  private Unknown.Reason reason(List<VisibleClaim> possibly, List<VisibleClaim> hints) {
    if (!hints.isEmpty()) {
      return Unknown.Reason.ONLY_HINTS;
    }
    if (!possibly.isEmpty()) {
      return Unknown.Reason.ONLY_POSSIBLY;
    }
    for (int row = cell.endedBy(view.asOf()); row < cell.size(); row++) {
      if (reading.earliest(row) > view.asOf() && reading.counts(row)) {
        return Unknown.Reason.ONLY_LATER;
      }
    }
    for (int row = 0; row < cell.size(); row++) {
      if (!reading.isEvidenced(row) && reading.wouldCount(row)) {
        return Unknown.Reason.NOT_YET_KNOWN;
      }
    }
    return Unknown.Reason.NO_CLAIMS;
  }

  private int newest(List<VisibleClaim> support) {
    int newest = DayRows.OPEN;
    for (VisibleClaim claim : support) {
      newest = Math.max(newest, claim.latestBy(view.asOf()));
    }
    return newest;
  }

  /** The order of rule 10, in which the headline comes first. */
  private int citation(VisibleClaim one, VisibleClaim other, int term) {
    int latest = one.latestBy(view.asOf());
    int latestOther = other.latestBy(view.asOf());
    return ComparisonChain.start()
        .compareTrueFirst(terms.at(latest) == term, terms.at(latestOther) == term)
        .compareFalseFirst(one.implied(), other.implied())
        .compareTrueFirst(one.narrow(), other.narrow())
        .compare(latestOther, latest)
        .compareTrueFirst(one.actKnown(), other.actKnown())
        .compare(other.authority(), one.authority())
        .compare(other.grade(), one.grade())
        .compare(one.published(), other.published())
        .compare(one.claim().id(), other.claim().id())
        .result();
  }

  private <B extends EvidencedPosition.CommonBuilder<B>> B carried(
      B builder, List<VisibleClaim> support) {
    int newest = newest(support);
    LocalDate last = LocalDate.ofEpochDay(newest);
    return parts(builder, this::possibly, this::hints)
        .support(cite(support))
        .standing(terms.at(newest) == terms.at(view.asOf()) ? Standing.CURRENT : Standing.INHERITED)
        .administration(terms.term(last))
        .lastEvidenced(last)
        .independentRoots(independentRoots(support));
  }

  private int independentRoots(List<VisibleClaim> support) {
    if (support.size() == 1 && reading.pieces(support.get(0).row()) == 1) {
      return 1;
    }
    Set<Integer> sources = new HashSet<>();
    for (VisibleClaim claim : support) {
      for (int piece = 0; piece < reading.pieces(claim.row()); piece++) {
        if (reading.exists(claim.row(), piece)) {
          sources.add(reading.source(claim.row(), piece));
        }
      }
    }
    return corpus.sources().independent(sources);
  }

  // What is shown beside it

  private <B extends Position.CommonBuilder<B>> B parts(
      B builder, Supplier<List<VisibleClaim>> possibly, Supplier<List<VisibleClaim>> hints) {
    return builder
        .party(corpus.parties().actor(party).id())
        .proposition(corpus.dossier().propositions().get(proposition).id())
        .viewpoint(view.viewpoint())
        .relatedClaims(
            RelatedClaims.of(
                () -> cite(listed(possibly.get())),
                () -> cite(listed(hints.get())),
                () -> cite(listed(reports(LISTED)))))
        .dossier(corpus.dossier());
  }

  /** Those that are listed, the nearest first, and one more where there are more. */
  private List<VisibleClaim> listed(List<VisibleClaim> nearest) {
    Comparator<VisibleClaim> order = Comparator.comparingLong(claim -> distance(claim.latest()));
    List<VisibleClaim> inOrder = new ArrayList<>(nearest);
    inOrder.sort(order.thenComparing(claim -> claim.claim().id()));
    return inOrder.subList(0, Math.min(LISTED + 1, inOrder.size()));
  }

  private long distance(int day) {
    return Math.abs((long) day - view.asOf());
  }

  private List<VisibleClaim> hints() {
    return nearest(reading, reading.canHint(), LISTED, reading::hints);
  }

  /**
   * Of some rows in order those that fit and are nearest to the date: if there are more than are
   * listed, as many as it takes to know which are listed.
   */
  private List<VisibleClaim> nearest(
      VisibleRows of, DayRows.Some rows, int most, IntPredicate fits) {
    List<VisibleClaim> found = new ArrayList<>();
    int after = rows.before(of.cell().endedBy(view.asOf()));
    int before = after - 1;
    while (before >= 0 || after < rows.size()) {
      long back = before < 0 ? Long.MAX_VALUE : distance(of.latest(rows.get(before)));
      long forth = after >= rows.size() ? Long.MAX_VALUE : distance(of.latest(rows.get(after)));
      if (isEnough(found, most, Math.min(back, forth))) {
        break;
      }
      int row = back <= forth ? rows.get(before--) : rows.get(after++);
      if (fits.test(row)) {
        found.add(of.bearing(row));
      }
    }
    return found;
  }

  /** Whether more were found than are listed, and what comes next is farther than all of them. */
  private boolean isEnough(List<VisibleClaim> found, int most, long next) {
    return found.size() > most && next > distance(found.get(found.size() - 1).latest());
  }

  /** The rows that would count, had they been made by the date, as they may have been. */
  private List<VisibleClaim> possibly() {
    int ended = cell.endedBy(view.asOf());
    List<VisibleClaim> found = new ArrayList<>();
    DayRows.Some vague = cell.vague();
    for (int i = vague.before(ended);
        i < vague.size() && (long) reading.latest(vague.get(i)) - cell.vaguest() <= view.asOf();
        i++) {
      if (reading.ruling(vague.get(i)) == Ruling.POSSIBLY) {
        found.add(reading.bearing(vague.get(i)));
      }
    }
    List<VisibleClaim> ofOpenStart = new ArrayList<>();
    DayRows.Some open = cell.open();
    for (int i = open.before(ended);
        i < open.size() && !isEnough(ofOpenStart, LISTED, distance(reading.latest(open.get(i))));
        i++) {
      if (reading.ruling(open.get(i)) == Ruling.POSSIBLY) {
        ofOpenStart.add(reading.bearing(open.get(i)));
      }
    }
    found.addAll(ofOpenStart);
    return found;
  }

  /**
   * What media other than the party say on the proposition itself, in their own voice: each claim
   * once, in its best grade for one of the media that make it.
   */
  private List<VisibleClaim> reports(int most) {
    VisibleRows said = VisibleRows.ofReports(view, party, proposition);
    return nearest(said, said.cell().all(), most, said::isReport);
  }

  private ImmutableList<CitedClaim> cite(List<VisibleClaim> claims) {
    ImmutableList.Builder<CitedClaim> cited = ImmutableList.builderWithExpectedSize(claims.size());
    for (VisibleClaim claim : claims) {
      cited.add(cite(claim));
    }
    return cited.build();
  }

  private CitedClaim cite(VisibleClaim bearing) {
    return CitedClaim.of(
        bearing.claim(),
        bearing.stance(),
        bearing.implied(),
        bearing.grade(),
        bearing.authority(),
        evidence(bearing),
        corpus.dossier());
  }

  /** The evidence of a claim that exists. */
  private ImmutableList<Evidence> evidence(VisibleClaim bearing) {
    ImmutableList<Evidence> all = bearing.claim().evidence();
    if (bearing.whole()) {
      return all;
    }
    ImmutableList.Builder<Evidence> there = ImmutableList.builder();
    for (int piece = 0; piece < all.size(); piece++) {
      int source = corpus.sources().number(all.get(piece).source());
      if (view.exists(bearing.number(), source, piece)) {
        there.add(all.get(piece));
      }
    }
    return there.build();
  }

  // Why it is so

  Explanation explanation() {
    Position position = position();
    List<VisibleClaim> counted = new ArrayList<>();
    forEachRow(
        row -> {
          if (reading.ruling(row) == Ruling.UNSUPERSEDED) {
            counted.add(reading.bearing(row));
          }
        });
    Supersession supersession = new Supersession();
    counted.forEach(c -> supersession.add(c.earliest(), c.authority().ordinal(), c.term()));
    counted.sort(
        Comparator.comparingInt(VisibleClaim::earliest)
            .reversed()
            .thenComparing(claim -> claim.claim().id()));
    Set<String> carrying = new HashSet<>();
    position.support().forEach(cited -> carrying.add(cited.claim().id()));
    String headline = position.known().map(known -> known.headline().claim().id()).orElse("");
    List<Considered> considered = new ArrayList<>();
    forEachRow(
        row -> {
          VisibleClaim claim = reading.bearing(row);
          Ruling ruling = reading.ruling(row);
          Optional<String> by = Optional.empty();
          if (ruling == Ruling.UNSUPERSEDED
              && !supersession.leavesUnsuperseded(
                  claim.latest(), claim.authority().ordinal(), claim.term())) {
            ruling = carrying.contains(claim.claim().id()) ? Ruling.SUPPORTS : Ruling.SUPERSEDED;
            by = Optional.of(superseding(claim, counted).claim().id());
          }
          if (claim.claim().id().equals(headline)) {
            ruling = Ruling.HEADLINE;
          }
          considered.add(Considered.of(cite(claim), ruling, by));
        });
    reports(Integer.MAX_VALUE)
        .forEach(
            report -> considered.add(Considered.of(cite(report), Ruling.REPORT, Optional.empty())));
    considered.sort(
        Comparator.comparing(Considered::ruling)
            .thenComparing(c -> c.cited().claim().asserted().latest(), Comparator.reverseOrder())
            .thenComparing(c -> c.cited().claim().id()));
    return Explanation.of(position, considered);
  }

  /**
   * Of the claims that supersede one, that with the latest start; of several such the first by id.
   *
   * @param counted the claims that count, in that order
   */
  private static VisibleClaim superseding(VisibleClaim superseded, List<VisibleClaim> counted) {
    for (VisibleClaim claim : counted) {
      boolean later = claim.earliest() > superseded.latest();
      if (later
          && (claim.authority().compareTo(superseded.authority()) >= 0
              || !Supersession.isCertainly(claim.term(), superseded.term()))) {
        return claim;
      }
    }
    throw new IllegalStateException("nothing supersedes " + superseded.claim().id());
  }
}
