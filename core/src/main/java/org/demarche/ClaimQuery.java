package org.demarche;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.UnknownIdException;
import org.demarche.model.When;
import org.demarche.questions.ClaimFilter;
import org.demarche.questions.ClaimSearch;
import org.demarche.questions.PhraseSearch;
import org.demarche.rules.EvidenceView;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;

/**
 * A query for claims. Each step keeps the claims that fit, and all steps together are the question
 * that the answer states. A step with several values keeps the claims that fit any of them, and
 * {@link #or} keeps the claims of either of two queries. Only evidence that exists from the
 * Tracker's viewpoint is considered.
 *
 * <pre>{@code
 * tracker.claims().principal("prc-mfa").touching("three-nos").force(Force.URGE, Force.DEMAND).find()
 * tracker.claims().party("rok").grade(Grade.OTHER_SIDE)   // what is known of Seoul's words only through others
 * tracker.claims().mentioning("three no").firstAttested()
 * for (Claim claim : tracker.claims().commitments().since("2022")) { … }
 * }</pre>
 *
 * <p>The claims are found when they are first needed, and are then kept with the query.
 *
 * <p>A query is equal to no other object, not even to a query of the same steps. Compare the
 * answers of two queries instead, which are values.
 *
 * @since 0.1
 */
public final class ClaimQuery implements Printable, Iterable<Claim> {
  private final Tracker tracker;
  private final String steps;

  /** Asks this query in any view. */
  private final Function<EvidenceView, ClaimSearch> asking;

  private final Supplier<ClaimSearch> search;

  ClaimQuery(Tracker tracker) {
    this(tracker, "", ClaimSearch::new);
  }

  private ClaimQuery(Tracker tracker, String steps, Function<EvidenceView, ClaimSearch> asking) {
    this.tracker = tracker;
    this.steps = steps;
    this.asking = asking;
    this.search = Suppliers.memoize(() -> asking.apply(tracker.view()));
  }

  private ClaimQuery step(String step, UnaryOperator<ClaimFilter> narrowing) {
    return new ClaimQuery(
        tracker,
        steps.isEmpty() ? step : steps + ", " + step,
        view -> asking.apply(view).narrowed(narrowing));
  }

  private ClaimQuery claim(String step, Predicate<Claim> condition) {
    return step(step, filter -> filter.claim(condition));
  }

  /**
   * Returns this query for the claims of a larger index, seen from the viewpoint of its tracker.
   */
  ClaimQuery over(DossierIndex larger) {
    return new ClaimQuery(tracker.over(larger), steps, asking);
  }

  /** Returns a step with its values in words, or refuses a step without values. */
  private static <V> String words(String step, Collection<V> values) {
    if (values.isEmpty()) {
      throw ShownValue.refused(
          "'" + step + "' needs at least one value; leave the step out to keep all claims");
    }
    return step + " " + String.join(" or ", values.stream().map(Object::toString).toList());
  }

  private static <V> ImmutableSet<V> each(String name, V[] values) {
    Arguments.requireEach(values, name);
    return ImmutableSet.copyOf(values);
  }

  private Dossier dossier() {
    return tracker.dossier();
  }

  private IdLookup ids() {
    return new IdLookup(dossier());
  }

  /**
   * Keeps the claims that this query or another finds.
   *
   * <pre>{@code
   * tracker.claims().speaker("wang-yi").or(tracker.claims().relay("wang-yi")).onIssue("three-nos-content")
   * }</pre>
   *
   * <p>Later steps narrow both. A {@link #grade} applies in each of the two to the parties for
   * which that one asks.
   *
   * @param other a query that began with {@link Tracker#claims} of the same Tracker, or of an equal
   *     one
   * @return the combined query
   * @throws IllegalArgumentException if the other query is of another Tracker
   */
  public ClaimQuery or(ClaimQuery other) {
    if (!requireNonNull(other, "other").tracker.equals(tracker)) {
      throw TrackerArguments.ofTwoTrackers(tracker.view(), other.tracker.view());
    }
    return new ClaimQuery(
        tracker,
        "(" + stepsOrAll() + ") or (" + other.stepsOrAll() + ")",
        view -> asking.apply(view).or(other.asking.apply(view)));
  }

