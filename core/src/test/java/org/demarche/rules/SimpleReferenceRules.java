package org.demarche.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;

/**
 * A simple reference implementation of the rules: compares every claim with every other and reads
 * the whole dossier for each question. It is slow; tests compare the answers of the fast
 * implementation with its answers.
 */
final class SimpleReferenceRules {
  private static final int MAX_LISTED = 16;
  private static final int MAX_NARROW_DAYS = 31;

  private final Dossier dossier;
  private final Viewpoint viewpoint;
  private final Actor party;
  private final String proposition;
  private final Optional<Actor> state;
  private final List<TermOfOffice> terms;

  private SimpleReferenceRules(
      Dossier dossier, Viewpoint viewpoint, String party, String proposition) {
    this.dossier = dossier;
    this.viewpoint = viewpoint;
    this.party = actor(party);
    this.proposition = proposition;
    this.state = stateOf(this.party);
    this.terms =
        isStateOrOrgan(this.party)
            ? state.map(s -> List.copyOf(s.terms())).orElse(List.of())
            : List.of();
  }

  /** Returns the answer that the rules give for the party on the proposition. */
  static Answer position(Dossier dossier, Viewpoint viewpoint, String party, String proposition) {
    return new SimpleReferenceRules(dossier, viewpoint, party, proposition).answer();
  }

  // Answers in a form that can be compared

  /** A claim that supports a position, by its id. */
  record SupportingClaim(
      String id,
      Stance stance,
      boolean implied,
      Grade grade,
      Authority authority,
      ImmutableList<Evidence> evidence) {}

  /** The evidence of a position that is known or contested, in the order of citation. */
  record PositionEvidence(
      ImmutableList<SupportingClaim> support,
      ImmutableSet<String> sides,
      Standing standing,
      Optional<TermOfOffice> administration,
      LocalDate lastEvidenced,
      int independentRoots) {}

  /** The first ids of a list, and whether the list is longer. */
  record IdList(ImmutableList<String> ids, boolean hasMore) {}

