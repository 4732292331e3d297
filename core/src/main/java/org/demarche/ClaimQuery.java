package org.demarche;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.Chronology;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.IdLookup;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.SwappedArgumentsException;
import org.demarche.model.TermOfOffice;
import org.demarche.model.UnknownIdException;
import org.demarche.model.When;
import org.demarche.questions.ClaimSearch;
import org.demarche.questions.PhraseSearch;
import org.demarche.rules.EvidenceView;
import org.demarche.suggestion.Nearest;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A query for claims. Each step keeps the claims that fit, and all steps together are the question
 * that the answer states. Only evidence that exists from the Tracker's viewpoint is considered.
 *
 * <pre>{@code
 * tracker.claims().principal("prc-mfa").touching("three-nos").force(Force.URGE).find()
 * tracker.claims().mentioning("three no").firstAttested()
 * tracker.claims().commitments().chronology()
 * }</pre>
 */
public final class ClaimQuery implements Printable {
  private final EvidenceView view;
  private final ClaimSearch search;
  private final String steps;

  ClaimQuery(EvidenceView view) {
    this(view, new ClaimSearch(view), "");
  }

  private ClaimQuery(EvidenceView view, ClaimSearch search, String steps) {
    this.view = view;
    this.search = search;
    this.steps = steps;
  }

  private ClaimQuery step(String step, ClaimSearch narrowed) {
    return new ClaimQuery(view, narrowed, steps.isEmpty() ? step : steps + ", " + step);
  }

  private Dossier dossier() {
    return view.index().dossier();
  }

  private IdLookup ids() {
    return new IdLookup(dossier());
  }

  // Who

  /**
   * Keeps the claims uttered by an actor, alone or with others.
   *
   * @param id the id of an actor
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery speaker(String id) {
    ids().speaker(id);
    return step("speaker " + id, search.speaker(id));
  }

  /**
   * Keeps the claims that count on behalf of exactly one actor, alone or with others. For a state
   * with its organs, use {@link #party}.
   *
   * @param id the id of an actor
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery principal(String id) {
    ids().principal(id);
    return step("principal " + id, search.principal(id));
  }

  /**
   * Keeps the claims on behalf of a party or an organ of it.
   *
   * @param id the id of a party
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery party(String id) {
    ids().party(id);
    return step("party " + id, search.party(id));
  }

  /**
   * Keeps the claims with evidence that an actor relayed. The outlet of a source counts as its
   * outermost relay.
   *
   * @param id the id of an actor
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery relay(String id) {
    ids().relay(id);
    return step("relay " + id, search.relay(id));
  }

  /**
   * Keeps the claims of which every speaker is named.
   *
   * @return the narrowed query
   */
  public ClaimQuery named() {
    return step("named", search.named());
  }

  /**
   * Keeps the claims of which at least one speaker is not named.
   *
   * @return the narrowed query
   */
  public ClaimQuery unnamed() {
    return step("unnamed", search.unnamed());
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
    return step("administration " + head, search.administration(head));
  }

  /**
   * Keeps joint claims: one act of two or more states on one occasion.
   *
   * @return the narrowed query
   */
  public ClaimQuery joint() {
    return step("joint", search.joint());
  }

  /**
   * Keeps joint claims that each of their states reports.
   *
   * @return the narrowed query
   */
  public ClaimQuery mutual() {
    return step("mutual", search.mutual());
  }

  /**
   * Keeps joint claims that not all of their states report.
   *
   * @return the narrowed query
   */
  public ClaimQuery oneSided() {
    return step("one-sided", search.oneSided());
  }

  /**
   * Keeps the claims in which the words of a principal are known only through another side.
   *
   * @return the narrowed query
   */
  public ClaimQuery crossAttributed() {
    return step("cross-attributed", search.crossAttributed());
  }

  // How it is known

  /**
   * Keeps the claims with evidence from a source.
   *
   * @param id the id of a source
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery source(String id) {
    ids().source(id);
    return step("source " + id, search.evidence(evidence -> evidence.source().equals(id)));
  }

  /**
   * Keeps the claims with evidence of a mode.
   *
   * @param mode the mode
   * @return the narrowed query
   */
  public ClaimQuery mode(Mode mode) {
    return step("mode " + mode, search.evidence(evidence -> evidence.mode() == mode));
  }

  /**
   * Keeps the claims of exactly one grade for one of their principals.
   *
   * @param grade the grade
   * @return the narrowed query
   */
  public ClaimQuery grade(Grade grade) {
    return step("grade " + grade, search.grade(grade));
  }

  // What

  /**
   * Keeps the claims that state exactly one proposition.
   *
   * @param proposition the id of a proposition
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery on(String proposition) {
    ids().proposition(proposition);
    return step("on " + proposition, search.on(proposition));
  }

  /**
   * Keeps the claims on the propositions of an issue.
   *
   * @param issue the slug of an issue
   * @return the narrowed query
   * @throws IllegalArgumentException if no proposition of the dossier has that issue
   */
  public ClaimQuery onIssue(String issue) {
    return step("on issue " + issue, search.onAny(ids().issue(issue)));
  }

  /**
   * Keeps the claims on a proposition, its composites and its parts.
   *
   * @param proposition the id of a proposition
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery touching(String proposition) {
    ids().proposition(proposition);
    return step("touching " + proposition, search.touching(proposition));
  }

  /**
   * Keeps the claims that characterise a proposition: the claims on propositions about it.
   *
   * @param proposition the id of a proposition
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery characterising(String proposition) {
    ids().proposition(proposition);
    List<String> about =
        dossier().propositions().stream()
            .filter(p -> p.about().equals(Optional.of(proposition)))
            .map(Proposition::id)
            .toList();
    return step("characterising " + proposition, search.onAny(about));
  }

  /**
   * Keeps the claims of a stance.
   *
   * @param stance the stance
   * @return the narrowed query
   */
  public ClaimQuery stance(Stance stance) {
    return step("stance " + stance, search.claim(claim -> claim.stance() == stance));
  }