  private String stepsOrAll() {
    return steps.isEmpty() ? "all" : steps;
  }

  // Who

  /**
   * Keeps the claims uttered by any of some actors, alone or with others.
   *
   * @param actors ids of actors; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public ClaimQuery speaker(String... actors) {
    Set<String> asked = each("actors", actors);
    String step = words("speaker", asked);
    asked.forEach(ids()::speaker);
    return step(step, filter -> filter.speaker(asked));
  }

  /**
   * Keeps the claims that count on behalf of exactly one of some actors, alone or with others. For
   * a state with its organs, use {@link #party}.
   *
   * @param actors ids of actors; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public ClaimQuery principal(String... actors) {
    Set<String> asked = each("actors", actors);
    String step = words("principal", asked);
    asked.forEach(ids()::principal);
    return step(step, filter -> filter.principal(asked));
  }

  /**
   * Keeps the claims on behalf of any of some parties or an organ of theirs.
   *
   * @param parties ids of parties; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public ClaimQuery party(String... parties) {
    Set<String> asked = each("parties", parties);
    String step = words("party", asked);
    asked.forEach(ids()::party);
    return step(step, filter -> filter.party(asked));
  }

  /**
   * Keeps the claims on behalf of an actor of any of some kinds: {@link ActorKind#STATE} keeps the
   * claims that count for a state itself, without those of its organs.
   *
   * @param kinds kinds of actors; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no kind is given
   */
  public ClaimQuery principalKind(ActorKind... kinds) {
    Set<ActorKind> asked = each("kinds", kinds);
    return step(
        words("principal of kind", asked),
        filter -> filter.principal(actor -> asked.contains(actor.kind())));
  }

  /**
   * Keeps the claims with evidence that any of some actors relayed, the {@linkplain
   * org.demarche.model.Source#outermostRelays outermost relays} of its source included.
   *
   * @param actors ids of actors; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public ClaimQuery relay(String... actors) {
    Set<String> asked = each("actors", actors);
    String step = words("relay", asked);
    asked.forEach(ids()::relay);
    return step(step, filter -> filter.relay(asked));
  }

  /**
   * Keeps the claims of which every speaker is named.
   *
   * @return the narrowed query
   */
  public ClaimQuery named() {
    return step("named", ClaimFilter::named);
  }

  /**
   * Keeps the claims of which at least one speaker is not named.
   *
   * @return the narrowed query
   */
  public ClaimQuery unnamedSpeaker() {
    return step("unnamed speaker", ClaimFilter::unnamedSpeaker);
  }

  /**
   * Keeps the claims with evidence that an actor who is not named relayed, such as an official who
   * told a newspaper what a minister had said.
   *
   * @return the narrowed query
   */
  public ClaimQuery unnamedRelay() {
    return step("unnamed relay", ClaimFilter::unnamedRelay);
  }

  /**
   * Keeps the claims made under an administration. An undated claim is placed on its latest day; a
   * claim that may fall under two administrations is made under neither.
   *
   * @param head the id of the person who heads the administration
   * @return the narrowed query
   * @throws IllegalArgumentException if no person of that id heads a term of office
   */
  public ClaimQuery administration(String head) {
    requireNonNull(head, "head");
    List<String> heads =
        dossier().actors().stream()
            .flatMap(actor -> actor.terms().stream())
            .map(TermOfOffice::head)
            .distinct()
            .toList();
    if (!heads.contains(head)) {
      List<String> near = Nearest.to(head, heads, 3);
      throw new UnknownIdException(
          "'%s' heads no term of office%s"
              .formatted(
                  head,
                  near.isEmpty()
                      ? "; the heads are " + String.join(", ", heads)
                      : Nearest.hint(near)),
          "head",
          head,
          near.isEmpty() ? heads : near);
    }
    return step("administration " + head, filter -> filter.administration(head));
  }

