package org.demarche.rules;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Streams;
import com.google.common.collect.TreeMultimap;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Viewpoint;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.index.Postings;
import org.demarche.index.RowStore;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;

/**
 * A dossier laid out for questions: a row for each family and each proposition on which a claim
 * bears, in the cell of that family and that proposition. Records go by their number, which is
 * their place in the dossier; days by their count since 1970-01-01.
 */
public final class DossierIndex {
  // The columns of a row, beside those of its days.
  static final int TAGS = DayRows.TRAITS;
  static final int EVIDENCE = 3;
  static final int CLAIM = 4;
  static final int GROUP = 5;
  private static final int COLUMNS = 6;

  /** The farthest day: from one to another there are no more days than an int counts. */
  private static final long FARTHEST = 1_000_000_000;

  /** By what claims are found. */
  public enum Facet {
    /** Those who uttered it. */
    SPEAKER,
    /** Those on whose behalf it counts. */
    PRINCIPAL,
    /** The proposition itself. */
    PROPOSITION
  }

  private final Dossier dossier;
  private final PartyIndex parties;
  private final SourceIndex sources;
  private final Implications bearings;
  private final Supplier<Order> order = Suppliers.memoize(() -> Order.of(dossier()));
  private final ImmutableSetMultimap<String, String> rivals;
  private final LocalDate lastDay;

  /** The view in which all evidence exists. */
  private final EvidenceView whole;

  private final RowStore cells;

  /** What media say in their own voice, in a cell of the proposition and 0. */
  private final RowStore reports;

  private final ImmutableList<Postings> facets;
  private final IntLists groups;
  private final IntLists evidence;

  /** Lays out a dossier. */
  public DossierIndex(Dossier dossier) {
    this.dossier = dossier;
    this.parties = new PartyIndex(dossier);
    this.sources = new SourceIndex(dossier);
    this.bearings = new Implications(dossier);
    this.rivals = rivals(dossier);
    this.lastDay = lastDay(dossier, LocalDate.MIN);
    this.whole = new EvidenceView(this, Viewpoint.builder().asOf(endOfRecord()).build());
    Layout layout = new Layout(new IntLists.Builder(), new IntLists.Builder());
    for (int claim = 0; claim < dossier.claims().size(); claim++) {
      layout.lay(claim);
      layout.list(claim);
    }
    this.groups = layout.groups.build();
    this.evidence = layout.evidence.build();
    this.facets = ImmutableList.copyOf(Lists.transform(layout.facets, Postings.Builder::build));
    this.reports = layout.reports.build((first, cell, row) -> cell.get(row, TAGS));
    this.cells = layout.rows.build(this::settled);
  }

  /** Lays out what came to a dossier beside what was laid out before. */
  private DossierIndex(DossierIndex before, Dossier merged, Dossier more) {
    this.dossier = merged;
    this.parties =
        merged.actors().size() == before.dossier.actors().size()
            ? before.parties
            : new PartyIndex(merged);
    this.sources = before.sources.plus(merged);
    this.bearings = before.bearings;
    this.rivals = rivals(merged);
    this.lastDay = lastDay(more, before.lastDay);
    this.whole = new EvidenceView(this, Viewpoint.builder().asOf(endOfRecord()).build());
    Layout layout =
        new Layout(new IntLists.Builder(before.groups), new IntLists.Builder(before.evidence));
    BitSet corroborated = new BitSet();
    for (Claim claim : more.claims()) {
      int number = merged.placeOfClaim(claim.id());
      if (number >= before.dossier.claims().size()) {
        layout.lay(number);
        layout.list(number);
      } else if (merged.claims().get(number) != before.dossier.claims().get(number)) {
        layout.lay(number);
        corroborated.set(number);
      }
    }
    this.groups = layout.groups.build();
    this.evidence = layout.evidence.build();
    this.facets =
        Streams.zip(layout.facets.stream(), before.facets.stream(), Postings.Builder::onto)
            .collect(ImmutableList.toImmutableList());
    this.reports =
        layout.reports.onto(
            before.reports, CLAIM, corroborated::get, (first, cell, row) -> cell.get(row, TAGS));
    this.cells = layout.rows.onto(before.cells, CLAIM, corroborated::get, this::settled);
  }

