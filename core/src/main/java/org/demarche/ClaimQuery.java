package org.demarche;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.answer.Chronology;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.IdLookup;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.rules.DossierIndex;
import org.demarche.rules.PhraseSearch;
import org.demarche.rules.Provenance;
import org.demarche.text.Nearest;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * Claims being sought: each step keeps those that fit, and all steps together say what was asked.
 * Only evidence that exists from the Tracker's viewpoint is looked at.
 *
 * <pre>{@code
 * tracker.claims().principal("prc-mfa").touching("three-nos").force(Force.URGE).list()
 * tracker.claims().mentioning("three no").firstAttested()
 * tracker.claims().commitments().chronology()
 * }</pre>
 */
public final class ClaimQuery implements Printable {
  /** The order of a chronology among claims of one first day. */
  private static final Comparator<Claim> AT_ONE_TIME =
      Comparator.comparing((Claim claim) -> claim.asserted().latest()).thenComparing(Claim::id);

  private final Tracker tracker;
  private final Provenance provenance;

  /** Numbers in order, each list of which has every claim that is found. */
  private final ImmutableList<int[]> among;

  private final IntPredicate fits;
  private final String question;

  /** The evidence that all steps about evidence want: what is attested is attested by such. */
  private final Predicate<Evidence> attesting;

  /** The numbers of the claims found, in order; sought once, when first asked for. */
  private final Supplier<int[]> found = Suppliers.memoize(this::sought);

  ClaimQuery(Tracker tracker) {
    this(
        tracker,
        new Provenance(tracker.view()),
        ImmutableList.of(),
        claim -> true,
        "",
        evidence -> true);
  }

  private ClaimQuery(
      Tracker tracker,
      Provenance provenance,
      ImmutableList<int[]> among,
      IntPredicate fits,
      String question,
      Predicate<Evidence> attesting) {
    this.tracker = tracker;
    this.provenance = provenance;
    this.among = among;
    this.fits = fits;
    this.question = question;
    this.attesting = attesting;
  }

  /** Goes through what the lists have in common, or else through all claims. */
  private int[] sought() {
    IntStream numbers =
        among.stream()
            .reduce(ClaimQuery::common)
            .map(Arrays::stream)
            .orElseGet(() -> IntStream.range(0, tracker.dossier().claims().size()));
    return numbers.filter(fits).filter(tracker.view()::shows).toArray();
  }

  /** The numbers that stand in both of two lists in order. */
  private static int[] common(int[] one, int[] other) {
    int[] both = new int[Math.min(one.length, other.length)];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        both[count++] = one[i++];
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Arrays.copyOf(both, count);
  }

  // Who

  /**
   * Keeps those uttered by an actor, alone or with others.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery speaker(String id) {
    ids().speaker(id);
    return and("speaker " + id, corpus().claims(DossierIndex.Facet.SPEAKER, id));
  }

  /**
   * Keeps those that count on behalf of exactly that actor, alone or with others; for a state with
   * its organs ask {@link #party}.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery principal(String id) {
    ids().principal(id);
    return and("principal " + id, corpus().claims(DossierIndex.Facet.PRINCIPAL, id));
  }

  /**
   * Keeps those of a party: on behalf of it, or of an organ of it.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery party(String id) {
    ids().party(id);
    return and("party " + id, claim -> provenance.isOf(claim, id));
  }

  /**
   * Keeps those with evidence that passed through a relay; the outlet counts as the outermost one.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery relay(String id) {
    ids().relay(id);
    return and("relay " + id, claim -> provenance.isRelayedBy(claim, id));
  }

  /** Keeps those of which every speaker is named. */
  public ClaimQuery named() {
    return and("named", claim -> !provenance.isUnnamed(claim));
  }

  /** Keeps those of which one speaker at least is not named. */
  public ClaimQuery unnamed() {
    return and("unnamed", provenance::isUnnamed);
  }

