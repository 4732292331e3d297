package org.demarche;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Comparison;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Grade;
import org.demarche.answer.Histories;
import org.demarche.answer.History;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Timeline;
import org.demarche.answer.Updates;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.questions.AddedRecords;
import org.demarche.questions.ChangeQuestions;
import org.demarche.questions.DifferenceQuestions;
import org.demarche.questions.HistoryQuestions;
import org.demarche.questions.NarrowedViews;
import org.demarche.questions.OutcomeQuestions;
import org.demarche.questions.PositionQuestions;
import org.demarche.questions.PropositionSearch;
import org.demarche.questions.ReadoutQuestions;
import org.demarche.questions.RelationQuestions;
import org.demarche.questions.SuggestionQuestions;
import org.demarche.questions.TimelineQuestions;
import org.demarche.questions.UpdateQuestions;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.RowValueRules;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A dossier indexed for questions: who held what, as of a date, as known at a date.
 *
 * <p>A Tracker is immutable and may be shared between threads. Narrowing it returns another Tracker
 * at once and copies no claim, so every question can be asked of any body of evidence. A narrowed
 * Tracker cannot be widened: its as-of and known-at dates can be moved back, but not forward.
 *
 * <pre>{@code
 * Tracker tracker = Tracker.of(dossier);
 * tracker.asOf("2017-11-24").position("rok", "additional-thaad");   // AGAINST, STATE_INTENTION, with its evidence
 * tracker.asOf("2022-08-11").without("ET22").position("rok", "three-nos");
 * tracker.matrix("rok", "prc").onIssue("three-nos-content").at("2017-11-24", "2022-08-11");
 * }</pre>
 *
 * <p>Indexing takes time and memory linear in the number of claims. {@link #outcome} takes
 * logarithmic time in the party's claims on the proposition; {@link #position} is linear in the
 * claims that support it.
 *
 * @since 0.1
 */
public final class Tracker implements Printable {
  private final EvidenceView view;
  private final boolean asOfGiven;

  private final ClaimLimits only;

  private Tracker(EvidenceView view, boolean asOfGiven, ClaimLimits only) {
    this.view = view;
    this.asOfGiven = asOfGiven;
    this.only = only;
  }

  /**
   * Indexes a dossier. The as-of date is the end of the record: the latest day of any claim or
   * source.
   *
   * @param dossier any dossier, possibly empty
   * @return a Tracker of the whole dossier
   */
  public static Tracker of(Dossier dossier) {
    DossierIndex index = RowValueRules.index(requireNonNull(dossier, "dossier"));
    return new Tracker(EvidenceView.whole(index), false, ClaimLimits.NONE);
  }

  /** {@return the whole dossier, whatever this Tracker was narrowed to} */
  public Dossier dossier() {
    return view.index().dossier();
  }

  /** {@return the viewpoint from which this Tracker answers} */
  public Viewpoint viewpoint() {
    return view.viewpoint();
  }

  private IdLookup ids() {
    return new IdLookup(dossier());
  }

  private TrackerArguments arguments() {
    return new TrackerArguments(dossier());
  }

  EvidenceView view() {
    return view;
  }

  /**
   * Returns a Tracker of this dossier and more records, added as {@link
   * Dossier#plus(DossierRecord...)} adds them. It has the viewpoint of this Tracker. Without a
   * given as-of date, it moves on to the end of the longer record. A Tracker limited by {@link
   * #only(ClaimQuery)} is limited to the claims that the query finds in the longer record, and a
   * Tracker limited by {@link #only(FoundClaims)} to the same claims as before.
   *
   * <pre>{@code
   * Tracker after = tracker.plus(article, claim);
   * after.changesSince(tracker);   // what the claim changed
   * }</pre>
   *
   * <p>The two Trackers share all records and nearly all of their index, so that one claim more
   * takes hardly longer in a large record than in a small one. Of the earlier claims only those are
   * indexed again on which the new records have a bearing: the claims on the parts of a new
   * composite, for example, or those for which a new state answers as a successor.
   *
   * @param records sources, actors, occasions, propositions and claims
   * @return a Tracker of the longer record; this one is unchanged
   * @throws org.demarche.model.InvalidDossierException with every problem, if a record does not fit
   *     into the dossier
   */
  public Tracker plus(DossierRecord... records) {
    Arguments.requireEach(records, "records");
    return plus(ImmutableList.copyOf(records));
  }

  /**
   * Returns a Tracker of this dossier and more records, as {@link #plus(DossierRecord...)} does.
   *
   * @param records sources, actors, occasions, propositions and claims
   * @return a Tracker of the longer record; this one is unchanged
   * @throws org.demarche.model.InvalidDossierException with every problem, if a record does not fit
   *     into the dossier
   */
  public Tracker plus(Iterable<? extends DossierRecord> records) {
    List<DossierRecord> more = ImmutableList.copyOf(requireNonNull(records, "records"));
    return plus(dossier().plus(more), more);
  }

  /**
   * Returns a Tracker of this dossier and another, as {@link #plus(DossierRecord...)} adds records.
   *
   * @param more the dossier to add
   * @return a Tracker of the merged dossier; this one is unchanged
   * @throws org.demarche.model.InvalidDossierException if the two dossiers conflict
   */
  public Tracker plus(Dossier more) {
    return plus(
        dossier().plus(requireNonNull(more, "more")),
        Iterables.concat(
            more.sources(), more.actors(), more.occasions(), more.propositions(), more.claims()));
  }

  @SuppressWarnings("ReferenceEquality") // the same dossier comes back if no record is new
  private Tracker plus(Dossier merged, Iterable<? extends DossierRecord> more) {
    return merged == dossier() ? this : over(view.index().plus(merged, more));
  }

  /** Returns this Tracker over an index that has every record of its own. */
  Tracker over(DossierIndex larger) {
    return over(larger, viewpoint(), only.over(larger));
  }

  private Tracker over(DossierIndex index, Viewpoint viewpoint, ClaimLimits limits) {
    EvidenceView all = NarrowedViews.over(index, viewpoint);
    EvidenceView then = asOfGiven ? all : all.at(all.index().endOfRecord());
    return limited(then, then.viewpoint(), limits);
  }

  private Tracker limited(EvidenceView all, Viewpoint viewpoint, ClaimLimits limits) {
    return new Tracker(limits.applied(all, viewpoint), asOfGiven, limits);
  }

  // Narrowing

  private Tracker from(Viewpoint viewpoint) {
    return new Tracker(NarrowedViews.from(view, viewpoint), asOfGiven, only);
  }

  /**
   * Limits this Tracker to what had been said by a date.
   *
   * @param date a day, or a month or year, which means its last day
   * @return a Tracker as of that date; this one is unchanged
   * @throws IllegalArgumentException if the text is not such a date, or the date is later than an
   *     as-of date that was given before
   */
  public Tracker asOf(String date) {
    requireNonNull(date, "date");
    return asOf(When.lastDay(date), date);
  }

  /**
   * Limits this Tracker to what had been said by a day.
   *
   * @param day any day; before the first claim every position is unknown
   * @return a Tracker as of that day; this one is unchanged
   * @throws IllegalArgumentException if the day is later than an as-of date that was given before
   */
  public Tracker asOf(LocalDate day) {
    requireNonNull(day, "day");
    return asOf(day, day.toString());
  }

  private Tracker asOf(LocalDate day, String given) {
    Optional<LocalDate> limit = asOfGiven ? Optional.of(viewpoint().asOf()) : Optional.empty();
    TrackerArguments.requireNotLater("as of", day, given, limit);
    return new Tracker(view.at(day), true, only);
  }

  /**
   * Limits this Tracker to what was known by a date: evidence from sources that had certainly been
   * published by then.
   *
   * @param date a day, or a month or year, which means its last day
   * @return a Tracker as known at that date; this one is unchanged
   * @throws IllegalArgumentException if the text is not such a date, or the date is later than a
   *     known-at date that was given before
   */
  public Tracker knownAt(String date) {
    requireNonNull(date, "date");
    return knownAt(When.lastDay(date), date);
  }

  /**
   * Limits this Tracker to what was known by a day: evidence from sources that had certainly been
   * published by then.
   *
   * @param day any day; before the first source was published every position is unknown
   * @return a Tracker as known at that day; this one is unchanged
   * @throws IllegalArgumentException if the day is later than a known-at date that was given before
   */
  public Tracker knownAt(LocalDate day) {
    requireNonNull(day, "day");
    return knownAt(day, day.toString());
  }

  private Tracker knownAt(LocalDate day, String given) {
    TrackerArguments.requireNotLater("known at", day, given, viewpoint().knownAt());
    return from(AnswerFactory.get().knownAt(viewpoint(), day));
  }

  /**
   * Leaves out the evidence of some sources, as if they had not been recorded. Sources that are
   * derived from them still count.
   *
   * @param sources ids of sources
   * @return a Tracker without that evidence; this one is unchanged
   * @throws IllegalArgumentException if an id is not a source of the dossier; the message suggests
   *     the nearest match
   */
  public Tracker without(String... sources) {
    Arguments.requireEach(sources, "sources");
    Arrays.asList(sources).forEach(ids()::source);
    return from(AnswerFactory.get().without(viewpoint(), Arrays.asList(sources)));
  }

  /**
   * Leaves out the evidence that some relays passed on, the {@linkplain Source#outermostRelays
   * outermost relays} of its source included.
   *
   * @param actors ids of actors
   * @return a Tracker without that evidence; this one is unchanged
   * @throws IllegalArgumentException if an id is not an actor of the dossier; the message suggests
   *     the nearest match
   */
  public Tracker withoutRelay(String... actors) {
    Arguments.requireEach(actors, "actors");
    Arrays.asList(actors).forEach(ids()::relay);
    return from(AnswerFactory.get().withoutRelays(viewpoint(), Arrays.asList(actors)));
  }

  /**
   * Leaves out the claims of some speakers, whether they spoke alone or with others.
   *
   * @param actors ids of actors
   * @return a Tracker without these claims; this one is unchanged
   * @throws IllegalArgumentException if an id is not an actor of the dossier; the message suggests
   *     the nearest match
   */
  public Tracker withoutSpeaker(String... actors) {
    Arguments.requireEach(actors, "actors");
    Arrays.asList(actors).forEach(ids()::speaker);
    return from(AnswerFactory.get().withoutSpeakers(viewpoint(), Arrays.asList(actors)));
  }

  /**
   * Limits this Tracker to the claims that a query finds. The query keeps the viewpoint from which
   * it was asked. It is asked again of the longer record after {@link #plus}, and finds there what
   * it would have found if it had been asked then.
   *
   * @param claims a query that began with {@link #claims} of a Tracker of this dossier
   * @return a Tracker limited to these claims; this one is unchanged
   * @throws IllegalArgumentException if the query is for the claims of another dossier
   */
  public Tracker only(ClaimQuery claims) {
    Tracker asked = requireNonNull(claims, "claims").tracker();
    if (!view.isOfDossierOf(asked.view)) {
      throw new IllegalArgumentException(
          "the query is for the claims of another dossier: start it with claims() of this Tracker");
    }
    return limited(view, ClaimLimits.withFoundOf(asked.viewpoint(), viewpoint()), only.and(claims));
  }

  /**
   * Limits this Tracker to some claims that were found. It stays limited to exactly these claims,
   * by id, whatever is added with {@link #plus}.
   *
   * @param claims the claims, such as an earlier answer of {@link ClaimQuery#find}; if there are
   *     none, every position is unknown. A claim may have more evidence in the dossier by now
   * @return a Tracker limited to these claims; this one is unchanged
   * @throws IllegalArgumentException if a claim is not in the dossier, or differs from the claim of
   *     that id
   */
  public Tracker only(FoundClaims claims) {
    arguments().requireFound(requireNonNull(claims, "claims").claims());
    return limited(view, ClaimLimits.withFound(viewpoint(), claims.claims()), only);
  }

  /**
   * Sets the lowest grade of the claims that count. Claims of a lower grade are hints. The minimum
   * may be raised or lowered: this narrowing and {@link #withDrafts} alone can also widen.
   *
   * @param minimum the lowest grade that counts; default: {@link Grade#OTHER_SIDE}
   * @return a Tracker with that minimum; this one is unchanged
   */
  public Tracker minGrade(Grade minimum) {
    requireNonNull(minimum, "minimum");
    return from(AnswerFactory.get().minGrade(viewpoint(), minimum));
  }

  /**
   * Includes the drafts: claims that nobody has checked, which by default carry, hint at and
   * dispute nothing. Every answer says that drafts are included, and marks those that it cites.
   *
   * <pre>{@code
   * Tracker now = tracker.asOf("2022-08-11");
   * now.differencesTo(now.withDrafts())   // what would change if all drafts were right
   * }</pre>
   *
   * <p>The first call indexes a dossier that has drafts once more, in time and memory linear in its
   * claims. Without a given as-of date, the Tracker moves on to the end of the longer record. A
   * query given to {@link #only(ClaimQuery)} finds drafts only if it was asked with drafts.
   *
   * @return a Tracker with the drafts; this one is unchanged
   */
  public Tracker withDrafts() {
    return viewpoint().includesDrafts()
        ? this
        : over(view.index(), AnswerFactory.get().withDrafts(viewpoint()), only);
  }

  // Positions

  /**
   * Returns the position of a party on a proposition, with the claims that carry it.
   *
   * @param party the id of a state or organisation with its organs, an organ, a person or a medium
   * @param proposition the id of a proposition, not of an issue
   * @return the position: known, contested, or unknown with the reason
   * @throws IllegalArgumentException if an id is not in the dossier, or the two are swapped; the
   *     message suggests the nearest match
   */
  public Position position(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    return PositionQuestions.position(view, party, proposition);
  }

  /**
   * Returns the outcome of a party's position on a proposition, without the claims that carry it.
   * It takes less time than {@link #position}.
   *
   * @param party the id of a state or organisation with its organs, an organ, a person or a medium
   * @param proposition the id of a proposition
   * @return the stance of the position, or CONTESTED, or UNKNOWN
   * @throws IllegalArgumentException as {@link #position} does
   */
  public PositionOutcome outcome(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    return OutcomeQuestions.outcome(view, party, proposition);
  }

  /**
   * Returns the outcomes of the positions of some parties on every proposition.
   *
   * @param parties ids of states, organs, persons or media; at least one
   * @return the grid, one row per party in the order given, one column per proposition
   * @throws IllegalArgumentException if an id is not in the dossier, is given twice, or if no id is
   *     given
   */
  public StanceGrid stanceGrid(String... parties) {
    Arguments.requireEach(parties, "parties");
    arguments()
        .requireEachOnce(
            parties,
            "stanceGrid needs at least one party; for all states, use stanceGrid(ActorKind.STATE)",
            "'%s' is given twice; give each party once");
    return OutcomeQuestions.stanceGrid(view, Arrays.asList(parties));
  }

  /**
   * Returns the outcomes of the positions of all states, organs, persons or media on every
   * proposition.
   *
   * @param kind the kind of the parties
   * @return the grid, one row per party in the order of ids, one column per proposition
   */
  public StanceGrid stanceGrid(ActorKind kind) {
    requireNonNull(kind, "kind");
    return OutcomeQuestions.stanceGrid(view, kind);
  }

  /**
   * Explains a party's position on a proposition: every claim that was considered, with the rule
   * that counted, superseded, implied or set it aside, or made it a hint.
   *
   * @param party the id of a state or organisation with its organs, an organ, a person or a medium
   * @param proposition the id of a proposition
   * @return the explanation
   * @throws IllegalArgumentException as {@link #position} does
   */
  public Explanation explain(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    return PositionQuestions.explanation(view, party, proposition);
  }

  /**
   * Starts a query for the positions of parties on propositions at dates.
   *
   * @param parties ids of parties; at least one
   * @return a query that takes the propositions, then the dates
   * @throws IllegalArgumentException if an id is not in the dossier, is given twice, or if no id is
   *     given
   */
  public MatrixQuery matrix(String... parties) {
    Arguments.requireEach(parties, "parties");
    arguments()
        .requireEachOnce(
            parties,
            "a matrix needs at least one party",
            "'%s' is given twice; give each party of a matrix once");
    return new MatrixQuery(this, ImmutableList.copyOf(parties));
  }

  /**
   * Returns every position of a party. Positions for which there are only hints or claims possibly
   * made by the date are included; propositions on which the record is silent are not.
   *
   * @param party the id of a state, an organisation, an organ, a person or a medium
   * @return the positions, in the order of propositions
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Positions positionsOf(String party) {
    requireNonNull(party, "party");
    return AnswerFactory.get()
        .positions(
            "Positions of " + party,
            viewpoint(),
            PositionQuestions.positionsOf(view, party),
            List.of(),
            dossier());
  }

  /**
   * Returns every position on a proposition, of states, persons and media. For the position of an
   * organ, use {@link #position}.
   *
   * @param proposition the id of a proposition
   * @return the positions, in the order of parties; positions without any record are left out
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Positions positionsOn(String proposition) {
    requireNonNull(proposition, "proposition");
    return AnswerFactory.get()
        .positions(
            "Positions on " + proposition,
            viewpoint(),
            PositionQuestions.positionsOn(view, proposition),
            List.of(),
            dossier());
  }

  /** {@return all propositions of the dossier, by issue, then as in the dossier} */
  public Propositions propositions() {
    return AnswerFactory.get().propositions("Propositions", PropositionSearch.all(view));
  }

  /**
   * Returns the propositions that have a word or phrase in their sentence, their id or their issue,
   * found as {@link ClaimQuery#mentioning} finds it. The marks that join the words of an id count
   * as spaces. Several propositions may have the same phrase: the id identifies a proposition.
   *
   * @param phrase a word or phrase in any script
   * @return the propositions, by issue, then as in the dossier
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public Propositions propositions(String phrase) {
    requireNonNull(phrase, "phrase");
    return AnswerFactory.get()
        .propositions(
            "Propositions with “" + phrase + "”", PropositionSearch.mentioning(view, phrase));
  }

  // Suggestions

  /**
   * Suggests parties for a text that is being typed, such as in a search box. A party fits if the
   * text is the beginning of its id, its name or an alias, or of a word in them: in any script, and
   * without regard to case, accents, and spaces or hyphens between words. In scripts without spaces
   * between words, a word may begin at any character. A Korean syllable may be half typed.
   *
   * <p>Exact matches come first, then parties of which the text is the beginning, then those with a
   * word of which it is; within each group, those with more claims in the dossier come first (their
   * own and those of what belongs to them), then by id. A blank text fits every party. The time is
   * linear in the number of parties.
   *
   * <pre>{@code
   * tracker.suggestParties("seo", 8)   // rok, which has the alias Seoul, then other parties
   * }</pre>
   *
   * @param typed the beginning of an id, a name, or a word
   * @param most the largest number of suggestions; at least 1
   * @return the actors that fit, best first
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  public ImmutableList<Actor> suggestParties(String typed, int most) {
    return SuggestionQuestions.parties(view.index(), requireNonNull(typed, "typed"), most);
  }

  /**
   * Suggests propositions for a text that is being typed, by their ids, sentences and issues, as
   * {@link #suggestParties} does.
   *
   * @param typed the beginning of an id, an issue, a sentence, or a word
   * @param most the largest number of suggestions; at least 1
   * @return the propositions that fit, best first
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  public ImmutableList<Proposition> suggestPropositions(String typed, int most) {
    return SuggestionQuestions.propositions(view.index(), requireNonNull(typed, "typed"), most);
  }

  /**
   * Suggests sources for a text that is being typed, by their ids and titles, and by the name and
   * the aliases of their outlets, as {@link #suggestParties} does.
   *
   * @param typed the beginning of an id, a title, a name, or a word
   * @param most the largest number of suggestions; at least 1
   * @return the sources that fit, best first
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  public ImmutableList<Source> suggestSources(String typed, int most) {
    return SuggestionQuestions.sources(view.index(), requireNonNull(typed, "typed"), most);
  }

  // Comparisons

  /**
   * Returns the changes of all positions between this Tracker's date and a later one, on the same
   * evidence. The positions of a change are derived when it is looked at.
   *
   * @param later this Tracker narrowed to a later date, and otherwise alike
   * @return one change per party and proposition, of states, persons and media, except where the
   *     record is silent at both dates; for an organ, use {@link #changeTo}
   * @throws IllegalArgumentException if the dates are swapped, or the evidence is not the same
   */
  public Changes changesTo(Tracker later) {
    requireNonNull(later, "later");
    requireLater(later);
    return AnswerFactory.get()
        .changes(
            viewpoint(),
            later.viewpoint(),
            ChangeQuestions.changes(view, later.view),
            List.of(),
            dossier());
  }

  /**
   * Returns the change of one position between this Tracker's date and a later one, on the same
   * evidence.
   *
   * @param later this Tracker narrowed to a later date, and otherwise alike
   * @param party the id of a state or organisation with its organs, an organ, a person or a medium
   * @param proposition the id of a proposition
   * @return the change; SILENT if neither position is known
   * @throws IllegalArgumentException if an id is not in the dossier, the dates are swapped, or the
   *     evidence is not the same
   */
  public Change changeTo(Tracker later, String party, String proposition) {
    requireNonNull(later, "later");
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    requireLater(later);
    return ChangeQuestions.change(view, later.view, party, proposition);
  }

  /**
   * Returns the differences of all positions between this Tracker's evidence and another body of
   * evidence, at the same date. Where the two differ in sources, speakers or the known-at date
   * alone, only positions that this evidence can touch are derived.
   *
   * @param there a Tracker of the same dossier and date, narrowed to other evidence
   * @return one difference per party and proposition, of states, persons and media, except where
   *     the two are alike
   * @throws IllegalArgumentException if the dates or the dossiers differ
   */
  public Differences differencesTo(Tracker there) {
    requireNonNull(there, "there");
    TrackerArguments.requireSameDossier(view, there.view);
    TrackerArguments.requireSameDate(view, there.view);
    return AnswerFactory.get()
        .differences(
            viewpoint(),
            there.viewpoint(),
            DifferenceQuestions.differences(view, there.view),
            List.of(),
            dossier());
  }

  /**
   * Returns what the records changed that were added to the dossier of an earlier Tracker: the
   * differences as of the earlier Tracker's date, between the earlier record and this one, and then
   * the changes from that date to this Tracker's date.
   *
   * <pre>{@code
   * Tracker after = before.plus(source, claim);
   * after.changesSince(before).party("rok").print();
   * }</pre>
   *
   * <p>The time is linear in the records, and in the claims of each party and proposition on which
   * an added claim bears. All parties and propositions are derived if a composite or an actor with
   * terms of office was added; those of the changes also if the earlier Tracker's date lies before
   * the end of its record.
   *
   * @param before a Tracker of a dossier of which this dossier has every record: this Tracker was
   *     made from it with {@link #plus}, or both were read from a growing file. A claim may have
   *     more evidence here, and a draft may be coded
   * @return the updates, of states, persons and media; without added records there are only changes
   * @throws IllegalArgumentException if a record of the earlier Tracker is missing or altered here,
   *     which the message names; if the two Trackers are narrowed in other ways than by the as-of
   *     date; or if the earlier Tracker's date is the later one
   */
  public Updates changesSince(Tracker before) {
    AddedRecords added = AddedRecords.of(requireNonNull(before, "before").dossier(), dossier());
    TrackerArguments.requireUpdate(before.viewpoint(), before.over(view.index()).view, view);
    UpdateQuestions questions = new UpdateQuestions(before.view, view, added);
    Viewpoint then = view.at(before.viewpoint().asOf()).viewpoint();
    AnswerFactory answers = AnswerFactory.get();
    return answers.updates(
        answers.differences(
            before.viewpoint(), then, questions.differences(), List.of(), dossier()),
        answers.changes(
            then, viewpoint(), questions.changes(), List.of("without unchanged"), dossier()));
  }

  private void requireLater(Tracker later) {
    TrackerArguments.requireSameDossier(view, later.view);
    TrackerArguments.requireLater(view, later.view);
  }

  /**
   * Returns the changes of one position in order, up to this Tracker's date.
   *
   * @param party the id of a state or organisation with its organs, an organ, a person or a medium
   * @param proposition the id of a proposition
   * @return the history, possibly without changes
   * @throws IllegalArgumentException if an id is not in the dossier
   */
  public History history(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    return AnswerFactory.get()
        .history(
            party,
            proposition,
            viewpoint(),
            HistoryQuestions.history(view, party, proposition),
            dossier());
  }

  /**
   * Returns the histories of all positions of some parties, up to this Tracker's date.
   *
   * <pre>{@code
   * tracker.histories("rok", "prc").onIssue("three-nos-status")
   * }</pre>
   *
   * @param parties ids of states, organs, persons or media; at least one
   * @return one history for each party and each proposition on which its position was ever known or
   *     contested; in the order of the parties, then of propositions
   * @throws IllegalArgumentException if an id is not in the dossier, is given twice, or if no id is
   *     given
   */
  public Histories histories(String... parties) {
    Arguments.requireEach(parties, "parties");
    arguments()
        .requireEachOnce(
            parties,
            "histories need at least one party",
            "'%s' is given twice; give each party once");
    return AnswerFactory.get()
        .histories(
            Arrays.asList(parties),
            viewpoint(),
            HistoryQuestions.histories(view, Arrays.asList(parties)),
            List.of(),
            dossier());
  }

  /**
   * Returns the days on which the positions on some propositions changed their outcome, up to this
   * Tracker's date, of states, persons and media. {@link #history} says more about one position.
   *
   * @param propositions ids of propositions; at least one
   * @return the timeline, one entry per proposition, party and day
   * @throws IllegalArgumentException if an id is not in the dossier, is given twice, or if no id is
   *     given
   */
  public Timeline timeline(String... propositions) {
    Arguments.requireEach(propositions, "propositions");
    return AnswerFactory.get()
        .timeline(
            arguments().requireEachPropositionOnce(propositions),
            viewpoint(),
            TimelineQuestions.entries(view, Arrays.asList(propositions)),
            List.of(),
            dossier());
  }

  /**
   * Returns the relation between the positions of two parties on one proposition.
   *
   * @param first the id of a party
   * @param second the id of another party
   * @param proposition the id of a proposition
   * @return the relation; SILENT if neither position is known
   * @throws IllegalArgumentException if an id is not in the dossier, or the two parties are the
   *     same
   */
  public Relation relation(String first, String second, String proposition) {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    requireNonNull(proposition, "proposition");
    arguments().requirePropositionLast(first, second, proposition);
    arguments().requireTwoParties(first, second);
    return RelationQuestions.relation(view, first, second, proposition);
  }

  /**
   * Compares the positions of some parties: one relation per proposition; for three or more
   * parties, one relation per proposition and pair.
   *
   * @param parties ids of states, organs, persons or media; at least two
   * @return the comparison, without relations in which the record is silent on both parties
   * @throws IllegalArgumentException if an id is not in the dossier, is given twice, or only one is
   *     given
   */
  public Comparison compare(String... parties) {
    Arguments.requireEach(parties, "parties");
    arguments().requireTwoParties(parties);
    List<String> asked = Arrays.asList(parties);
    return AnswerFactory.get()
        .comparison(
            asked, viewpoint(), RelationQuestions.relations(view, asked), List.of(), dossier());
  }

  /**
   * Starts a query that compares the administrations of one state: a matrix with one column for
   * each administration that had begun by this Tracker's date, as of its last day or this Tracker's
   * date, whichever is earlier.
   *
   * <pre>{@code
   * tracker.administrations("rok").on("additional-thaad", "defence-only").at()
   * }</pre>
   *
   * @param state the id of a state with terms of office
   * @return a query that takes the propositions; default: all propositions of the dossier
   * @throws IllegalArgumentException if the id is not in the dossier, is not a state, the state has
   *     no terms of office, or no administration had begun
   */
  public MatrixQuery administrations(String state) {
    requireNonNull(state, "state");
    return MatrixQuery.ofAdministrations(
        this, state, arguments().requireAdministrations(state, viewpoint().asOf()));
  }

  /**
   * Returns how the participants of an occasion described it: point by point, with the states that
   * report the point.
   *
   * @param occasion the id of an occasion
   * @return the read-outs
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Readouts readouts(String occasion) {
    requireNonNull(occasion, "occasion");
    ids().occasion(occasion);
    return ReadoutQuestions.readouts(view, occasion);
  }

  // Claims

  /**
   * Starts a query for claims.
   *
   * @return a query that finds every claim that has evidence from this viewpoint and was not
   *     certainly made after the as-of date; drafts only if they are included
   */
  public ClaimQuery claims() {
    return new ClaimQuery(this);
  }

  /** Returns all propositions, by issue, then as in the dossier. */
  ImmutableSet<String> allPropositions() {
    return ImmutableSet.copyOf(propositions().ids());
  }

  /**
   * Returns whether the other object is a Tracker of an equal dossier with an equal viewpoint.
   * Equal Trackers give equal answers, so a Tracker can be a key of a cache.
   *
   * <p>Whether the as-of date was given is compared too, here and in the queries of {@link
   * #only(ClaimQuery)}: after {@link #plus}, a given date stays, and the end of the record moves
   * on.
   *
   * <p>Comparing takes time linear in the records only if the dossiers are two equal objects.
   *
   * @param other any object
   * @return whether the two give equal answers, now and after the same records are added to both
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Tracker tracker
            && identity().equals(tracker.identity())
            && view.isOfDossierOf(tracker.view));
  }

  /** Returns what distinguishes this Tracker from the other Trackers of its dossier. */
  ClaimLimits.Identity identity() {
    return new ClaimLimits.Identity(viewpoint(), asOfGiven, only.identities());
  }

  /** {@return a hash of the viewpoint and of numbers of records; it reads no record} */
  @Override
  public int hashCode() {
    Dossier dossier = dossier();
    return Objects.hash(
        identity(), dossier.sources().size(), dossier.actors().size(), dossier.claims().size());
  }

  /** {@return a line with the viewpoint and the size of the dossier} */
  @Override
  public TextPage page() {
    return TextPage.empty().line(0, 2, text());
  }

  private String text() {
    return "Tracker " + viewpoint() + ", over a " + dossier();
  }

  /** {@return the viewpoint and the size of the dossier, in one line} */
  @Override
  public String toString() {
    return OneLine.of(text());
  }
}
