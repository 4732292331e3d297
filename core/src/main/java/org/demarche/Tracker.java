package org.demarche;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Comparison;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.TemporalOrder;
import org.demarche.answer.Timeline;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.IdLookup;
import org.demarche.model.When;
import org.demarche.rules.DossierIndex;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Survey;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A dossier indexed for questions: who held what, as of a date, as known at a date.
 *
 * <p>A Tracker is immutable and may be shared between threads. Narrowing it gives another Tracker
 * at once and copies no claim, so every question can be asked of any body of evidence. Narrowing
 * only narrows: an as-of or known-at date that was given can be moved back, never forward.
 *
 * <pre>{@code
 * Tracker tracker = Tracker.of(dossier);
 * tracker.asOf("2017-11-24").position("rok", "additional-thaad");   // AGAINST, STATE_INTENTION, with its evidence
 * tracker.asOf("2022-08-11").without("ET22").position("rok", "three-nos");
 * tracker.matrix("rok", "prc").onIssue("three-nos-content").at("2017-11-24", "2022-08-11");
 * }</pre>
 *
 * <p>Indexing takes time and memory in proportion to the claims. What a party held, in a word, is
 * found in hardly more time among many of its claims than among few; a position takes time in
 * proportion to the claims that carry it.
 */
public final class Tracker implements Printable {
  private final EvidenceView view;
  private final boolean asOfGiven;

  private Tracker(EvidenceView view, boolean asOfGiven) {
    this.view = view;
    this.asOfGiven = asOfGiven;
  }

  /**
   * Indexes a dossier. The Tracker stands at the end of the record: the latest day of any claim or
   * source.
   *
   * @param dossier any dossier, also an empty one
   */
  public static Tracker of(Dossier dossier) {
    return new Tracker(new DossierIndex(dossier).whole(), false);
  }

  /** The dossier, whole: narrowing leaves it as it is. */
  public Dossier dossier() {
    return view.corpus().dossier();
  }

  /** From where this Tracker looks. */
  public Viewpoint viewpoint() {
    return view.viewpoint();
  }

  /** What an id stands for in the dossier, or what would be right. */
  private IdLookup ids() {
    return dossier().ids();
  }

  /**
   * The Tracker of this dossier and more, merged as {@link Dossier#plus} merges them. It looks from
   * where this one does, which stays as it is; one that was given no as-of date moves on to the end
   * of the longer record, and one that was limited to some claims stays limited to those. It shares
   * with this one the records, and the index of every party of whom {@code more} tells nothing;
   * that of the others is copied. Only where {@code more} brings a new composite, or a new actor
   * with terms of office, the whole is indexed again.
   *
   * @throws org.demarche.model.InvalidDossierException if the two do not fit together
   */
  public Tracker plus(Dossier more) {
    DossierIndex merged = view.corpus().plus(dossier().plus(more), more);
    EvidenceView same = view.over(merged);
    return asOfGiven ? new Tracker(same, true) : new Tracker(same.at(merged.endOfRecord()), false);
  }

  // Narrowing

  /**
   * What had been said by a date.
   *
   * @param date a day, or a month or year, which means its last day
   * @throws IllegalArgumentException if it is no such date, or later than the as-of date that was
   *     given before
   */
  public Tracker asOf(String date) {
    return asOf(When.lastDay(date), date);
  }

  /**
   * What had been said by a day.
   *
   * @param day any day; before the first claim nothing is known
   * @throws IllegalArgumentException if it is later than the as-of date that was given before
   */
  public Tracker asOf(LocalDate day) {
    return asOf(day, day.toString());
  }

  private Tracker asOf(LocalDate day, String given) {
    if (asOfGiven && day.isAfter(viewpoint().asOf())) {
      throw new IllegalArgumentException(widens("as of", day, given, viewpoint().asOf()));
    }
    return new Tracker(view(Viewpoint.builder().from(viewpoint()).asOf(day)), true);
  }

  /**
   * What was known by a date: only evidence from sources that had certainly been published.
   *
   * @param date a day, or a month or year, which means its last day
   * @throws IllegalArgumentException if it is no such date, or later than the known-at date that
   *     was given before
   */
  public Tracker knownAt(String date) {
    return knownAt(When.lastDay(date), date);
  }