  /**
   * Keeps those made under an administration; an undated claim is taken at its latest day, one that
   * may fall under two is of neither.
   *
   * @param head the id of the person who heads it
   * @throws IllegalArgumentException if nobody of that id heads a term of office
   */
  public ClaimQuery administration(String head) {
    List<String> heads =
        tracker.dossier().actors().stream()
            .flatMap(actor -> actor.terms().stream())
            .map(term -> term.head())
            .distinct()
            .toList();
    if (!heads.contains(head)) {
      throw new IllegalArgumentException(
          "'"
              + head
              + "' heads no term of office"
              + (Nearest.hint(head, heads, 3).isEmpty()
                  ? "; the heads are " + String.join(", ", heads)
                  : Nearest.hint(head, heads, 3)));
    }
    return and("administration " + head, claim -> provenance.isUnder(claim, head));
  }

  /** Keeps joint claims: one act, on one occasion, of two states or more. */
  public ClaimQuery joint() {
    return and("joint", provenance::isJoint);
  }

  /** Keeps joint claims that each of their states tells. */
  public ClaimQuery mutual() {
    return and("mutual", provenance::isMutual);
  }

  /** Keeps joint claims that not all of their states tell. */
  public ClaimQuery oneSided() {
    return and("one-sided", claim -> provenance.isJoint(claim) && !provenance.isMutual(claim));
  }

  /** Keeps those in which a principal's words are known only through another side. */
  public ClaimQuery crossAttributed() {
    return and("cross-attributed", provenance::isCrossAttributed);
  }

  // How it is known

  /**
   * Keeps those with evidence from a source.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery source(String id) {
    ids().source(id);
    return attestedBy("source " + id, evidence -> evidence.source().equals(id));
  }

  /** Keeps those with evidence of a mode. */
  public ClaimQuery mode(Mode mode) {
    return attestedBy("mode " + mode, evidence -> evidence.mode() == mode);
  }

  /** Keeps those of that grade for one of their principals. */
  public ClaimQuery grade(Grade grade) {
    return and("grade " + grade, claim -> provenance.grades(claim).containsValue(grade));
  }

  // What

  /**
   * Keeps those on exactly that proposition.
   *
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery on(String proposition) {
    ids().proposition(proposition);
    return and("on " + proposition, corpus().claims(DossierIndex.Facet.PROPOSITION, proposition));
  }

  /**
   * Keeps those on the propositions of an issue.
   *
   * @throws IllegalArgumentException if the dossier has no such issue
   */
  public ClaimQuery onIssue(String issue) {
    return and("on issue " + issue, onAny(ids().issue(issue)));
  }

  /**
   * Keeps those on a proposition, on what it is part of and on its parts.
   *
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery touching(String proposition) {
    ids().proposition(proposition);
    return and("touching " + proposition, onAny(corpus().touching(proposition)));
  }

  /**
   * Keeps those that characterise a proposition: on propositions about it.
   *
   * @throws IllegalArgumentException if the id is not a proposition of the dossier
   */
  public ClaimQuery characterising(String proposition) {
    ids().proposition(proposition);
    List<String> about =
        tracker.dossier().propositions().stream()
            .filter(p -> p.about().equals(Optional.of(proposition)))
            .map(Proposition::id)
            .toList();
    return and("characterising " + proposition, onAny(about));
  }

  private int[] onAny(Iterable<String> propositions) {
    return Streams.stream(propositions)
        .distinct()
        .flatMapToInt(id -> Arrays.stream(corpus().claims(DossierIndex.Facet.PROPOSITION, id)))
        .sorted()
        .toArray();
  }

  /** Keeps those of a stance. */
  public ClaimQuery stance(Stance stance) {
    return and("stance " + stance, claim -> claim(claim).stance() == stance);
  }

  /** Keeps those of a force. */
  public ClaimQuery force(Force force) {
    return and("force " + force, claim -> claim(claim).force() == force);
  }

  /** Keeps those of a class of forces. */
  public ClaimQuery force(Force.Point point) {
    return and("force " + point, claim -> claim(claim).force().point().equals(Optional.of(point)));
  }

