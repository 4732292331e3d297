package org.demarche.dossierindex;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.demarche.answer.Grade;
import org.demarche.dossierindex.Implications.Reached;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.index.RowStore;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;

/**
 * The builder of the rows of claims: one row for each family of the principals and each proposition
 * on which the claim bears.
 */
final class ClaimRowBuilder {
  private static final int COLUMNS = 6;

  final RowStore.Builder rows = new RowStore.Builder(COLUMNS, DossierIndex.CLAIM, RowBits.TRAITS);
  final RowStore.Builder reports =
      new RowStore.Builder(COLUMNS, DossierIndex.CLAIM, RowBits.TRAITS);
  final IntLists.Builder principals;
  final IntLists.Builder evidence;

  private final DossierIndex index;
  private final RowValues values;

  /**
   * Creates a builder.
   *
   * @param index the index under construction; its actors, sources and implications are known
   * @param principals the lists of principals laid out before
   * @param evidence the lists of evidence laid out before
   */
  ClaimRowBuilder(
      DossierIndex index,
      RowValues values,
      IntLists.Builder principals,
      IntLists.Builder evidence) {
    this.index = index;
    this.values = values;
    this.principals = principals;
    this.evidence = evidence;
  }

  /** Returns a builder with the rows of all claims, which are laid out on several threads. */
  static ClaimRowBuilder ofAll(DossierIndex index, RowValues values) {
    List<ClaimRowBuilder> blocks =
        ClaimBlocks.map(
            index.dossier().claims().size(),
            numbers -> {
              ClaimRowBuilder block = empty(index, values);
              numbers.forEach(block::add);
              return block;
            });
    ClaimRowBuilder all = empty(index, values);
    blocks.forEach(all::addAll);
    return all;
  }

  private static ClaimRowBuilder empty(DossierIndex index, RowValues values) {
    return new ClaimRowBuilder(index, values, new IntLists.Builder(), new IntLists.Builder());
  }

  /** Adds the rows of later claims. Their lists of ints are identified anew. */
  private void addAll(ClaimRowBuilder later) {
    IntUnaryOperator principalList = principals.addAll(later.principals);
    IntUnaryOperator evidenceList = evidence.addAll(later.evidence);
    Consumer<int[]> identified =
        row -> {
          row[DossierIndex.PRINCIPALS] = principalList.applyAsInt(row[DossierIndex.PRINCIPALS]);
          row[DossierIndex.EVIDENCE] = evidenceList.applyAsInt(row[DossierIndex.EVIDENCE]);
        };
    rows.addAll(later.rows, identified);
    reports.addAll(later.reports, identified);
  }

  /** Adds the rows of a claim, and one more to the reports if media make the claim. */
  void add(int number) {
    Claim claim = index.claim(number);
    if (!index.includes(claim)) {
      return; // a draft carries, hints at and disputes nothing, unless it is asked for
    }
    if (claim.principals().size() == 1) {
      int principal = index.numbers().actor(claim.principals().first());
      for (int family : index.parties().families(principal)) {
        add(number, claim, family, principal);
      }
      addReport(number, claim, principal);
      return;
    }
    SetMultimap<Integer, Integer> families = LinkedHashMultimap.create();
    for (String id : claim.principals()) {
      int principal = index.numbers().actor(id);
      for (int family : index.parties().families(principal)) {
        families.put(family, principal);
      }
    }
    families.asMap().forEach((family, group) -> add(number, claim, family, Ints.toArray(group)));
    addReport(
        number, claim, claim.principals().stream().mapToInt(index.numbers()::actor).toArray());
  }

  private void add(int number, Claim claim, int family, int... all) {
    int[] group = inTime(claim, family, all);
    if (group.length == 0) {
      return;
    }
    int[] pieces = evidenceBits(claim, family, group);
    int principalList = principals.add(group);
    int evidenceList = evidence.add(pieces);
    int earliest = earliest(claim);
    int latest = EpochDays.of(claim.asserted().latest());
    int bits = bits(claim, family, group, pieces, earliest, latest);
    boolean binds = binds(claim);
    boolean retracted = index.isRetracted(number);
    for (Reached reached : index.reached(claim)) {
      Bearing bearing = binds ? reached.bearing().firmly() : reached.bearing();
      boolean answered = retracted || isAnswered(number, family, reached.proposition());
      rows.add(
          family,
          reached.proposition(),
          latest,
          bits
              | reached.stance().ordinal()
              | RowBits.of(bearing)
              | (bearing == Bearing.EXPLICIT ? 0 : RowBits.WEIGHED)
              | (answered ? RowBits.WEIGHED | RowBits.ANSWERED : 0),
          earliest,
          evidenceList,
          number,
          principalList);
    }
  }

  /** Returns the principals of a claim that was made before the family continued their state. */
  private int[] inTime(Claim claim, int family, int[] group) {
    for (int principal : group) {
      if (index.parties().continues(family, principal)) {
        return IntStream.of(group)
            .filter(one -> index.parties().isInTime(one, family, claim.asserted().latest()))
            .filter(one -> index.parties().authorityRank(one, family) != PartyIndex.STRANGER)
            .toArray();
      }
    }
    return group; // as for nearly all families
  }