  /**
   * What was known by a day: only evidence from sources that had certainly been published.
   *
   * @param day any day; before the first source nothing is known, which is an answer and no error
   * @throws IllegalArgumentException if it is later than the known-at date that was given before
   */
  public Tracker knownAt(LocalDate day) {
    return knownAt(day, day.toString());
  }

  private Tracker knownAt(LocalDate day, String given) {
    Optional<LocalDate> before = viewpoint().knownAt();
    if (before.isPresent() && day.isAfter(before.get())) {
      throw new IllegalArgumentException(widens("known at", day, given, before.get()));
    }
    return new Tracker(view(Viewpoint.builder().from(viewpoint()).knownAt(day)), asOfGiven);
  }

  /**
   * Leaves out the evidence of some sources, as if they had not been recorded. Sources that derive
   * from them stay.
   *
   * @param sources ids of sources
   * @throws IllegalArgumentException if one is not in the dossier; it names the nearest
   */
  public Tracker without(String... sources) {
    for (String id : sources) {
      ids().source(id);
    }
    return new Tracker(view(Viewpoint.builder().from(viewpoint()).addWithout(sources)), asOfGiven);
  }

  /**
   * Leaves out what some relays passed on, the outlet of a source counted as its outermost relay.
   *
   * @param actors ids of actors
   * @throws IllegalArgumentException if one is not in the dossier; it names the nearest
   */
  public Tracker withoutRelay(String... actors) {
    for (String id : actors) {
      ids().relay(id);
    }
    return new Tracker(
        view(Viewpoint.builder().from(viewpoint()).addWithoutRelays(actors)), asOfGiven);
  }

  /**
   * Leaves out what some speakers said, alone or with others.
   *
   * @param actors ids of actors
   * @throws IllegalArgumentException if one is not in the dossier; it names the nearest
   */
  public Tracker withoutSpeaker(String... actors) {
    for (String id : actors) {
      ids().speaker(id);
    }
    return new Tracker(
        view(Viewpoint.builder().from(viewpoint()).addWithoutSpeakers(actors)), asOfGiven);
  }

  /**
   * Limits the evidence to that of some claims.
   *
   * @param claims claims of this dossier, however they were sought
   * @throws IllegalArgumentException if they were sought in another dossier
   */
  public Tracker only(ClaimQuery claims) {
    if (claims.tracker().view().corpus() != view.corpus()) {
      throw new IllegalArgumentException(
          "these claims were sought in another dossier: seek them with this Tracker's claims()");
    }
    Viewpoint said = Viewpoint.builder().from(viewpoint()).addOnly(claims.question()).build();
    return new Tracker(view.only(claims.found(), said), asOfGiven);
  }

  /**
   * Counts claims of this grade or better, where {@link Grade#OTHER_SIDE} or better counts
   * otherwise. The floor may be raised or lowered; claims below it are hints.
   */
  public Tracker minGrade(Grade worst) {
    return new Tracker(view(Viewpoint.builder().from(viewpoint()).minGrade(worst)), asOfGiven);
  }

  private EvidenceView view(Viewpoint.Builder viewpoint) {
    return view.from(viewpoint.build());
  }

  private static String widens(String what, LocalDate day, String given, LocalDate before) {
    return what
        + " "
        + When.read(given, day)
        + " is later than "
        + what
        + " "
        + before
        + ", which this Tracker was given: narrowing only narrows. Ask the Tracker it was narrowed from";
  }

  // Asking

  /**
   * Where a party stood on a proposition, with the claims that carry it.
   *
   * @param party the id of a state (its organs included), an organ, a person or a medium
   * @param proposition the id of a proposition; an issue is none
   * @throws IllegalArgumentException if either is not in the dossier; it names the nearest, or that
   *     they are swapped
   */
  public Position position(String party, String proposition) {
    return view.position(partyNumber(party, proposition), propositionNumber(proposition));
  }

  private int partyNumber(String party, String proposition) {
    int number = dossier().placeOfActor(party);
    if (number < 0) {
      requireQuestion(party, proposition);
    }
    return number;
  }

