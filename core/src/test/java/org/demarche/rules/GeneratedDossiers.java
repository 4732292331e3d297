package org.demarche.rules;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.demarche.Tracker;
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
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * Generators of small valid dossiers with many coincidences. The actors and ids are always the
 * same. Authorities, terms of office, the parts of propositions, and the claims with their dates
 * and evidence are generated. All days are drawn from one small list, so that dates often coincide
 * and overlap.
 */
final class GeneratedDossiers {
  /** The days from which all dates are drawn; two pairs of them are 31 and 32 days apart. */
  static final List<String> DAYS =
      List.of(
          "2015-12-15",
          "2015-12-31",
          "2016-01-01",
          "2016-01-15",
          "2016-01-31",
          "2016-02-01",
          "2016-02-02",
          "2016-03-01",
          "2016-03-15",
          "2016-12-31");

  private static final List<String> MONTHS = List.of("2015-12", "2016-01", "2016-02", "2016-03");
  private static final List<String> YEARS = List.of("2015", "2016");

  /** The day on which the first source was published, after all claims. */
  static final LocalDate END = LocalDate.of(2017, 1, 31);

  static final List<String> SOURCES = List.of("s0", "s1", "s2", "s3", "s4", "s5");
  private static final List<String> OUTLETS =
      List.of("wire", "x-post", "y-daily", "x-ministry", "y-ministry", "y-bureau");

  private static final List<String> ORGANS =
      List.of("x-head", "x-ministry", "x-desk", "y-ministry", "y-bureau");
  private static final List<String> HEADS = List.of("ann", "bo");

  private static final List<String> MEDIA = List.of("wire", "x-post", "y-daily");

  static final List<String> RELAYS =
      List.of("x", "y", "x-ministry", "y-bureau", "x-source", "y-source", "dan", "x-post", "wire");

  private static final List<String> SIMPLE = List.of("a", "b");
  private static final List<String> COMPOSITES = List.of("d", "e", "f");

  /** An occasion before all claims. */
  private static final Occasion TALKS = Occasion.of("talks", "Talks", When.parse("2014"), "x", "y");

  private GeneratedDossiers() {}

  /** Returns dossiers with few claims on many propositions. */
  static Arbitrary<Dossier> dossiers() {
    Arbitrary<String> any =
        Arbitraries.of(Stream.concat(SIMPLE.stream(), COMPOSITES.stream()).toList());
    return dossiers(
        claim(anyPrincipals(), any, when())
            .list()
            .ofMaxSize(24)
            .withSizeDistribution(RandomDistribution.uniform()),
        propositions());
  }

  /**
   * Returns dossiers with many claims by few principals on one proposition, so that lists exceed
   * their limit.
   */
  static Arbitrary<Dossier> crowdedDossiers() {
    Arbitrary<List<String>> few =
        Arbitraries.of(
            List.of("x-ministry"), List.of("x-ministry"), List.of("x-official"), List.of("wire"));
    Arbitrary<When> openOrWide =
        Arbitraries.of(DAYS.subList(5, DAYS.size()))
            .flatMap(day -> Arbitraries.of("[.." + day + "]", "[2015.." + day + "]"))
            .map(When::parse);
    Arbitrary<GeneratedClaim> claim =
        claim(few, Arbitraries.just("a"), Arbitraries.oneOf(when(), openOrWide));
    return dossiers(
        claim.list().ofMinSize(60).ofMaxSize(100),
        Arbitraries.just(List.<Map<String, Stance>>of()));
  }

