package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Position;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Unknown;
import org.demarche.model.Claim;
import org.demarche.model.Proposition;

/**
 * Questions over many cells, answered cell by cell and in one order: by party, by issue, by
 * proposition.
 */
public final class Survey {
  private Survey() {}

  /**
   * Every change between two views of one corpus on the same evidence, but where both are silent.
   */
  public static ImmutableList<Change> changes(View before, View after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (Cell cell : cells(after.corpus())) {
      Change change = change(before, after, cell.party(), cell.proposition());
      if (change.label() != Change.Label.SILENT) {
        changes.add(change);
      }
    }
    return changes.build();
  }

  /** What became of one position between two views. */
  public static Change change(View before, View after, String party, String proposition) {
    return Labels.change(before.position(party, proposition), after.position(party, proposition));
  }

  /** Every difference between two views of one corpus at one date. */
  public static ImmutableList<Difference> differences(View here, View there) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Cell cell : cells(here.corpus())) {
      Position position = here.position(cell.party(), cell.proposition());
      Labels.difference(position, there.position(cell.party(), cell.proposition()))
          .ifPresent(differences::add);
    }
    return differences.build();
  }

  /** The relations of two parties on some propositions; on one, also where both are silent. */
  public static ImmutableList<Relation> relations(
      View view, String first, String second, Set<String> propositions) {
    Relations relations = new Relations(view, first, second);
    return propositions.stream().map(relations::on).collect(ImmutableList.toImmutableList());
  }

  /** All propositions. */
  public static ImmutableList<Proposition> propositions(View view) {
    return view.corpus().dossier().propositions().stream()
        .sorted(Comparator.comparing(Proposition::id, view.corpus().byIssue()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The propositions that have a phrase in their sentence, id or issue. */
  public static ImmutableList<Proposition> propositions(View view, Phrases phrase) {
    return propositions(view).stream()
        .filter(
            proposition ->
                phrase.isIn(proposition.text())
                    || phrase.isIn(proposition.id().replace('-', ' '))
                    || phrase.isIn(proposition.issue().replace('-', ' ')))
        .collect(ImmutableList.toImmutableList());
  }

  /** All propositions on which one of the parties has rows. */
  public static ImmutableSet<String> propositions(View view, Iterable<String> parties) {
    Corpus corpus = view.corpus();
    Set<Integer> families = new TreeSet<>();
    parties.forEach(party -> families.add(corpus.parties().family(corpus.parties().number(party))));
    return cells(corpus).stream()
        .filter(cell -> families.contains(corpus.parties().number(cell.party())))
        .map(Cell::proposition)
        .sorted(corpus.byIssue())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** All positions of a party, but where the record is silent. */
  public static ImmutableList<Position> positions(View view, String party) {
    return propositions(view, List.of(party)).stream()
        .map(proposition -> view.position(party, proposition))
        .filter(Survey::isNotSilent)
        .collect(ImmutableList.toImmutableList());
  }

  /** All positions on a proposition, but where the record is silent. */
  public static ImmutableList<Position> holders(View view, String proposition) {
    return cells(view.corpus()).stream()
        .filter(cell -> cell.proposition().equals(proposition))
        .map(cell -> view.position(cell.party(), proposition))
        .filter(Survey::isNotSilent)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isNotSilent(Position position) {
    return !(position instanceof Unknown unknown) || unknown.reason() != Unknown.Reason.NO_CLAIMS;
  }

  /**
   * The changes of one position from its first day on, up to the view's date, but for UNCHANGED.
   */
  public static ImmutableList<Change> history(View view, String party, String proposition) {
    List<Change> changes = new ArrayList<>();
    List<LocalDate> days = view.derivation(party, proposition).days().asList();
    if (days.isEmpty()) {
      return ImmutableList.of();
    }
    Position before = view.at(days.get(0).minusDays(1)).position(party, proposition);
    for (LocalDate day : days) {
      Change change = Labels.change(before, view.at(day).position(party, proposition));
      if (change.label() != Change.Label.SILENT
          && change.label() != Change.Label.UNCHANGED
          && (change.label() != Change.Label.STILL_CONTESTED || isContestedOtherwise(change))) {
        changes.add(change);
      }
      before = change.after();
    }
    return ImmutableList.copyOf(changes);
  }

  private static boolean isContestedOtherwise(Change change) {
    return Labels.difference(change.before(), change.after())
        .filter(difference -> difference.altered().contains(Difference.Aspect.CONTEST))
        .isPresent();
  }

  /** What the participants tell of an occasion. */
  public static Readouts readouts(View view, String occasion) {
    Corpus corpus = view.corpus();
    Provenance provenance = new Provenance(view);
    List<Readouts.Point> points = new ArrayList<>();
    BitSet claims = view.claims();
    for (int number = claims.nextSetBit(0); number >= 0; number = claims.nextSetBit(number + 1)) {
      Claim claim = corpus.claim(number);
      if (claim.occasion().equals(Optional.of(occasion))) {
        points.add(
            Readouts.Point.of(
                claim,
                provenance.tellers(number),
                verdict(provenance, number),
                answers(corpus, claims, claim.id())));
      }
    }
    points.sort(
        Comparator.comparing(Readouts.Point::verdict).thenComparing(point -> point.claim().id()));
    return Readouts.of(
        occasion,
        view.viewpoint(),
        provenance.sides(corpus.dossier().occasion(occasion).orElseThrow().participants()),
        points,
        corpus.dossier());
  }

  private static Readouts.Verdict verdict(Provenance provenance, int claim) {
    if (provenance.isMutual(claim)) {
      return Readouts.Verdict.MUTUAL;
    }
    return provenance.tellers(claim).isEmpty()
        ? Readouts.Verdict.UNTOLD
        : Readouts.Verdict.ONE_SIDED;
  }

  private static Set<String> answers(Corpus corpus, BitSet claims, String answered) {
    return claims.stream()
        .mapToObj(corpus::claim)
        .filter(claim -> claim.respondsTo().contains(answered))
        .map(Claim::id)
        .collect(Collectors.toSet());
  }

  private record Cell(String party, String proposition) {}

  private static List<Cell> cells(Corpus corpus) {
    List<Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < corpus.rows().cells(); cell++) {
      cells.add(
          new Cell(
              corpus.parties().actor(corpus.rows().first(cell)).id(),
              corpus.dossier().propositions().get(corpus.rows().second(cell)).id()));
    }
    cells.sort(
        Comparator.comparing(Cell::party).thenComparing(Cell::proposition, corpus.byIssue()));
    return cells;
  }
}
