package org.demarche;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.Predicate;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.rules.Corpus;
import org.demarche.text.Table;

/**
 * Claims being sought: each step keeps those that fit, and all steps together say what was asked.
 *
 * <pre>{@code
 * tracker.claims().principal("prc-mfa").touching("three-nos").force(Force.URGE).list()
 * }</pre>
 */
public final class Claims {
  private static final int PRINTED = 40;
  private static final Comparator<Claim> CHRONOLOGICAL =
      Comparator.comparing((Claim claim) -> claim.asserted().earliest().orElse(LocalDate.MIN))
          .thenComparing(claim -> claim.asserted().latest())
          .thenComparing(Claim::id);

  private final Tracker tracker;
  private final BitSet found;
  private final String question;

  Claims(Tracker tracker) {
    this(tracker, tracker.view().claims(), "");
  }

  private Claims(Tracker tracker, BitSet found, String question) {
    this.tracker = tracker;
    this.found = found;
    this.question = question;
  }

  /**
   * Keeps those uttered by an actor, alone or with others.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Claims speaker(String id) {
    tracker.requireParty(id);
    return and("speaker " + id, corpus().claims(Corpus.Facet.SPEAKER, id));
  }

  /**
   * Keeps those that count on behalf of exactly that actor, alone or with others; organs are actors
   * of their own.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Claims principal(String id) {
    tracker.requireParty(id);
    return and("principal " + id, corpus().claims(Corpus.Facet.PRINCIPAL, id));
  }

  /**
   * Keeps those with evidence from a source.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public Claims source(String id) {
    Tracker.require(
        "source",
        id,
        tracker.dossier().source(id),
        tracker.dossier().sources().stream().map(Source::id).toList());
    return and("source " + id, corpus().claims(Corpus.Facet.SOURCE, id));
  }

  /**
   * Keeps those on exactly that proposition.
   *
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public Claims on(String proposition) {
    tracker.requireProposition(proposition);
    return and("on " + proposition, corpus().claims(Corpus.Facet.PROPOSITION, proposition));
  }

  /**
   * Keeps those on a proposition, on what it is part of and on its parts.
   *
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public Claims touching(String proposition) {
    tracker.requireProposition(proposition);
    BitSet any = new BitSet();
    for (String touching : corpus().touching(proposition)) {
      any.or(corpus().claims(Corpus.Facet.PROPOSITION, touching));
    }
    return and("touching " + proposition, any);
  }

  /** Keeps those of a stance. */
  public Claims stance(Stance stance) {
    return and("stance " + stance, claim -> claim.stance() == stance);
  }

  /** Keeps those of a force. */
  public Claims force(Force force) {
    return and("force " + force, claim -> claim.force() == force);
  }

  /**
   * Keeps those that were possibly said from one date to another, both included: an undated claim
   * may fall anywhere up to its latest day.
   *
   * @throws IllegalArgumentException if either is no date, or the second lies before the first
   */
  public Claims between(String first, String last) {
    LocalDate from = When.parse(first).earliest().orElse(Tracker.day(first));
    LocalDate to = Tracker.day(last);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "between " + first + " and " + last + ": the range ends before it begins");
    }
    return and(
        "between " + first + " and " + last,
        claim -> !claim.asserted().latest().isBefore(from) && !claim.asserted().after(to));
  }

  private Claims and(String step, Predicate<Claim> fits) {
    BitSet some = new BitSet();
    found.stream().filter(number -> fits.test(corpus().claim(number))).forEach(some::set);
    return and(step, some);
  }

  private Claims and(String step, BitSet some) {
    BitSet both = (BitSet) found.clone();
    both.and(some);
    return new Claims(tracker, both, question.isEmpty() ? step : question + ", " + step);
  }

  Tracker tracker() {
    return tracker;
  }

  BitSet found() {
    return found;
  }

  /** What was asked, in words. */
  String question() {
    return question.isEmpty() ? "all" : question;
  }

  private Corpus corpus() {
    return tracker.view().corpus();
  }

  /** How many there are. */
  public int count() {
    return found.cardinality();
  }

  /** The claims in order of earliest day (open starts first), latest day, id. */
  public ImmutableList<Claim> list() {
    return found.stream()
        .mapToObj(corpus()::claim)
        .sorted(CHRONOLOGICAL)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the question and a table of the first forty, with the count of what was left out. */
  @Override
  public String toString() {
    ImmutableList<Claim> claims = list();
    Table table =
        Table.of(
            ImmutableList.of("id", "asserted", "principals", "stance", "force", "proposition"));
    for (Claim claim : claims.subList(0, Math.min(PRINTED, claims.size()))) {
      table =
          table.row(
              claim.id(),
              claim.asserted().toString(),
              String.join(", ", claim.principals()),
              claim.stance().name(),
              claim.force().name(),
              claim.proposition());
    }
    String more = claims.size() > PRINTED ? "\n… and " + (claims.size() - PRINTED) + " more" : "";
    String asked = "Claims " + tracker.viewpoint() + (question.isEmpty() ? "" : ", " + question);
    return asked + ": " + claims.size() + "\n\n" + table + more;
  }
}
