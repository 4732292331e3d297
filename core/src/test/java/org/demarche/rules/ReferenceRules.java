package org.demarche.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.answer.Grade;
import org.demarche.answer.Standing;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.rules.Derived.Cited;
import org.demarche.rules.Derived.Dates;
import org.demarche.rules.Derived.Headline;
import org.demarche.rules.Derived.IdList;
import org.demarche.rules.Derived.Kind;
import org.demarche.rules.Derived.Level;
import org.demarche.rules.ReferenceActors.Administration;

/**
 * A simple reference implementation of the second edition of the rules: compares every claim with
 * every other, and reads the whole dossier for each question. It is slow; tests compare the answers
 * of the library with its answers. Comments name the rules, and say how an ambiguous one is read.
 */
final class ReferenceRules {
  private static final int MAX_LISTED = 16;
  private static final int MAX_NARROW_DAYS = 31;

  private static final Set<Force> UNDERTAKINGS = Set.of(Force.PROMISE, Force.AGREE);
  private static final Set<Force> BINDING = Set.of(Force.AGREE, Force.PROMISE, Force.DECIDE);

  /** The forces that stand until they are taken back. */
  static final Set<Force> LASTING =
      Set.of(Force.PROMISE, Force.AGREE, Force.DECIDE, Force.VOTE, Force.REFUSE);

  private final Dossier dossier;
  private final ReferenceView view;
  private final ReferenceActors actors;
  private final ReferenceEvidence evidence;
  private final Actor party;
  private final Map<String, List<Bearing>> existing = new HashMap<>();
  private final Map<String, Ruling> explicitRulings = new HashMap<>();

  ReferenceRules(Dossier dossier, ReferenceView view, String party) {
    this.dossier = dossier;
    this.view = view;
    this.actors = new ReferenceActors(dossier);
    this.evidence = new ReferenceEvidence(dossier, view, actors);
    this.party = actors.actor(party);
  }

  /** Returns the position that the rules give the party on the proposition. */
  static Derived position(Dossier dossier, ReferenceView view, String party, String proposition) {
    return new ReferenceRules(dossier, view, party).position(proposition);
  }

  /**
   * A claim that bears on a proposition.
   *
   * @param claim the claim
   * @param stance its stance on the proposition
   * @param level how directly it bears on it
   * @param straightDown whether it comes down from a whole, and never goes up
   * @param evidence the evidence that exists
   * @param principals the principals that commit the party
   * @param grade the grade for them
   * @param authority the highest authority among them
   */
  private record Bearing(
      Claim claim,
      Stance stance,
      Level level,
      boolean straightDown,
      ImmutableList<Evidence> evidence,
      ImmutableSet<String> principals,
      Grade grade,
      Authority authority) {
    String id() {
      return claim.id();
    }

    Optional<LocalDate> earliest() {
      return claim.asserted().earliest();
    }

    LocalDate latest() {
      return claim.asserted().latest();
    }

    boolean isExplicit() {
      return level == Level.EXPLICIT;
    }

    boolean isKnownBetter() {
      return grade.compareTo(Grade.OTHER_SIDE) > 0;
    }

    boolean isKnownOnlyThroughAnotherState() {
      return !isKnownBetter();
    }
  }

  /**
   * The state of the claims on one proposition on one day.
   *
   * @param day the day
   * @param counted the claims that count
   * @param notPassedOn the claims elsewhere that count there, but do not pass on
   * @param sides the claims that are neither superseded nor disputing
   * @param disputing the claims that are outweighed
   * @param support the claims that carry the position
   */
  private record Ruling(
      LocalDate day,
      List<Bearing> counted,
      List<Bearing> notPassedOn,
      List<Bearing> sides,
      List<Bearing> disputing,
      List<Bearing> support) {
    Set<Stance> stances() {
      return sides.stream().map(Bearing::stance).collect(Collectors.toSet());
    }

    boolean isContested() {
      return stances().size() > 1;
    }
  }

  // The answer

  Derived position(String proposition) {
    Derived position = positionWithoutRivals(proposition);
    return new Derived(
        position.kind(),
        position.reason(),
        position.support(),
        position.sides(),
        position.disputing(),
        position.retracted(),
        rivals(proposition, position),
        position.headline(),
        position.dates(),
        position.partsHeld(),
        position.hints(),
        position.possibly(),
        position.reports(),
        position.independentRoots());
  }