  /**
   * Keeps the claims of a force.
   *
   * @param force the force
   * @return the narrowed query
   */
  public ClaimQuery force(Force force) {
    return step("force " + force, search.claim(claim -> claim.force() == force));
  }

  /**
   * Keeps the claims of a class of forces.
   *
   * @param point the illocutionary point that the forces share
   * @return the narrowed query
   */
  public ClaimQuery force(Force.Point point) {
    return step(
        "force " + point, search.claim(claim -> claim.force().point().equals(Optional.of(point))));
  }

  /**
   * Keeps commitments: the claims in which a principal promised or agreed.
   *
   * @return the narrowed query
   */
  public ClaimQuery commitments() {
    return step(
        "commitments",
        search.claim(claim -> claim.force() == Force.PROMISE || claim.force() == Force.AGREE));
  }

  /**
   * Keeps the claims of a frame.
   *
   * @param slug the slug of the frame
   * @return the narrowed query
   * @throws IllegalArgumentException if no claim of the dossier has that frame
   */
  public ClaimQuery frame(String slug) {
    List<String> frames =
        dossier().claims().stream().flatMap(claim -> claim.frames().stream()).distinct().toList();
    if (!frames.contains(slug)) {
      List<String> near = Nearest.to(slug, frames, 3);
      throw new UnknownIdException(
          "no claim has the frame '" + slug + "'" + Nearest.hint(near), "frame", slug, near);
    }
    return step("frame " + slug, search.claim(claim -> claim.frames().contains(slug)));
  }

  /**
   * Keeps the claims that respond to a claim.
   *
   * @param id the id of a claim
   * @return the narrowed query
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery respondingTo(String id) {
    ids().claim(id);
    return step("responding to " + id, search.claim(claim -> claim.respondsTo().contains(id)));
  }

  /**
   * Keeps the claims with a quotation that contains a word or phrase: in any script, without regard
   * to case, accents, kinds of quotation marks, and spaces or hyphens between words. A phrase is
   * not found inside a longer word.
   *
   * @param phrase a word or phrase
   * @return the narrowed query
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public ClaimQuery mentioning(String phrase) {
    PhraseSearch phrases = new PhraseSearch(phrase);
    return step(
        "mentioning “" + phrase + "”",
        search.evidence(evidence -> evidence.quote().filter(phrases::isIn).isPresent()));
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
    ids().occasion(id);
    return step("occasion " + id, search.claim(claim -> claim.occasion().equals(Optional.of(id))));
  }

  /**
   * Keeps the claims of which only the latest possible day is known.
   *
   * @return the narrowed query
   */
  public ClaimQuery undated() {
    return step("undated", search.claim(claim -> claim.asserted().earliest().isEmpty()));
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
    LocalDate from = When.firstDay(first);
    LocalDate to = When.lastDay(last);
    if (to.isBefore(from)) {
      throw new SwappedArgumentsException(
          "between " + first + " and " + last + ": the range ends before it begins; swap the two",
          "date",
          first,
          List.of(last));
    }
    return step(
        "between " + first + " and " + last,
        search.claim(
            claim -> !claim.asserted().latest().isBefore(from) && !claim.asserted().after(to)));
  }

  // Answers

  EvidenceView view() {
    return view;
  }

  BitSet numbers() {
    return search.numbers();
  }

  /** Returns the question in words. */
  String question() {
    return (steps.isEmpty() ? "all" : steps) + " (" + view.viewpoint() + ")";
  }

  private String asked() {
    return "claims " + view.viewpoint() + (steps.isEmpty() ? "" : ", " + steps);
  }

  /** {@return the number of claims found} */
  public int count() {
    return search.count();
  }

  /**
   * Returns the claims found, by earliest day, latest day and id. An undated claim is placed on its
   * latest day.
   *
   * @return the claims in order
   */
  public ImmutableList<Claim> list() {
    return search.claims();
  }

  /**
   * Finds the claims, by earliest day, latest day and id. An undated claim is placed on its latest
   * day.
   *
   * @return the claims found, which print as a table
   */
  public FoundClaims find() {
    return AnswerFactory.get().foundClaims(steps, view.viewpoint(), search.claims());
  }

  /**
   * Finds the claims in the same order, each with its evidence, ready to be cited.
   *
   * @return the chronology
   */
  public Chronology chronology() {
    return AnswerFactory.get().chronology("Chronology of " + asked(), search.entries());
  }

  /**
   * Finds the claim that was published first, with the evidence that attests it: the first
   * attestation of a phrase, which is not its coinage. Publication dated by an interval counts at
   * its latest day. Of several claims published on one day, the first by id is returned.
   *
   * @return the claim, or empty if no claim was found
   */
  public Optional<Chronology.Entry> firstAttested() {
    return search.attestations().stream()
        .min(Comparator.comparing(search::published).thenComparing(entry -> entry.claim().id()));
  }

  /**
   * Finds how the claims frame the matter: for each frame and principal, the first and last claim.
   *
   * @return the framings
   */
  public Framings framings() {
    return AnswerFactory.get().framings("Frames of " + asked(), search.claims(), dossier());
  }

  /** {@return the page of the claims found} */
  @Override
  public TextPage page() {
    return find().page();
  }

  /** {@return the page in the default style} */
  @Override
  public String toString() {
    return page().toString();
  }
}