  /** Keeps commitments: what a principal promised or agreed. */
  public ClaimQuery commitments() {
    return and(
        "commitments",
        claim -> claim(claim).force() == Force.PROMISE || claim(claim).force() == Force.AGREE);
  }

  /**
   * Keeps those of a frame.
   *
   * @throws IllegalArgumentException if no claim of the dossier has that frame
   */
  public ClaimQuery frame(String slug) {
    List<String> frames =
        tracker.dossier().claims().stream()
            .flatMap(claim -> claim.frames().stream())
            .distinct()
            .toList();
    if (!frames.contains(slug)) {
      throw new IllegalArgumentException(
          "no claim has the frame '" + slug + "'" + Nearest.hint(slug, frames, 3));
    }
    return and("frame " + slug, claim -> claim(claim).frames().contains(slug));
  }

  /**
   * Keeps those that answer a claim.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery respondingTo(String claim) {
    ids().claim(claim);
    return and("responding to " + claim, number -> claim(number).respondsTo().contains(claim));
  }

  /**
   * Keeps those with a quotation that holds a word or phrase: in any script, without regard to
   * case, accents, kinds of quotation marks and spaces, hyphens or spaces between words, and never
   * inside another word.
   *
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public ClaimQuery mentioning(String phrase) {
    PhraseSearch phrases = new PhraseSearch(phrase);
    return attestedBy(
        "mentioning “" + phrase + "”",
        evidence -> evidence.quote().filter(phrases::isIn).isPresent());
  }

  // When

  /**
   * Keeps those of an occasion.
   *
   * @throws IllegalArgumentException if the id is not in the dossier
   */
  public ClaimQuery occasion(String id) {
    ids().occasion(id);
    return and("occasion " + id, claim -> claim(claim).occasion().equals(Optional.of(id)));
  }

  /** Keeps those of which only a latest day is known. */
  public ClaimQuery undated() {
    return and("undated", claim -> claim(claim).asserted().earliest().isEmpty());
  }

