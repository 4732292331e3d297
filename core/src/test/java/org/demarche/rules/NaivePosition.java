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
 * The rules read aloud: every claim is compared with every other, and nothing is remembered from
 * one question to the next. Slow, and the measure of what is fast.
 */
final class NaivePosition {
  private static final int LISTED = 16;
  private static final int NARROW_DAYS = 31;

  private final Dossier dossier;
  private final Viewpoint viewpoint;
  private final Actor party;
  private final String proposition;
  private final Optional<Actor> state;
  private final List<TermOfOffice> terms;

  private NaivePosition(Dossier dossier, Viewpoint viewpoint, String party, String proposition) {
    this.dossier = dossier;
    this.viewpoint = viewpoint;
    this.party = actor(party);
    this.proposition = proposition;
    this.state = stateOf(this.party);
    this.terms =
        governs(this.party) ? state.map(s -> List.copyOf(s.terms())).orElse(List.of()) : List.of();
  }

  static Answer of(Dossier dossier, Viewpoint viewpoint, String party, String proposition) {
    return new NaivePosition(dossier, viewpoint, party, proposition).answer();
  }

  // What can be compared

  /** A claim that carries a position. */
  record Carrier(
      String id,
      Stance stance,
      boolean implied,
      Grade grade,
      Authority authority,
      ImmutableList<Evidence> evidence) {}

  /** What carries a position, in the order of citation. */
  record Carried(
      ImmutableList<Carrier> support,
      ImmutableSet<String> sides,
      Standing standing,
      Optional<TermOfOffice> administration,
      LocalDate lastEvidenced,
      int independentRoots) {}

  /** Ids in their order, and whether there are more. */
  record Listing(ImmutableList<String> ids, boolean more) {}

