package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.demarche.answer.Grade;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Provenance;

/**
 * The conditions that a claim must fulfil in a view; each step adds one. Steps by an indexed field
 * intersect lists of claim numbers; the others test each claim that is left.
 */
public final class ClaimFilter {
  private final EvidenceView view;
  private final DossierIndex index;
  private final Provenance provenance;

  /** Ascending lists of claim numbers, each of which contains every claim that is found. */
  private final ImmutableList<int[]> lists;

  /** The conjunction of the conditions on claims, if there are any. */
  private final Optional<IntPredicate> onClaims;

  /** The conjunction of the conditions that the steps set on evidence. */
  private final Predicate<Evidence> attests;

  /** The conditions on principals; some principal of the claim must fulfil each of them. */
  private final ImmutableList<PrincipalCondition> principals;

  /** The sets of grades asked for. A principal that fulfils a condition needs one of each set. */
  private final ImmutableList<Set<Grade>> grades;

  /** A condition on a principal of a claim, both by number. */
  private interface PrincipalCondition {
    boolean holds(int claim, int principal);
  }

  /** Creates a filter that keeps every claim that the view shows. */
  ClaimFilter(EvidenceView view) {
    this(
        view,
        new Provenance(view),
        ImmutableList.of(),
        Optional.empty(),
        evidence -> true,
        ImmutableList.of(),
        ImmutableList.of());
  }

  private ClaimFilter(
      EvidenceView view,
      Provenance provenance,
      ImmutableList<int[]> lists,
      Optional<IntPredicate> onClaims,
      Predicate<Evidence> attests,
      ImmutableList<PrincipalCondition> principals,
      ImmutableList<Set<Grade>> grades) {
    this.view = view;
    this.index = view.index();
    this.provenance = provenance;
    this.lists = lists;
    this.onClaims = onClaims;
    this.attests = attests;
    this.principals = principals;
    this.grades = grades;
  }

  private static <E> ImmutableList<E> plus(ImmutableList<E> list, E last) {
    return ImmutableList.<E>builder().addAll(list).add(last).build();
  }

  private ClaimFilter in(int[] claims) {
    return new ClaimFilter(
        view, provenance, plus(lists, claims), onClaims, attests, principals, grades);
  }

  private ClaimFilter where(IntPredicate more) {
    IntPredicate both = onClaims.map(some -> some.and(more)).orElse(more);
    return new ClaimFilter(view, provenance, lists, Optional.of(both), attests, principals, grades);
  }

  private ClaimFilter attesting(Predicate<Evidence> condition) {
    return new ClaimFilter(
        view, provenance, lists, onClaims, attests.and(condition), principals, grades);
  }

  private ClaimFilter wherePrincipal(PrincipalCondition condition) {
    return new ClaimFilter(
        view, provenance, lists, onClaims, attests, plus(principals, condition), grades);
  }

  // Steps

  /** Keeps the claims that fulfil a condition. */
  public ClaimFilter claim(Predicate<Claim> condition) {
    return where(claim -> condition.test(index.claim(claim)));
  }

  /** Keeps the claims with a piece of evidence that fulfils a condition. */
  public ClaimFilter evidence(Predicate<Evidence> condition) {
    return where(claim -> provenance.evidence(claim).stream().anyMatch(condition))
        .attesting(condition);
  }

  /** Keeps the claims with a quotation that contains a phrase. */
  public ClaimFilter mentioning(PhraseSearch phrase) {
    Predicate<Evidence> mentions = piece -> piece.quote().filter(phrase::isIn).isPresent();
    int[] claims =
        index
            .quotedWords()
            .claims(
                phrase.terms(), claim -> index.claim(claim).evidence().stream().anyMatch(mentions));
    ClaimFilter found = in(claims).attesting(mentions);
    return view.isComplete()
        ? found
        : found.where(
            claim ->
                index.claim(claim).evidence().size() == 1
                    || provenance.evidence(claim).stream().anyMatch(mentions));
  }

  /** Keeps the claims with a speaker who is not named. */
  public ClaimFilter unnamedSpeaker() {
    return where(provenance::isUnnamed);
  }

  /** Keeps the claims whose speakers are all named. */
  public ClaimFilter named() {
    return where(claim -> !provenance.isUnnamed(claim));
  }

  /** Keeps the claims with evidence that an unnamed actor relayed. */
  public ClaimFilter unnamedRelay() {
    return evidence(provenance::hasUnnamedRelay);
  }

  /** Keeps joint claims. */
  public ClaimFilter joint() {
    return where(provenance::isJoint);
  }

  /** Keeps joint claims that each of their states reports. */
  public ClaimFilter mutual() {
    return where(provenance::isMutual);
  }

  /** Keeps joint claims that not all of their states report. */
  public ClaimFilter oneSided() {
    return where(claim -> provenance.isJoint(claim) && !provenance.isMutual(claim));
  }