  /** Returns whether a claim is answered on a proposition by one of a family that is not later. */
  private boolean isAnswered(int number, int family, int proposition) {
    for (int answer : index.answers(number)) {
      Claim claim = index.claim(answer);
      if (concerns(claim, family)
          && index.reached(claim).stream().anyMatch(r -> r.proposition() == proposition)) {
        return true;
      }
    }
    return false;
  }

  private boolean concerns(Claim claim, int family) {
    return claim.principals().stream()
        .map(index.numbers()::actor)
        .anyMatch(principal -> Ints.contains(index.parties().families(principal), family));
  }

  /** Returns whether a claim binds its principal to a whole, so that its parts are firm. */
  private static boolean binds(Claim claim) {
    return claim.stance() != Stance.UNCOMMITTED
        && (claim.force() == Force.AGREE
            || claim.force() == Force.PROMISE
            || claim.force() == Force.DECIDE);
  }

  private int bits(Claim claim, int family, int[] group, int[] pieces, int earliest, int latest) {
    PartyIndex parties = index.parties();
    int bits = claim.asserted().isThroughout() && earliest != DayRows.OPEN ? RowBits.SPAN : 0;
    int rank = PartyIndex.STRANGER;
    boolean ofSideItself = false;
    boolean otherTerms = !parties.terms(family).isUnbroken();
    boolean throughAnother = false;
    for (int principal : group) {
      int rankOfPrincipal = parties.authorityRank(principal, family);
      rank = Math.max(rank, rankOfPrincipal);
      ofSideItself |= rankOfPrincipal >= 0 && parties.isSide(principal);
      otherTerms |=
          rankOfPrincipal >= 0
              && (parties.termsOwner(principal) != parties.termsOwner(family)
                  || parties.continues(family, principal));
    }
    boolean odd = rank == PartyIndex.HINT || !claim.force().takesPosition();
    bits |= claim.force().takesPosition() ? RowBits.TAKES_POSITION : 0;
    for (int piece : pieces) {
      odd |= EvidenceBits.grade(piece) < Grade.OTHER_SIDE.ordinal();
      odd |= index.sources().isRevised(EvidenceBits.source(piece));
      throughAnother |= EvidenceBits.grade(piece) == Grade.OTHER_SIDE.ordinal();
      if (ofSideItself && EvidenceBits.isRecorded(piece)) {
        bits |= RowBits.RECORDED_ACT;
        rank = Authority.HEAD.ordinal();
      }
    }
    bits |= odd ? RowBits.ODD : 0;
    bits |= throughAnother || otherTerms ? RowBits.WEIGHED : 0;
    bits |= otherTerms ? RowBits.OTHER_TERMS : 0;
    boolean refers = !claim.respondsTo().isEmpty() || !claim.retracts().isEmpty();
    bits |= refers ? RowBits.RESPONDS : 0;
    return bits | RowBits.of(rank, parties.terms(family).during(earliest, latest));
  }

  /** Adds the row of a claim that media make, with its best grade for one of the media. */
  private void addReport(int number, Claim claim, int... group) {
    int rank = PartyIndex.STRANGER;
    int[] best = new int[claim.evidence().size()];
    for (int principal : group) {
      if (index.parties().isMedium(principal)) {
        rank = Math.max(rank, index.parties().authorityRank(principal, principal));
        int[] pieces = evidenceBits(claim, principal, principal);
        Arrays.setAll(best, piece -> Math.max(best[piece], pieces[piece]));
      }
    }
    if (rank != PartyIndex.STRANGER) {
      reports.add(
          index.propositionOf(claim),
          0,
          EpochDays.of(claim.asserted().latest()),
          claim.stance().ordinal() | RowBits.of(rank, AdministrationIndex.UNCERTAIN),
          earliest(claim),
          evidence.add(best),
          number,
          principals.add(group));
    }
  }

  private static int earliest(Claim claim) {
    return claim.asserted().earliest().map(EpochDays::of).orElse(DayRows.OPEN);
  }

  /** Returns the evidence of a claim, each piece with its best grade for some principals. */
  private int[] evidenceBits(Claim claim, int family, int... group) {
    int[] bits = new int[claim.evidence().size()];
    for (int i = 0; i < bits.length; i++) {
      Evidence piece = claim.evidence().get(i);
      int source = index.numbers().source(piece.source());
      Grade grade = values.grade(index, piece, source, sideOf(group[0], family));
      for (int other = 1; other < group.length; other++) {
        Grade another = values.grade(index, piece, source, sideOf(group[other], family));
        grade = another.compareTo(grade) > 0 ? another : grade;
      }
      bits[i] = EvidenceBits.of(source, piece.mode() == Mode.RECORDED, grade);
    }
    return bits;
  }

  /** Returns the state or organisation whose own words a principal gives, or the family. */
  private int sideOf(int principal, int family) {
    return index.parties().side(principal).orElse(family);
  }
}