  private int propositionNumber(String proposition) {
    int number = dossier().placeOfProposition(proposition);
    if (number < 0) {
      ids().proposition(proposition);
    }
    return number;
  }

  /**
   * What a party held on a proposition, in a word: what {@link #position} comes to, without the
   * claims that carry it, and so in less time.
   *
   * @throws IllegalArgumentException as {@link #position} does
   */
  public PositionOutcome outcome(String party, String proposition) {
    return view.outcome(partyNumber(party, proposition), propositionNumber(proposition));
  }

  /**
   * What some parties held on every proposition, in a word each.
   *
   * @param parties ids of states, organs, persons or media
   * @throws IllegalArgumentException if one is not in the dossier, stands twice, or none is given
   */
  public StanceGrid stanceGrid(String... parties) {
    if (parties.length == 0) {
      throw new IllegalArgumentException(
          "stances need one party at least; for all states ask stances(ActorKind.STATE)");
    }
    requireEachOnce(parties, "'%s' is asked for twice; name each party once");
    return Survey.stances(view, Arrays.asList(parties));
  }

  /** What all states, organs, persons or media held on every proposition, by id. */
  public StanceGrid stanceGrid(ActorKind kind) {
    return Survey.stances(
        view,
        dossier().actors().stream()
            .filter(actor -> actor.kind() == kind)
            .map(Actor::id)
            .sorted()
            .toList());
  }

  /**
   * Why a party's position on a proposition is what it is: every claim considered, and which rule
   * counted, superseded, implied, set aside or only hinted it.
   *
   * @throws IllegalArgumentException as {@link #position} does
   */
  public Explanation explain(String party, String proposition) {
    requireQuestion(party, proposition);
    return view.explanation(party, proposition);
  }

  /**
   * The positions of parties on propositions at dates: say on which propositions, then at which
   * dates.
   *
   * @param parties ids of parties, one at least
   * @throws IllegalArgumentException if one is not in the dossier, stands twice, or none is given
   */
  public MatrixQuery matrix(String... parties) {
    if (parties.length == 0) {
      throw new IllegalArgumentException("a matrix needs one party at least");
    }
    requireEachOnce(parties, "'%s' is asked for twice; name each party of a matrix once");
    return new MatrixQuery(this, ImmutableList.copyOf(parties));
  }

  /**
   * Every position of a party, also what is only hinted at or was only possibly said by then; where
   * the record is silent there is no row.
   *
   * @param party the id of a state, an organ, a person or a medium
   * @throws IllegalArgumentException if it is not in the dossier
   */
  public Positions positionsOf(String party) {
    ids().party(party);
    return Positions.of(
        "Positions of " + party, viewpoint(), Survey.positions(view, party), dossier());
  }

  /**
   * Every position on a proposition: of states, persons and media; an organ answers only if it is
   * asked.
   *
   * @param proposition the id of a proposition
   * @throws IllegalArgumentException if it is not in the dossier
   */
  public Positions positionsOn(String proposition) {
    ids().proposition(proposition);
    return Positions.of(
        "Positions on " + proposition, viewpoint(), Survey.holders(view, proposition), dossier());
  }

  /** All propositions of the dossier: what can be asked about. */
  public Propositions propositions() {
    return Propositions.of("Propositions", Survey.propositions(view));
  }

  /**
   * The propositions that have a word or phrase in their sentence, their id or their issue: found
   * as {@link ClaimQuery#mentioning} finds it, and the marks that join the words of an id are as
   * good as spaces. One phrase may be that of several: it is the id that tells them apart.
   *
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public Propositions propositions(String phrase) {
    return Propositions.of("Propositions with “" + phrase + "”", Survey.propositions(view, phrase));
  }

  /**
   * What became of positions between this Tracker's date and a later one, on the same evidence.
   *
   * @param later this Tracker at a later date, narrowed alike but for the date
   * @return a change a party and a proposition, but where both are silent; of states, persons and
   *     media, while an organ answers to {@link #changeTo}
   * @throws IllegalArgumentException if the dates are swapped, or the evidence is another
   */
  public Changes changesTo(Tracker later) {
    requireLater(later);
    return Changes.of(viewpoint(), later.viewpoint(), Survey.changes(view, later.view), dossier());
  }