  /** An answer with ids in place of the records. */
  record Answer(
      String kind,
      Optional<Stance> stance,
      Optional<PositionEvidence> positionEvidence,
      Optional<Unknown.Reason> reason,
      IdList possibly,
      IdList hints,
      IdList reports) {

    static Answer of(Position position) {
      Optional<PositionEvidence> positionEvidence = Optional.empty();
      if (position instanceof Known known) {
        positionEvidence =
            Optional.of(
                new PositionEvidence(
                    supportingClaims(known.support()),
                    ImmutableSet.of(),
                    known.standing(),
                    known.administration().map(term -> term),
                    known.lastEvidenced(),
                    known.independentRoots()));
      } else if (position instanceof Contested contested) {
        positionEvidence =
            Optional.of(
                new PositionEvidence(
                    supportingClaims(contested.support()),
                    ImmutableSet.copyOf(ids(contested.sides())),
                    contested.standing(),
                    contested.administration().map(term -> term),
                    contested.lastEvidenced(),
                    contested.independentRoots()));
      }
      return new Answer(
          position instanceof Known
              ? "KNOWN"
              : position instanceof Contested ? "CONTESTED" : "UNKNOWN",
          position.known().map(Known::stance),
          positionEvidence,
          position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty(),
          new IdList(ids(position.possibleClaims()), position.hasMorePossibleClaims()),
          new IdList(ids(position.hints()), position.hasMoreHints()),
          new IdList(ids(position.reports()), position.hasMoreReports()));
    }

    /** Returns this answer without the reason why the position is unknown. */
    Answer withoutReason() {
      return new Answer(kind, stance, positionEvidence, Optional.empty(), possibly, hints, reports);
    }

    /** Returns this answer without the evidence, which is listed in the order of its claim. */
    Answer withoutEvidence() {
      return new Answer(
          kind,
          stance,
          positionEvidence.map(
              c ->
                  new PositionEvidence(
                      c.support().stream()
                          .map(
                              s ->
                                  new SupportingClaim(
                                      s.id(),
                                      s.stance(),
                                      s.implied(),
                                      s.grade(),
                                      s.authority(),
                                      ImmutableList.of()))
                          .collect(ImmutableList.toImmutableList()),
                      c.sides(),
                      c.standing(),
                      c.administration(),
                      c.lastEvidenced(),
                      c.independentRoots())),
          reason,
          possibly,
          hints,
          reports);
    }

    private static ImmutableList<SupportingClaim> supportingClaims(List<CitedClaim> claims) {
      return claims.stream()
          .map(
              c ->
                  new SupportingClaim(
                      c.claim().id(),
                      c.stance(),
                      c.isImplied(),
                      c.grade(),
                      c.authority(),
                      c.evidence()))
          .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> ids(List<CitedClaim> claims) {
      return claims.stream().map(c -> c.claim().id()).collect(ImmutableList.toImmutableList());
    }
  }

  /**
   * A claim that bears on the question.
   *
   * @param claim the claim
   * @param stance its stance on the proposition in question
   * @param implied whether it is made on another proposition
   * @param evidence the evidence that exists from the viewpoint
   * @param answerable the principals that commit the party
   */
  private record BearingClaim(
      Claim claim,
      Stance stance,
      boolean implied,
      ImmutableList<Evidence> evidence,
      Set<String> answerable) {
    Optional<LocalDate> earliest() {
      return claim.asserted().earliest();
    }

    LocalDate latest() {
      return claim.asserted().latest();
    }
  }

  // The answer

  private Answer answer() {
    List<BearingClaim> claims = bearing(this::exists);
    LocalDate asOf = viewpoint.asOf();
    List<BearingClaim> wouldCount = claims.stream().filter(this::wouldCount).toList();
    List<BearingClaim> counted =
        wouldCount.stream().filter(bearing -> isCertainlyMadeBy(bearing, asOf)).toList();
    List<BearingClaim> possibly =
        wouldCount.stream()
            .filter(bearing -> !counted.contains(bearing))
            .filter(bearing -> !isCertainlyMadeAfter(bearing, asOf))
            .toList();
    List<BearingClaim> hints =
        claims.stream()
            .filter(this::isOnlyHint)
            .filter(bearing -> !isCertainlyMadeAfter(bearing, asOf))
            .toList();
    List<BearingClaim> reports =
        claims.stream()
            .filter(this::isReport)
            .filter(bearing -> !isCertainlyMadeAfter(bearing, asOf))
            .toList();

    List<BearingClaim> unsuperseded =
        counted.stream().filter(c -> counted.stream().noneMatch(d -> supersedes(d, c))).toList();
    Set<Stance> stances = new HashSet<>(unsuperseded.stream().map(BearingClaim::stance).toList());
    String kind = stances.isEmpty() ? "UNKNOWN" : stances.size() == 1 ? "KNOWN" : "CONTESTED";
    return new Answer(
        kind,
        stances.size() == 1 ? Optional.of(stances.iterator().next()) : Optional.empty(),
        stances.isEmpty() ? Optional.empty() : Optional.of(positionEvidence(unsuperseded, counted)),
        stances.isEmpty() ? Optional.of(reason(hints, possibly, wouldCount)) : Optional.empty(),
        nearest(possibly),
        nearest(hints),
        nearest(reports));
  }

  private PositionEvidence positionEvidence(
      List<BearingClaim> unsuperseded, List<BearingClaim> counted) {
    Set<BearingClaim> support = new LinkedHashSet<>(unsuperseded);
    for (BearingClaim c : counted) {
      boolean isNewerThanAnyOtherStance =
          counted.stream()
              .filter(other -> other.stance() != c.stance())
              .allMatch(other -> newest(c).isAfter(newest(other)));
      boolean hasUnsupersededStance = unsuperseded.stream().anyMatch(s -> s.stance() == c.stance());
      if (isNewerThanAnyOtherStance && hasUnsupersededStance) {
        support.add(c);
      }
    }
    LocalDate last = support.stream().map(this::newest).max(naturalOrder()).orElseThrow();
    Optional<TermOfOffice> administration = term(last);
    ImmutableList<BearingClaim> ordered =
        support.stream().sorted(citation(last)).collect(ImmutableList.toImmutableList());
    boolean isContested = unsuperseded.stream().map(BearingClaim::stance).distinct().count() > 1;
    return new PositionEvidence(
        ordered.stream()
            .map(
                s ->
                    new SupportingClaim(
                        s.claim().id(),
                        s.stance(),
                        s.implied(),
                        grade(s),
                        authority(s),
                        s.evidence()))
            .collect(ImmutableList.toImmutableList()),
        isContested
            ? unsuperseded.stream().map(s -> s.claim().id()).collect(ImmutableSet.toImmutableSet())
            : ImmutableSet.of(),
        inSameAdministration(last, viewpoint.asOf()) ? Standing.CURRENT : Standing.INHERITED,
        administration,
        last,
        independentRoots(support));
  }

  private Comparator<BearingClaim> citation(LocalDate last) {
    return comparing((BearingClaim s) -> !inSameAdministration(newest(s), last))
        .thenComparing(BearingClaim::implied)
        .thenComparing(s -> !isNarrow(s))
        .thenComparing(this::newest, reverseOrder())
        .thenComparing(s -> s.claim().force() == Force.UNSPECIFIED)
        .thenComparing(this::authority, reverseOrder())
        .thenComparing(this::grade, reverseOrder())
        .thenComparing(this::firstPublished)
        .thenComparing(s -> s.claim().id());
  }

  private Unknown.Reason reason(
      List<BearingClaim> hints, List<BearingClaim> possibly, List<BearingClaim> wouldCount) {
    if (!hints.isEmpty()) {
      return Unknown.Reason.ONLY_HINTS;
    }
    if (!possibly.isEmpty()) {
      return Unknown.Reason.ONLY_POSSIBLY;
    }
    if (!wouldCount.isEmpty()) {
      return Unknown.Reason.ONLY_LATER;
    }
    boolean unpublished =
        bearing(this::kept).stream()
            .filter(this::wouldCount)
            .anyMatch(bearing -> bearing.evidence().stream().noneMatch(this::exists));
    return unpublished ? Unknown.Reason.NOT_YET_KNOWN : Unknown.Reason.NO_CLAIMS;
  }

  private IdList nearest(List<BearingClaim> claims) {
    ImmutableList<String> ids =
        claims.stream()
            .sorted(
                comparing(
                        (BearingClaim s) ->
                            Math.abs(ChronoUnit.DAYS.between(s.latest(), viewpoint.asOf())))
                    .thenComparing(s -> s.claim().id()))
            .map(s -> s.claim().id())
            .collect(ImmutableList.toImmutableList());
    return new IdList(ids.subList(0, Math.min(MAX_LISTED, ids.size())), ids.size() > MAX_LISTED);
  }

  // Which evidence exists

  private boolean kept(Evidence evidence) {
    return !viewpoint.without().contains(evidence.source())
        && relays(evidence).noneMatch(viewpoint.withoutRelays()::contains);
  }

  private boolean exists(Evidence evidence) {
    return kept(evidence)
        && viewpoint
            .knownAt()
            .map(day -> !source(evidence.source()).published().latest().isAfter(day))
            .orElse(true);
  }

  /** Returns the claims that bear on the proposition and have evidence of the given sort. */
  private List<BearingClaim> bearing(Predicate<Evidence> isIncluded) {
    return dossier.claims().stream()
        .filter(claim -> claim.speakers().stream().noneMatch(viewpoint.withoutSpeakers()::contains))
        .filter(this::concernsParty)
        .flatMap(
            claim -> {
              ImmutableList<Evidence> evidence =
                  claim.evidence().stream()
                      .filter(isIncluded)
                      .collect(ImmutableList.toImmutableList());
              return evidence.isEmpty()
                  ? Stream.empty()
                  : stancesOn(claim)
                      .map(
                          stance ->
                              new BearingClaim(
                                  claim,
                                  stance,
                                  !claim.proposition().equals(proposition),
                                  evidence,
                                  answerable(claim)));
            })
        .toList();
  }

  // Claims that count for the party

  private boolean concernsParty(Claim claim) {
    return !answerable(claim).isEmpty() || isHint(claim) || isInVoiceOfMedium(claim);
  }

  /** Returns the principals of the claim that commit the party. */
  private Set<String> answerable(Claim claim) {
    return claim.principals().stream()
        .filter(id -> id.equals(party.id()) || isOrganOfParty(actor(id)))
        .collect(ImmutableSet.toImmutableSet());
  }

  private boolean isOrganOfParty(Actor principal) {
    return isStateOrOrgan(party)
        && principal.kind() == ActorKind.ORGAN
        && above(principal).contains(party);
  }

  private static boolean isStateOrOrgan(Actor actor) {
    return actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGAN;
  }

  private boolean wouldCount(BearingClaim bearing) {
    return !bearing.answerable().isEmpty()
        && bearing.claim().force().takesPosition()
        && grade(bearing).compareTo(viewpoint.minGrade()) >= 0;
  }

  private boolean isOnlyHint(BearingClaim bearing) {
    return bearing.answerable().isEmpty() ? isHint(bearing.claim()) : !wouldCount(bearing);
  }

  private boolean isHint(Claim claim) {
    return claim.principals().stream()
        .map(this::actor)
        .anyMatch(principal -> isUnnamedPersonOfParty(principal) || isHeadOfParty(principal));
  }

  private boolean isUnnamedPersonOfParty(Actor principal) {
    return principal.kind() == ActorKind.PERSON
        && !principal.isNamed()
        && above(principal).contains(party)
        && above(principal).stream().allMatch(SimpleReferenceRules::isStateOrOrgan);
  }

  private boolean isHeadOfParty(Actor principal) {
    return party.terms().stream().anyMatch(term -> term.head().equals(principal.id()));
  }

  private boolean isReport(BearingClaim bearing) {
    return !bearing.implied()
        && bearing.answerable().isEmpty()
        && isInVoiceOfMedium(bearing.claim());
  }

  private boolean isInVoiceOfMedium(Claim claim) {
    return claim.principals().stream().anyMatch(id -> actor(id).kind() == ActorKind.MEDIA);
  }

  private Authority authority(BearingClaim bearing) {
    boolean recorded = bearing.evidence().stream().anyMatch(piece -> piece.mode() == Mode.RECORDED);
    return bearing.answerable().stream()
        .map(this::actor)
        .map(a -> a.kind() == ActorKind.STATE && recorded ? Authority.HEAD : a.authority())
        .max(naturalOrder())
        .orElse(Authority.UNSPECIFIED);
  }

  // Grades of evidence

  /**
   * Returns the grade of the best evidence. All principals that commit the party belong to one
   * state, so that the grade is the same for each.
   */
  private Grade grade(BearingClaim bearing) {
    return bearing.evidence().stream().map(this::grade).max(naturalOrder()).orElseThrow();
  }

  private Grade grade(Evidence piece) {
    if (piece.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (piece.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source source = source(piece.source());
    boolean isOfOtherSide =
        relays(piece)
            .flatMap(id -> stateOf(actor(id)).stream())
            .anyMatch(side -> state.isPresent() && !side.equals(state.get()));
    if (isOfOtherSide) {
      return Grade.OTHER_SIDE;
    }
    boolean isOwnWords =
        piece.mode() == Mode.RECORDED || (piece.mode().quotes() && source.hasReliableQuotes());
    return isOwnWords ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  /** Returns the outlet and everyone listed in via. */
  private Stream<String> relays(Evidence piece) {
    return Stream.concat(Stream.of(source(piece.source()).outlet()), piece.via().stream());
  }

  private LocalDate firstPublished(BearingClaim bearing) {
    return bearing.evidence().stream()
        .map(piece -> source(piece.source()).published().latest())
        .min(naturalOrder())
        .orElseThrow();
  }

  /** Returns the number of groups of sources that have no source in common. */
  private int independentRoots(Set<BearingClaim> support) {
    Set<Set<String>> groups = new HashSet<>();
    for (BearingClaim bearing : support) {
      for (Evidence piece : bearing.evidence()) {
        Set<String> group = new HashSet<>(drawnOn(piece.source()));
        for (Set<String> other : Set.copyOf(groups)) {
          if (!Sets.intersection(other, group).isEmpty()) {
            groups.remove(other);
            group.addAll(other);
          }
        }
        groups.add(group);
      }
    }
    return groups.size();
  }

  private Set<String> drawnOn(String source) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(source));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(source(next).derivedFrom());
        source(next).revises().ifPresent(open::add);
      }
    }
    return all;
  }