  /**
   * Keeps joint claims: one act of two or more states on one occasion.
   *
   * @return the narrowed query
   */
  public ClaimQuery joint() {
    return step("joint", ClaimFilter::joint);
  }

  /**
   * Keeps joint claims that each of their states reports.
   *
   * @return the narrowed query
   */
  public ClaimQuery mutual() {
    return step("mutual", ClaimFilter::mutual);
  }

  /**
   * Keeps joint claims that not all of their states report.
   *
   * @return the narrowed query
   */
  public ClaimQuery oneSided() {
    return step("one-sided", ClaimFilter::oneSided);
  }

  /**
   * Keeps the claims in which the words of a principal are known only through another side: the
   * claims of the grade {@link Grade#OTHER_SIDE}. As with {@link #grade}, this is a principal for
   * whom the query asks.
   *
   * @return the narrowed query
   */
  public ClaimQuery crossAttributed() {
    return step("cross-attributed", filter -> filter.grade(Set.of(Grade.OTHER_SIDE)));
  }

  // How it is known

  /**
   * Keeps the claims with evidence from any of some sources.
   *
   * @param sources ids of sources; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public ClaimQuery source(String... sources) {
    Set<String> asked = each("sources", sources);
    String step = words("source", asked);
    asked.forEach(ids()::source);
    return step(step, filter -> filter.source(asked));
  }

  /**
   * Keeps the claims with evidence of any of some modes.
   *
   * @param modes the modes; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no mode is given
   */
  public ClaimQuery mode(Mode... modes) {
    Set<Mode> asked = each("modes", modes);
    return step(
        words("mode", asked), filter -> filter.evidence(piece -> asked.contains(piece.mode())));
  }

  /**
   * Keeps the claims of any of some grades, as positions cite them: the grade of a claim for a
   * principal is the best grade of its evidence.
   *
   * <p>If the query asks for a {@link #party}, a {@link #principal}, a {@link #principalKind} or an
   * {@link #administration}, before this step or after it, the claim has that grade for such a
   * principal. Otherwise it has that grade for any of its principals. In a joint claim of two
   * states that one of them reported, the words of one are of grade OWN_WORDS and of the other of
   * grade OTHER_SIDE.
   *
   * @param grades the grades; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no grade is given
   */
  public ClaimQuery grade(Grade... grades) {
    Set<Grade> asked = each("grades", grades);
    return step(words("grade", asked), filter -> filter.grade(asked));
  }

  /**
   * Keeps drafts, which no other query lists unless its Tracker includes them. The query is asked
   * of {@link Tracker#withDrafts} of its Tracker from this step on.
   *
   * <pre>{@code
   * tracker.claims().drafts().source("KT17")   // what nobody has checked in one article
   * }</pre>
   *
   * @return the narrowed query
   */
  public ClaimQuery drafts() {
    ClaimQuery kept = claim("drafts", Claim::isDraft);
    return new ClaimQuery(tracker.withDrafts(), kept.steps, kept.asking);
  }

  // What

  /**
   * Keeps the claims that state exactly one of some propositions.
   *
   * @param propositions ids of propositions; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no id is given, or an id is not a proposition of the
   *     dossier
   */
  public ClaimQuery on(String... propositions) {
    Set<String> asked = each("propositions", propositions);
    String step = words("on", asked);
    asked.forEach(ids()::proposition);
    return step(step, filter -> filter.on(asked));
  }

  /**
   * Keeps the claims on the propositions of any of some issues.
   *
   * @param issues slugs of issues; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no issue is given, or no proposition of the dossier has an
   *     issue
   */
  public ClaimQuery onIssue(String... issues) {
    Set<String> asked = each("issues", issues);
    String step = words("on issue", asked);
    asked.forEach(ids()::issue);
    return step(step, filter -> filter.on(proposition -> asked.contains(proposition.issue())));
  }