  /** Keeps the claims of any of some speakers. */
  public ClaimFilter speaker(Collection<String> ids) {
    return in(claims(Field.SPEAKER, actors(ids)));
  }

  /** Keeps the claims with a principal among some actors. */
  public ClaimFilter principal(Collection<String> ids) {
    int[] asked = actors(ids);
    return in(claims(Field.PRINCIPAL, asked))
        .wherePrincipal(
            (claim, principal) -> Arrays.stream(asked).anyMatch(actor -> actor == principal));
  }

  /** Keeps the claims with a principal among some parties and their organs. */
  public ClaimFilter party(Collection<String> ids) {
    int[] asked = actors(ids);
    return wherePrincipal(
        (claim, principal) ->
            Arrays.stream(asked)
                .anyMatch(party -> index.parties().authorityRank(principal, party) >= 0));
  }

  /** Keeps the claims with a principal that fulfils a condition. */
  public ClaimFilter principal(Predicate<Actor> condition) {
    return wherePrincipal((claim, principal) -> condition.test(index.parties().actor(principal)));
  }

  /** Keeps the claims that a principal certainly made under the administration of a head. */
  public ClaimFilter administration(String headId) {
    int head = AskedIds.actor(index, headId);
    return wherePrincipal(
        (claim, principal) -> provenance.isUnder(index.claim(claim), principal, head));
  }

  /** Keeps the claims of any of some grades for a principal that fulfils the other conditions. */
  public ClaimFilter grade(Set<Grade> some) {
    return new ClaimFilter(
        view, provenance, lists, onClaims, attests, principals, plus(grades, some));
  }

  /** Keeps the claims with evidence that any of some actors relayed. */
  public ClaimFilter relay(Collection<String> ids) {
    return evidence(evidence -> ids.stream().anyMatch(id -> provenance.isRelayedBy(evidence, id)));
  }

  /** Keeps the claims that state any of some propositions. */
  public ClaimFilter on(Collection<String> ids) {
    return onNumbers(ids.stream().mapToInt(id -> AskedIds.proposition(index, id)));
  }

  /** Keeps the claims that state a proposition which fulfils a condition. */
  public ClaimFilter on(Predicate<Proposition> condition) {
    return onNumbers(
        IntStream.range(0, index.dossier().propositions().size())
            .filter(number -> condition.test(index.proposition(number))));
  }

  /** Keeps the claims that state a proposition, one of its composites or one of its parts. */
  public ClaimFilter touching(String id) {
    return onNumbers(index.touching(AskedIds.proposition(index, id)).stream());
  }

  private ClaimFilter onNumbers(IntStream propositions) {
    return in(claims(Field.PROPOSITION, propositions.distinct().toArray()));
  }

  private int[] actors(Collection<String> ids) {
    return AskedIds.parties(index, ids);
  }

  /** Returns the numbers of the claims that have any of some values in a field, ascending. */
  private int[] claims(Field field, int[] values) {
    IntFunction<int[]> list = value -> index.claims(field, value);
    return values.length == 1
        ? list.apply(values[0])
        : Arrays.stream(values)
            .mapToObj(list)
            .flatMapToInt(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
  }

  // Results

  /** Returns the numbers of the claims that fit, in ascending order. */
  IntStream claims() {
    IntStream listed =
        lists.stream()
            .reduce(ClaimFilter::intersection)
            .map(Arrays::stream)
            .orElseGet(() -> IntStream.range(0, index.dossier().claims().size()));
    return fitsAll() && view.isComplete() ? listed : listed.filter(this::fits).filter(view::shows);
  }

  /** Returns whether a claim that the view shows is found. */
  boolean finds(int claim) {
    return lists.stream().allMatch(list -> Arrays.binarySearch(list, claim) >= 0) && fits(claim);
  }

  /** Returns whether a piece of evidence fulfils every condition that is set on evidence. */
  boolean attests(Evidence evidence) {
    return attests.test(evidence);
  }

  private boolean fitsAll() {
    return onClaims.isEmpty() && principals.isEmpty() && grades.isEmpty();
  }

  private boolean fits(int claim) {
    if (onClaims.isPresent() && !onClaims.get().test(claim)) {
      return false;
    }
    if (principals.isEmpty()) {
      return grades.isEmpty() || somePrincipal(claim, (any, principal) -> true);
    }
    return principals.stream().allMatch(condition -> somePrincipal(claim, condition));
  }

  /** Returns whether a principal fulfils a condition and has the grades asked for. */
  private boolean somePrincipal(int claim, PrincipalCondition condition) {
    for (String id : index.claim(claim).principals()) {
      int principal = index.numbers().actor(id);
      if (condition.holds(claim, principal) && hasGrades(claim, principal)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasGrades(int claim, int principal) {
    return grades.isEmpty()
        || provenance
            .grade(claim, principal)
            .filter(grade -> grades.stream().allMatch(some -> some.contains(grade)))
            .isPresent();
  }

  private static int[] intersection(int[] one, int[] other) {
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
}