  private Derived positionWithoutRivals(String proposition) {
    Ruling ruling = ruling(proposition, view.asOf());
    Set<Stance> stances = ruling.stances();
    Kind kind =
        stances.isEmpty() ? Kind.UNKNOWN : stances.size() == 1 ? Kind.KNOWN : Kind.CONTESTED;
    boolean isUnknown = kind == Kind.UNKNOWN;
    ImmutableSortedSet<String> partsHeld =
        isUnknown ? partsHeld(proposition) : ImmutableSortedSet.of();
    ImmutableList<Bearing> support = inOrderOfCitation(ruling);
    return new Derived(
        kind,
        isUnknown ? Optional.of(reason(proposition, ruling, partsHeld)) : Optional.empty(),
        support.stream()
            .map(
                s ->
                    new Cited(
                        s.id(),
                        s.stance(),
                        s.level(),
                        s.grade(),
                        s.authority(),
                        s.evidence(),
                        weighs(s, ruling)))
            .collect(ImmutableList.toImmutableList()),
        kind == Kind.CONTESTED ? ids(ruling.sides()) : ImmutableSortedSet.of(),
        ids(ruling.disputing()),
        ids(retracted(proposition)),
        ImmutableSortedSet.of(),
        kind == Kind.KNOWN ? Optional.of(headline(support, ruling)) : Optional.empty(),
        isUnknown ? Optional.empty() : Optional.of(dates(support, ruling)),
        partsHeld,
        nearest(hints(proposition)),
        nearest(possibly(proposition)),
        nearest(reports(proposition)),
        evidence.independentRoots(support.stream().flatMap(s -> s.evidence().stream()).toList()));
  }

  /**
   * Rule 6: the party's explicit claims for rivals, where it is for the proposition. Read as the
   * newest explicit claim of a known position FOR the rival, if its latest bound is not before the
   * position was last evidenced.
   */
  private ImmutableSortedSet<String> rivals(String proposition, Derived position) {
    Set<String> named = new TreeSet<>();
    if (position.isKnown(Stance.FOR)) {
      LocalDate last = position.dates().orElseThrow().lastEvidenced();
      for (String rival : rivalsOf(dossier, proposition)) {
        if (positionWithoutRivals(rival).isKnown(Stance.FOR)) {
          Ruling ruling = ruling(rival, view.asOf());
          newest(ruling, Bearing::isExplicit)
              .filter(claim -> !newest(claim, view.asOf()).isBefore(last))
              .ifPresent(claim -> named.add(claim.id()));
        }
      }
    }
    return ImmutableSortedSet.copyOf(named);
  }

  /** Exclusion holds both ways, whichever of the two propositions declares it. */
  static Set<String> rivalsOf(Dossier dossier, String proposition) {
    return dossier.propositions().stream()
        .filter(
            other ->
                other.excludes().contains(proposition)
                    || dossier
                        .proposition(proposition)
                        .orElseThrow()
                        .excludes()
                        .contains(other.id()))
        .map(Proposition::id)
        .collect(Collectors.toSet());
  }

  // Rule 14: no position, and what is listed beside it

  private String reason(String proposition, Ruling ruling, Set<String> partsHeld) {
    List<Bearing> later =
        wouldCount(proposition).stream().filter(b -> isCertainlyLater(b, view.asOf())).toList();
    List<Bearing> notYetKnown = notYetKnown(proposition);
    if (!partsHeld.isEmpty()) {
      return "ONLY_PARTS";
    } else if (!retracted(proposition).isEmpty()) {
      return "RETRACTED";
    } else if (!ruling.notPassedOn().isEmpty()) {
      return "NO_LONGER_IMPLIED";
    } else if (!hints(proposition).isEmpty()) {
      return "ONLY_HINTS";
    } else if (!possibly(proposition).isEmpty()) {
      return "ONLY_POSSIBLY";
    } else if (!corrected(proposition).isEmpty()) {
      return "CORRECTED";
    } else if (notYetKnown.stream().anyMatch(b -> isCertainlyMadeBy(b.claim(), view.asOf()))) {
      return "NOT_YET_KNOWN";
    } else if (!later.isEmpty()) {
      return "ONLY_LATER";
    } else if (!notYetKnown.isEmpty()) {
      return "NOT_YET_KNOWN";
    }
    return "NO_CLAIMS";
  }