  /**
   * What became of one position between this Tracker's date and a later one, on the same evidence.
   *
   * @return the change, SILENT if neither position is known
   * @throws IllegalArgumentException if an id is not in the dossier, the dates are swapped, or the
   *     evidence is another
   */
  public Change changeTo(Tracker later, String party, String proposition) {
    requireLater(later);
    requireQuestion(party, proposition);
    return Survey.change(view, later.view, party, proposition);
  }

  /**
   * How positions differ on another body of evidence, at the same date.
   *
   * @param there a Tracker of the same dossier and date, narrowed otherwise
   * @return a difference a party and a proposition, but where the two are alike; of states, persons
   *     and media
   * @throws IllegalArgumentException if the dates differ, or the dossiers
   */
  public Differences differencesTo(Tracker there) {
    requireSameDossier(there);
    if (!viewpoint().asOf().equals(there.viewpoint().asOf())) {
      throw new IllegalArgumentException(
          isOfSameEvidence(there)
              ? "here is as of "
                  + viewpoint().asOf()
                  + " and there as of "
                  + there.viewpoint().asOf()
                  + ": bodies of evidence are compared at one date; for two dates ask changesTo(…)"
              : bothDiffer(there));
    }
    return Differences.of(
        viewpoint(), there.viewpoint(), Survey.differences(view, there.view), dossier());
  }

  /**
   * The changes of one position, one after the other, up to this Tracker's date.
   *
   * @throws IllegalArgumentException if an id is not in the dossier
   */
  public History history(String party, String proposition) {
    requireQuestion(party, proposition);
    return History.of(party, proposition, viewpoint(), Survey.history(view, party, proposition));
  }

  /**
   * When each party came to hold what on a proposition, a word a turn, up to this Tracker's date:
   * of states, persons and media. {@link #history} tells more of any one of them.
   *
   * @throws IllegalArgumentException if the proposition is not in the dossier
   */
  public Timeline timeline(String proposition) {
    ids().proposition(proposition);
    return Survey.turns(view, proposition);
  }

  /**
   * How the positions of two parties on one proposition stand to one another.
   *
   * @return the relation, SILENT if neither position is known
   * @throws IllegalArgumentException if an id is not in the dossier, or the parties are one
   */
  public Relation relation(String first, String second, String proposition) {
    if (dossier().actor(proposition).isPresent()) {
      for (String party : List.of(first, second)) {
        if (dossier().actor(party).isEmpty() && dossier().proposition(party).isPresent()) {
          throw new IllegalArgumentException(
              "'%s' is a proposition and '%s' a party: the proposition comes last"
                  .formatted(party, proposition));
        }
      }
    }
    requireParties(first, second);
    ids().proposition(proposition);
    return Survey.relation(view, first, second, proposition);
  }

  /**
   * How the positions of some parties stand to one another: a relation a proposition, and for three
   * and more a relation a pair.
   *
   * @param parties two or more ids: states, organs, persons or media
   * @throws IllegalArgumentException if an id is not in the dossier, one stands twice, or there is
   *     only one
   */
  public Comparison compare(String... parties) {
    requireParties(parties);
    List<String> asked = Arrays.asList(parties);
    return Comparison.of(asked, viewpoint(), Survey.relations(view, asked), dossier());
  }

  /**
   * The administrations of one state side by side: say on which propositions.
   *
   * @param state the id of a state with terms of office
   * @throws IllegalArgumentException if it is not in the dossier, is no state, or has no terms
   */
  public AdministrationsQuery administrations(String state) {
    Actor actor = ids().party(state);
    if (actor.terms().isEmpty()) {
      throw new IllegalArgumentException(
          actor.kind() == ActorKind.STATE
              ? "state '"
                  + state
                  + "' has no terms of office in the dossier; ask positions(…), or changesTo(…) for two"
                  + " dates"
              : "'"
                  + state
                  + "' is of kind "
                  + actor.kind()
                  + "; only a STATE has administrations"
                  + actor.of().map(of -> ", perhaps '" + of + "'").orElse(""));
    }
    return new AdministrationsQuery(this, state);
  }

