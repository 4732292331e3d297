package org.demarche.rules;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Network;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.index.DayRows;
import org.demarche.index.RowStore;
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
  public static ImmutableList<Change> changes(EvidenceView before, EvidenceView after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (Named cell : cells(after.corpus())) {
      Change change = change(before, after, cell.party(), cell.proposition());
      if (change.label() != Change.Label.SILENT) {
        changes.add(change);
      }
    }
    return changes.build();
  }

  /** What became of one position between two views. */
  public static Change change(
      EvidenceView before, EvidenceView after, String party, String proposition) {
    return ChangeRules.change(
        before.position(party, proposition), after.position(party, proposition));
  }

  /** Every difference between two views of one corpus at one date. */
  public static ImmutableList<Difference> differences(EvidenceView here, EvidenceView there) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Named cell : cells(here.corpus())) {
      Position position = here.position(cell.party(), cell.proposition());
      ChangeRules.difference(position, there.position(cell.party(), cell.proposition()))
          .ifPresent(differences::add);
    }
    return differences.build();
  }

  /** What each of some parties held on every proposition. */
  public static StanceGrid stances(EvidenceView view, List<String> parties) {
    DossierIndex corpus = view.corpus();
    ImmutableList<String> propositions = corpus.order().ids();
    PositionOutcome[] cells =
        new PositionOutcome[Network.matrixSize(parties.size(), propositions.size())];
    Arrays.fill(cells, PositionOutcome.UNKNOWN);
    for (int i = 0; i < parties.size(); i++) {
      fill(cells, i * propositions.size(), view, corpus.parties().number(parties.get(i)));
    }
    return StanceGrid.of(view.viewpoint(), parties, propositions, ImmutableList.copyOf(cells));
  }

  /**
   * Fills in what a party held on each proposition, in their order. There may be a million cells:
   * one goes from each to the next, and makes nothing of it.
   */
  private static void fill(PositionOutcome[] cells, int first, EvidenceView view, int party) {
    ImmutableIntArray columns = view.corpus().order().places();
    RowStore all = view.corpus().cells();
    int family = view.corpus().parties().family(party);
    int end = all.end(family);
    for (int place = RowStore.START; place < end; ) {
      DayRows cell = all.at(family, place);
      cells[first + columns.get(cell.name())] = Derivation.outcome(view, party, cell.name(), cell);
      place = cell.end();
    }
  }

  /** How two parties stand to one another on one proposition. */
  public static Relation relation(
      EvidenceView view, String first, String second, String proposition) {
    return new RelationRules(view).of(first, second, proposition);
  }

  /** How some parties stand to one another, pair by pair, but where both are silent. */
  public static ImmutableList<Relation> relations(EvidenceView view, List<String> parties) {
    RelationRules relations = new RelationRules(view);
    ImmutableList.Builder<Relation> found = ImmutableList.builder();
    for (String proposition : propositions(view, parties)) {
      for (int i = 0; i < parties.size(); i++) {
        for (int j = i + 1; j < parties.size(); j++) {
          Relation relation = relations.of(parties.get(i), parties.get(j), proposition);
          if (relation.label() != Relation.Label.SILENT) {
            found.add(relation);
          }
        }
      }
    }
    return found.build();
  }

  /** All propositions. */
  public static ImmutableList<Proposition> propositions(EvidenceView view) {
    return view.corpus().order().propositions();
  }

  /**
   * The propositions that have a phrase in their sentence, id or issue; the marks that join the
   * words of an id are as good as spaces.
   */
  public static ImmutableList<Proposition> propositions(EvidenceView view, String phrase) {
    PhraseSearch phrases = new PhraseSearch(words(phrase));
    return propositions(view).stream()
        .filter(
            proposition ->
                Stream.of(proposition.text(), proposition.id(), proposition.issue())
                    .anyMatch(text -> phrases.isIn(words(text))))
        .collect(ImmutableList.toImmutableList());
  }

  private static String words(String text) {
    return text.replaceAll("[-._:/]+", " ");
  }

  /** All propositions on which one of the parties has rows. */
  public static ImmutableSet<String> propositions(EvidenceView view, Iterable<String> parties) {
    DossierIndex corpus = view.corpus();
    Set<String> found = new HashSet<>();
    for (String party : parties) {
      int family = corpus.parties().family(corpus.parties().number(party));
      corpus
          .cells()
          .forEach(
              family,
              (proposition, cell) ->
                  found.add(corpus.dossier().propositions().get(proposition).id()));
    }
    return ImmutableSet.copyOf(ImmutableList.sortedCopyOf(corpus.inOrder(), found));
  }

  /**
   * All positions of a party that are known, contested, or unknown with something on record by the
   * as-of date: what is said or published later adds no row.
   */
  public static ImmutableList<Position> positions(EvidenceView view, String party) {
    return propositions(view, List.of(party)).stream()
        .map(proposition -> view.position(party, proposition))
        .filter(Survey::isNotSilent)
        .collect(ImmutableList.toImmutableList());
  }

  /** When each party came to hold what on a proposition. */
  public static Timeline turns(EvidenceView view, String proposition) {
    ImmutableList.Builder<Timeline.Entry> turns = ImmutableList.builder();
    int asked = view.corpus().proposition(proposition);
    holders(
        view.corpus(),
        asked,
        (family, cell) -> {
          String party = view.corpus().parties().actor(family).id();
          Derivation.turns(
              VisibleRows.of(view, family, cell),
              view.asOf(),
              (day, held) -> turns.add(Timeline.Entry.of(party, LocalDate.ofEpochDay(day), held)));
        });
    return Timeline.of(proposition, view.viewpoint(), turns.build());
  }

  /** Goes through the states, persons and media of whom there are rows on a proposition, by id. */
  private static void holders(DossierIndex corpus, int proposition, RowStore.Each each) {
    ImmutableIntArray heads = corpus.parties().heads();
    for (int i = 0; i < heads.length(); i++) {
      DayRows cell = corpus.cells().cell(heads.get(i), proposition);
      if (cell.size() > 0) {
        each.accept(heads.get(i), cell);
      }
    }
  }

  /** All positions on a proposition, with the same bounds. */
  public static ImmutableList<Position> holders(EvidenceView view, String proposition) {
    ImmutableList.Builder<Position> positions = ImmutableList.builder();
    int asked = view.corpus().proposition(proposition);
    holders(
        view.corpus(),
        asked,
        (family, cell) -> {
          Position position = view.position(family, asked);
          if (isNotSilent(position)) {
            positions.add(position);
          }
        });
    return positions.build();
  }

  private static boolean isNotSilent(Position position) {
    return !(position instanceof Unknown unknown)
        || unknown.reason() == Unknown.Reason.ONLY_HINTS
        || unknown.reason() == Unknown.Reason.ONLY_POSSIBLY;
  }

  /**
   * The changes of one position from its first day on, up to the view's date, but for UNCHANGED.
   */
  public static ImmutableList<Change> history(EvidenceView view, String party, String proposition) {
    List<Change> changes = new ArrayList<>();
    Derivation.Days days = view.derivation(party, proposition).days();
    if (days.all().isEmpty()) {
      return ImmutableList.of();
    }
    Position before = view.at(days.all().first().minusDays(1)).position(party, proposition);
    for (LocalDate day : days.all()) {
      Change change = ChangeRules.change(before, view.at(day).position(party, proposition));
      boolean told =
          switch (change.label()) {
            case SILENT, UNCHANGED -> false;
            case REAFFIRMED -> days.said().contains(day);
            case STILL_CONTESTED -> isContestedOtherwise(change);
            default -> true;
          };
      if (told) {
        changes.add(change);
      }
      before = change.after();
    }
    return ImmutableList.copyOf(changes);
  }

  private static boolean isContestedOtherwise(Change change) {
    return ChangeRules.difference(change.before(), change.after())
        .filter(difference -> difference.altered().contains(Difference.Aspect.CONTEST))
        .isPresent();
  }

  /** What the participants tell of an occasion. */
  public static Readouts readouts(EvidenceView view, String occasion) {
    DossierIndex corpus = view.corpus();
    Provenance provenance = new Provenance(view);
    List<Readouts.Point> points = new ArrayList<>();
    SetMultimap<String, String> answers = HashMultimap.create();
    List<Integer> told = new ArrayList<>();
    for (int number = 0; number < corpus.dossier().claims().size(); number++) {
      Claim claim = corpus.claim(number);
      boolean here = claim.occasion().equals(Optional.of(occasion));
      if ((here || !claim.respondsTo().isEmpty()) && view.shows(number)) {
        claim.respondsTo().forEach(id -> answers.put(id, claim.id()));
        if (here) {
          told.add(number);
        }
      }
    }
    for (int number : told) {
      Claim claim = corpus.claim(number);
      points.add(
          Readouts.Point.of(
              claim,
              provenance.tellers(number),
              verdict(provenance, number),
              answers.get(claim.id())));
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

  private record Named(String party, String proposition) {}

  /** All cells that have rows, in the one order. */
  private static List<Named> cells(DossierIndex corpus) {
    List<Named> cells = new ArrayList<>();
    for (int family = 0; family < corpus.cells().firsts(); family++) {
      String party = corpus.parties().actor(family).id();
      corpus
          .cells()
          .forEach(
              family,
              (proposition, cell) ->
                  cells.add(
                      new Named(party, corpus.dossier().propositions().get(proposition).id())));
    }
    cells.sort(
        Comparator.comparing(Named::party).thenComparing(Named::proposition, corpus.inOrder()));
    return cells;
  }
}
