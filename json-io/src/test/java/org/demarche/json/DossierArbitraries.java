package org.demarche.json;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
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
 * Random dossiers, valid by construction: occasions are before 1600, claims from 1600 to 2017, and
 * sources are published from 2018 on; composites hold a part FOR exactly if both are of one
 * polarity; quotations are in the texts of their sources. Records are in any order.
 */
final class DossierArbitraries {
  private static final int FIRST_OF_CLAIMS = 1600;
  private static final int FIRST_OF_SOURCES = 2018;

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
    return texts().map(text -> text.isBlank() ? text + "x" : text);
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
    return Combinators.combine(days, days, digits, digits, Arbitraries.integers().between(0, 4))
        .as(DossierArbitraries::when);
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
      Optional<String> note) {}

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
                    maybe(texts()))
                .as(SourceMore::new))
        .as(SourceSeed::new);
  }

  private record OccasionSeed(String slug, String label, When when, List<Integer> participants) {}

  private static Arbitrary<OccasionSeed> occasions() {
    return Combinators.combine(
            slugs(), namings(), whens(0, FIRST_OF_CLAIMS - 1), some(picks(), 0, 3))
        .as(OccasionSeed::new);
  }

  private record PropositionSeed(
      String slug,
      String issue,
      String text,
      boolean polarity,
      List<Integer> parts,
      Optional<Integer> about,
      List<Integer> excludes) {}

  private static Arbitrary<PropositionSeed> propositions() {
    return Combinators.combine(
            slugs(),
            slugs(),
            namings(),
            Arbitraries.of(true, false),
            some(picks(), 0, 3),
            maybe(picks()),
            some(picks(), 0, 2))
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
      int source, Mode mode, List<Integer> via, Optional<String> quote, Optional<Integer> at) {}

  private static Arbitrary<EvidenceSeed> evidence() {
    return Combinators.combine(
            picks(),
            Arbitraries.of(Mode.class),
            some(picks(), 0, 3),
            maybe(namings()),
            maybe(picks()))
        .as(EvidenceSeed::new);
  }

  private record ClaimSeed(
      String slug, When asserted, Basis basis, int proposition, Said said, Who who, More more) {}

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

  private static Arbitrary<ClaimSeed> claims() {
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
            slugs(),
            whens(FIRST_OF_CLAIMS, FIRST_OF_SOURCES - 1),
            Arbitraries.of(Basis.class),
            picks(),
            said(),
            who,
            more)
        .as(ClaimSeed::new);
  }

  // The whole

  /** Sound dossiers, the empty one among them. */
  static Arbitrary<Dossier> dossiers() {
    return Combinators.combine(
            some(actors(), 0, 9),
            some(sources(), 0, 4),
            some(occasions(), 0, 3),
            some(propositions(), 0, 6),
            some(claims(), 0, 5),
            Arbitraries.longs())
        .as((a, s, o, p, c, order) -> new Build(a, s, o, p, c).dossier(new Random(order)))
        .withoutEdgeCases();
  }

  /** Makes records of seeds, and leaves out what cannot be for want of something to refer to. */
  private static final class Build {
    private final List<String> states = new ArrayList<>();
    private final List<String> organs = new ArrayList<>();
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
      if (!media.isEmpty() || !organs.isEmpty()) {
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
      return Actor.builder().id(id).name(seed.name()).kind(kind).aliases(seed.aliases());
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
      actors.add(state.terms(terms).build());
    }

    private void addOrgan(ActorSeed seed) {
      List<String> above = Stream.concat(states.stream(), organs.stream()).toList();
      actors.add(
          actor(seed, ActorKind.ORGAN, organs)
              .of(pick(above, seed.of()))
              .authority(seed.authority())
              .build());
    }

    private void addMedium(ActorSeed seed) {
      List<String> above = Stream.concat(states.stream(), organs.stream()).toList();
      Actor.Builder medium = actor(seed, ActorKind.MEDIA, media);
      if (seed.belongs().isPresent() && !above.isEmpty()) {
        medium.of(pick(above, seed.of()));
      }
      actors.add(medium.build());
    }

    private void addOfficial(ActorSeed seed) {
      List<String> above = Stream.of(states, organs, media).flatMap(List::stream).toList();
      Actor.Builder official = actor(seed, ActorKind.PERSON, persons).named(false);
      if (seed.belongs().isPresent()) {
        official.of(pick(above, seed.of()));
      }
      actors.add(official.build());
    }

    private void add(SourceSeed seed) {
      List<String> outlets = Stream.concat(media.stream(), organs.stream()).toList();
      Source.Builder source =
          Source.builder()
              .id(id(seed.slug(), sourceIds))
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
      texts.add(seed.more().text().map(StringBuilder::new));
      drafts.add(source);
      sourceIds.add(id(seed.slug(), sourceIds));
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
      Claim.Builder claim =
          Claim.builder()
              .id(id(seed.slug(), claims))
              .asserted(seed.asserted())
              .basis(seed.basis())
              .proposition(pick(propositions, seed.proposition()).id())
              .stance(seed.said().stance())
              .force(seed.said().force())
              .speakers(speakers)
              .principals(byMedium ? speakers : pickAll(others, seed.who().principals()))
              .audience(pickAll(everybody, seed.who().audience()))
              .frames(seed.more().frames())
              .respondsTo(answered(seed));
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

    private Set<String> answered(ClaimSeed seed) {
      boolean counters = seed.said().force() == Force.DENY || seed.said().force() == Force.REFUSE;
      Set<String> answered = new LinkedHashSet<>();
      for (int pick : claims.isEmpty() ? List.<Integer>of() : seed.more().respondsTo()) {
        Claim claim = pick(claims, pick);
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