  /** Returns dossiers in which two states make one claim each on rival propositions. */
  static Arbitrary<Dossier> rivalDossiers() {
    return dossiers(
        Combinators.combine(
                oneClaim("x", "a"),
                oneClaim("y", "b"),
                Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.just(List.<GeneratedClaim>of())),
                    Tuple.of(1, oneClaim("y-ministry", "a"))))
            .as(
                (ofX, ofY, ofMinistry) ->
                    Stream.of(ofX, ofY, ofMinistry).flatMap(List::stream).toList()),
        Arbitraries.just(List.<Map<String, Stance>>of()));
  }

  private static Arbitrary<List<GeneratedClaim>> oneClaim(String principal, String proposition) {
    return claim(
            Arbitraries.just(List.of(principal)),
            Arbitraries.just(proposition),
            Arbitraries.of(DAYS).map(When::parse))
        .list()
        .ofSize(1);
  }

  /** Returns dossiers in which the organs of one state make different claims on one proposition. */
  static Arbitrary<Dossier> dividedDossiers() {
    Arbitrary<List<String>> organs =
        Arbitraries.of("x", "x-head", "x-head", "x-ministry", "x-desk").map(id -> List.of(id));
    return dossiers(
        claim(organs, Arbitraries.just("a"), when()).list().ofMinSize(3).ofMaxSize(9),
        Arbitraries.just(List.<Map<String, Stance>>of()));
  }

  /** Returns dossiers with many claims by all ranks of one state on one proposition. */
  static Arbitrary<Dossier> manyRankedClaimsDossiers() {
    Arbitrary<List<String>> organs =
        Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of("x", "x-head", "x-official")),
                Tuple.of(9, Arbitraries.of("x-ministry", "x-desk")))
            .map(id -> List.of(id));
    return dossiers(
        claim(organs, Arbitraries.just("a"), when()).list().ofMinSize(20).ofMaxSize(60),
        Arbitraries.just(List.<Map<String, Stance>>of()));
  }

  private static Arbitrary<Dossier> dossiers(
      Arbitrary<List<GeneratedClaim>> claims, Arbitrary<List<Map<String, Stance>>> propositions) {
    return Combinators.combine(sources(), authorities(), terms(), propositions, claims)
        .as(GeneratedDossiers::dossier);
  }

  private static Dossier dossier(
      List<Source> sources,
      List<Authority> authorities,
      List<TermOfOffice> terms,
      List<Map<String, Stance>> propositions,
      List<GeneratedClaim> claims) {
    List<Claim> built = new ArrayList<>();
    for (GeneratedClaim generated : claims) {
      built.add(generated.claim("c" + (built.size() + 1), sources, built));
    }
    return Dossier.of(
        Iterables.concat(
            sources,
            actors(authorities, terms),
            propositions(propositions),
            List.of(TALKS),
            built));
  }

  /** Returns the generated records as text, one per line. */
  static String print(Dossier dossier) {
    Stream<String> terms =
        dossier.actors().stream()
            .flatMap(actor -> actor.terms().stream())
            .map(term -> "term " + term);
    Stream<String> organs =
        dossier.actors().stream()
            .filter(actor -> actor.kind() == ActorKind.ORGAN)
            .map(organ -> organ.id() + " " + organ.authority());
    Stream<String> wholes =
        dossier.propositions().stream()
            .filter(proposition -> !proposition.parts().isEmpty())
            .map(whole -> whole.id() + " " + whole.parts());
    return Stream.of(
            terms,
            organs,
            wholes,
            dossier.sources().stream().map(Source::toString),
            dossier.claims().stream().map(Claim::toString))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  // Variants of dossiers and trackers

  /** Returns the tracker narrowed to a viewpoint. */
  static Tracker tracker(Tracker tracker, Viewpoint viewpoint) {
    Tracker narrowed =
        tracker
            .asOf(viewpoint.asOf())
            .without(viewpoint.without().toArray(String[]::new))
            .withoutRelay(viewpoint.withoutRelays().toArray(String[]::new))
            .withoutSpeaker(viewpoint.withoutSpeakers().toArray(String[]::new))
            .minGrade(viewpoint.minGrade());
    return viewpoint.knownAt().map(narrowed::knownAt).orElse(narrowed);
  }

  /** Returns the dossier with the given claims only, and without responses to other claims. */
  static Dossier withClaims(Dossier dossier, List<Claim> claims) {
    return Dossier.of(
        Iterables.concat(
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            withResponsesAmong(claims)));
  }

  /** Returns the claims without responses to claims that are not in the list. */
  private static List<Claim> withResponsesAmong(List<Claim> claims) {
    Set<String> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
    return claims.stream()
        .map(
            claim ->
                Claim.builder()
                    .from(claim)
                    .respondsTo(claim.respondsTo().stream().filter(ids::contains).toList())
                    .build())
        .toList();
  }

  /**
   * Returns the dossier without the evidence that was not certainly published by the given day, and
   * without the sources that are then unused.
   *
   * @param kept ids of sources to keep in any case
   */
  static Dossier publishedBy(Dossier dossier, LocalDate known, Set<String> kept) {
    Set<String> ids =
        dossier.sources().stream()
            .filter(source -> !source.published().latest().isAfter(known))
            .map(Source::id)
            .collect(Collectors.toSet());
    Dossier published =
        withClaims(
            dossier,
            dossier.claims().stream()
                .map(
                    claim ->
                        Optional.of(
                                claim.evidence().stream()
                                    .filter(piece -> ids.contains(piece.source()))
                                    .toList())
                            .filter(evidence -> !evidence.isEmpty())
                            .map(claim::withEvidence))
                .flatMap(Optional::stream)
                .toList());
    Set<String> needed = new HashSet<>(ids);
    needed.addAll(kept);
    for (boolean grew = true; grew; ) {
      grew = false;
      for (Source source : dossier.sources()) {
        if (needed.contains(source.id())) {
          grew |= needed.addAll(source.derivedFrom());
          grew |= source.revises().map(needed::add).orElse(false);
        }
      }
    }
    return Dossier.of(
        Iterables.concat(
            dossier.sources().stream().filter(source -> needed.contains(source.id())).toList(),
            published.actors(),
            published.occasions(),
            published.propositions(),
            published.claims()));
  }

  /** Returns the dossier with its records in another order. */
  static Dossier shuffled(Dossier dossier, Random random) {
    return Dossier.of(
        Iterables.concat(
            shuffled(dossier.sources(), random),
            shuffled(dossier.actors(), random),
            dossier.occasions(),
            shuffled(dossier.propositions(), random),
            shuffled(dossier.claims(), random)));
  }

  /**
   * Returns the dossier with its records in another order, except for the propositions, whose order
   * is the order of rows.
   */
  static Dossier shuffledButPropositions(Dossier dossier, Random random) {
    return Dossier.of(
        Iterables.concat(
            shuffled(dossier.sources(), random),
            shuffled(dossier.actors(), random),
            dossier.occasions(),
            dossier.propositions(),
            shuffled(dossier.claims(), random)));
  }

  static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  // Actors

  private static List<Actor> actors(List<Authority> authorities, List<TermOfOffice> terms) {
    List<Actor> actors = new ArrayList<>();
    actors.add(actor("x", ActorKind.STATE).terms(terms).build());
    actors.add(
        actor("y", ActorKind.STATE)
            .terms(
                terms.stream()
                    .skip(1)
                    .map(
                        term -> {
                          TermOfOffice other = TermOfOffice.of("dan", term.from());
                          return term.to().map(other::until).orElse(other);
                        })
                    .toList())
            .build());
    for (int i = 0; i < ORGANS.size(); i++) {
      String id = ORGANS.get(i);
      String of =
          id.equals("x-desk")
              ? "x-ministry"
              : id.equals("y-bureau") ? "y-ministry" : id.substring(0, 1);
      actors.add(actor(id, ActorKind.ORGAN).of(of).authority(authorities.get(i)).build());
    }
    actors.add(unnamed("x-source", "x"));
    actors.add(unnamed("x-official", "x-desk"));
    actors.add(unnamed("y-source", "y-bureau"));
    actors.add(unnamed("y-editor", "y-daily"));
    Stream.concat(HEADS.stream(), Stream.of("dan"))
        .forEach(id -> actors.add(actor(id, ActorKind.PERSON).build()));
    actors.add(actor("wire", ActorKind.MEDIA).build());
    actors.add(actor("x-post", ActorKind.MEDIA).of("x").build());
    actors.add(actor("y-daily", ActorKind.MEDIA).of("y").build());
    return actors;
  }

  private static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind);
  }

  private static Actor unnamed(String id, String of) {
    return actor(id, ActorKind.PERSON).of(of).named(false).build();
  }

  private static Arbitrary<List<Authority>> authorities() {
    return Arbitraries.of(Authority.class).list().ofSize(ORGANS.size());
  }

  /** Returns consecutive terms of office, with gaps and acting heads; the list may be empty. */
  private static Arbitrary<List<TermOfOffice>> terms() {
    Arbitrary<Optional<TermOfOffice>> office =
        Combinators.combine(Arbitraries.of(HEADS), Arbitraries.of(true, false, false))
            .as(
                (head, acting) -> {
                  TermOfOffice term = TermOfOffice.of(head, END);
                  return acting ? term.acting() : term;
                })
            .optional(0.8);
    return Combinators.combine(Arbitraries.of(DAYS).set().ofMaxSize(5), office.list().ofSize(5))
        .as(
            (starts, offices) -> {
              List<LocalDate> days = starts.stream().map(LocalDate::parse).sorted().toList();
              List<TermOfOffice> terms = new ArrayList<>();
              for (int i = 0; i < days.size(); i++) {
                if (offices.get(i).isPresent()) {
                  TermOfOffice term = TermOfOffice.of(offices.get(i).get().head(), days.get(i));
                  if (offices.get(i).get().isActing()) {
                    term = term.acting();
                  }
                  terms.add(i + 1 < days.size() ? term.until(days.get(i + 1)) : term);
                }
              }
              return terms;
            });
  }

  // Sources

  private static Arbitrary<List<Source>> sources() {
    return Combinators.combine(
            Arbitraries.of(OUTLETS),
            published(),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(0, 5).set().ofMaxSize(2),
            Arbitraries.integers().between(0, 11))
        .as(GeneratedSource::new)
        .list()
        .ofSize(SOURCES.size())
        .map(
            generated ->
                IntStream.range(0, generated.size())
                    .mapToObj(i -> generated.get(i).source(i))
                    .toList());
  }

  private static Arbitrary<When> published() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(DAYS).map(When::parse)),
        Tuple.of(2, Arbitraries.just(When.on(END))),
        Tuple.of(1, Arbitraries.of(MONTHS).map(When::parse)),
        Tuple.of(1, range("[", "..", "]")),
        Tuple.of(1, Arbitraries.of(DAYS).map(day -> When.parse("[.." + day + "]"))));
  }

  /**
   * The generated values of a source, which may be derived from earlier sources and revise a later
   * one. The first source is published after all others.
   */
  private record GeneratedSource(
      String outlet, When published, boolean reliable, Set<Integer> derivedFrom, int revises) {
    Source source(int index) {
      Source.Builder source =
          Source.builder()
              .id(SOURCES.get(index))
              .outlet(outlet)
              .title("Title of " + SOURCES.get(index))
              .published(index == 0 ? When.on(END) : published)
              .reliableQuotes(reliable)
              .derivedFrom(derivedFrom.stream().filter(i -> i < index).map(SOURCES::get).toList());
      if (revises > index && revises < SOURCES.size()) {
        source.revises(SOURCES.get(revises));
      }
      return source.build();
    }
  }

  // Propositions

  private static Arbitrary<List<Map<String, Stance>>> propositions() {
    Arbitrary<Map<String, Stance>> parts =
        Arbitraries.maps(
                Arbitraries.of(Stream.concat(SIMPLE.stream(), COMPOSITES.stream()).toList()),
                Arbitraries.of(Stance.FOR, Stance.AGAINST))
            .ofMaxSize(4);
    return parts.list().ofSize(COMPOSITES.size());
  }

  /**
   * Returns the propositions. Omits from each composite the parts defined after it, and all parts
   * if they conflict.
   */
  private static List<Proposition> propositions(List<Map<String, Stance>> generated) {
    List<Proposition> propositions = new ArrayList<>();
    SIMPLE.forEach(id -> propositions.add(proposition(id, Map.of())));
    Map<String, Map<String, Stance>> implied = new HashMap<>();
    SIMPLE.forEach(id -> implied.put(id, Map.of()));
    for (int i = 0; i < generated.size(); i++) {
      Map<String, Stance> parts = new HashMap<>(generated.get(i));
      parts.keySet().retainAll(implied.keySet());
      Map<String, Stance> all = new HashMap<>();
      boolean isConsistent =
          parts.size() > 1
              && parts.entrySet().stream()
                  .allMatch(
                      part ->
                          addConsistent(all, Map.of(part.getKey(), part.getValue()))
                              && (part.getValue() == Stance.AGAINST
                                  || addConsistent(
                                      all, implied.getOrDefault(part.getKey(), Map.of()))));
      propositions.add(proposition(COMPOSITES.get(i), isConsistent ? parts : Map.of()));
      implied.put(COMPOSITES.get(i), isConsistent ? all : Map.of());
    }
    return propositions;
  }

  /** Adds all entries, and returns whether no key had another value before. */
  private static boolean addConsistent(Map<String, Stance> all, Map<String, Stance> more) {
    return more.entrySet().stream()
        .allMatch(
            entry -> {
              Stance before = all.put(entry.getKey(), entry.getValue());
              return before == null || before == entry.getValue();
            });
  }

  private static Proposition proposition(String id, Map<String, Stance> parts) {
    Proposition.Builder proposition =
        Proposition.builder()
            .id(id)
            .issue(SIMPLE.contains(id) ? "of-atoms" : "of-all")
            .text("It is so that " + id + ".")
            .parts(parts);
    return (id.equals("a") ? proposition.addExcludes("b") : proposition).build();
  }

  // Claims

  private static Arbitrary<GeneratedClaim> claim(
      Arbitrary<List<String>> principals,
      Arbitrary<String> propositions,
      Arbitrary<When> asserted) {
    return Combinators.combine(
            principals,
            propositions,
            Arbitraries.frequency(
                Tuple.of(4, Stance.FOR),
                Tuple.of(4, Stance.AGAINST),
                Tuple.of(2, Stance.UNCOMMITTED)),
            Arbitraries.integers().between(0, 999),
            asserted,
            Arbitraries.of(false, false, false, true),
            evidence().list().ofMinSize(1).ofMaxSize(3))
        .as(GeneratedClaim::new);
  }

  private static Arbitrary<List<String>> anyPrincipals() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.of("x", "x-head", "x-ministry", "x-desk").map(id -> List.of(id))),
        Tuple.of(1, Arbitraries.of("y", "y-ministry", "y-bureau").map(id -> List.of(id))),
        Tuple.of(
            2,
            Arbitraries.of("x-source", "x-official", "y-source", "y-editor", "ann", "bo", "dan")
                .map(id -> List.of(id))),
        Tuple.of(1, Arbitraries.of(MEDIA).map(id -> List.of(id))),
        Tuple.of(
            3,
            Arbitraries.of(
                List.of("x", "y"),
                List.of("x-ministry", "y-ministry"),
                List.of("x-head", "x-desk"),
                List.of("x", "x-desk"),
                List.of("x-official", "x-desk"),
                List.of("x-official", "y-bureau"),
                List.of("ann", "x-head"),
                List.of("ann", "x-source"),
                List.of("bo", "y"),
                List.of("bo", "wire"),
                List.of("wire", "y-daily"))));
  }

  static Arbitrary<When> when() {
    Arbitrary<String> day = Arbitraries.of(DAYS);
    return Arbitraries.frequencyOf(
        Tuple.of(8, day.map(When::parse)),
        Tuple.of(2, Arbitraries.of(MONTHS).map(When::parse)),
        Tuple.of(1, Arbitraries.of(YEARS).map(When::parse)),
        Tuple.of(3, range("[", "..", "]")),
        Tuple.of(1, day.map(b -> When.parse("[.." + b + "]"))),
        Tuple.of(3, range("", "/", "")),
        Tuple.of(1, day.map(b -> When.parse("../" + b))));
  }

  private static Arbitrary<When> range(String prefix, String separator, String suffix) {
    return Arbitraries.of(DAYS)
        .set()
        .ofSize(2)
        .map(
            days -> {
              List<String> sorted = days.stream().sorted().toList();
              return When.parse(prefix + sorted.get(0) + separator + sorted.get(1) + suffix);
            });
  }

  private record GeneratedEvidence(int source, Mode mode, List<String> via) {
    /**
     * Returns the evidence, in the next source that was not published before the claim was made.
     */
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
                Tuple.of(2, Arbitraries.of(RELAYS).list().uniqueElements().ofMaxSize(3))))
        .as(GeneratedEvidence::new);
  }

  private record GeneratedClaim(
      List<String> principals,
      String proposition,
      Stance stance,
      int force,
      When asserted,
      boolean hasSpokesman,
      List<GeneratedEvidence> evidence) {
    /**
     * Returns the claim. Its frames, occasion and responses are derived from the number of its
     * force.
     */
    Claim claim(String id, List<Source> sources, List<Claim> before) {
      List<String> others =
          principals.stream().filter(principal -> !MEDIA.contains(principal)).toList();
      Set<String> speakers =
          others.isEmpty()
              ? Set.copyOf(principals)
              : hasSpokesman ? Set.of("dan") : Set.copyOf(others);
      List<Force> forces = Stream.of(Force.values()).filter(f -> fits(f, stance)).toList();
      Claim.Builder claim =
          Claim.builder()
              .id(id)
              .speakers(speakers)
              .principals(principals)
              .proposition(proposition)
              .stance(stance)
              .force(forces.get(force % forces.size()))
              .asserted(asserted);
      if (hasSpokesman) {
        claim.role("spokesman or candidate");
      }
      int variant = force / forces.size();
      List.of(List.<String>of(), List.of("f"), List.of("g"), List.of("f", "g"))
          .get(variant % 4)
          .forEach(claim::addFrames);
      if (variant % 3 == 0) {
        claim.occasion(TALKS.id());
      }
      if (variant % 5 < 3 && !before.isEmpty()) {
        Claim answered = before.get(force % before.size());
        if (!asserted.before(answered.asserted())) {
          claim.addRespondsTo(answered.id());
        }
      }
      evidence.forEach(piece -> claim.addEvidence(piece.evidence(asserted, sources, speakers)));
      return claim.build();
    }
  }

  static boolean fits(Force force, Stance stance) {
    return switch (force) {
      case NOTE, DECLINE_TO_COMMENT, WITHHOLD -> stance == Stance.UNCOMMITTED;
      case PROMISE, URGE, DEMAND, HOPE, WELCOME, EXPRESS_DESIRE, AGREE ->
          stance != Stance.UNCOMMITTED;
      default -> true;
    };
  }

  // Viewpoints

  static Arbitrary<LocalDate> days() {
    return Arbitraries.of(
        Stream.of(DAYS.stream(), Stream.of("2015-12-01", "2016-01-20", "2016-06-01", "2017-01-31"))
            .flatMap(all -> all)
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
                Tuple.of(2, Grade.REPORTED),
                Tuple.of(1, Grade.OWN_WORDS),
                Tuple.of(1, Grade.NARRATED),
                Tuple.of(1, Grade.IMPUTED)))
        .as(
            (asOf, knownAt, sources, relays, speakers, minGrade) -> {
              AnswerFactory factory = AnswerFactory.get();
              Viewpoint viewpoint = factory.viewpoint(asOf);
              viewpoint = factory.without(viewpoint, sources);
              viewpoint = factory.withoutRelays(viewpoint, relays);
              viewpoint = factory.withoutSpeakers(viewpoint, speakers);
              viewpoint = factory.minGrade(viewpoint, minGrade);
              return knownAt.isPresent() ? factory.knownAt(viewpoint, knownAt.get()) : viewpoint;
            });
  }

  /** Returns viewpoints that set a day only. */
  static Arbitrary<Viewpoint> plainViewpoints() {
    return days().map(day -> AnswerFactory.get().viewpoint(day));
  }

  /** Returns sets of at most two ids, mostly empty. */
  private static Arbitrary<Set<String>> few(List<String> ids) {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(Set.of())),
        Tuple.of(1, Arbitraries.of(ids).set().ofMinSize(1).ofMaxSize(2)));
  }
}