  /**
   * Rules 8 and 14: the direct parts that the party holds as the pattern has them. “Explicitly” is
   * read as: an explicit claim is in the support, even if the headline is an implied one.
   */
  private ImmutableSortedSet<String> partsHeld(String proposition) {
    Set<String> held = new TreeSet<>();
    parts(proposition)
        .forEach(
            (part, pattern) -> {
              Ruling ruling = ruling(part, view.asOf());
              if (ruling.stances().equals(Set.of(pattern))
                  && ruling.support().stream().anyMatch(Bearing::isExplicit)) {
                held.add(part);
              }
            });
    return ImmutableSortedSet.copyOf(held);
  }

  private Map<String, Stance> parts(String proposition) {
    return dossier.proposition(proposition).orElseThrow().parts();
  }

  /**
   * Rule 14: claims that would count but for the correction of all that was known of them; evidence
   * that is not yet published does not save them.
   */
  private List<Bearing> corrected(String proposition) {
    return bearings(proposition, evidence::isPublished).stream()
        .filter(this::wouldCount)
        .filter(b -> b.claim().evidence().stream().noneMatch(evidence::exists))
        .toList();
  }

  /**
   * Rule 14: claims that would count if what was published later were known, whether or not it was
   * then corrected.
   */
  private List<Bearing> notYetKnown(String proposition) {
    return bearings(proposition, evidence::isKept).stream()
        .filter(this::wouldCount)
        .filter(b -> b.claim().evidence().stream().noneMatch(evidence::isPublished))
        .toList();
  }

  /** Rule 3: claims that may have been made by the as-of date. What is taken back is not one. */
  private List<Bearing> possibly(String proposition) {
    return wouldCount(proposition).stream()
        .filter(b -> !isCertainlyMadeBy(b.claim(), view.asOf()))
        .filter(b -> !isCertainlyLater(b, view.asOf()))
        .filter(b -> !isRetracted(b.claim(), view.asOf()))
        .toList();
  }

  /** Rule 6: claims that would count, if only possibly, had they not been taken back. */
  private List<Bearing> retracted(String proposition) {
    return wouldCount(proposition).stream()
        .filter(b -> !isCertainlyLater(b, view.asOf()))
        .filter(b -> isRetracted(b.claim(), view.asOf()))
        .toList();
  }

  /** Rules 1 and 2: claims of principals that only hint, and claims that fall short. */
  private List<Bearing> hints(String proposition) {
    return existing(proposition).stream()
        .filter(b -> !isCertainlyLater(b, view.asOf()))
        .filter(b -> b.principals().isEmpty() ? actors.onlyHints(b.claim(), party) : !wouldCount(b))
        .toList();
  }

  /** Reports: claims of media on the same proposition in their own voice. */
  private List<Bearing> reports(String proposition) {
    return existing(proposition).stream()
        .filter(Bearing::isExplicit)
        .filter(b -> b.principals().isEmpty())
        .filter(b -> b.claim().principals().stream().anyMatch(actors::isMedium))
        .filter(b -> !isCertainlyLater(b, view.asOf()))
        .toList();
  }

  /** Rule 14: the sixteen whose latest bound is nearest to the as-of date. */
  private IdList nearest(List<Bearing> bearings) {
    ImmutableList<String> ids =
        bearings.stream()
            .sorted(
                comparing((Bearing b) -> Math.abs(ChronoUnit.DAYS.between(b.latest(), view.asOf())))
                    .thenComparing(Bearing::id))
            .map(Bearing::id)
            .collect(ImmutableList.toImmutableList());
    return new IdList(ids.subList(0, Math.min(MAX_LISTED, ids.size())), ids.size() > MAX_LISTED);
  }

  private static ImmutableSortedSet<String> ids(Collection<Bearing> bearings) {
    return bearings.stream()
        .map(Bearing::id)
        .collect(ImmutableSortedSet.toImmutableSortedSet(naturalOrder()));
  }

  // Rules 1 and 2: claims that bear on a proposition, and claims that count

  private List<Bearing> existing(String proposition) {
    return existing.computeIfAbsent(proposition, p -> bearings(p, evidence::exists));
  }

  private List<Bearing> wouldCount(String proposition) {
    return existing(proposition).stream().filter(this::wouldCount).toList();
  }