  /**
   * Keeps the claims on a proposition, its composites and its parts.
   *
   * @param proposition the id of a proposition
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery touching(String proposition) {
    ids().proposition(requireNonNull(proposition, "proposition"));
    return step("touching " + proposition, filter -> filter.touching(proposition));
  }

  /**
   * Keeps the claims that characterise a proposition: the claims on propositions about it.
   *
   * @param proposition the id of a proposition
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery characterising(String proposition) {
    ids().proposition(requireNonNull(proposition, "proposition"));
    return step(
        "characterising " + proposition,
        filter -> filter.on(other -> other.about().equals(Optional.of(proposition))));
  }

  /**
   * Keeps the claims of any of some stances.
   *
   * @param stances the stances; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no stance is given
   */
  public ClaimQuery stance(Stance... stances) {
    Set<Stance> asked = each("stances", stances);
    return claim(words("stance", asked), claim -> asked.contains(claim.stance()));
  }

  /**
   * Keeps the claims of any of some forces.
   *
   * @param forces the forces; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no force is given
   */
  public ClaimQuery force(Force... forces) {
    Set<Force> asked = each("forces", forces);
    return claim(words("force", asked), claim -> asked.contains(claim.force()));
  }

  /**
   * Keeps the claims of any of some classes of forces.
   *
   * @param points the illocutionary points that the forces share; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no point is given
   */
  public ClaimQuery force(Force.Point... points) {
    Set<Force.Point> asked = each("points", points);
    return claim(
        words("force", asked), claim -> claim.force().point().filter(asked::contains).isPresent());
  }

  /**
   * Keeps commitments: the claims in which a principal promised or agreed.
   *
   * @return the narrowed query
   */
  public ClaimQuery commitments() {
    return claim(
        "commitments", claim -> claim.force() == Force.PROMISE || claim.force() == Force.AGREE);
  }

  /**
   * Keeps the claims of any of some frames.
   *
   * @param slugs slugs of frames; at least one
   * @return the narrowed query
   * @throws IllegalArgumentException if no frame is given, or no claim of the dossier has a frame
   */
  public ClaimQuery frame(String... slugs) {
    Set<String> asked = each("slugs", slugs);
    String step = words("frame", asked);
    Set<String> frames =
        dossier().claims().stream()
            .flatMap(claim -> claim.frames().stream())
            .collect(ImmutableSet.toImmutableSet());
    for (String slug : asked) {
      if (!frames.contains(slug)) {
        List<String> near = Nearest.to(slug, frames, 3);
        throw new UnknownIdException(
            "no claim has the frame '" + slug + "'" + Nearest.hint(near), "frame", slug, near);
      }
    }
    return claim(step, claim -> claim.frames().stream().anyMatch(asked::contains));
  }

  /**
   * Keeps the claims that respond to a claim.
   *
   * @param id the id of a claim
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery respondingTo(String id) {
    ids().claim(requireNonNull(id, "id"));
    return step("responding to " + id, filter -> filter.respondingTo(id));
  }

  /**
   * Keeps the claims with a quotation that contains a word or phrase: in any script, without regard
   * to case, accents, soft hyphens, kinds of quotation marks, and spaces or hyphens between words.
   * A phrase is not found inside a longer word. Gists and translations are words of the coder, and
   * are not searched.
   *
   * <p>The first search of a dossier lists the words of all quotations and keeps the list, also for
   * {@link Tracker#plus}. Later searches take time in proportion to the claims that have the words.
   *
   * @param phrase a word or phrase
   * @return the narrowed query
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public ClaimQuery mentioning(String phrase) {
    PhraseSearch phrases = new PhraseSearch(requireNonNull(phrase, "phrase"));
    return step(
        "mentioning “" + phrase.replace("\\", "\\\\").replace("”", "\\”") + "”",
        filter -> filter.mentioning(phrases));
  }

  // When

  /**
   * Keeps the claims made on an occasion.
   *
   * @param id the id of an occasion
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery occasion(String id) {
    ids().occasion(requireNonNull(id, "id"));
    return step("occasion " + id, filter -> filter.occasion(id));
  }

  /**
   * Keeps the claims of which only the latest possible day is known.
   *
   * @return the narrowed query
   */
  public ClaimQuery undated() {
    return claim("undated", claim -> claim.asserted().earliest().isEmpty());
  }