  /**
   * Keeps those that were possibly said from one date to another, both included; a month or year
   * means its first day as a start, and its last as an end. An undated claim may fall anywhere up
   * to its latest day.
   *
   * @throws IllegalArgumentException if either is no date, or the second lies before the first
   */
  public ClaimQuery between(String first, String last) {
    LocalDate from = When.firstDay(first);
    LocalDate to = When.lastDay(last);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "between " + first + " and " + last + ": the range ends before it begins; swap the two");
    }
    return and(
        "between " + first + " and " + last,
        claim ->
            !claim(claim).asserted().latest().isBefore(from) && !claim(claim).asserted().after(to));
  }

  private ClaimQuery and(String step, IntPredicate fitting) {
    return new ClaimQuery(tracker, provenance, among, fits.and(fitting), and(step), attesting);
  }

  private ClaimQuery and(String step, int[] numbers) {
    return new ClaimQuery(
        tracker,
        provenance,
        ImmutableList.<int[]>builder().addAll(among).add(numbers).build(),
        fits,
        and(step),
        attesting);
  }

  private String and(String step) {
    return question.isEmpty() ? step : question + ", " + step;
  }

  /** Keeps those with a piece of evidence that fits. */
  private ClaimQuery attestedBy(String step, Predicate<Evidence> fitting) {
    return new ClaimQuery(
        tracker,
        provenance,
        among,
        fits.and(claim -> provenance.evidence(claim).stream().anyMatch(fitting)),
        and(step),
        attesting.and(fitting));
  }

  Tracker tracker() {
    return tracker;
  }

  BitSet found() {
    BitSet numbers = new BitSet();
    Arrays.stream(found.get()).forEach(numbers::set);
    return numbers;
  }

  /** What was asked, in words. */
  String question() {
    return (question.isEmpty() ? "all" : question) + " (" + tracker.viewpoint() + ")";
  }

  private IdLookup ids() {
    return tracker.dossier().ids();
  }

  private DossierIndex corpus() {
    return tracker.view().corpus();
  }

  private Claim claim(int number) {
    return corpus().claim(number);
  }

  // Answers

  /** How many there are. */
  public int count() {
    return found.get().length;
  }

  /**
   * The claims in order of earliest day, latest day, id; an undated one stands at its latest day.
   */
  public ImmutableList<Claim> list() {
    return numbers().stream().map(this::claim).collect(ImmutableList.toImmutableList());
  }

  /** The numbers of the claims found, in the order of a chronology: first by days, as numbers. */
  private List<Integer> numbers() {
    long[] byDay =
        Arrays.stream(found.get())
            .mapToLong(number -> firstDay(number) * (1L << 32) + number)
            .sorted()
            .toArray();
    Integer[] numbers = new Integer[byDay.length];
    Arrays.setAll(numbers, i -> (int) byDay[i]);
    for (int start = 0, end; start < byDay.length; start = end) {
      for (end = start + 1; end < byDay.length && byDay[end] >> 32 == byDay[start] >> 32; ) {
        end++;
      }
      Arrays.sort(numbers, start, end, Comparator.comparing(this::claim, AT_ONE_TIME));
    }
    return Arrays.asList(numbers);
  }

  /** The first day of a claim; an undated one stands at its latest. */
  private long firstDay(int number) {
    When asserted = claim(number).asserted();
    return asserted.earliest().orElse(asserted.latest()).toEpochDay();
  }

  /** The claims in order, ready to be cited. */
  public Chronology chronology() {
    return Chronology.of("Chronology of " + asked(), entries(evidence -> true));
  }

  /**
   * The claim that was published first, ready to be cited with the evidence that attests it: the
   * first attestation of a phrase, which is not its coinage. Of several published on one day, and
   * where publication is dated by an interval by its latest day, the first by id; none if nothing
   * was found.
   */
  public Optional<Chronology.Entry> firstAttested() {
    return entries(attesting).stream()
        .min(Comparator.comparing(this::published).thenComparing(entry -> entry.claim().id()));
  }

  private LocalDate published(Chronology.Entry entry) {
    return entry.evidence().stream()
        .flatMap(evidence -> tracker.dossier().source(evidence.source()).stream())
        .map(source -> source.published().latest())
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  /** The claims in order, each with that evidence which is wanted. */
  private ImmutableList<Chronology.Entry> entries(Predicate<Evidence> wanted) {
    return numbers().stream()
        .map(
            number ->
                Chronology.Entry.of(
                    claim(number),
                    provenance.evidence(number).stream().filter(wanted).toList(),
                    provenance.grades(number),
                    tracker.dossier()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * In what light the matter is put, by whom and when: of each frame and principal the first and
   * last claim.
   */
  public Framings framings() {
    return Framings.of("Frames of " + asked(), list(), tracker.dossier());
  }

  private String asked() {
    return "claims " + tracker.viewpoint() + (question.isEmpty() ? "" : ", " + question);
  }

  /** The question and a table, a claim a row. */
  @Override
  public TextPage page() {
    List<Integer> numbers = numbers();
    TextPage page =
        TextPage.of("C" + asked().substring(1) + ": " + (count() == 0 ? "none" : count()));
    return count() == 0
        ? page
        : page.table(
            ImmutableList.of("id", "asserted", "who", "stance", "force", "proposition"),
            Lists.transform(numbers, number -> row(claim(number))));
  }

  /** Returns its page in the standard style. */
  @Override
  public String toString() {
    return page().toString();
  }

  /** Who uttered it, and on whose behalf if on that of others. */
  private static String who(Claim claim) {
    String speakers = String.join(", ", claim.speakers());
    return claim.speakers().equals(claim.principals())
        ? speakers
        : speakers + " for " + String.join(", ", claim.principals());
  }

  private static ImmutableList<String> row(Claim claim) {
    return ImmutableList.of(
        claim.id(),
        claim.asserted().toString(),
        who(claim),
        claim.stance().name(),
        claim.force().name(),
        claim.proposition());
  }
}