  /** Rules 1 and 2. */
  private boolean wouldCount(Bearing bearing) {
    return !bearing.principals().isEmpty()
        && bearing.claim().force().takesPosition()
        && bearing.grade().compareTo(view.minGrade()) >= 0;
  }

  /** Returns the claims that bear on the proposition and have evidence of the given sort. */
  private List<Bearing> bearings(String proposition, Predicate<Evidence> isIncluded) {
    return dossier.claims().stream()
        .filter(evidence::isKept)
        .flatMap(claim -> bearing(claim, proposition, isIncluded).stream())
        .toList();
  }

  private Optional<Bearing> bearing(
      Claim claim, String proposition, Predicate<Evidence> isIncluded) {
    ImmutableList<Evidence> pieces =
        claim.evidence().stream().filter(isIncluded).collect(ImmutableList.toImmutableList());
    List<Path> paths =
        paths(claim).stream().filter(path -> path.proposition().equals(proposition)).toList();
    if (pieces.isEmpty() || paths.isEmpty()) {
      return Optional.empty();
    }
    ImmutableSet<String> principals = actors.countingPrincipals(claim, party);
    return Optional.of(
        new Bearing(
            claim,
            paths.get(0).stance(), // all paths to a proposition agree, or the dossier is invalid
            paths.stream().map(path -> level(claim, path)).max(naturalOrder()).orElseThrow(),
            paths.stream().anyMatch(path -> path.down() && !path.up()),
            pieces,
            principals,
            evidence.grade(pieces, principals),
            authority(pieces, principals)));
  }

  /** Rule 7: a recorded act of a state or organisation itself has the rank of its head. */
  private Authority authority(List<Evidence> pieces, Set<String> principals) {
    boolean isRecorded = pieces.stream().anyMatch(piece -> piece.mode() == Mode.RECORDED);
    return principals.stream()
        .map(actors::actor)
        .map(
            a ->
                isRecorded && (a.kind() == ActorKind.STATE || a.kind() == ActorKind.ORGANISATION)
                    ? Authority.HEAD
                    : a.authority() == Authority.NONE ? Authority.UNSPECIFIED : a.authority())
        .max(naturalOrder())
        .orElse(Authority.UNSPECIFIED);
  }

  // Rule 8: what follows for other propositions

  /**
   * A way from the proposition of a claim to another.
   *
   * @param proposition where it leads
   * @param stance the stance that follows there
   * @param down whether it has a step from a whole to a part
   * @param up whether it has a step from a part to a whole
   */
  private record Path(String proposition, Stance stance, boolean down, boolean up) {}