  /**
   * Keeps the claims that were possibly made between two dates, both included. An undated claim may
   * have been made on any day up to its latest.
   *
   * @param first a day, or a month or year, which means its first day
   * @param last a day, or a month or year, which means its last day
   * @return the narrowed query
   * @throws IllegalArgumentException if either is not a date, or the second lies before the first
   */
  public ClaimQuery between(String first, String last) {
    return between("between", DateRange.of(first, last), DateRange::mayContain);
  }

  /**
   * Keeps the claims that were possibly made between two days, both included.
   *
   * @param first the first day
   * @param last the last day
   * @return the narrowed query
   * @throws IllegalArgumentException if the second lies before the first
   */
  public ClaimQuery between(LocalDate first, LocalDate last) {
    return between("between", DateRange.of(first, last), DateRange::mayContain);
  }

  /**
   * Keeps the claims that were certainly made between two dates, both included: the claim may have
   * been made on any of the days that its own date allows, and all of them lie between the two. An
   * undated claim is never among them.
   *
   * @param first a day, or a month or year, which means its first day
   * @param last a day, or a month or year, which means its last day
   * @return the narrowed query
   * @throws IllegalArgumentException if either is not a date, or the second lies before the first
   */
  public ClaimQuery certainlyBetween(String first, String last) {
    return between("certainly between", DateRange.of(first, last), DateRange::contains);
  }

  /**
   * Keeps the claims that were certainly made between two days, both included.
   *
   * @param first the first day
   * @param last the last day
   * @return the narrowed query
   * @throws IllegalArgumentException if the second lies before the first
   */
  public ClaimQuery certainlyBetween(LocalDate first, LocalDate last) {
    return between("certainly between", DateRange.of(first, last), DateRange::contains);
  }

  private ClaimQuery between(
      String words, DateRange range, BiPredicate<DateRange, When> condition) {
    return claim(words + " " + range.words(), claim -> condition.test(range, claim.asserted()));
  }

  /**
   * Keeps the claims that were possibly made on a date or later.
   *
   * @param first a day, or a month or year, which means its first day
   * @return the narrowed query
   * @throws IllegalArgumentException if the text is not a date
   */
  public ClaimQuery since(String first) {
    return since(When.firstDay(requireNonNull(first, "first")), first);
  }

  private ClaimQuery since(LocalDate day, String words) {
    return claim("since " + words, claim -> !claim.asserted().latest().isBefore(day));
  }

  /**
   * Keeps the claims that were possibly made on a day or later.
   *
   * @param first the first day
   * @return the narrowed query
   */
  public ClaimQuery since(LocalDate first) {
    return since(requireNonNull(first, "first"), first.toString());
  }

  /**
   * Keeps the claims that were certainly made on a date or later. An undated claim is never among
   * them.
   *
   * @param first a day, or a month or year, which means its first day
   * @return the narrowed query
   * @throws IllegalArgumentException if the text is not a date
   */
  public ClaimQuery certainlySince(String first) {
    return certainlySince(When.firstDay(requireNonNull(first, "first")), first);
  }

  private ClaimQuery certainlySince(LocalDate day, String words) {
    return claim(
        "certainly since " + words,
        claim -> claim.asserted().earliest().filter(start -> !start.isBefore(day)).isPresent());
  }

  /**
   * Keeps the claims that were certainly made on a day or later.
   *
   * @param first the first day
   * @return the narrowed query
   */
  public ClaimQuery certainlySince(LocalDate first) {
    return certainlySince(requireNonNull(first, "first"), first.toString());
  }

  /**
   * Keeps the claims that were possibly made on a date or earlier.
   *
   * @param last a day, or a month or year, which means its last day
   * @return the narrowed query
   * @throws IllegalArgumentException if the text is not a date
   */
  public ClaimQuery until(String last) {
    return until(When.lastDay(requireNonNull(last, "last")), last);
  }