  /**
   * What the participants tell of an occasion, point by point, and who tells it.
   *
   * @param occasion the id of an occasion
   * @throws IllegalArgumentException if it is not in the dossier
   */
  public Readouts readouts(String occasion) {
    ids().occasion(occasion);
    return Survey.readouts(view, occasion);
  }

  /**
   * The order in which two claims were made: known only where their dates tell for certain, never
   * guessed.
   *
   * @param first the id of a claim
   * @param second the id of another
   * @throws IllegalArgumentException if one is not in the dossier, or the two are one
   */
  public TemporalOrder order(String first, String second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "'" + first + "' is put in order with itself; give two claims");
    }
    When one = ids().claim(first).asserted();
    When other = ids().claim(second).asserted();
    if (one.before(other)) {
      return TemporalOrder.BEFORE;
    }
    return other.before(one) ? TemporalOrder.AFTER : TemporalOrder.UNKNOWN;
  }

  /**
   * The claims on record that have evidence from this viewpoint and were not certainly made after
   * the as-of date.
   */
  public ClaimQuery claims() {
    return new ClaimQuery(this);
  }

  EvidenceView view() {
    return view;
  }

  // What a question needs

  private void requireLater(Tracker later) {
    requireSameDossier(later);
    LocalDate from = viewpoint().asOf();
    LocalDate to = later.viewpoint().asOf();
    if (!isOfSameEvidence(later)) {
      throw new IllegalArgumentException(
          from.equals(to)
              ? "one is "
                  + viewpoint()
                  + ", the other "
                  + later.viewpoint()
                  + ": a change is between two dates on the same evidence; for two bodies of evidence ask"
                  + " differencesTo(…)"
              : bothDiffer(later));
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "from " + from + " to " + to + ": the first is the later; swap the two Trackers");
    }
  }

  private boolean isOfSameEvidence(Tracker other) {
    Viewpoint there = Viewpoint.builder().from(viewpoint()).asOf(other.viewpoint().asOf()).build();
    return there.equals(other.viewpoint()) && view.isOfSameClaims(other.view);
  }

  private String bothDiffer(Tracker other) {
    return "one is "
        + viewpoint()
        + ", the other "
        + other.viewpoint()
        + ": both the date and the evidence differ. Change one at a time: changesTo(…) for two dates on"
        + " the same evidence, differencesTo(…) for two bodies of evidence at one date";
  }

  private void requireSameDossier(Tracker other) {
    if (other.view.corpus() != view.corpus()) {
      throw new IllegalArgumentException(
          "the two Trackers were indexed apart: narrow both from one Tracker.of(…); to see what plus(…)"
              + " brought, leave its sources out of the merged one with without(…)");
    }
  }

  private void requireQuestion(String party, String proposition) {
    if (dossier().actor(party).isEmpty()
        && dossier().actor(proposition).isPresent()
        && dossier().proposition(party).isPresent()) {
      throw new IllegalArgumentException(
          "'" + party + "' is a proposition and '" + proposition + "' a party: swap them");
    }
    ids().party(party);
    ids().proposition(proposition);
  }

  private void requireParties(String... parties) {
    if (parties.length < 2) {
      throw new IllegalArgumentException(
          "a comparison needs two parties at least; for the positions of one ask positions(…)");
    }
    requireEachOnce(parties, "'%s' is compared with itself; for two dates ask changesTo(…)");
  }

  private void requireEachOnce(String[] parties, String twice) {
    Set<String> seen = new HashSet<>();
    for (String party : parties) {
      ids().party(party);
      if (!seen.add(party)) {
        throw new IllegalArgumentException(twice.formatted(party));
      }
    }
  }

  /** All propositions, by issue and id. */
  ImmutableSet<String> allPropositions() {
    return ImmutableSet.copyOf(propositions().ids());
  }

  /** What it is a Tracker of, and from where it looks. */
  @Override
  public TextPage page() {
    return TextPage.empty().line(0, 2, "Tracker " + viewpoint() + ", over a " + dossier());
  }

  /** Returns its page in the standard style. */
  @Override
  public String toString() {
    return page().toString();
  }
}
