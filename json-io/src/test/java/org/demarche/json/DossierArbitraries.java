package org.demarche.json;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Reading;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * Random dossiers, valid by construction: occasions are before 1600, claims from 1600 to 2017, and
 * sources are published from 2018 on; composites hold a part FOR exactly if both are of one
 * polarity; quotations are in the texts of their sources. Records are in any order.
 */
public final class DossierArbitraries {
  private static final int FIRST_OF_CLAIMS = 1600;
  private static final int FIRST_OF_SOURCES = 2018;

  /** Letters, digits, punctuation and symbols: of the rest nothing is seen. */
  private static final Pattern INK = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

  private DossierArbitraries() {}

  // Parts

  /** Any text: of any script, with whatever needs an escape, whole characters or not. */
  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "B",
            "7",
            " ",
            "한",
            "국",
            "中",
            "😀",
            "𝄞",
            "é",
            "e\u0301",
            "\u0301",
            "\u200D",
            "\u2028",
            "\u2029",
            "\u0085",
            "\uFEFF",
            "\u0000",
            "\u0001",
            "\u001F",
            "\u007F",
            "\b",
            "\t",
            "\n",
            "\f",
            "\r",
            "\"",
            "\\",
            "/",
            "\\u0041",
            "'",
            "“",
            "</script>",
            "\uD83D",
            "\uDE00",
            "\uFFFF")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** Any text that says something. */
  static Arbitrary<String> namings() {
    return texts().map(text -> INK.matcher(text).find() ? text : text + "x");
  }

  /** Ids, and slugs of open vocabularies. */
  static Arbitrary<String> slugs() {
    return Arbitraries.of("rok", "KT17", "0", "un/79", "Q884", "a.b", "x_y", "iso:3166", "a--b-");
  }

  /** Dates of every form, all of whose days lie within these years. */
  static Arbitrary<When> whens(int firstYear, int lastYear) {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(
                LocalDate.of(firstYear, 1, 1).toEpochDay(),
                LocalDate.of(lastYear, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<Integer> digits = Arbitraries.of(10, 7, 4);
    return Combinators.combine(days, days, digits, digits, Arbitraries.integers().between(0, 7))
        .as(DossierArbitraries::when);
  }

  /** Dates of claims, of which some go on to the end of the record. */
  private static Arbitrary<When> asserted() {
    return Combinators.combine(
            whens(FIRST_OF_CLAIMS, FIRST_OF_SOURCES - 1), Arbitraries.integers().between(0, 7))
        .as(
            (when, form) ->
                form == 0 && when.precision().isPresent() ? When.parse(when + "/..") : when);
  }

  private static When when(LocalDate one, LocalDate other, int digits, int more, int form) {
    String start = (one.isBefore(other) ? one : other).toString();
    String end = (one.isBefore(other) ? other : one).toString();
    String from = start.substring(0, digits);
    String to = end.substring(0, more);
    boolean day = When.firstDay(from).equals(When.lastDay(to)); // which is no period
    return When.parse(
        switch (form) {
          case 0 -> from;
          case 1 -> "[" + from + ".." + to + "]";
          case 2 -> "[.." + to + "]";
          case 3 -> day ? from : from + "/" + to;
          case 4 -> from + "?";
          case 5 ->
              switch (digits) {
                case 10 -> start.substring(0, 8) + "XX";
                case 7 -> start.substring(0, 5) + "XX";
                default -> (start.startsWith("000") ? "001" : start.substring(0, 3)) + "X~";
              };
          case 6 -> "[" + from + "~.." + to + "%]";
          default -> "../" + to;
        });
  }

  private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> arbitrary) {
    return arbitrary.optional(0.5);
  }

  private static <T> Arbitrary<List<T>> some(Arbitrary<T> arbitrary, int least, int most) {
    return arbitrary.list().ofMinSize(least).ofMaxSize(most);
  }

  /** A number by which something is picked from a list, whatever its length will be. */
  private static Arbitrary<Integer> picks() {
    return Arbitraries.integers().between(0, 999);
  }

  private static <T> T pick(List<T> from, int pick) {
    return from.get(pick % from.size());
  }

  private static List<String> pickAll(List<String> from, List<Integer> picks) {
    return from.isEmpty() ? List.of() : picks.stream().map(p -> pick(from, p)).distinct().toList();
  }

  // Actors

  private record TermSeed(int gap, int length, boolean acting, int head) {}

  private record ActorSeed(
      String slug,
      String name,
      int of,
      Optional<Boolean> belongs,
      Authority authority,
      Set<String> aliases,
      List<TermSeed> terms,
      boolean lasts) {}

  private static Arbitrary<ActorSeed> actors() {
    Arbitrary<TermSeed> term =
        Combinators.combine(
                Arbitraries.integers().between(0, 400),
                Arbitraries.integers().between(1, 2000),
                Arbitraries.of(true, false),
                picks())
            .as(TermSeed::new);
    return Combinators.combine(
            slugs(),
            namings(),
            picks(),
            maybe(Arbitraries.just(true)),
            Arbitraries.of(Authority.class),
            namings().set().ofMaxSize(3),
            some(term, 0, 3),
            Arbitraries.of(true, false))
        .as(ActorSeed::new);
  }

  // Sources, occasions, propositions

  private record SourceSeed(
      String slug,
      int outlet,
      String title,
      When published,
      Basis basis,
      boolean reliable,
      List<Integer> derivedFrom,
      SourceMore more) {}

  private record SourceMore(
      Optional<Integer> revises,
      Optional<String> author,
      Optional<String> url,
      Optional<String> text,
      Optional<String> note,
      List<Integer> issuedBy,
      Optional<String> textHash,
      boolean identified) {}

  private static Arbitrary<SourceSeed> sources() {
    return Combinators.combine(
            slugs(),
            picks(),
            namings(),
            whens(FIRST_OF_SOURCES, 9999),
            Arbitraries.of(Basis.class),
            Arbitraries.of(true, false),
            some(picks(), 0, 2),
            Combinators.combine(
                    maybe(picks()),
                    maybe(namings()),
                    maybe(texts()),
                    maybe(texts()),
                    maybe(texts()),
                    some(picks(), 0, 2),
                    maybe(Arbitraries.of("0123456789abcdef".repeat(4), "F".repeat(64))),
                    Arbitraries.of(true, false))
                .as(SourceMore::new))
        .as(SourceSeed::new);
  }

  private record OccasionSeed(String slug, String label, When when, List<Integer> participants) {}

  private static Arbitrary<OccasionSeed> occasions() {
    return Combinators.combine(
            slugs(), namings(), whens(1, FIRST_OF_CLAIMS - 1), some(picks(), 0, 3))
        .as(OccasionSeed::new);
  }

  private record PropositionSeed(
      String slug,
      String issue,
      String text,
      boolean polarity,
      List<Integer> parts,
      Optional<Integer> about,
      List<Integer> excludes,
      Optional<String> label) {}

  private static Arbitrary<PropositionSeed> propositions() {
    return Combinators.combine(
            slugs(),
            slugs(),
            namings(),
            Arbitraries.of(true, false),
            some(picks(), 0, 3),
            maybe(picks()),
            some(picks(), 0, 2),
            maybe(Arbitraries.of("more THAAD", "회담")))
        .as(PropositionSeed::new);
  }

  // Claims

  private record Said(Stance stance, Force force) {}

  private static Arbitrary<Said> said() {
    Set<Force> noSide =
        EnumSet.of(Force.WITHHOLD, Force.NOTE, Force.DECLINE_TO_COMMENT, Force.WITHDRAW);
    Set<Force> aSide =
        EnumSet.of(
            Force.PROMISE,
            Force.AGREE,
            Force.URGE,
            Force.DEMAND,
            Force.HOPE,
            Force.WELCOME,
            Force.EXPRESS_DESIRE);
    List<Said> fit =
        Stream.of(Force.values())
            .flatMap(force -> Stream.of(Stance.values()).map(stance -> new Said(stance, force)))
            .filter(s -> !noSide.contains(s.force()) || s.stance() == Stance.UNCOMMITTED)
            .filter(s -> !aSide.contains(s.force()) || s.stance() != Stance.UNCOMMITTED)
            .toList();
    return Arbitraries.of(fit);
  }

  private record EvidenceSeed(
      int source,
      Mode mode,
      List<Integer> via,
      Optional<String> quote,
      Optional<Integer> at,
      Optional<String> language,
      Optional<String> translation) {}

  private static Arbitrary<EvidenceSeed> evidence() {
    return Combinators.combine(
            picks(),
            Arbitraries.of(Mode.class),
            some(picks(), 0, 3),
            maybe(namings()),
            maybe(picks()),
            maybe(Arbitraries.of("ko", "zh-Hant-TW", "x-old")),
            maybe(namings()))
        .as(EvidenceSeed::new);
  }

  private record ClaimSeed(
      String slug,
      When asserted,
      Basis basis,
      int proposition,
      Said said,
      Who who,
      More more,
      Coding coding) {}

  private record Coding(
      Optional<String> condition,
      Optional<When> due,
      List<Integer> retracts,
      Optional<String> coder,
      boolean draft,
      Optional<String> reviewer,
      List<Reading> readings) {}

  private static Arbitrary<Coding> codings() {
    Arbitrary<Reading> readings =
        Combinators.combine(
                namings(),
                Arbitraries.maps(Arbitraries.of("force", "stance", "evidence/0/mode"), texts())
                    .ofMinSize(1)
                    .ofMaxSize(2))
            .as(Reading::by);
    return Combinators.combine(
            maybe(namings()),
            maybe(whens(FIRST_OF_CLAIMS, 9999)),
            some(picks(), 0, 2),
            maybe(namings()),
            Arbitraries.of(true, false),
            maybe(namings()),
            some(readings, 0, 2))
        .as(Coding::new);
  }

  private record Who(
      boolean medium, List<Integer> speakers, List<Integer> principals, List<Integer> audience) {}

  private record More(
      Optional<String> gist,
      Optional<String> role,
      Optional<Integer> occasion,
      Set<String> frames,
      List<Integer> respondsTo,
      List<EvidenceSeed> evidence,
      Optional<String> note) {}

  private static Arbitrary<ClaimSeed> claims(Arbitrary<When> asserted) {
    Arbitrary<Who> who =
        Combinators.combine(
                Arbitraries.of(true, false, false),
                some(picks(), 1, 3),
                some(picks(), 1, 3),
                some(picks(), 0, 2))
            .as(Who::new);
    Arbitrary<More> more =
        Combinators.combine(
                maybe(namings()),
                maybe(texts()),
                maybe(picks()),
                slugs().set().ofMaxSize(3),
                some(picks(), 0, 2),
                some(evidence(), 1, 3),
                maybe(texts()))
            .as(More::new);
    return Combinators.combine(
            slugs(), asserted, Arbitraries.of(Basis.class), picks(), said(), who, more, codings())
        .as(ClaimSeed::new);
  }

  // The whole

  /** Sound dossiers, the empty one among them, in which every date of a claim has an end. */
  static Arbitrary<Dossier> dossiers() {
    return dossiers(whens(FIRST_OF_CLAIMS, FIRST_OF_SOURCES - 1));
  }

  /** Sound dossiers, the empty one among them. */
  public static Arbitrary<Dossier> dossiersWithOpenEnds() {
    return dossiers(asserted());
  }

  private static Arbitrary<Dossier> dossiers(Arbitrary<When> asserted) {
    return Combinators.combine(
            some(actors(), 0, 9),
            some(sources(), 0, 4),
            some(occasions(), 0, 3),
            some(propositions(), 0, 6),
            some(claims(asserted), 0, 5),
            descriptions(),
            Arbitraries.longs())
        .as(
            (a, s, o, p, c, description, order) ->
                new Build(a, s, o, p, c).dossier(new Random(order)).describedBy(description))
        .withoutEdgeCases();
  }

  private static Arbitrary<Description> descriptions() {
    return Combinators.combine(
            maybe(namings()), some(namings(), 0, 2), maybe(namings()), maybe(namings()))
        .as(
            (title, authors, licence, version) -> {
              Description described = Description.empty().authors(authors);
              described = title.map(described::title).orElse(described);
              described = licence.map(described::licence).orElse(described);
              return version.map(described::version).orElse(described);
            });
  }

  /** Makes records of seeds, and leaves out what cannot be for want of something to refer to. */
  private static final class Build {
    private final List<String> states = new ArrayList<>();
    private final List<String> organs = new ArrayList<>();
    private final List<String> organisations = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();
    private final List<String> media = new ArrayList<>();
    private final List<String> everybody = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Source.Builder> drafts = new ArrayList<>();
    private final List<String> sourceIds = new ArrayList<>();
    private final List<Optional<StringBuilder>> texts = new ArrayList<>();
    private final List<Occasion> occasions = new ArrayList<>();
    private final List<Proposition> propositions = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    Build(
        List<ActorSeed> actors,
        List<SourceSeed> sources,
        List<OccasionSeed> occasions,
        List<PropositionSeed> propositions,
        List<ClaimSeed> claims) {
      addActors(actors);
      if (everybody.size() > persons.size()) {
        sources.forEach(this::add);
      }
      occasions.forEach(this::add);
      addPropositions(propositions);
      if (!this.propositions.isEmpty() && !sourceIds.isEmpty() && !everybody.isEmpty()) {
        claims.forEach(this::add);
      }
    }

    Dossier dossier(Random order) {
      List<Source> sources = new ArrayList<>();
      for (int i = 0; i < drafts.size(); i++) {
        texts.get(i).map(StringBuilder::toString).ifPresent(drafts.get(i)::text);
        sources.add(drafts.get(i).build());
      }
      for (List<?> records : List.of(sources, actors, occasions, propositions, claims)) {
        Collections.shuffle(records, order);
      }
      return Dossier.of(Iterables.concat(sources, actors, occasions, propositions, claims));
    }

    /** The number of a record makes its id the only one of its type. */
    private static String id(String slug, List<?> before) {
      return slug + "-" + before.size();
    }

    private void addActors(List<ActorSeed> seeds) {
      // Persons first, since they head administrations; then states, organs, media.
      for (int i = 0; i < seeds.size(); i += 4) {
        addPerson(seeds.get(i));
      }
      for (int i = 1; i < seeds.size(); i += 4) {
        addState(seeds.get(i));
      }
      if (seeds.size() > 5) {
        addOrganisation(seeds.get(5));
      }
      for (int i = 2; i < seeds.size() && !states.isEmpty(); i += 4) {
        addOrgan(seeds.get(i));
      }
      for (int i = 3; i < seeds.size(); i += 4) {
        addMedium(seeds.get(i));
      }
      if (seeds.size() > 4) {
        addOfficial(seeds.get(4));
      }
    }

    private Actor.Builder actor(ActorSeed seed, ActorKind kind, List<String> kin) {
      String id = id(seed.slug(), everybody);
      kin.add(id);
      everybody.add(id);
      return Actor.builder()
          .id(id)
          .name(seed.name())
          .kind(kind)
          .aliases(seed.aliases())
          .identifiers(seed.lasts() ? Map.of("demarche", id, seed.slug(), id) : Map.of());
    }

    private void addOrganisation(ActorSeed seed) {
      List<Membership> members = new ArrayList<>();
      LocalDate day = LocalDate.of(1990, 1, 1);
      for (String state : states) {
        Membership member = Membership.of(state);
        members.add(member.until(day));
        members.add(seed.lasts() ? member.from(day) : member.from(day).until(day.plusDays(1)));
      }
      actors.add(actor(seed, ActorKind.ORGANISATION, organisations).members(members).build());
    }

    private void addPerson(ActorSeed seed) {
      actors.add(actor(seed, ActorKind.PERSON, persons).build());
    }

    private void addState(ActorSeed seed) {
      Actor.Builder state = actor(seed, ActorKind.STATE, states);
      LocalDate day = LocalDate.of(1990, 1, 1);
      List<TermOfOffice> terms = new ArrayList<>();
      for (int i = 0; i < seed.terms().size(); i++) {
        TermSeed term = seed.terms().get(i);
        LocalDate from = day.plusDays(term.gap());
        day = from.plusDays(term.length());
        TermOfOffice office = TermOfOffice.of(pick(persons, term.head()), from);
        if (term.acting()) {
          office = office.acting();
        }
        boolean lasts = seed.lasts() && i == seed.terms().size() - 1;
        terms.add(lasts ? office : office.until(day));
      }
      Collections.reverse(terms);
      if (states.size() > 1) {
        state.succeeds(states.get(states.size() - 2)).from(LocalDate.of(1990, 1, 1));
      }
      if (!seed.lasts()) {
        state.to(LocalDate.of(1991, 1, 1).plusDays(seed.of()));
      }
      actors.add(state.terms(terms).build());
    }

    private void addOrgan(ActorSeed seed) {
      List<String> above = Stream.of(states, organisations, organs).flatMap(List::stream).toList();
      Actor.Builder organ =
          actor(seed, ActorKind.ORGAN, organs)
              .of(pick(above, seed.of()))
              .authority(seed.authority());
      if (seed.lasts() && seed.authority() != Authority.NONE) {
        organ.addTerms(TermOfOffice.of(pick(persons, seed.of()), LocalDate.of(1990, 1, 1)));
      }
      actors.add(organ.build());
    }

    private void addMedium(ActorSeed seed) {
      List<String> above = Stream.of(states, organisations, organs).flatMap(List::stream).toList();
      Actor.Builder medium = actor(seed, ActorKind.MEDIA, media);
      if (seed.belongs().isPresent() && !above.isEmpty()) {
        medium.of(pick(above, seed.of()));
      }
      actors.add(medium.build());
    }

    private void addOfficial(ActorSeed seed) {
      List<String> above =
          Stream.of(states, organisations, organs, media).flatMap(List::stream).toList();
      Actor.Builder official = actor(seed, ActorKind.PERSON, persons).named(false);
      if (seed.belongs().isPresent()) {
        official.of(pick(above, seed.of()));
      }
      actors.add(official.build());
    }

    private void add(SourceSeed seed) {
      List<String> bodies = Stream.of(states, organisations, organs).flatMap(List::stream).toList();
      List<String> outlets = Stream.concat(media.stream(), bodies.stream()).toList();
      String id = id(seed.slug(), sourceIds);
      Source.Builder source =
          Source.builder()
              .id(id)
              .issuedBy(pickAll(bodies.isEmpty() ? media : bodies, seed.more().issuedBy()))
              .identifiers(seed.more().identified() ? Map.of("doi", "10.1/" + id) : Map.of())
              .outlet(pick(outlets, seed.outlet()))
              .title(seed.title())
              .published(seed.published())
              .basis(seed.basis())
              .reliableQuotes(seed.reliable())
              .derivedFrom(pickAll(sourceIds, seed.derivedFrom()));
      if (!sourceIds.isEmpty()) {
        seed.more().revises().map(p -> pick(sourceIds, p)).ifPresent(source::revises);
      }
      seed.more().author().ifPresent(source::author);
      seed.more().url().ifPresent(source::url);
      seed.more().note().ifPresent(source::note);
      seed.more().textHash().ifPresent(source::textHash);
      texts.add(seed.more().text().map(StringBuilder::new));
      drafts.add(source);
      sourceIds.add(id);
    }

    private void add(OccasionSeed seed) {
      occasions.add(
          Occasion.of(
              id(seed.slug(), occasions),
              seed.label(),
              seed.when(),
              pickAll(everybody, seed.participants())));
    }

    private void addPropositions(List<PropositionSeed> seeds) {
      for (int i = 0; i < seeds.size(); i++) {
        PropositionSeed seed = seeds.get(i);
        List<String> before = propositions.stream().map(Proposition::id).toList();
        Proposition.Builder proposition =
            Proposition.builder()
                .id(id(seed.slug(), propositions))
                .issue(seed.issue())
                .text(seed.text());
        seed.label().ifPresent(proposition::label);
        List<String> parts = pickAll(before, seed.parts());
        if (parts.size() > 1) {
          for (String part : parts) {
            boolean alike = seeds.get(before.indexOf(part)).polarity() == seed.polarity();
            proposition.putParts(part, alike ? Stance.FOR : Stance.AGAINST);
          }
          before = before.stream().filter(id -> !parts.contains(id)).toList();
        }
        if (!before.isEmpty()) {
          List<String> others = before;
          seed.about().map(p -> pick(others, p)).ifPresent(proposition::about);
        }
        propositions.add(proposition.excludes(pickAll(before, seed.excludes())).build());
      }
    }

    private void add(ClaimSeed seed) {
      boolean byMedium =
          !media.isEmpty() && (seed.who().medium() || media.size() == everybody.size());
      List<String> others = everybody.stream().filter(id -> !media.contains(id)).toList();
      List<String> speakers = pickAll(byMedium ? media : others, seed.who().speakers());
      List<String> principals = byMedium ? speakers : pickAll(others, seed.who().principals());
      List<String> retracts = retracted(seed, principals);
      Claim.Builder claim =
          Claim.builder()
              .id(id(seed.slug(), claims))
              .asserted(seed.asserted())
              .basis(seed.basis())
              .proposition(pick(propositions, seed.proposition()).id())
              .stance(seed.said().stance())
              .force(force(seed.said(), !retracts.isEmpty()))
              .speakers(speakers)
              .principals(principals)
              .retracts(retracts)
              .audience(pickAll(everybody, seed.who().audience()))
              .frames(seed.more().frames())
              .respondsTo(answered(seed))
              .draft(seed.coding().draft())
              .readings(seed.coding().readings());
      seed.coding().condition().ifPresent(claim::condition);
      seed.coding().due().ifPresent(claim::due);
      seed.coding().coder().ifPresent(claim::coder);
      seed.coding().reviewer().filter(name -> !seed.coding().draft()).ifPresent(claim::reviewer);
      seed.more().gist().ifPresent(claim::gist);
      seed.more().role().ifPresent(claim::role);
      seed.more().note().ifPresent(claim::note);
      if (!occasions.isEmpty()) {
        seed.more().occasion().map(p -> pick(occasions, p).id()).ifPresent(claim::occasion);
      }
      List<String> relays = everybody.stream().filter(id -> !speakers.contains(id)).toList();
      claims.add(
          claim
              .evidence(seed.more().evidence().stream().map(e -> evidence(e, relays)).toList())
              .build());
    }

    private static Force force(Said said, boolean retracts) {
      if (retracts && said.stance() == Stance.UNCOMMITTED) {
        return Force.WITHDRAW;
      }
      return said.force() == Force.WITHDRAW ? Force.WITHHOLD : said.force();
    }

    /** Returns the claims that answer and retract none, lest no order of time fits them all. */
    private List<Claim> first() {
      return claims.stream()
          .filter(claim -> claim.respondsTo().isEmpty() && claim.retracts().isEmpty())
          .toList();
    }

    private List<String> retracted(ClaimSeed seed, List<String> principals) {
      List<String> fit =
          first().stream()
              .filter(claim -> !seed.asserted().before(claim.asserted()))
              .filter(claim -> !Collections.disjoint(principals, claim.principals()))
              .map(Claim::id)
              .toList();
      return pickAll(fit, seed.coding().retracts());
    }

    private Set<String> answered(ClaimSeed seed) {
      boolean counters = seed.said().force() == Force.DENY || seed.said().force() == Force.REFUSE;
      Set<String> answered = new LinkedHashSet<>();
      List<Claim> first = first();
      for (int pick : first.isEmpty() ? List.<Integer>of() : seed.more().respondsTo()) {
        Claim claim = pick(first, pick);
        if (!counters || !seed.asserted().before(claim.asserted())) {
          answered.add(claim.id());
        }
      }
      return answered;
    }

    private Evidence evidence(EvidenceSeed seed, List<String> relays) {
      int source = seed.source() % sourceIds.size();
      Evidence.Builder evidence =
          Evidence.builder()
              .source(sourceIds.get(source))
              .mode(seed.mode())
              .via(pickAll(relays, seed.via()));
      Optional<String> quote =
          seed.quote().isEmpty() && seed.mode() != Mode.RECORDED
              ? Optional.of("“so”")
              : seed.quote();
      quote.ifPresent(evidence::quote);
      seed.language().ifPresent(evidence::language);
      seed.translation().filter(words -> quote.isPresent()).ifPresent(evidence::translation);
      Optional<StringBuilder> text = texts.get(source);
      int start = seed.at().orElse(0);
      int length = 1 + seed.source();
      if (quote.isPresent() && text.isPresent()) {
        // A dot before and after, lest halves of characters meet.
        text.get().append('.');
        start = text.get().codePointCount(0, text.get().length());
        length = quote.get().codePointCount(0, quote.get().length());
        text.get().append(quote.get()).append('.');
      }
      if (seed.at().isPresent()) {
        evidence.selector(start, start + length);
      }
      return evidence.build();
    }
  }
}
