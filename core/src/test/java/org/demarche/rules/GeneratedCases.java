package org.demarche.rules;

import static java.util.Comparator.comparing;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.demarche.TestDossier;
import org.demarche.answer.Grade;
import org.demarche.answer.Viewpoint;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * Generators of small valid dossiers in which every member that the rules read is common. Actors
 * and ids are always the same; what is generated of actors is authorities, terms, memberships and
 * succession. All days are drawn from one short list, so that dates often coincide and overlap.
 */
final class GeneratedCases {
  /** The days from which all dates are drawn; two pairs of them are 31 and 32 days apart. */
  static final List<String> DAYS =
      List.of(
          "2015-06-01",
          "2015-12-15",
          "2016-01-01",
          "2016-01-31",
          "2016-02-01",
          "2016-02-02",
          "2016-03-01",
          "2016-04-02",
          "2016-09-01",
          "2016-12-31");

  /** All pairs of different days, the earlier one first. */
  private static final List<List<String>> PERIODS =
      DAYS.stream()
          .flatMap(
              from ->
                  DAYS.stream().filter(to -> from.compareTo(to) < 0).map(to -> List.of(from, to)))
          .toList();

  private static final List<String> MONTHS = List.of("2015-12", "2016-01", "2016-02", "2016-03");

  /** The day on which the first source was published, after all claims. */
  static final LocalDate END = LocalDate.of(2017, 1, 31);

  /** The parties about which questions can be asked. */
  static final List<String> PARTIES =
      List.of(
          "x",
          "x-ministry",
          "x-leader",
          "x-court",
          "old",
          "older",
          "y",
          "u",
          "u-council",
          "ann",
          "wire");

  /** The propositions; the last four may be composites. */
  static final List<String> PROPOSITIONS = List.of("a", "b", "c", "d", "e", "f", "g");

  private static final int ATOMS = 3;

  static final List<String> SOURCES = List.of("s0", "s1", "s2", "s3", "s4", "s5");

  private static final List<String> OUTLETS =
      List.of(
          "wire", "wire", "x-post", "x", "x-ministry", "y-daily", "y-ministry", "u", "u-council");

  private static final List<String> RELAYS =
      List.of(
          "y-ministry", "y", "y-daily", "u", "u-council", "old", "x-ministry", "x-post", "wire");

  /** Whose claims are generated: the more often, the more often listed. */
  private static final List<String> PRINCIPALS =
      List.of(
          "x",
          "x",
          "x",
          "x-head",
          "x-head",
          "x-ministry",
          "x-ministry",
          "x-ministry",
          "x-desk",
          "x-leader",
          "x-leader",
          "x-court",
          "x-clerk",
          "old",
          "old-ministry",
          "older",
          "y",
          "y-ministry",
          "u",
          "u",
          "u-council",
          "u-parliament",
          "x-source",
          "x-official",
          "y-editor",
          "ann",
          "bo",
          "dan",
          "wire",
          "x-post",
          "x+y",
          "x-head+y-ministry",
          "x-ministry+x-leader",
          "x-ministry+x-desk",
          "old+x",
          "u+x",
          "ann+x-head");

  /** An occasion before all claims. */
  private static final Occasion TALKS = Occasion.of("talks", "Talks", When.parse("2014"), "x", "y");

  private static final Set<String> MEDIA = Set.of("wire", "x-post", "y-daily");

  private GeneratedCases() {}

  /** Returns dossiers with claims by all actors on all propositions. */
  static Arbitrary<Dossier> dossiers() {
    return dossiers(Arbitraries.of(PRINCIPALS), Arbitraries.of(PROPOSITIONS), 2, 24);
  }

  /**
   * Returns dossiers with many claims by few principals on one proposition, so that lists exceed
   * their limit.
   */
  static Arbitrary<Dossier> crowdedDossiers() {
    Arbitrary<String> few =
        Arbitraries.of("x-ministry", "x-ministry", "x-official", "x-court", "wire");
    return dossiers(few, Arbitraries.just("a"), 60, 100);
  }

  /** Returns ordinary dossiers, divided ones, and ones with many ranked claims. */
  static Arbitrary<Dossier> dossiersOfSeveralKinds() {
    return Arbitraries.oneOf(dossiers(), dividedDossiers(), manyRankedClaimsDossiers());
  }