  // Dates and supersession

  private static boolean isCertainlyMadeBy(BearingClaim bearing, LocalDate day) {
    boolean isThroughoutFromKnownDay =
        bearing.claim().asserted().isThroughout() && bearing.earliest().isPresent();
    LocalDate from = isThroughoutFromKnownDay ? bearing.earliest().orElseThrow() : bearing.latest();
    return !from.isAfter(day);
  }

  private static boolean isCertainlyMadeAfter(BearingClaim bearing, LocalDate day) {
    return bearing.earliest().isPresent() && bearing.earliest().get().isAfter(day);
  }

  private LocalDate newest(BearingClaim bearing) {
    return bearing.latest().isBefore(viewpoint.asOf()) ? bearing.latest() : viewpoint.asOf();
  }

  private static boolean isNarrow(BearingClaim bearing) {
    return bearing.earliest().isPresent()
        && ChronoUnit.DAYS.between(bearing.earliest().get(), bearing.latest()) <= MAX_NARROW_DAYS;
  }

  private boolean supersedes(BearingClaim d, BearingClaim c) {
    boolean isLater = d.earliest().isPresent() && c.latest().isBefore(d.earliest().get());
    return isLater
        && (authority(d).compareTo(authority(c)) >= 0 || !areCertainlyInOneAdministration(c, d));
  }