  /**
   * The tags of a row, with what the family holds from its last day on, as the walk from there
   * finds it while all evidence exists: so that it need not be walked for again.
   */
  private int settled(int family, DayRows cell, int row) {
    VisibleRows reading = VisibleRows.of(whole, family, cell);
    PositionOutcome held = settled(reading, row);
    return RowBits.with(held, cell.get(row, TAGS));
  }

  /** A row that counts stands on its day, so that mostly the row before tells the rest. */
  private static PositionOutcome settled(VisibleRows reading, int row) {
    PositionOutcome before = reading.outcomeFrom(row - 1);
    if (!reading.counts(row)) {
      return before;
    }
    PositionOutcome own = reading.outcome(row);
    if (before == PositionOutcome.UNKNOWN || before == own) {
      return own;
    }
    return reading.earliest(row) == DayRows.OPEN // then it supersedes nothing
        ? PositionOutcome.CONTESTED
        : Derivation.outcome(reading, NewestFirst.from(row, reading), false);
  }

  /**
   * What the head of a family holds from the last day of a row on, where all evidence exists; or
   * from before the first, which is -1.
   */
  static PositionOutcome outcomeFrom(DayRows cell, int row) {
    return row < 0 ? PositionOutcome.UNKNOWN : RowBits.outcome(cell.get(row, TAGS));
  }

  /**
   * A dossier laid out that holds this one's and more: what both have in common stays as it lies.
   * Only a new composite, or a new actor that has terms of office, makes earlier claims bear on
   * something new, and then the whole is laid out again.
   *
   * @param merged the two dossiers merged
   */
  public DossierIndex plus(Dossier merged, Dossier more) {
    boolean reaches =
        more.propositions().stream()
                .anyMatch(p -> !p.parts().isEmpty() && dossier.proposition(p.id()).isEmpty())
            || more.actors().stream()
                .anyMatch(a -> !a.terms().isEmpty() && dossier.actor(a.id()).isEmpty());
    return reaches ? new DossierIndex(merged) : new DossierIndex(this, merged, more);
  }

  /** Rows and lists of claims on their way into the index. */
  private final class Layout {
    final RowStore.Builder rows = new RowStore.Builder(COLUMNS, RowBits.TRAITS);
    final RowStore.Builder reports = new RowStore.Builder(COLUMNS, RowBits.TRAITS);
    final ImmutableList<Postings.Builder> facets =
        ImmutableList.of(new Postings.Builder(), new Postings.Builder(), new Postings.Builder());
    final IntLists.Builder groups;
    final IntLists.Builder evidence;

    Layout(IntLists.Builder groups, IntLists.Builder evidence) {
      this.groups = groups;
      this.evidence = evidence;
    }

    /**
     * Adds a claim's rows: for each family of its principals, one for each bearing; and one more
     * where media make it.
     */
    void lay(int number) {
      Claim claim = claim(number);
      if (claim.principals().size() == 1) {
        int principal = parties.number(claim.principals().first());
        for (int family : parties.families(principal)) {
          lay(number, claim, family, principal);
        }
        report(number, claim, principal);
        return;
      }
      SetMultimap<Integer, Integer> families = LinkedHashMultimap.create();
      for (String id : claim.principals()) {
        int principal = parties.number(id);
        for (int family : parties.families(principal)) {
          families.put(family, principal);
        }
      }
      families.asMap().forEach((family, group) -> lay(number, claim, family, Ints.toArray(group)));
      report(number, claim, claim.principals().stream().mapToInt(parties::number).toArray());
    }