  private ClaimQuery until(LocalDate day, String words) {
    return claim("until " + words, claim -> !claim.asserted().after(day));
  }

  /**
   * Keeps the claims that were possibly made on a day or earlier.
   *
   * @param last the last day
   * @return the narrowed query
   */
  public ClaimQuery until(LocalDate last) {
    return until(requireNonNull(last, "last"), last.toString());
  }

  /**
   * Keeps the claims that were certainly made on a date or earlier, undated claims included.
   *
   * @param last a day, or a month or year, which means its last day
   * @return the narrowed query
   * @throws IllegalArgumentException if the text is not a date
   */
  public ClaimQuery certainlyUntil(String last) {
    return certainlyUntil(When.lastDay(requireNonNull(last, "last")), last);
  }

  private ClaimQuery certainlyUntil(LocalDate day, String words) {
    return claim("certainly until " + words, claim -> !claim.asserted().latest().isAfter(day));
  }

  /**
   * Keeps the claims that were certainly made on a day or earlier, undated claims included.
   *
   * @param last the last day
   * @return the narrowed query
   */
  public ClaimQuery certainlyUntil(LocalDate last) {
    return certainlyUntil(requireNonNull(last, "last"), last.toString());
  }

  // Answers

  Tracker tracker() {
    return tracker;
  }

  String steps() {
    return steps;
  }

  BitSet numbers() {
    return search.get().numbers();
  }

  /** Returns the question in words. */
  String question() {
    return stepsOrAll() + " (" + tracker.viewpoint() + ")";
  }

  private String asked() {
    return "claims " + tracker.viewpoint() + (steps.isEmpty() ? "" : ", " + steps);
  }

  /** {@return the number of claims found} */
  public int count() {
    return search.get().count();
  }

  /**
   * Returns the claims found, by earliest day, latest day and id. An undated claim is placed on its
   * latest day.
   *
   * @return the claims in order, as a list that cannot be changed
   */
  public List<Claim> list() {
    return search.get().claims();
  }

  /**
   * Returns the claims found, in the order of {@link #list}.
   *
   * @return a stream of the claims
   */
  public Stream<Claim> stream() {
    return search.get().claims().stream();
  }

  /**
   * Iterates over the claims found, in the order of {@link #list}.
   *
   * @return an iterator, which cannot remove
   */
  @Override
  public Iterator<Claim> iterator() {
    return search.get().claims().iterator();
  }

  /**
   * Finds the claims, by earliest day, latest day and id. An undated claim is placed on its latest
   * day.
   *
   * @return the claims found, which print as a table
   */
  public FoundClaims find() {
    return AnswerFactory.get()
        .foundClaims(
            steps,
            tracker.viewpoint(),
            search.get().claims(),
            search.get().particulars(),
            tracker.dossier());
  }

  /**
   * Finds the claims in the same order, each with its evidence, ready to be cited.
   *
   * @return the chronology
   */
  public Chronology chronology() {
    return AnswerFactory.get().chronology("Chronology of " + asked(), search.get().entries());
  }

  /**
   * Finds the claim that was published first, with the evidence that attests it: the first
   * attestation of a phrase, which is not its coinage. Publication dated by an interval counts at
   * its latest day. Of several claims published on one day, the first by id is returned.
   *
   * @return the claim, or empty if no claim was found
   */
  public Optional<Chronology.Entry> firstAttested() {
    ClaimSearch found = search.get();
    return found.attestations().stream()
        .min(Comparator.comparing(found::published).thenComparing(entry -> entry.claim().id()));
  }

  /**
   * Finds how the claims frame the matter: for each frame and principal, the first and last claim.
   *
   * @return the framings
   */
  public Framings framings() {
    return AnswerFactory.get().framings("Frames of " + asked(), list(), dossier());
  }

  /** {@return the page of the claims found} */
  @Override
  public TextPage page() {
    return find().page();
  }

  /** {@return the question and how to run it, in one line; no claim is searched for} */
  @Override
  public String toString() {
    return OneLine.of(
        "Query for " + asked() + "; call find(), list() or chronology() for the answer");
  }
}
