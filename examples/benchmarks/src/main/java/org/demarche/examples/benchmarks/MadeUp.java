package org.demarche.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;

/**
 * A record made up by chance, the same for the same seed: 200 governments with organs of all ranks
 * on 500 propositions, a tenth of them composites and their parts, from 1990 to 2025. Of a hundred
 * claims five have no first day, five tell only the month, three some day of a period and two are
 * made throughout one; thirty fall on ten crowded cells; some are hints or the words of media.
 *
 * <p>It is made source by source, each from a chance of its own, so that a record of any size can
 * be streamed.
 *
 * @param claims how many
 * @param seed of all chance
 * @param wording whether evidence quotes
 */
record MadeUp(int claims, long seed, Wording wording) {
  /** How evidence renders what was said. */
  enum Wording {
    /** A quotation of 120 characters, most with curly quotes in it. */
    QUOTED,
    /** Official records that need no quotation. */
    RECORDED
  }

  static final int STATES = 200;
  static final int PROPOSITIONS = 500;
  private static final int CROWDED = 10;
  private static final int CLAIMS_A_SOURCE = 20;
  private static final int QUOTATION = 120;
  private static final LocalDate START = LocalDate.of(1990, 1, 1);
  private static final int LONGEST_LAG = 120;
  private static final int DAYS = 36 * 365;
  private static final int COMPOSITES = 70;
  private static final List<String> NEUTRAL =
      IntStream.range(0, 20).mapToObj(i -> "agency-" + i).toList();

  private static final List<Force> SIDED =
      List.of(
          Force.ASSERT,
          Force.ASSERT,
          Force.REAFFIRM,
          Force.DENY,
          Force.STATE_INTENTION,
          Force.PROMISE,
          Force.AGREE,
          Force.REFUSE,
          Force.THREATEN,
          Force.URGE,
          Force.URGE,
          Force.DEMAND,
          Force.WARN,
          Force.EXPRESS_CONCERN,
          Force.HOPE,
          Force.WELCOME,
          Force.EXPRESS_DESIRE,
          Force.DECIDE,
          Force.VOTE,
          Force.UNSPECIFIED);
  private static final List<Force> OPEN =
      List.of(Force.WITHHOLD, Force.ASSERT, Force.REFUSE, Force.VOTE, Force.UNSPECIFIED);
  private static final List<Force> SIDELESS = List.of(Force.NOTE, Force.DECLINE_TO_COMMENT);

  private static final List<String> WORDS =
      List.of(
          "the",
          "treaty",
          "we",
          "hold",
          "that",
          "never",
          "deployment",
          "shall",
          "be",
          "firmly",
          "sovereign",
          "restraint",
          "and",
          "talks",
          "must",
          "border",
          "agreed",
          "not",
          "concern");

  /** The record of a size as most benchmarks take it: quoted. */
  static MadeUp of(int claims) {
    return new MadeUp(claims, 1, Wording.QUOTED);
  }