    private void lay(int number, Claim claim, int family, int... principals) {
      int group = groups.add(principals);
      int[] pieces = pieces(claim, family);
      int proof = evidence.add(pieces);
      int earliest = earliest(claim);
      int latest = day(claim.asserted().latest());
      int tags = claim.asserted().isThroughout() && earliest != DayRows.OPEN ? RowBits.SPAN : 0;
      int standing = PartyIndex.STRANGER;
      boolean ofStateItself = false;
      for (int principal : principals) {
        standing = Math.max(standing, parties.authorityRank(principal, family));
        ofStateItself |= principal == family && parties.isState(family);
      }
      boolean odd = standing == PartyIndex.HINT;
      if (claim.force().takesPosition()) {
        tags |= RowBits.TAKES_POSITION;
      } else {
        odd = true;
      }
      for (int piece : pieces) {
        odd |= EvidenceBits.grade(piece) < Grade.OTHER_SIDE.ordinal();
        if (ofStateItself && EvidenceBits.isRecorded(piece)) {
          tags |= RowBits.RECORDED_ACT;
          standing = Authority.HEAD.ordinal();
        }
      }
      tags |= odd ? RowBits.ODD : 0;
      tags |= claim.respondsTo().isEmpty() ? 0 : RowBits.ANSWERS;
      tags |= RowBits.of(standing, parties.terms(family).during(earliest, latest));
      int direct = Implications.pair(proposition(claim.proposition()), claim.stance());
      ImmutableIntArray reached = bearings.of(direct);
      for (int i = 0; i < reached.length(); i++) {
        int pair = reached.get(i);
        rows.add(
            family,
            Implications.proposition(pair),
            latest,
            tags | Implications.stance(pair) | (i == 0 ? 0 : RowBits.IMPLIED),
            earliest,
            proof,
            number,
            group);
      }
    }

    /** Adds the row of a claim that media make, in its best grade for one of them. */
    private void report(int number, Claim claim, int... principals) {
      int standing = PartyIndex.STRANGER;
      int[] best = new int[claim.evidence().size()];
      for (int principal : principals) {
        if (parties.isMedium(principal)) {
          standing = Math.max(standing, parties.authorityRank(principal, principal));
          int[] pieces = pieces(claim, principal);
          Arrays.setAll(best, piece -> Math.max(best[piece], pieces[piece]));
        }
      }
      if (standing != PartyIndex.STRANGER) {
        reports.add(
            proposition(claim.proposition()),
            0,
            day(claim.asserted().latest()),
            claim.stance().ordinal() | RowBits.of(standing, TermIndex.UNCERTAIN),
            earliest(claim),
            evidence.add(best),
            number,
            groups.add(principals));
      }
    }

    private int earliest(Claim claim) {
      return claim.asserted().earliest().map(DossierIndex::day).orElse(DayRows.OPEN);
    }

    /** The evidence of a claim, each piece with its grade for a family. */
    private int[] pieces(Claim claim, int family) {
      int[] pieces = new int[claim.evidence().size()];
      for (int i = 0; i < pieces.length; i++) {
        Evidence piece = claim.evidence().get(i);
        int source = sources.number(piece.source());
        pieces[i] =
            EvidenceBits.of(source, piece.mode() == Mode.RECORDED, grade(piece, source, family));
      }
      return pieces;
    }

    /** Lists a claim where it is sought. */
    void list(int number) {
      Claim claim = claim(number);
      for (String id : claim.speakers()) {
        facets.get(Facet.SPEAKER.ordinal()).add(parties.number(id), number);
      }
      for (String id : claim.principals()) {
        facets.get(Facet.PRINCIPAL.ordinal()).add(parties.number(id), number);
      }
      facets.get(Facet.PROPOSITION.ordinal()).add(proposition(claim.proposition()), number);
    }
  }

  /** The grade of one piece of evidence for the principals of a family (rules 2 and 12). */
  Grade grade(Evidence evidence, int family) {
    return grade(evidence, sources.number(evidence.source()), family);
  }