  /** Rule 8: every way on which a claim passes to another proposition, as its stance allows. */
  private Set<Path> paths(Claim claim) {
    Set<Path> found = new LinkedHashSet<>();
    Set<Path> added = Set.of(new Path(claim.proposition(), claim.stance(), false, false));
    while (!added.isEmpty()) {
      found.addAll(added);
      added =
          added.stream()
              .flatMap(path -> steps(path, claim))
              .filter(path -> !found.contains(path))
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return found;
  }

  private Stream<Path> steps(Path path, Claim claim) {
    if (claim.stance() == Stance.UNCOMMITTED) {
      return stepsUncommitted(path, claim.force());
    }
    Set<Path> steps = new LinkedHashSet<>();
    if (path.stance() == Stance.FOR) {
      parts(path.proposition())
          .forEach((part, pattern) -> steps.add(new Path(part, pattern, true, path.up())));
    }
    for (Proposition whole : dossier.propositions()) {
      Optional<Stance> pattern = Optional.ofNullable(whole.parts().get(path.proposition()));
      if (pattern.isPresent() && pattern.get() == path.stance().opposite()) {
        steps.add(new Path(whole.id(), Stance.AGAINST, path.down(), true));
      }
    }
    return steps.stream();
  }

  /**
   * Rule 8: an abstention stays where it is, a withdrawal goes down, all else straight both ways.
   */
  private Stream<Path> stepsUncommitted(Path path, Force force) {
    Set<Path> steps = new LinkedHashSet<>();
    if (force != Force.VOTE && !path.up()) {
      for (String part : parts(path.proposition()).keySet()) {
        steps.add(new Path(part, Stance.UNCOMMITTED, true, false));
      }
    }
    if (force != Force.VOTE && force != Force.WITHDRAW && !path.down()) {
      for (Proposition whole : dossier.propositions()) {
        if (whole.parts().containsKey(path.proposition())) {
          steps.add(new Path(whole.id(), Stance.UNCOMMITTED, false, true));
        }
      }
    }
    return steps.stream();
  }

  /** A path that goes down first and then up is firm where one that goes down only is. */
  private static Level level(Claim claim, Path path) {
    if (!path.down() && !path.up()) {
      return Level.EXPLICIT;
    } else if (!path.down()) {
      return Level.UPWARDS;
    }
    boolean isBound = BINDING.contains(claim.force()) && claim.stance() != Stance.UNCOMMITTED;
    return isBound ? Level.FIRM : Level.DOWNWARDS;
  }

  /** Rule 8: whether a claim that counts on its own proposition passes on, on a day. */
  private boolean passesOn(Bearing bearing, LocalDate day) {
    Ruling own = explicitRuling(bearing.claim().proposition(), day);
    return own.support().stream().anyMatch(s -> s.claim().equals(bearing.claim()))
        && (bearing.straightDown() || !own.isContested());
  }

  /**
   * Rule 8: whether a claim passed on at some day up to the given one. Something can change only on
   * the days on which a date or term starts or ends, and on the days after them.
   */
  private boolean everPassedOn(Bearing bearing, LocalDate day) {
    Stream<LocalDate> ofClaims =
        dossier.claims().stream()
            .flatMap(c -> Stream.concat(c.asserted().earliest().stream(), latest(c)));
    Stream<LocalDate> ofTerms =
        dossier.actors().stream()
            .flatMap(a -> a.terms().stream())
            .flatMap(t -> Stream.concat(Stream.of(t.from()), t.to().stream()));
    return Stream.concat(ofClaims, ofTerms)
        .flatMap(d -> Stream.of(d, d.plusDays(1)))
        .distinct()
        .filter(d -> !d.isAfter(day))
        .anyMatch(d -> counts(bearing, d) && passesOn(bearing, d));
  }

  private static Stream<LocalDate> latest(Claim claim) {
    return Stream.of(claim.asserted().latest());
  }

  // Rule 3: when said

  private static boolean isCertainlyMadeBy(Claim claim, LocalDate day) {
    boolean isThroughoutFromKnownDay =
        claim.asserted().isThroughout() && claim.asserted().earliest().isPresent();
    LocalDate from =
        isThroughoutFromKnownDay
            ? claim.asserted().earliest().orElseThrow()
            : claim.asserted().latest();
    return !from.isAfter(day);
  }

  private static boolean isCertainlyLater(Bearing bearing, LocalDate day) {
    return bearing.earliest().isPresent() && bearing.earliest().get().isAfter(day);
  }

  /** Rule 3: the latest bound, cut at the day. */
  private static LocalDate newest(Bearing bearing, LocalDate day) {
    return bearing.latest().isBefore(day) ? bearing.latest() : day;
  }

  /** Rule 7: the first and the last day of a claim; an open start counts at the latest bound. */
  private static List<LocalDate> period(Bearing bearing, LocalDate day) {
    return List.of(bearing.earliest().orElse(bearing.latest()), newest(bearing, day));
  }

  // Rule 6: retractions

  /**
   * Rule 6: whether the claim is taken back by a claim that counts and is not taken back itself.
   */
  boolean isRetracted(Claim claim, LocalDate day) {
    return dossier.claims().stream()
        .filter(other -> other.retracts().contains(claim.id()))
        .anyMatch(other -> retracts(other, claim, day) && !isRetracted(other, day));
  }

  private boolean retracts(Claim other, Claim claim, LocalDate day) {
    Optional<Bearing> retraction = ownBearing(other);
    Optional<Bearing> retracted = ownBearing(claim);
    // “Known better” is read as in rule 7: better than through another state.
    return retraction.isPresent()
        && !retraction.get().principals().isEmpty()
        && retraction.get().grade().compareTo(view.minGrade()) >= 0
        && isCertainlyMadeBy(other, day)
        && (retraction.get().isKnownBetter()
            || retracted.map(Bearing::isKnownOnlyThroughAnotherState).orElse(true));
  }

  private Optional<Bearing> ownBearing(Claim claim) {
    return existing(claim.proposition()).stream().filter(b -> b.claim().equals(claim)).findFirst();
  }

  // Rules 5 to 8: what stands

  /** Rules 1 to 3 and 6. */
  private boolean counts(Bearing bearing, LocalDate day) {
    return isCertainlyMadeBy(bearing.claim(), day) && !isRetracted(bearing.claim(), day);
  }

  /** Rule 8: how the claims on a proposition stand by the explicit claims alone. */
  private Ruling explicitRuling(String proposition, LocalDate day) {
    Ruling known = explicitRulings.get(proposition + " " + day);
    if (known != null) {
      return known;
    }
    List<Bearing> counted =
        wouldCount(proposition).stream()
            .filter(Bearing::isExplicit)
            .filter(b -> counts(b, day))
            .toList();
    Ruling ruling = ruling(day, counted, List.of(), List.of());
    explicitRulings.put(proposition + " " + day, ruling);
    return ruling;
  }

  private Ruling ruling(String proposition, LocalDate day) {
    List<Bearing> all = wouldCount(proposition).stream().filter(b -> counts(b, day)).toList();
    List<Bearing> counted = all.stream().filter(b -> b.isExplicit() || passesOn(b, day)).toList();
    List<Bearing> notPassedOn = all.stream().filter(b -> !counted.contains(b)).toList();
    // Rule 8: what a claim had superseded while it passed on stays superseded.
    List<Bearing> passedOnBefore = notPassedOn.stream().filter(b -> everPassedOn(b, day)).toList();
    return ruling(day, counted, notPassedOn, passedOnBefore);
  }

  /** For each superseded claim the one that supersedes it: the last to begin, then the first id. */
  Map<String, String> superseding(String proposition) {
    Ruling ruling = ruling(proposition, view.asOf());
    List<Bearing> all =
        Stream.concat(
                ruling.counted().stream(),
                ruling.notPassedOn().stream().filter(b -> everPassedOn(b, view.asOf())))
            .toList();
    Map<String, String> superseding = new HashMap<>();
    for (Bearing c : all) {
      all.stream()
          .filter(d -> supersedes(d, c, view.asOf()))
          .min(
              comparing((Bearing d) -> d.earliest().orElse(LocalDate.MIN), reverseOrder())
                  .thenComparing(Bearing::id))
          .ifPresent(d -> superseding.put(c.id(), d.id()));
    }
    return superseding;
  }

  private Ruling ruling(
      LocalDate day,
      List<Bearing> counted,
      List<Bearing> notPassedOn,
      List<Bearing> passedOnBefore) {
    List<Bearing> unsuperseded =
        counted.stream()
            .filter(
                c ->
                    Stream.concat(counted.stream(), passedOnBefore.stream())
                        .noneMatch(d -> supersedes(d, c, day)))
            .toList();
    List<Bearing> disputing =
        unsuperseded.stream().filter(d -> isDisputing(d, unsuperseded, day)).toList();
    List<Bearing> sides = unsuperseded.stream().filter(c -> !disputing.contains(c)).toList();
    return new Ruling(
        day, counted, notPassedOn, sides, disputing, support(counted, sides, disputing, day));
  }

  /** Rule 5; a period “runs past” an answer if it ends after the latest bound of the answer. */
  private static boolean isLater(Bearing d, Bearing c) {
    boolean refersBack =
        d.claim().respondsTo().contains(c.id()) || d.claim().retracts().contains(c.id());
    boolean isCertainlyEarlier = d.claim().asserted().before(c.claim().asserted());
    boolean runsPast = c.claim().asserted().isThroughout() && c.latest().isAfter(d.latest());
    return c.claim().asserted().before(d.claim().asserted())
        || (refersBack && !isCertainlyEarlier && !runsPast);
  }

  /** Rule 7. */
  private boolean supersedes(Bearing d, Bearing c, LocalDate day) {
    if (!isLater(d, c)) {
      return false;
    }
    // Whatever their stances: the second point of rule 6 is not limited here to another stance.
    if (outweighsUnderAnyAdministration(c, d)) {
      return false;
    }
    if (!areCertainlyUnderOne(c, d, day)) {
      return true;
    }
    if (d.authority().compareTo(c.authority()) < 0) {
      return false;
    }
    if (d.isKnownOnlyThroughAnotherState() && c.isKnownBetter()) {
      return false;
    }
    boolean isHigher = d.authority().compareTo(c.authority()) > 0;
    return !(d.level().isMerelyImplied() && c.isExplicit() && !isHigher);
  }

  /** Rule 7: whether both claims are under certainly one administration, asked of the first. */
  private boolean areCertainlyUnderOne(Bearing yielding, Bearing other, LocalDate day) {
    return actors.areCertainlySame(
        actors.asked(yielding.principals()),
        actors.asked(other.principals()),
        period(yielding, day),
        period(other, day));
  }

  /** Rule 6: whether a claim of another stance that is not disputing itself outweighs this one. */
  private boolean isDisputing(Bearing d, List<Bearing> unsuperseded, LocalDate day) {
    return unsuperseded.stream()
        .filter(c -> c.stance() != d.stance())
        .filter(
            c ->
                outweighsUnderOneAdministration(c, d, day) || outweighsUnderAnyAdministration(c, d))
        .anyMatch(c -> !isDisputing(c, unsuperseded, day));
  }

  /** Rule 6, first point. */
  private boolean outweighsUnderOneAdministration(Bearing c, Bearing d, LocalDate day) {
    int moreExplicit = Integer.compare(c.level().explicitness(), d.level().explicitness());
    boolean isBetterKnown =
        c.isKnownBetter() && d.isKnownOnlyThroughAnotherState() && moreExplicit >= 0;
    boolean isKnownAlike =
        c.isKnownBetter() == d.isKnownBetter()
            && moreExplicit > 0
            && c.authority().compareTo(d.authority()) >= 0;
    return (isBetterKnown || isKnownAlike) && areCertainlyUnderOne(d, c, day);
  }

  /** Rule 6, second point. */
  private static boolean outweighsUnderAnyAdministration(Bearing c, Bearing d) {
    boolean mindsOnlyPart =
        d.level() == Level.UPWARDS
            && !c.level().isMerelyImplied()
            && (c.isKnownBetter() || d.isKnownOnlyThroughAnotherState());
    boolean isToldAgainstLastingAct =
        d.isKnownOnlyThroughAnotherState()
            && c.isKnownBetter()
            && c.isExplicit()
            && LASTING.contains(c.claim().force());
    return mindsOnlyPart || isToldAgainstLastingAct;
  }

  // Rule 10: support and headline

  /** Rule 10. */
  private static List<Bearing> support(
      List<Bearing> counted, List<Bearing> sides, List<Bearing> disputing, LocalDate day) {
    return counted.stream()
        .filter(c -> !disputing.contains(c))
        .filter(
            c ->
                sides.contains(c)
                    || (sides.stream().anyMatch(s -> s.stance() == c.stance())
                        && counted.stream()
                            .filter(other -> other.stance() != c.stance())
                            .filter(other -> !disputing.contains(other))
                            .allMatch(other -> newest(c, day).isAfter(newest(other, day)))))
        .toList();
  }

  /**
   * Rule 10: whether a claim of the support counts for headline, dates, strength and the like. A
   * better known claim of any stance sets it aside.
   */
  private boolean weighs(Bearing s, Ruling ruling) {
    return s.isKnownBetter()
        || ruling.support().stream()
            .noneMatch(t -> t.isKnownBetter() && areCertainlyUnderOne(s, t, ruling.day()));
  }

  private List<Bearing> weighing(Ruling ruling) {
    return ruling.support().stream().filter(s -> weighs(s, ruling)).toList();
  }

  private Optional<LocalDate> last(Ruling ruling, Predicate<Bearing> isIncluded) {
    return weighing(ruling).stream()
        .filter(isIncluded)
        .map(s -> newest(s, ruling.day()))
        .max(naturalOrder());
  }

  /** Returns the newest claim of the support; of equally new claims the one with the least id. */
  private Optional<Bearing> newest(Ruling ruling, Predicate<Bearing> isIncluded) {
    return weighing(ruling).stream()
        .filter(isIncluded)
        .min(
            comparing((Bearing s) -> newest(s, ruling.day()), reverseOrder())
                .thenComparing(Bearing::id));
  }

  private List<Bearing> newestClaims(Ruling ruling) {
    Optional<LocalDate> last = last(ruling, s -> true);
    return weighing(ruling).stream()
        .filter(s -> Optional.of(newest(s, ruling.day())).equals(last))
        .toList();
  }

  /** Rule 10; claims of the support that do not count for the headline are cited last. */
  private ImmutableList<Bearing> inOrderOfCitation(Ruling ruling) {
    List<Bearing> newestClaims = newestClaims(ruling);
    return ruling.support().stream()
        .sorted(
            comparing((Bearing s) -> !weighs(s, ruling))
                .thenComparing(s -> !isOfAdministrationOfAny(s, newestClaims, ruling.day()))
                .thenComparing(s -> !s.isExplicit())
                .thenComparing(s -> !isNarrow(s))
                .thenComparing(s -> newest(s, ruling.day()), reverseOrder())
                .thenComparing(s -> s.claim().force() == Force.UNSPECIFIED)
                .thenComparing(Bearing::authority, reverseOrder())
                .thenComparing(Bearing::grade, reverseOrder())
                .thenComparing(s -> evidence.firstPublished(s.evidence()))
                .thenComparing(Bearing::id))
        .collect(ImmutableList.toImmutableList());
  }

  /** The administration is asked of the newest claim; of equally new ones any may agree. */
  private boolean isOfAdministrationOfAny(Bearing s, List<Bearing> newestClaims, LocalDate day) {
    Optional<Actor> base = actors.base(actors.asked(s.principals()));
    return newestClaims.stream()
        .anyMatch(
            n -> {
              Actor asked = actors.asked(n.principals());
              return actors.base(asked).equals(base)
                  && actors
                      .administration(asked, newest(s, day))
                      .equals(actors.administration(asked, newest(n, day)));
            });
  }

  private static boolean isNarrow(Bearing bearing) {
    return bearing.earliest().isPresent()
        && ChronoUnit.DAYS.between(bearing.earliest().get(), bearing.latest()) <= MAX_NARROW_DAYS;
  }

  private Headline headline(List<Bearing> inOrder, Ruling ruling) {
    Bearing first = inOrder.get(0);
    Optional<Bearing> commitment =
        newest(ruling, s -> s.isExplicit() && UNDERTAKINGS.contains(s.claim().force()));
    return new Headline(
        first.id(),
        first.stance(),
        !first.isExplicit(),
        first.grade(),
        first.claim().force(),
        first.claim().frames(),
        condition(first, ruling),
        commitment.map(Bearing::id),
        // Rule 9: what the headline says of the day takes precedence over the commitment.
        first.claim().due().or(() -> commitment.flatMap(c -> c.claim().due())));
  }

  /**
   * A REAFFIRM without a condition keeps that of the newest claim before it that is none and states
   * what it reaffirms. “Before it” is read as: with an earlier latest bound.
   */
  private Optional<String> condition(Bearing headline, Ruling ruling) {
    if (headline.claim().condition().isPresent() || headline.claim().force() != Force.REAFFIRM) {
      return headline.claim().condition();
    }
    LocalDate day = newest(headline, ruling.day());
    return newest(
            ruling,
            s ->
                s.claim().proposition().equals(headline.claim().proposition())
                    && s.claim().force() != Force.REAFFIRM
                    && newest(s, ruling.day()).isBefore(day))
        .flatMap(s -> s.claim().condition());
  }

  // Rule 9: standing

  private Dates dates(List<Bearing> inOrder, Ruling ruling) {
    LocalDate last = last(ruling, s -> true).orElseThrow();
    List<Bearing> newestClaims = newestClaims(ruling);
    boolean isCurrent = newestClaims.stream().anyMatch(s -> isCurrent(s, last));
    // The administration is that of the first newest claim that decides the standing.
    Actor asked =
        inOrder.stream()
            .filter(newestClaims::contains)
            .filter(s -> isCurrent(s, last) == isCurrent)
            .findFirst()
            .map(s -> actors.asked(s.principals()))
            .orElseThrow();
    Administration tenure = actors.administration(asked, last);
    return new Dates(
        isCurrent ? Standing.CURRENT : Standing.INHERITED,
        ReferenceActors.inOffice(actors.terms(asked), last),
        tenure,
        last,
        last(ruling, Bearing::isExplicit));
  }

  /** Rules 7 and 9: what only a predecessor said is never current. */
  private boolean isCurrent(Bearing newest, LocalDate last) {
    Actor asked = actors.asked(newest.principals());
    return actors.base(asked).equals(actors.base(party))
        && (actors.terms(asked).isEmpty()
            || actors
                .administration(asked, last)
                .equals(actors.administration(asked, view.asOf())));
  }
}