  /** Returns dossiers with many claims by all ranks of one state on one proposition. */
  static Arbitrary<Dossier> manyRankedClaimsDossiers() {
    Arbitrary<String> organs =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of("x", "x-head", "x-leader", "x-official")),
            Tuple.of(9, Arbitraries.of("x-ministry", "x-desk")));
    return dossiers(organs, Arbitraries.just("a"), 20, 60);
  }

  /** Returns dossiers with few claims of two states on rival propositions. */
  static Arbitrary<Dossier> rivalDossiers() {
    return dossiers(Arbitraries.of("x", "y"), Arbitraries.of("a", "b"), 2, 3);
  }

  /**
   * Returns dossiers with the claims of one state and its organs, mostly on a composite and its
   * parts, so that claims often disagree.
   */
  static Arbitrary<Dossier> dividedDossiers() {
    return dossiers(
        Arbitraries.of("x", "x-head", "x-ministry", "x-ministry", "x-leader"),
        Arbitraries.of("a", "a", "b", "d", "d", "e"),
        2,
        14);
  }

  /**
   * Returns dossiers with a few claims of one state on the proposition {@code p}, about the day on
   * which an administration changes. None has to be weighed; some were made over a period.
   */
  static Arbitrary<Dossier> plainDossiers() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(-4, 4).map(LocalDate.of(2015, 1, 1)::plusDays);
    Arbitrary<String> asserted =
        Combinators.combine(days, Arbitraries.integers().between(0, 3), Arbitraries.of("/", ".."))
            .as(
                (first, length, separator) ->
                    switch (separator) {
                      case "/" -> first + (length == 0 ? "" : "/" + first.plusDays(length));
                      default -> length == 0 ? "[.." + first + "]" : first.toString();
                    });
    Arbitrary<Claim.Builder> claim =
        Combinators.combine(
                Arbitraries.of("x", "x-president", "x-mofa"),
                Arbitraries.of(Stance.FOR, Stance.AGAINST),
                Arbitraries.of(Force.ASSERT, Force.REAFFIRM),
                asserted,
                Arbitraries.of("", "", "", "if A", "if B"))
            .as(GeneratedCases::plainClaim);
    return claim
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(
            claims ->
                TestDossier.of("p")
                    .with(
                        IntStream.range(0, claims.size())
                            .mapToObj(number -> claims.get(number).id("c" + number).build())
                            .toArray(Claim[]::new))
                    .build());
  }

  private static Claim.Builder plainClaim(
      String principal, Stance stance, Force force, String asserted, String condition) {
    Claim.Builder claim = TestDossier.reported("c", principal, "p", stance, force, asserted);
    return condition.isEmpty() ? claim : claim.condition(condition);
  }

  private static Arbitrary<Dossier> dossiers(
      Arbitrary<String> principals, Arbitrary<String> propositions, int minClaims, int maxClaims) {
    return Combinators.combine(
            sources(),
            actors(),
            propositions(),
            claim(principals, propositions)
                .list()
                .ofMinSize(minClaims)
                .ofMaxSize(maxClaims)
                .withSizeDistribution(RandomDistribution.uniform()))
        .as(
            (sources, actors, allPropositions, claims) ->
                Dossier.of(
                    Iterables.concat(
                        sources,
                        actors,
                        allPropositions,
                        List.of(TALKS),
                        claims(claims, sources, actors.get(0).succeeds().isPresent()))));
  }

  // Sources

  private static Arbitrary<List<Source>> sources() {
    return Combinators.combine(
            Arbitraries.of(OUTLETS),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(DAYS)),
                Tuple.of(2, Arbitraries.just(END.toString())),
                Tuple.of(1, Arbitraries.of(MONTHS))),
            Arbitraries.of(true, true, false),
            Arbitraries.of("", "", "", "", "x", "y", "x y", "u", "u y", "u-council", "x-ministry"),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 11))
        .as(GeneratedSource::new)
        .list()
        .ofSize(SOURCES.size())
        .map(all -> IntStream.range(0, all.size()).mapToObj(i -> all.get(i).source(i)).toList());
  }

  /** A source that may revise the next ones, and may be derived from earlier ones. */
  private record GeneratedSource(
      String outlet, String published, boolean reliable, String issuers, int revised, int origin) {
    Source source(int index) {
      Source.Builder source =
          Source.builder()
              .id(SOURCES.get(index))
              .outlet(outlet)
              .title("Title of " + SOURCES.get(index))
              .published(index == 0 ? When.on(END) : When.parse(published))
              .reliableQuotes(reliable)
              .issuedBy(words(issuers));
      if (index > 0 && revised < 2 && index + 1 + revised < SOURCES.size()) {
        source.revises(SOURCES.get(index + 1 + revised));
      }
      if (origin < index) {
        source.addDerivedFrom(SOURCES.get(origin));
      }
      return source.build();
    }
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("[ +]"));
  }

  // Actors

  private static Arbitrary<List<Actor>> actors() {
    return Combinators.combine(
            terms(0.8),
            terms(0.5),
            terms(0.4),
            terms(0.3),
            members(),
            Arbitraries.of(DAYS).list().ofSize(2).optional(0.5),
            Arbitraries.of(Authority.class).list().ofSize(6))
        .as(GeneratedCases::actors);
  }

  private static List<Actor> actors(
      List<TermOfOffice> ofX,
      List<TermOfOffice> ofLeader,
      List<TermOfOffice> ofOld,
      List<TermOfOffice> ofU,
      List<Membership> members,
      Optional<List<String>> succession,
      List<Authority> authorities) {
    Actor.Builder x = actor("x", ActorKind.STATE).terms(ofX);
    Actor.Builder old = actor("old", ActorKind.STATE).terms(ofOld);
    if (succession.isPresent()) {
      List<LocalDate> days = succession.get().stream().map(LocalDate::parse).sorted().toList();
      old.succeeds("older").from(days.get(0));
      x.succeeds("old").from(days.get(1));
    }
    return List.of(
        x.build(),
        old.build(),
        actor("older", ActorKind.STATE).build(),
        actor("y", ActorKind.STATE)
            .addTerms(TermOfOffice.of("ann", LocalDate.parse("2016-02-01")))
            .build(),
        actor("u", ActorKind.ORGANISATION).members(members).terms(ofU).build(),
        organ("x-head", "x", Authority.HEAD),
        organ("x-ministry", "x", authorities.get(0)),
        organ("x-desk", "x-ministry", authorities.get(1)),
        organ("x-court", "x", Authority.NONE),
        organ("x-clerk", "x-court", authorities.get(2)),
        actor("x-leader", ActorKind.ORGAN)
            .of("x")
            .authority(authorities.get(3) == Authority.NONE ? Authority.HEAD : authorities.get(3))
            .terms(ofLeader)
            .build(),
        organ("old-ministry", "old", authorities.get(4)),
        organ("y-ministry", "y", Authority.MINISTRY),
        organ("u-council", "u", authorities.get(5)),
        organ("u-parliament", "u", Authority.NONE),
        actor("x-source", ActorKind.PERSON).of("x").named(false).build(),
        actor("x-official", ActorKind.PERSON).of("x-desk").named(false).build(),
        actor("y-editor", ActorKind.PERSON).of("y-daily").named(false).build(),
        actor("ann", ActorKind.PERSON).build(),
        actor("bo", ActorKind.PERSON).build(),
        actor("dan", ActorKind.PERSON).build(),
        actor("wire", ActorKind.MEDIA).build(),
        actor("x-post", ActorKind.MEDIA).of("x").build(),
        actor("y-daily", ActorKind.MEDIA).of("y").build());
  }

  private static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind);
  }

  private static Actor organ(String id, String of, Authority authority) {
    return actor(id, ActorKind.ORGAN).of(of).authority(authority).build();
  }

  /**
   * Returns terms of two heads, some adjoining and some with gaps between them, and sometimes an
   * acting head's over them; the list may be empty.
   */
  private static Arbitrary<List<TermOfOffice>> terms(double probability) {
    Arbitrary<List<LocalDate>> bounds =
        Arbitraries.of(DAYS)
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(days -> days.stream().map(LocalDate::parse).sorted().toList());
    Arbitrary<List<LocalDate>> two =
        Arbitraries.of(PERIODS).map(days -> days.stream().map(LocalDate::parse).toList());
    return Combinators.combine(
            bounds, Arbitraries.of("ann", "ann", "bo", "").list().ofSize(4), two.optional(0.3))
        .as(
            (starts, heads, acting) -> {
              List<TermOfOffice> terms = new ArrayList<>();
              for (int i = 0; i < starts.size(); i++) {
                if (!heads.get(i).isEmpty()) {
                  TermOfOffice term = TermOfOffice.of(heads.get(i), starts.get(i));
                  terms.add(i + 1 < starts.size() ? term.until(starts.get(i + 1)) : term);
                }
              }
              acting.ifPresent(
                  days ->
                      terms.add(TermOfOffice.of("dan", days.get(0)).until(days.get(1)).acting()));
              return terms;
            })
        .optional(probability)
        .map(terms -> terms.orElse(List.of()));
  }

  /** Returns that y is always a member and that x is one for some time, or never. */
  private static Arbitrary<List<Membership>> members() {
    return Arbitraries.of(DAYS)
        .set()
        .ofMaxSize(2)
        .map(days -> days.stream().map(LocalDate::parse).sorted().toList())
        .map(
            days -> {
              Membership y = Membership.of("y");
              if (days.isEmpty()) {
                return List.of(y);
              }
              Membership x = Membership.of("x");
              return List.of(
                  y,
                  days.size() == 1 ? x.from(days.get(0)) : x.from(days.get(0)).until(days.get(1)));
            });
  }

  // Propositions

  private static Arbitrary<List<Proposition>> propositions() {
    return Combinators.combine(
            IntStream.range(ATOMS, PROPOSITIONS.size())
                .mapToObj(i -> parts(PROPOSITIONS.subList(0, i)))
                .toList())
        .as(GeneratedCases::propositions);
  }

  private static Arbitrary<Map<String, Stance>> parts(List<String> before) {
    return Arbitraries.maps(
            Arbitraries.of(before), Arbitraries.of(Stance.FOR, Stance.FOR, Stance.AGAINST))
        .ofMinSize(2)
        .ofMaxSize(3);
  }

  /**
   * Returns the propositions. A composite has parts that are before it in the list, and none if two
   * paths to one part would disagree.
   */
  private static List<Proposition> propositions(List<Map<String, Stance>> generated) {
    List<Proposition> propositions = new ArrayList<>();
    Map<String, Map<String, Stance>> reached = new HashMap<>();
    for (int i = 0; i < PROPOSITIONS.size(); i++) {
      String id = PROPOSITIONS.get(i);
      Map<String, Stance> parts = i < ATOMS ? Map.of() : generated.get(i - ATOMS);
      Optional<Map<String, Stance>> all =
          reached(parts, reached).filter(any -> parts.size() > 1); // shrinking leaves one part
      reached.put(id, all.orElse(Map.of()));
      Proposition.Builder proposition =
          Proposition.builder()
              .id(id)
              .issue(i < ATOMS ? "of-atoms" : "of-all")
              .text("It is so that " + id + ".")
              .parts(all.isPresent() ? parts : Map.of());
      if (id.equals("a")) {
        proposition.addExcludes("b");
      }
      if (id.equals("c")) {
        proposition.addExcludes("a");
      }
      propositions.add(proposition.build());
    }
    return propositions;
  }

  /** Returns all that the parts lead to, or empty if two paths disagree. */
  private static Optional<Map<String, Stance>> reached(
      Map<String, Stance> parts, Map<String, Map<String, Stance>> byPart) {
    Map<String, Stance> all = new HashMap<>();
    for (Map.Entry<String, Stance> part : parts.entrySet()) {
      Map<String, Stance> more = new HashMap<>(Map.of(part.getKey(), part.getValue()));
      if (part.getValue() == Stance.FOR) {
        more.putAll(byPart.getOrDefault(part.getKey(), Map.of()));
      }
      for (Map.Entry<String, Stance> one : more.entrySet()) {
        Stance before = all.getOrDefault(one.getKey(), one.getValue());
        if (before != one.getValue()) {
          return Optional.empty();
        }
        all.put(one.getKey(), one.getValue());
      }
    }
    return Optional.of(all);
  }

  // Claims

  /**
   * The generated values of a claim.
   *
   * @param number from which what has few variants is derived
   * @param reference which earlier claim it refers to
   */
  private record GeneratedClaim(
      String principals,
      String proposition,
      Stance stance,
      Force force,
      When asserted,
      int number,
      int reference,
      List<GeneratedEvidence> evidence) {

    /**
     * Returns a day on which the claim may have been made. A claim refers only to claims whose day
     * is not later, so that all of them fit into one order.
     */
    LocalDate day() {
      return asserted.isThroughout() || number % 2 == 0
          ? asserted.earliest().orElse(asserted.latest())
          : asserted.latest();
    }

    Claim claim(String id, List<Source> sources, List<Claim> before, boolean succeeds) {
      List<String> all = words(principals);
      Set<String> speakers =
          number % 7 == 0 && !MEDIA.contains(principals) ? Set.of("dan") : Set.copyOf(all);
      Claim.Builder claim =
          Claim.builder()
              .id(id)
              .speakers(speakers)
              .principals(all)
              .proposition(proposition)
              .asserted(asserted)
              .frames(words(List.of("", "", "f", "g", "f g").get(number % 5)))
              .draft(number % 13 == 0);
      if (number % 6 == 1) {
        claim.occasion(TALKS.id());
      }
      if (number % 3 == 0) {
        claim.condition("if " + (number % 2 == 0 ? "A" : "B"));
      }
      if (number % 11 < 3) {
        claim.due(When.parse(List.of("2017", "2018", "2020").get(number % 11)));
      }
      // An earlier claim is answered or retracted, the nearest ones more often.
      List<Claim> nearest = before.subList(Math.max(0, before.size() - 5), before.size());
      Optional<Claim> own =
          pick(nearest.stream().filter(c -> isOneSide(c, all, succeeds)).toList(), reference);
      boolean retracts = own.isPresent() && (number % 4 == 0 || force == Force.WITHDRAW);
      if (retracts) {
        claim.addRetracts(own.orElseThrow().id());
      } else if (number % 4 == 1) {
        pick(nearest, reference).ifPresent(answered -> claim.addRespondsTo(answered.id()));
      }
      boolean withdraws = retracts && (force == Force.WITHDRAW || number % 8 == 0);
      Force fitting = withdraws ? Force.WITHDRAW : force == Force.WITHDRAW ? Force.DENY : force;
      claim
          .force(fitting)
          .stance(
              takesNoSide(fitting)
                  ? Stance.UNCOMMITTED
                  : takesASide(fitting) && stance == Stance.UNCOMMITTED ? Stance.FOR : stance);
      evidence.forEach(piece -> claim.addEvidence(piece.evidence(asserted, sources, speakers)));
      return claim.build();
    }
  }

  private static <T> Optional<T> pick(List<T> list, int number) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(number % list.size()));
  }

  /** Tests whether an earlier claim shares a side, so that it may be retracted. */
  private static boolean isOneSide(Claim before, List<String> principals, boolean succeeds) {
    Set<String> sides = sides(principals, succeeds);
    return sides(before.principals(), succeeds).stream().anyMatch(sides::contains);
  }

  private static Set<String> sides(Collection<String> principals, boolean succeeds) {
    return principals.stream()
        .map(id -> id.contains("-") ? id.substring(0, id.indexOf('-')) : id)
        .flatMap(
            side ->
                succeeds && side.equals("x")
                    ? Stream.of("x", "old", "older")
                    : succeeds && side.equals("old") ? Stream.of("old", "older") : Stream.of(side))
        .collect(Collectors.toSet());
  }

  private static boolean takesNoSide(Force force) {
    return switch (force) {
      case NOTE, DECLINE_TO_COMMENT, WITHHOLD, WITHDRAW -> true;
      default -> false;
    };
  }

  private static boolean takesASide(Force force) {
    return switch (force) {
      case PROMISE, URGE, DEMAND, HOPE, WELCOME, EXPRESS_DESIRE, AGREE -> true;
      default -> false;
    };
  }

  private static Arbitrary<GeneratedClaim> claim(
      Arbitrary<String> principals, Arbitrary<String> propositions) {
    return Combinators.combine(
            principals,
            propositions,
            Arbitraries.frequency(
                Tuple.of(4, Stance.FOR),
                Tuple.of(4, Stance.AGAINST),
                Tuple.of(2, Stance.UNCOMMITTED)),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Force.class)),
                Tuple.of(
                    3,
                    Arbitraries.of(
                        Force.ASSERT,
                        Force.AGREE,
                        Force.DECIDE,
                        Force.VOTE,
                        Force.REAFFIRM,
                        Force.REFUSE))),
            when(),
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(0, 59),
            evidence().list().ofMinSize(1).ofMaxSize(2))
        .as(GeneratedClaim::new);
  }

  /** Returns the claims in the order generated; their references follow the order of their days. */
  private static List<Claim> claims(
      List<GeneratedClaim> generated, List<Source> sources, boolean succeeds) {
    List<Integer> byDay =
        IntStream.range(0, generated.size())
            .boxed()
            .sorted(comparing(i -> generated.get(i).day()))
            .toList();
    Map<Integer, Claim> built = new HashMap<>();
    List<Claim> before = new ArrayList<>();
    for (int i : byDay) {
      Claim claim = generated.get(i).claim("c" + i, sources, before, succeeds);
      built.put(i, claim);
      before.add(claim);
    }
    return IntStream.range(0, generated.size()).mapToObj(built::get).toList();
  }

  private static Arbitrary<When> when() {
    Arbitrary<String> day = Arbitraries.of(DAYS);
    return Arbitraries.frequencyOf(
        Tuple.of(9, day.map(When::parse)),
        Tuple.of(2, Arbitraries.of(MONTHS).map(When::parse)),
        Tuple.of(1, Arbitraries.of("2015", "2016").map(When::parse)),
        Tuple.of(2, range("[", "..", "]")),
        Tuple.of(1, day.map(b -> When.parse("[.." + b + "]"))),
        Tuple.of(3, range("", "/", "")),
        Tuple.of(1, day.map(b -> When.parse("../" + b))));
  }

  private static Arbitrary<When> range(String prefix, String separator, String suffix) {
    return Arbitraries.of(PERIODS)
        .map(days -> When.parse(prefix + days.get(0) + separator + days.get(1) + suffix));
  }

  private record GeneratedEvidence(int source, Mode mode, List<String> via) {
    /** Returns the evidence, in a source that was not published before the claim was made. */
    Evidence evidence(When asserted, List<Source> sources, Set<String> speakers) {
      List<Source> fit = sources.stream().filter(s -> !s.published().before(asserted)).toList();
      Evidence.Builder evidence =
          Evidence.builder()
              .source(fit.get(source % fit.size()).id())
              .mode(mode)
              .via(via.stream().filter(id -> !speakers.contains(id)).toList());
      return (mode == Mode.RECORDED ? evidence : evidence.quote("“so it is”")).build();
    }
  }

  private static Arbitrary<GeneratedEvidence> evidence() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 59),
            Arbitraries.frequency(
                Tuple.of(2, Mode.DIRECT),
                Tuple.of(1, Mode.PARTIAL),
                Tuple.of(4, Mode.INDIRECT),
                Tuple.of(1, Mode.PRESUPPOSED),
                Tuple.of(1, Mode.NARRATED),
                Tuple.of(1, Mode.IMPUTED),
                Tuple.of(2, Mode.RECORDED)),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.<String>of())),
                Tuple.of(2, Arbitraries.of(RELAYS).list().uniqueElements().ofMaxSize(2))))
        .as(GeneratedEvidence::new);
  }

  // Questions

  static Arbitrary<String> parties() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("x")), Tuple.of(1, Arbitraries.of(PARTIES)));
  }

  static Arbitrary<LocalDate> days() {
    return Arbitraries.of(
        Stream.concat(DAYS.stream(), Stream.of("2016-01-20", "2016-06-01", "2017-01-31"))
            .map(LocalDate::parse)
            .toList());
  }

  static Arbitrary<Viewpoint> viewpoints() {
    return Combinators.combine(
            days(),
            days().optional(0.3),
            few(SOURCES),
            few(RELAYS),
            few(List.of("dan", "x", "x-ministry", "wire")),
            Arbitraries.frequency(
                Tuple.of(5, Grade.OTHER_SIDE),
                Tuple.of(2, Grade.IMPUTED),
                Tuple.of(1, Grade.NARRATED),
                Tuple.of(1, Grade.REPORTED),
                Tuple.of(1, Grade.OWN_WORDS)),
            Arbitraries.of(true, false, false))
        .as(
            (asOf, knownAt, sources, relays, speakers, minGrade, drafts) -> {
              AnswerFactory factory = AnswerFactory.get();
              Viewpoint viewpoint = factory.viewpoint(asOf);
              viewpoint = factory.without(viewpoint, sources);
              viewpoint = factory.withoutRelays(viewpoint, relays);
              viewpoint = factory.withoutSpeakers(viewpoint, speakers);
              viewpoint = factory.minGrade(viewpoint, minGrade);
              viewpoint = drafts ? factory.withDrafts(viewpoint) : viewpoint;
              return knownAt.isPresent() ? factory.knownAt(viewpoint, knownAt.get()) : viewpoint;
            });
  }

  /** Returns sets of at most two ids, mostly empty. */
  private static Arbitrary<Set<String>> few(List<String> ids) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(Set.of())),
        Tuple.of(1, Arbitraries.of(ids).set().ofMinSize(1).ofMaxSize(2)));
  }
}