  /** It as a {@code .jsonl}, which is written the first time and then kept until a clean build. */
  Path file() {
    Path file =
        Path.of(
            "target",
            "made-up",
            "%d-%d-%s.jsonl".formatted(claims, seed, wording.name().toLowerCase(Locale.ROOT)));
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(file.getParent());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      Dossiers.write(items(), file);
    }
    return file;
  }

  /** It as a dossier. */
  Dossier dossier() {
    return Dossiers.read(file());
  }

  /** Its records one by one: who and what first, then each source with its claims. */
  Stream<DossierRecord> items() {
    int sources = (claims + CLAIMS_A_SOURCE - 1) / CLAIMS_A_SOURCE;
    Stream<Stream<DossierRecord>> parts =
        Stream.of(
            NEUTRAL.stream().map(id -> actor(id, ActorKind.MEDIA).build()),
            IntStream.range(0, STATES).boxed().flatMap(this::government),
            IntStream.range(0, PROPOSITIONS).mapToObj(MadeUp::proposition),
            IntStream.range(0, sources).boxed().flatMap(number -> article(number).stream()));
    return parts.flatMap(part -> part);
  }

  private SplittableRandom chance(String of, int number) {
    return new SplittableRandom(seed * 1_000_003 + of.hashCode() * 31L + number);
  }

  // Who

  private Stream<DossierRecord> government(int number) {
    String state = state(number);
    List<TermOfOffice> terms = terms(number);
    return Stream.concat(
        terms.stream()
            .map(TermOfOffice::head)
            .distinct()
            .map(head -> actor(head, ActorKind.PERSON).build()),
        Stream.of(
            actor(state, ActorKind.STATE).terms(terms).build(),
            actor(state + "-head", ActorKind.ORGAN).of(state).authority(Authority.HEAD).build(),
            actor(state + "-office", ActorKind.ORGAN)
                .of(state)
                .authority(Authority.HEAD_OFFICE)
                .build(),
            actor(state + "-ministry", ActorKind.ORGAN)
                .of(state)
                .authority(Authority.MINISTRY)
                .build(),
            actor(state + "-spokesman", ActorKind.PERSON).build(),
            actor(state + "-daily", ActorKind.MEDIA).of(state).build()));
  }

  private static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind);
  }

  private static String state(int number) {
    return "s" + number;
  }

  /** Terms of four to eight years, the last of which still runs. */
  private List<TermOfOffice> terms(int state) {
    SplittableRandom chance = chance("terms", state);
    List<TermOfOffice> terms = new ArrayList<>();
    LocalDate from = START.minusDays(chance.nextInt(4 * 365));
    while (from.isBefore(START.plusDays(DAYS))) {
      LocalDate to = from.plusDays(chance.nextInt(4 * 365, 8 * 365));
      terms.add(TermOfOffice.of(state(state) + "-leader-" + terms.size(), from, to));
      from = to;
    }
    return terms;
  }

  // What

  /**
   * The first seventy make fourteen trees: a composite of two parts, of which the first has two
   * parts of its own.
   */
  private static Proposition proposition(int number) {
    Proposition.Builder proposition =
        Proposition.builder()
            .id(propositionId(number))
            .issue("i" + number / 10)
            .text("The matter is settled as draft " + number + " has it.");
    if (number < COMPOSITES && number % 5 < 2) {
      int first = number % 5 == 0 ? number + 1 : number + 2;
      proposition
          .putParts(propositionId(first), Stance.FOR)
          .putParts(propositionId(first + 1), Stance.AGAINST);
    }
    return proposition.build();
  }

  private static String propositionId(int number) {
    return "p" + number;
  }

  // Said, and by whom

  private LocalDate published(int source) {
    return START.plusDays(LONGEST_LAG + chance("published", source).nextInt(DAYS - LONGEST_LAG));
  }

  private List<DossierRecord> article(int number) {
    SplittableRandom chance = chance("article", number);
    int first = number * CLAIMS_A_SOURCE;
    List<DossierRecord> items = new ArrayList<>();
    items.add(
        Source.builder()
            .id("d" + number)
            .outlet(
                chance.nextInt(10) < 7
                    ? oneOf(NEUTRAL, chance)
                    : state(chance.nextInt(STATES)) + "-daily")
            .title("Report " + number)
            .published(When.on(published(number)))
            .build());
    Claim before = claim(first, number, chance);
    items.add(before);
    for (int i = first + 1; i < Math.min(first + CLAIMS_A_SOURCE, claims); i++) {
      Claim claim = answering(before, claim(i, number, chance), i);
      items.add(claim);
      before = claim;
    }
    return items;
  }

  /** One claim in fifty answers that before it, unless it was made earlier. */
  private static Claim answering(Claim before, Claim claim, int number) {
    return number % 50 == 7 && !claim.asserted().before(before.asserted())
        ? Claim.builder().from(claim).addRespondsTo(before.id()).build()
        : claim;
  }

  private Claim claim(int number, int source, SplittableRandom chance) {
    boolean crowd = chance.nextInt(10) < 3;
    int cell = chance.nextInt(CROWDED);
    int state = crowd ? cell * 19 + 3 : chance.nextInt(STATES);
    int proposition = crowd ? COMPOSITES + cell * 41 : chance.nextInt(PROPOSITIONS);
    LocalDate day =
        published(source)
            .minusDays(
                1L + Math.min(chance.nextInt(LONGEST_LAG), chance.nextInt(LONGEST_LAG)) * 9 / 10);
    String principal = principal(state, day, chance);
    String speaker =
        principal.endsWith("-daily") || chance.nextInt(10) < 7
            ? principal
            : state(state) + "-spokesman";
    Stance stance = stance(state, proposition, day, chance);
    boolean hint = chance.nextInt(100) < 3;
    Force force =
        hint ? oneOf(SIDELESS, chance) : oneOf(stance == Stance.UNCOMMITTED ? OPEN : SIDED, chance);
    When asserted = asserted(day, chance);
    Claim.Builder claim =
        Claim.builder()
            .id("d" + source + "-" + number % CLAIMS_A_SOURCE)
            .addSpeakers(speaker)
            .addPrincipals(principal)
            .asserted(asserted)
            .proposition(propositionId(proposition))
            .stance(hint ? Stance.UNCOMMITTED : stance)
            .force(force)
            .addEvidence(evidence(source, chance));
    if (source > 0 && chance.nextInt(10) == 0 && !published(source - 1).isBefore(day)) {
      claim.addEvidence(evidence(source - 1, chance));
    }
    return claim.build();
  }

  private String principal(int state, LocalDate day, SplittableRandom chance) {
    int die = chance.nextInt(1000);
    if (die < 5) {
      return state(state) + "-daily";
    }
    if (die < 10) { // a head who speaks in no stated capacity only hints
      return terms(state).stream()
          .filter(term -> term.contains(day))
          .findFirst()
          .orElseThrow()
          .head();
    }
    String organ = die < 100 ? "-head" : die < 300 ? "-office" : die < 750 ? "-ministry" : "";
    return state(state) + organ;
  }

  /** A government leans one way for nine years, and departs from it now and then. */
  private Stance stance(int state, int proposition, LocalDate day, SplittableRandom chance) {
    int die = chance.nextInt(100);
    if (die < 8) {
      return Stance.UNCOMMITTED;
    }
    boolean leans = chance("lean" + state + "/" + day.getYear() / 9, proposition).nextInt(100) < 60;
    return leans == die < 92 ? Stance.FOR : Stance.AGAINST;
  }

  private static When asserted(LocalDate day, SplittableRandom chance) {
    int die = chance.nextInt(100);
    int span = chance.nextInt(30, 900);
    if (die < 5) {
      return When.parse("[.." + day + "]");
    }
    if (die < 10) {
      return When.parse(day.toString().substring(0, "2017-10".length()));
    }
    if (die < 13) {
      return When.parse("[" + day.minusDays(span / 30) + ".." + day + "]");
    }
    return die < 15 ? When.parse(day.minusDays(span) + "/" + day) : When.on(day);
  }

  private Evidence evidence(int source, SplittableRandom chance) {
    Evidence.Builder evidence = Evidence.builder().source("d" + source);
    int die = chance.nextInt(100);
    if (chance.nextInt(100) < 15) {
      evidence.addVia(oneOf(NEUTRAL, chance));
    }
    if (wording == Wording.RECORDED || die == 99) {
      return evidence.mode(Mode.RECORDED).build();
    }
    return evidence.mode(mode(die)).quote(quotation(chance)).build();
  }

  private static Mode mode(int die) {
    if (die < 45) {
      return die < 20 ? Mode.DIRECT : Mode.PARTIAL;
    }
    if (die < 94) {
      return die < 85 ? Mode.INDIRECT : Mode.PRESUPPOSED;
    }
    return die < 97 ? Mode.NARRATED : Mode.IMPUTED;
  }

  private static String quotation(SplittableRandom chance) {
    StringBuilder words = new StringBuilder("It was said that “");
    while (words.length() < QUOTATION) {
      words.append(oneOf(WORDS, chance)).append(' ');
    }
    words.setLength(QUOTATION - 1);
    return words.append('”').toString();
  }

  private static <T> T oneOf(List<T> some, SplittableRandom chance) {
    return some.get(chance.nextInt(some.size()));
  }
}