  private boolean areCertainlyInOneAdministration(BearingClaim c, BearingClaim d) {
    return terms.isEmpty()
        || terms.stream().anyMatch(term -> liesWithin(term, c) && liesWithin(term, d));
  }

  private Optional<TermOfOffice> term(LocalDate day) {
    return terms.stream().filter(term -> term.contains(day)).findFirst();
  }

  /** Tests whether both days fall into one administration, or into one gap between two. */
  private boolean inSameAdministration(LocalDate before, LocalDate day) {
    boolean hasTermBegunBetween =
        terms.stream().anyMatch(t -> t.from().isAfter(before) && !t.from().isAfter(day));
    return term(before).equals(term(day)) && !hasTermBegunBetween;
  }

  private static boolean liesWithin(TermOfOffice term, BearingClaim bearing) {
    return term.contains(bearing.earliest().orElse(bearing.latest()))
        && term.contains(bearing.latest());
  }

  // Composites

  private record StanceOn(String proposition, Stance stance) {}

  private Stream<Stance> stancesOn(Claim claim) {
    Set<StanceOn> stances = new LinkedHashSet<>();
    stances.add(new StanceOn(claim.proposition(), claim.stance()));
    if (claim.stance() == Stance.UNCOMMITTED) {
      wholesAndParts(claim.proposition())
          .forEach(id -> stances.add(new StanceOn(id, claim.stance())));
    } else {
      Set<StanceOn> added = Set.copyOf(stances);
      while (!added.isEmpty()) {
        stances.addAll(added);
        added = Sets.difference(implications(stances), stances).immutableCopy();
      }
    }
    return stances.stream()
        .filter(on -> on.proposition().equals(proposition))
        .map(StanceOn::stance);
  }

