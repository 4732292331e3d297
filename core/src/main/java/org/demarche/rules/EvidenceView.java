package org.demarche.rules;

import com.google.common.base.Suppliers;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.answer.Grade;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.dossierindex.EpochDays;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Source;

/**
 * An index seen from a viewpoint: the claims and evidence that exist there (rule 4). It consists of
 * a few bounds and does not copy any records.
 */
public final class EvidenceView {
  private final DossierIndex index;
  private final Viewpoint viewpoint;
  private final Optional<Supplier<BitSet>> only;
  private final int asOf;
  private final int knownAt;
  private final int[] without;

  /** The first revision of each source, found when it is first needed. */
  private final Supplier<Map<Integer, Integer>> revisions;

  private final boolean admitsAllClaims;
  private final boolean whole;
  private final boolean noted;
  private final boolean complete;

  /** Returns the view in which all evidence exists, as of the end of the record. */
  public static EvidenceView whole(DossierIndex index) {
    AnswerFactory answers = AnswerFactory.get();
    Viewpoint coded = answers.viewpoint(index.endOfRecord());
    Viewpoint viewpoint = index.includesDrafts() ? answers.withDrafts(coded) : coded;
    return new EvidenceView(index, viewpoint, Optional.empty(), new int[0]);
  }

  private EvidenceView(
      DossierIndex index, Viewpoint viewpoint, Optional<Supplier<BitSet>> only, int[] without) {
    this(index, viewpoint, only, without, Optional.empty());
  }

  private EvidenceView(
      DossierIndex index,
      Viewpoint viewpoint,
      Optional<Supplier<BitSet>> only,
      int[] without,
      Optional<Supplier<Map<Integer, Integer>>> revisions) {
    this.index = index;
    this.viewpoint = viewpoint;
    this.only = only;
    this.asOf = EpochDays.of(viewpoint.asOf());
    this.knownAt = viewpoint.knownAt().map(EpochDays::of).orElse(Integer.MAX_VALUE);
    this.without = without;
    this.revisions = revisions.orElseGet(() -> Suppliers.memoize(this::findRevisions));
    this.admitsAllClaims =
        only.isEmpty()
            && viewpoint.withoutSpeakers().isEmpty()
            && viewpoint.withoutRelays().isEmpty();
    this.whole = admitsAllClaims && without.length == 0 && knownAt == Integer.MAX_VALUE;
    this.noted = whole && viewpoint.minGrade() == Grade.OTHER_SIDE;
    this.complete =
        whole
            && !index.sources().hasRevisions()
            && (!index.hasDrafts() || (viewpoint.includesDrafts() && index.includesDrafts()))
            && !viewpoint.asOf().isBefore(index.endOfRecord());
  }

  /**
   * Returns a view of the same claims from another viewpoint.
   *
   * @param withoutSources the numbers of the sources that the viewpoint leaves out
   */
  public EvidenceView from(Viewpoint other, int[] withoutSources) {
    return new EvidenceView(index, other, only, sorted(withoutSources));
  }

  /**
   * Returns the view of all claims of another index from another viewpoint.
   *
   * @param withoutSources the numbers, there, of the sources that the viewpoint leaves out
   */
  public static EvidenceView over(DossierIndex index, Viewpoint viewpoint, int[] withoutSources) {
    return new EvidenceView(
        index.including(viewpoint.includesDrafts()),
        viewpoint,
        Optional.empty(),
        sorted(withoutSources));
  }