  private Grade grade(Evidence evidence, int number, int family) {
    if (evidence.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (evidence.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source source = sources.source(number);
    if (parties.areOtherSides(parties.number(source.outlet()), family)) {
      return Grade.OTHER_SIDE;
    }
    for (String relay : evidence.via()) {
      if (parties.areOtherSides(parties.number(relay), family)) {
        return Grade.OTHER_SIDE;
      }
    }
    boolean own =
        evidence.mode() == Mode.RECORDED
            || (evidence.mode().quotes() && source.hasReliableQuotes());
    return own ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  /** The numbers of the claims that have that value in that facet, in order. Not to be changed. */
  public int[] claims(Facet facet, String id) {
    int key = facet == Facet.PROPOSITION ? proposition(id) : parties.number(id);
    return facets.get(facet.ordinal()).of(key);
  }

  // What is laid out

  RowStore cells() {
    return cells;
  }

  /** The rows of a party's family on a proposition. */
  DayRows cell(int party, int proposition) {
    return cells.cell(parties.family(party), proposition);
  }

  PartyIndex parties() {
    return parties;
  }

  SourceIndex sources() {
    return sources;
  }

  /** The claim of a number. */
  public Claim claim(int number) {
    return dossier.claims().get(number);
  }

  /** The principals of a row who belong to its family, or hint in it. */
  IntLists groups() {
    return groups;
  }

  /** The pieces of evidence of a row, in the order of its claim. */
  IntLists evidence() {
    return evidence;
  }

  /** What media say on a proposition in their own voice. */
  DayRows reports(int proposition) {
    return reports.cell(proposition, 0);
  }

  int proposition(String id) {
    return found("proposition", id, dossier.placeOfProposition(id));
  }

  /**
   * The order in which answers list propositions: by issue, then by id.
   *
   * @param propositions in that order
   * @param ids theirs
   * @param places by the number of each its place in that order
   */
  record Order(
      ImmutableList<Proposition> propositions,
      ImmutableList<String> ids,
      ImmutableIntArray places) {
    static Order of(Dossier dossier) {
      ImmutableList<Proposition> sorted =
          ImmutableList.sortedCopyOf(
              Comparator.comparing(Proposition::issue).thenComparing(Proposition::id),
              dossier.propositions());
      int[] places = new int[sorted.size()];
      for (int place = 0; place < places.length; place++) {
        places[dossier.placeOfProposition(sorted.get(place).id())] = place;
      }
      return new Order(
          sorted,
          ImmutableList.copyOf(Lists.transform(sorted, Proposition::id)),
          ImmutableIntArray.copyOf(places));
    }
  }

  /** That order. */
  Order order() {
    return order.get();
  }

  /** It, of the ids of propositions. */
  Comparator<String> inOrder() {
    return Comparator.comparingInt(id -> order().places().get(proposition(id)));
  }

  /** Whether in the cell of a party and a proposition a claim answers another. */
  boolean answers(int party, int proposition) {
    return (cell(party, proposition).any() & RowBits.ANSWERS) != 0;
  }

  /** The propositions that exclude one, or that it excludes, by id. */
  Set<String> rivals(String proposition) {
    return rivals.get(proposition);
  }

  /** The dossier. */
  public Dossier dossier() {
    return dossier;
  }

  /** The view in which all evidence exists, as of the end of the record. */
  public EvidenceView whole() {
    return whole;
  }

  /** The latest day of any claim or source, or 1970-01-01 where there is none. */
  public LocalDate endOfRecord() {
    return lastDay.equals(LocalDate.MIN) ? LocalDate.EPOCH : lastDay;
  }

  /**
   * The propositions that a stance on one bears on: the composites and parts that touch it, itself
   * included.
   */
  public ImmutableSet<String> touching(String proposition) {
    return bearings.touching(proposition);
  }

  private static ImmutableSetMultimap<String, String> rivals(Dossier dossier) {
    TreeMultimap<String, String> rivals = TreeMultimap.create();
    for (Proposition proposition : dossier.propositions()) {
      for (String rival : proposition.excludes()) {
        rivals.put(proposition.id(), rival);
        rivals.put(rival, proposition.id());
      }
    }
    return ImmutableSetMultimap.copyOf(rivals);
  }

  private static LocalDate lastDay(Dossier dossier, LocalDate atLeast) {
    LocalDate end = atLeast;
    for (Claim claim : dossier.claims()) {
      end = end.isAfter(claim.asserted().latest()) ? end : claim.asserted().latest();
    }
    for (Source source : dossier.sources()) {
      end = end.isAfter(source.published().latest()) ? end : source.published().latest();
    }
    return end;
  }

  /** The day of a date; no date is farther than some millions of years. */
  static int day(LocalDate date) {
    return (int) Math.max(-FARTHEST, Math.min(FARTHEST, date.toEpochDay()));
  }

  /** A number that was found, or an error that says that it was not. */
  static int found(String type, String id, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(type + " '" + id + "' is not in the dossier");
    }
    return number;
  }
}