  /** Returns the stances that follow from the given stances in a single step. */
  private Set<StanceOn> implications(Set<StanceOn> stances) {
    Set<StanceOn> implied = new HashSet<>();
    for (Proposition whole : dossier.propositions()) {
      whole
          .parts()
          .forEach(
              (part, pattern) -> {
                if (stances.contains(new StanceOn(whole.id(), Stance.FOR))) {
                  implied.add(new StanceOn(part, pattern));
                }
                if (stances.contains(new StanceOn(part, pattern.opposite()))) {
                  implied.add(new StanceOn(whole.id(), Stance.AGAINST));
                }
              });
    }
    return implied;
  }

  /**
   * Returns the parts of the proposition and the propositions of which it is a part, at any depth.
   */
  private Set<String> wholesAndParts(String id) {
    Set<String> found = new HashSet<>(parts(id));
    dossier.propositions().stream()
        .filter(whole -> parts(whole.id()).contains(id))
        .forEach(whole -> found.add(whole.id()));
    return found;
  }

  private Set<String> parts(String id) {
    Set<String> found = new HashSet<>();
    for (String part : dossier.proposition(id).orElseThrow().parts().keySet()) {
      found.add(part);
      found.addAll(parts(part));
    }
    return found;
  }

  // Records

  private Actor actor(String id) {
    return dossier.actor(id).orElseThrow();
  }

  private Source source(String id) {
    return dossier.source(id).orElseThrow();
  }

  /** Returns the actors to which the actor belongs, directly or indirectly. */
  private List<Actor> above(Actor actor) {
    List<Actor> found = new ArrayList<>();
    Optional<Actor> next = actor.of().map(this::actor);
    while (next.isPresent()) {
      found.add(next.get());
      next = next.get().of().map(this::actor);
    }
    return found;
  }

  private Optional<Actor> stateOf(Actor actor) {
    return Stream.concat(Stream.of(actor), above(actor).stream())
        .filter(a -> a.kind() == ActorKind.STATE)
        .findFirst();
  }
}