  /** All of an answer but the records themselves. */
  record Answer(
      String kind,
      Optional<Stance> stance,
      Optional<Carried> carried,
      Optional<Unknown.Reason> reason,
      Listing possibly,
      Listing hints,
      Listing reports) {

    static Answer of(Position position) {
      Optional<Carried> carried = Optional.empty();
      if (position instanceof Known known) {
        carried =
            Optional.of(
                new Carried(
                    carriers(known.support()),
                    ImmutableSet.of(),
                    known.standing(),
                    known.administration().map(term -> term),
                    known.lastEvidenced(),
                    known.independentRoots()));
      } else if (position instanceof Contested contested) {
        carried =
            Optional.of(
                new Carried(
                    carriers(contested.support()),
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
          carried,
          position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty(),
          new Listing(ids(position.possibleClaims()), position.hasMorePossibleClaims()),
          new Listing(ids(position.hints()), position.hasMoreHints()),
          new Listing(ids(position.reports()), position.hasMoreReports()));
    }

    /** The same without the reason why nothing is known. */
    Answer whateverTheReason() {
      return new Answer(kind, stance, carried, Optional.empty(), possibly, hints, reports);
    }

    /** The same without the passages, which are listed as the claim lists them. */
    Answer whateverTheEvidence() {
      return new Answer(
          kind,
          stance,
          carried.map(
              c ->
                  new Carried(
                      c.support().stream()
                          .map(
                              s ->
                                  new Carrier(
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

    private static ImmutableList<Carrier> carriers(List<CitedClaim> claims) {
      return claims.stream()
          .map(
              c ->
                  new Carrier(
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

  /** A claim as it bears on the question. */
  private record Said(
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
    List<Said> bearing = bearing(this::exists);
    LocalDate asOf = viewpoint.asOf();
    List<Said> wouldCount = bearing.stream().filter(this::wouldCount).toList();
    List<Said> counted = wouldCount.stream().filter(said -> certainlySaidBy(said, asOf)).toList();
    List<Said> possibly =
        wouldCount.stream()
            .filter(said -> !counted.contains(said))
            .filter(said -> !certainlyAfter(said, asOf))
            .toList();
    List<Said> hints =
        bearing.stream()
            .filter(said -> onlyHints(said))
            .filter(said -> !certainlyAfter(said, asOf))
            .toList();
    List<Said> reports =
        bearing.stream().filter(this::reports).filter(said -> !certainlyAfter(said, asOf)).toList();

    List<Said> standing =
        counted.stream().filter(c -> counted.stream().noneMatch(d -> supersedes(d, c))).toList();
    Set<Stance> stances = new HashSet<>(standing.stream().map(Said::stance).toList());
    String kind = stances.isEmpty() ? "UNKNOWN" : stances.size() == 1 ? "KNOWN" : "CONTESTED";
    return new Answer(
        kind,
        stances.size() == 1 ? Optional.of(stances.iterator().next()) : Optional.empty(),
        stances.isEmpty() ? Optional.empty() : Optional.of(carried(standing, counted)),
        stances.isEmpty() ? Optional.of(reason(hints, possibly, wouldCount)) : Optional.empty(),
        nearest(possibly),
        nearest(hints),
        nearest(reports));
  }

  private Carried carried(List<Said> standing, List<Said> counted) {
    Set<Said> support = new LinkedHashSet<>(standing);
    for (Said c : counted) {
      boolean newerThanAnyOtherStance =
          counted.stream()
              .filter(other -> other.stance() != c.stance())
              .allMatch(other -> newest(c).isAfter(newest(other)));
      boolean ofAStanceThatStands = standing.stream().anyMatch(s -> s.stance() == c.stance());
      if (newerThanAnyOtherStance && ofAStanceThatStands) {
        support.add(c);
      }
    }
    LocalDate last = support.stream().map(this::newest).max(naturalOrder()).orElseThrow();
    Optional<TermOfOffice> administration = term(last);
    ImmutableList<Said> ordered =
        support.stream().sorted(citation(last)).collect(ImmutableList.toImmutableList());
    boolean contested = standing.stream().map(Said::stance).distinct().count() > 1;
    return new Carried(
        ordered.stream()
            .map(
                s ->
                    new Carrier(
                        s.claim().id(),
                        s.stance(),
                        s.implied(),
                        grade(s),
                        authority(s),
                        s.evidence()))
            .collect(ImmutableList.toImmutableList()),
        contested
            ? standing.stream().map(s -> s.claim().id()).collect(ImmutableSet.toImmutableSet())
            : ImmutableSet.of(),
        oneTime(last, viewpoint.asOf()) ? Standing.CURRENT : Standing.INHERITED,
        administration,
        last,
        roots(support));
  }

  private Comparator<Said> citation(LocalDate last) {
    return comparing((Said s) -> !oneTime(newest(s), last))
        .thenComparing(Said::implied)
        .thenComparing(s -> !narrow(s))
        .thenComparing(this::newest, reverseOrder())
        .thenComparing(s -> s.claim().force() == Force.UNSPECIFIED)
        .thenComparing(this::authority, reverseOrder())
        .thenComparing(this::grade, reverseOrder())
        .thenComparing(this::firstPublished)
        .thenComparing(s -> s.claim().id());
  }

  private Unknown.Reason reason(List<Said> hints, List<Said> possibly, List<Said> wouldCount) {
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
            .anyMatch(said -> said.evidence().stream().noneMatch(this::exists));
    return unpublished ? Unknown.Reason.NOT_YET_KNOWN : Unknown.Reason.NO_CLAIMS;
  }

  private Listing nearest(List<Said> claims) {
    ImmutableList<String> ids =
        claims.stream()
            .sorted(
                comparing(
                        (Said s) -> Math.abs(ChronoUnit.DAYS.between(s.latest(), viewpoint.asOf())))
                    .thenComparing(s -> s.claim().id()))
            .map(s -> s.claim().id())
            .collect(ImmutableList.toImmutableList());
    return new Listing(ids.subList(0, Math.min(LISTED, ids.size())), ids.size() > LISTED);
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

  /**
   * The claims with some such evidence that bear on the proposition, by what that evidence says.
   */
  private List<Said> bearing(Predicate<Evidence> which) {
    return dossier.claims().stream()
        .filter(claim -> claim.speakers().stream().noneMatch(viewpoint.withoutSpeakers()::contains))
        .filter(this::concernsTheParty)
        .flatMap(
            claim -> {
              ImmutableList<Evidence> evidence =
                  claim.evidence().stream().filter(which).collect(ImmutableList.toImmutableList());
              return evidence.isEmpty()
                  ? Stream.empty()
                  : stancesOn(claim)
                      .map(
                          stance ->
                              new Said(
                                  claim,
                                  stance,
                                  !claim.proposition().equals(proposition),
                                  evidence,
                                  answerable(claim)));
            })
        .toList();
  }

  // Whose claims count

  private boolean concernsTheParty(Claim claim) {
    return !answerable(claim).isEmpty() || hinted(claim) || inOwnVoiceOfAMedium(claim);
  }

  /** Those principals of the claim who commit the party. */
  private Set<String> answerable(Claim claim) {
    return claim.principals().stream()
        .filter(id -> id.equals(party.id()) || organOfTheParty(actor(id)))
        .collect(ImmutableSet.toImmutableSet());
  }

  private boolean organOfTheParty(Actor principal) {
    return governs(party)
        && principal.kind() == ActorKind.ORGAN
        && above(principal).contains(party);
  }

  private static boolean governs(Actor actor) {
    return actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGAN;
  }

  private boolean wouldCount(Said said) {
    return !said.answerable().isEmpty()
        && said.claim().force().takesPosition()
        && grade(said).compareTo(viewpoint.minGrade()) >= 0;
  }

  private boolean onlyHints(Said said) {
    return said.answerable().isEmpty() ? hinted(said.claim()) : !wouldCount(said);
  }

  private boolean hinted(Claim claim) {
    return claim.principals().stream()
        .map(this::actor)
        .anyMatch(principal -> unnamedPerson(principal) || headOfState(principal));
  }

  private boolean unnamedPerson(Actor principal) {
    return principal.kind() == ActorKind.PERSON
        && !principal.isNamed()
        && above(principal).contains(party)
        && above(principal).stream().allMatch(NaivePosition::governs);
  }

  private boolean headOfState(Actor principal) {
    return party.terms().stream().anyMatch(term -> term.head().equals(principal.id()));
  }

  private boolean reports(Said said) {
    return !said.implied() && said.answerable().isEmpty() && inOwnVoiceOfAMedium(said.claim());
  }

  private boolean inOwnVoiceOfAMedium(Claim claim) {
    return claim.principals().stream().anyMatch(id -> actor(id).kind() == ActorKind.MEDIA);
  }

  private Authority authority(Said said) {
    boolean recorded = said.evidence().stream().anyMatch(piece -> piece.mode() == Mode.RECORDED);
    return said.answerable().stream()
        .map(this::actor)
        .map(a -> a.kind() == ActorKind.STATE && recorded ? Authority.HEAD : a.authority())
        .max(naturalOrder())
        .orElse(Authority.UNSPECIFIED);
  }

  // How well it is evidenced

  /** The best evidence, as it counts for those who commit the party: all are of one state. */
  private Grade grade(Said said) {
    return said.evidence().stream().map(this::grade).max(naturalOrder()).orElseThrow();
  }

  private Grade grade(Evidence piece) {
    if (piece.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (piece.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source source = source(piece.source());
    boolean otherSide =
        relays(piece)
            .flatMap(id -> stateOf(actor(id)).stream())
            .anyMatch(side -> state.isPresent() && !side.equals(state.get()));
    if (otherSide) {
      return Grade.OTHER_SIDE;
    }
    boolean own =
        piece.mode() == Mode.RECORDED || (piece.mode().quotes() && source.hasReliableQuotes());
    return own ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  /** Everybody through whom it came, the outlet included. */
  private Stream<String> relays(Evidence piece) {
    return Stream.concat(Stream.of(source(piece.source()).outlet()), piece.via().stream());
  }

  private LocalDate firstPublished(Said said) {
    return said.evidence().stream()
        .map(piece -> source(piece.source()).published().latest())
        .min(naturalOrder())
        .orElseThrow();
  }

  /** How many groups of sources there are that draw on nothing in common. */
  private int roots(Set<Said> support) {
    Set<Set<String>> groups = new HashSet<>();
    for (Said said : support) {
      for (Evidence piece : said.evidence()) {
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

  // When it was said, and what is later

  private static boolean certainlySaidBy(Said said, LocalDate day) {
    boolean throughoutFromAKnownDay =
        said.claim().asserted().isThroughout() && said.earliest().isPresent();
    LocalDate from = throughoutFromAKnownDay ? said.earliest().orElseThrow() : said.latest();
    return !from.isAfter(day);
  }

  private static boolean certainlyAfter(Said said, LocalDate day) {
    return said.earliest().isPresent() && said.earliest().get().isAfter(day);
  }

  private LocalDate newest(Said said) {
    return said.latest().isBefore(viewpoint.asOf()) ? said.latest() : viewpoint.asOf();
  }

  private static boolean narrow(Said said) {
    return said.earliest().isPresent()
        && ChronoUnit.DAYS.between(said.earliest().get(), said.latest()) <= NARROW_DAYS;
  }

  private boolean supersedes(Said d, Said c) {
    boolean later = d.earliest().isPresent() && c.latest().isBefore(d.earliest().get());
    return later
        && (authority(d).compareTo(authority(c)) >= 0 || !certainlyOneAdministration(c, d));
  }

  private boolean certainlyOneAdministration(Said c, Said d) {
    return terms.isEmpty() || terms.stream().anyMatch(term -> liesIn(term, c) && liesIn(term, d));
  }

  private Optional<TermOfOffice> term(LocalDate day) {
    return terms.stream().filter(term -> term.contains(day)).findFirst();
  }

  /** Whether one administration was in office on both days, or the same gap between two. */
  private boolean oneTime(LocalDate before, LocalDate day) {
    boolean begunBetween =
        terms.stream().anyMatch(t -> t.from().isAfter(before) && !t.from().isAfter(day));
    return term(before).equals(term(day)) && !begunBetween;
  }

  private static boolean liesIn(TermOfOffice term, Said said) {
    return term.contains(said.earliest().orElse(said.latest())) && term.contains(said.latest());
  }

  // Composites

  private record Held(String proposition, Stance stance) {}

  private Stream<Stance> stancesOn(Claim claim) {
    Set<Held> held = new LinkedHashSet<>();
    held.add(new Held(claim.proposition(), claim.stance()));
    if (claim.stance() == Stance.UNCOMMITTED) {
      wholesAndParts(claim.proposition()).forEach(id -> held.add(new Held(id, claim.stance())));
    } else {
      Set<Held> more = Set.copyOf(held);
      while (!more.isEmpty()) {
        held.addAll(more);
        more = Sets.difference(implications(held), held).immutableCopy();
      }
    }
    return held.stream().filter(h -> h.proposition().equals(proposition)).map(Held::stance);
  }

  /** What is held in a single step by whoever holds all that. */
  private Set<Held> implications(Set<Held> held) {
    Set<Held> implied = new HashSet<>();
    for (Proposition whole : dossier.propositions()) {
      whole
          .parts()
          .forEach(
              (part, pattern) -> {
                if (held.contains(new Held(whole.id(), Stance.FOR))) {
                  implied.add(new Held(part, pattern));
                }
                if (held.contains(new Held(part, pattern.opposite()))) {
                  implied.add(new Held(whole.id(), Stance.AGAINST));
                }
              });
    }
    return implied;
  }

  /** All that is a part of it at any depth, and all of which it is a part. */
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

  /** What an actor belongs to, at any height. */
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