  private static int[] sorted(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns the same view as of another day. */
  public EvidenceView at(LocalDate day) {
    Viewpoint other = AnswerFactory.get().asOf(viewpoint, day);
    return new EvidenceView(index, other, only, without, Optional.of(revisions));
  }

  /**
   * Returns the same view limited to some claims instead of those to which this one is limited.
   *
   * @param claims the numbers of the claims, found when they are first needed
   * @param describing the viewpoint, which describes these claims
   */
  public EvidenceView only(Supplier<BitSet> claims, Viewpoint describing) {
    return new EvidenceView(
        index, describing, Optional.of(Suppliers.memoize(claims::get)), without);
  }

  /** Returns whether this view is of the dossier of another, or of an equal one. */
  public boolean isOfDossierOf(EvidenceView other) {
    return index.dossier().equals(other.index.dossier());
  }

  /** Returns the index. */
  public DossierIndex index() {
    return index;
  }

  /** Returns the viewpoint. */
  public Viewpoint viewpoint() {
    return viewpoint;
  }

  /** Returns whether the view shows every claim with all its evidence. */
  public boolean isComplete() {
    return complete;
  }

  /** Returns whether a claim has evidence and was not certainly made after the as-of date. */
  public boolean shows(int claim) {
    return complete || (includes(index.claim(claim)) && wouldShow(claim));
  }

  /** Returns whether the view shows a claim, or would if it were no draft. */
  boolean wouldShow(int claim) {
    Claim record = index.claim(claim);
    if (record.asserted().after(viewpoint.asOf())) {
      return false;
    }
    for (int piece = 0; piece < record.evidence().size(); piece++) {
      if (isIn(record, claim, piece)) {
        return true;
      }
    }
    return false;
  }

  private boolean includes(Claim claim) {
    return viewpoint.includesDrafts() || !claim.isDraft();
  }

  /** Returns the evidence of a claim that exists, by its index in the claim. */
  BitSet evidence(int claim) {
    BitSet evidence = new BitSet();
    Claim record = index.claim(claim);
    for (int piece = 0; piece < record.evidence().size(); piece++) {
      evidence.set(piece, exists(claim, piece));
    }
    return evidence;
  }

  int asOf() {
    return asOf;
  }

  Grade minGrade() {
    return viewpoint.minGrade();
  }

  /**
   * Returns whether a piece of evidence exists: it is admitted, was published in time, and is not
   * that of a draft, unless drafts are included.
   *
   * @param piece its index in the claim
   */
  boolean exists(int claim, int piece) {
    Claim record = index.claim(claim);
    return includes(record) && isIn(record, claim, piece);
  }

  private boolean isIn(Claim record, int claim, int piece) {
    int source = index.numbers().source(record.evidence().get(piece).source());
    return isKnown(source)
        && admits(source)
        && (admitsAllClaims || isAdmitted(claim, source, piece));
  }

  /** Returns whether a source was published by the known-at date, and was not revised by then. */
  boolean isKnown(int source) {
    return isPublished(source) && !isRevised(source);
  }

  /** Returns whether a source was published by the known-at date, be it revised since. */
  boolean isPublished(int source) {
    return knownAt == Integer.MAX_VALUE || index.sources().published(source) <= knownAt;
  }

  /** Returns whether another source that is not left out had revised a source by then. */
  boolean isRevised(int source) {
    return index.sources().isRevised(source) && revision(source).isPresent();
  }

  /** Returns the source that was the first to revise a source by then; of several, by its id. */
  Optional<Source> revision(int source) {
    return Optional.ofNullable(revisions.get().get(source))
        .filter(this::hasEffect)
        .map(index.sources()::source);
  }

  /** Returns the first revision of each source; of all sources, those that come later as well. */
  private Map<Integer, Integer> findRevisions() {
    return without.length == 0 && viewpoint.withoutRelays().isEmpty()
        ? index.sources().firstRevisions()
        : index.sources().firstRevisions(this::hasEffect);
  }

  private boolean hasEffect(int revision) {
    return admits(revision)
        && index.sources().published(revision) <= knownAt
        && !isPutOutByRelay(revision);
  }

  /**
   * Returns claims of which other evidence may exist in another view as of the same day, and no
   * fewer than there are; empty if this takes a look at each claim.
   */
  @SuppressWarnings("ReferenceEquality") // two views mostly share their index
  public Optional<BitSet> claimsWithOtherEvidence(EvidenceView other) {
    boolean isLimitedAlike =
        index == other.index
            && only.map(Supplier::get).equals(other.only.map(Supplier::get))
            && viewpoint.withoutRelays().equals(other.viewpoint.withoutRelays())
            && viewpoint.minGrade() == other.viewpoint.minGrade();
    if (!isLimitedAlike) {
      return Optional.empty();
    }
    BitSet claims = new BitSet();
    sourcesThatMayDiffer(other)
        .filter(source -> hasSource(source) != other.hasSource(source))
        .forEach(source -> IntStream.of(index.claims(Field.SOURCE, source)).forEach(claims::set));
    for (String speaker :
        Sets.symmetricDifference(viewpoint.withoutSpeakers(), other.viewpoint.withoutSpeakers())) {
      IntStream.of(index.claims(Field.SPEAKER, index.numbers().actor(speaker)))
          .forEach(claims::set);
    }
    return Optional.of(claims);
  }

  private IntStream sourcesThatMayDiffer(EvidenceView other) {
    return knownAt == other.knownAt
        ? IntStream.concat(IntStream.of(without), IntStream.of(other.without))
            .flatMap(
                source -> IntStream.concat(IntStream.of(source), index.sources().revisedBy(source)))
        : IntStream.range(0, index.dossier().sources().size());
  }

  private boolean hasSource(int source) {
    return admits(source) && isKnown(source);
  }

  /** Returns whether all evidence exists, but for what other sources have revised. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Returns whether the outcomes noted in the index are right for a party in this view: the party
   * heads its family, all evidence exists, and the minimum grade is the default.
   */
  boolean hasNotedOutcomes(int party) {
    return noted && index.parties().family(party) == party;
  }

  /** Returns whether a source is admitted. */
  boolean admits(int source) {
    return without.length == 0 || Arrays.binarySearch(without, source) < 0;
  }

  /** Returns whether evidence is left out only by its source. */
  boolean admitsAllClaims() {
    return admitsAllClaims;
  }

  /** Returns whether a piece of evidence of an admitted source is admitted. */
  boolean isAdmitted(int claim, int source, int piece) {
    return (only.isEmpty() || only.get().get().get(claim))
        && (viewpoint.withoutSpeakers().isEmpty()
            || Collections.disjoint(index.claim(claim).speakers(), viewpoint.withoutSpeakers()))
        && (viewpoint.withoutRelays().isEmpty()
            || !isRelayed(index.claim(claim).evidence().get(piece), source));
  }

  private boolean isRelayed(Evidence evidence, int source) {
    return isPutOutByRelay(source)
        || !Collections.disjoint(evidence.via(), viewpoint.withoutRelays());
  }

  /** Returns whether a relay that is left out issued a source, or is the outlet of one. */
  private boolean isPutOutByRelay(int source) {
    if (viewpoint.withoutRelays().isEmpty()) {
      return false;
    }
    Source record = index.sources().source(source);
    return record.issuedBy().isEmpty()
        ? viewpoint.withoutRelays().contains(record.outlet())
        : !Collections.disjoint(record.issuedBy(), viewpoint.withoutRelays());
  }
}
