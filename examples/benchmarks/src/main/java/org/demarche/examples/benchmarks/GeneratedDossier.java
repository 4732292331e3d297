package org.demarche.examples.benchmarks;

import java.io.BufferedWriter;
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
 * A random dossier, always the same for the same seed: 200 governments with organs of all ranks
 * make claims on 500 propositions, a tenth of them composites and their parts, from 1990 to 2025.
 * Of a hundred claims five have no first day, five give only the month, three some day of a period,
 * and two are made throughout a period. Thirty are on ten pairs of party and proposition. Some are
 * hints or claims by media.
 *
 * <p>Each source is generated from its own random numbers, so that a dossier of any size can be
 * streamed.
 *
 * @param claims the number of claims
 * @param seed the seed of the random numbers
 * @param kind whether the evidence has quotations
 */
record GeneratedDossier(int claims, long seed, EvidenceKind kind) {
  /** Kinds of evidence that a dossier can have. */
  enum EvidenceKind {
    /**
     * Quotations of 120 characters in curly quotation marks, whose words occur as often as words of
     * natural texts.
     */
    QUOTED,
    /** Official records, which need no quotation. */
    RECORDED
  }

  static final int STATES = 200;
  static final int PROPOSITIONS = 500;
  static final int MORE_CLAIMS = 10_000;
  private static final int PAIRS_WITH_MANY_CLAIMS = 10;
  private static final int CLAIMS_PER_SOURCE = 20;
  private static final int QUOTATION_LENGTH = 120;
  private static final LocalDate START = LocalDate.of(1990, 1, 1);
  private static final int MAX_DAYS_TO_PUBLICATION = 120;
  private static final int DAYS = 36 * 365;
  private static final int COMPOSITES = 70;
  private static final List<String> AGENCIES =
      IntStream.range(0, 20).mapToObj(i -> "agency-" + i).toList();

  private static final List<Force> COMMITTED_FORCES =
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
  private static final List<Force> UNCOMMITTED_FORCES =
      List.of(Force.WITHHOLD, Force.ASSERT, Force.REFUSE, Force.VOTE, Force.UNSPECIFIED);
  private static final List<Force> HINT_FORCES = List.of(Force.NOTE, Force.DECLINE_TO_COMMENT);

  private static final Vocabulary VOCABULARY = new Vocabulary();

  /** Returns the dossier of a size that most benchmarks use: with quotations, and seed 1. */
  static GeneratedDossier of(int claims) {
    return new GeneratedDossier(claims, 1, EvidenceKind.QUOTED);
  }

  /**
   * Returns the dossier as a {@code .jsonl} file, written on first use and kept until a clean
   * build.
   */
  Path file() {
    return written("jsonl", file -> Dossiers.write(records(), file));
  }

  /**
   * Returns a file about this dossier, written on first use and kept until a clean build.
   *
   * @param ending the end of its name
   * @param writing writes the file at a path
   */
  Path written(String ending, FileWriting writing) {
    Path file =
        Path.of(
            "target",
            "generated-dossiers",
            "%s-%s-%s.%s".formatted(claims, seed, kind.name().toLowerCase(Locale.ROOT), ending));
    if (!Files.exists(file)) {
      try {
        Path unfinished = file.resolveSibling("unfinished").resolve(file.getFileName());
        Files.createDirectories(unfinished.getParent());
        Files.deleteIfExists(unfinished);
        writing.write(unfinished);
        Files.move(unfinished, file);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return file;
  }

  /** Writes a file. */
  interface FileWriting {
    /** Writes the file at a path that does not exist yet. */
    void write(Path file) throws IOException;
  }

  /**
   * Returns the file of {@value #MORE_CLAIMS} more claims and their sources, with all actors and
   * propositions.
   */
  Path moreClaims() {
    return written("more.jsonl", file -> Dossiers.write(moreRecords(), file));
  }

  /**
   * Returns a file with the same claims, each with everything to which it refers as a document in a
   * line of its own.
   */
  Path moreClaimsOneByOne() {
    return written(
        "one-by-one.txt",
        file -> {
          Dossier more = Dossiers.read(moreClaims());
          try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Claim claim : more.claims()) {
              lines.write(Dossiers.format(more.closure(claim)).replace("\n", ""));
              lines.newLine();
            }
          }
        });
  }

  /** Reads the file into a dossier. */
  Dossier dossier() {
    return Dossiers.read(file());
  }

  /** Streams the records: actors and propositions first, then each source with its claims. */
  Stream<DossierRecord> records() {
    return Stream.concat(actorsAndPropositions(), articles(0, sources(), claims));
  }

  /** Streams more claims as they would follow, and what they refer to. */
  private Stream<DossierRecord> moreRecords() {
    int first = sources();
    int all = (first + 1) * CLAIMS_PER_SOURCE + MORE_CLAIMS;
    return Stream.of(
            actorsAndPropositions(),
            Stream.of(source(first)),
            articles(first + 1, all / CLAIMS_PER_SOURCE, all))
        .flatMap(section -> section);
  }

  private int sources() {
    return (claims + CLAIMS_PER_SOURCE - 1) / CLAIMS_PER_SOURCE;
  }

  private Stream<DossierRecord> actorsAndPropositions() {
    Stream<Stream<DossierRecord>> sections =
        Stream.of(
            AGENCIES.stream().map(id -> actor(id, ActorKind.MEDIA).build()),
            IntStream.range(0, STATES).boxed().flatMap(this::government),
            IntStream.range(0, PROPOSITIONS).mapToObj(GeneratedDossier::proposition));
    return sections.flatMap(section -> section);
  }

  private Stream<DossierRecord> articles(int first, int end, int allClaims) {
    return IntStream.range(first, end)
        .boxed()
        .flatMap(number -> article(number, allClaims).stream());
  }

  private SplittableRandom random(String purpose, int number) {
    return new SplittableRandom(seed * 1_000_003 + purpose.hashCode() * 31L + number);
  }

  // Actors

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

  /** Returns terms of office of four to eight years each, the last of which is not over. */
  private List<TermOfOffice> terms(int state) {
    SplittableRandom random = random("terms", state);
    List<TermOfOffice> terms = new ArrayList<>();
    LocalDate from = START.minusDays(random.nextInt(4 * 365));
    while (from.isBefore(START.plusDays(DAYS))) {
      LocalDate to = from.plusDays(random.nextInt(4 * 365, 8 * 365));
      terms.add(TermOfOffice.of(state(state) + "-leader-" + terms.size(), from).until(to));
      from = to;
    }
    return terms;
  }

  // Propositions

  /**
   * Returns a proposition. The first seventy form fourteen trees: a composite of two parts, the
   * first of which is itself a composite of two parts.
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

  // Sources and claims

  private LocalDate published(int source) {
    return START.plusDays(
        MAX_DAYS_TO_PUBLICATION
            + random("published", source).nextInt(DAYS - MAX_DAYS_TO_PUBLICATION));
  }

  private Source source(int number) {
    SplittableRandom random = random("source", number);
    return Source.builder()
        .id("d" + number)
        .outlet(
            random.nextInt(10) < 7
                ? oneOf(AGENCIES, random)
                : state(random.nextInt(STATES)) + "-daily")
        .title("Report " + number)
        .published(When.on(published(number)))
        .build();
  }

  private List<DossierRecord> article(int number, int allClaims) {
    SplittableRandom random = random("article", number);
    int first = number * CLAIMS_PER_SOURCE;
    List<DossierRecord> records = new ArrayList<>();
    records.add(source(number));
    Claim before = claim(first, number, random);
    records.add(before);
    for (int i = first + 1; i < Math.min(first + CLAIMS_PER_SOURCE, allClaims); i++) {
      Claim claim = answering(before, claim(i, number, random), i);
      records.add(claim);
      before = claim;
    }
    return records;
  }

  /** Makes one claim in fifty respond to the claim before it, unless it was made earlier. */
  private static Claim answering(Claim before, Claim claim, int number) {
    return number % 50 == 7 && !claim.asserted().before(before.asserted())
        ? Claim.builder().from(claim).addRespondsTo(before.id()).build()
        : claim;
  }

  private Claim claim(int number, int source, SplittableRandom random) {
    boolean isOnCrowdedPair = random.nextInt(10) < 3;
    int pair = random.nextInt(PAIRS_WITH_MANY_CLAIMS);
    int state = isOnCrowdedPair ? pair * 19 + 3 : random.nextInt(STATES);
    int proposition = isOnCrowdedPair ? COMPOSITES + pair * 41 : random.nextInt(PROPOSITIONS);
    LocalDate day =
        published(source)
            .minusDays(
                1L
                    + Math.min(
                            random.nextInt(MAX_DAYS_TO_PUBLICATION),
                            random.nextInt(MAX_DAYS_TO_PUBLICATION))
                        * 9
                        / 10);
    String principal = principal(state, day, random);
    String speaker =
        principal.endsWith("-daily") || random.nextInt(10) < 7
            ? principal
            : state(state) + "-spokesman";
    Stance stance = stance(state, proposition, day, random);
    boolean isHint = random.nextInt(100) < 3;
    Force force =
        isHint
            ? oneOf(HINT_FORCES, random)
            : oneOf(stance == Stance.UNCOMMITTED ? UNCOMMITTED_FORCES : COMMITTED_FORCES, random);
    When asserted = asserted(day, random);
    Claim.Builder claim =
        Claim.builder()
            .id("d" + source + "-" + number % CLAIMS_PER_SOURCE)
            .addSpeakers(speaker)
            .addPrincipals(principal)
            .asserted(asserted)
            .proposition(propositionId(proposition))
            .stance(isHint ? Stance.UNCOMMITTED : stance)
            .force(force)
            .addEvidence(evidence(source, random));
    if (source > 0 && random.nextInt(10) == 0 && !published(source - 1).isBefore(day)) {
      claim.addEvidence(evidence(source - 1, random));
    }
    return claim.build();
  }

  private String principal(int state, LocalDate day, SplittableRandom random) {
    int die = random.nextInt(1000);
    if (die < 5) {
      return state(state) + "-daily";
    }
    if (die < 10) { // a head who speaks in no stated capacity: only a hint
      return terms(state).stream()
          .filter(term -> term.contains(day))
          .findFirst()
          .orElseThrow()
          .head();
    }
    String organ = die < 100 ? "-head" : die < 300 ? "-office" : die < 750 ? "-ministry" : "";
    return state(state) + organ;
  }

  /**
   * Returns a stance. A government leans one way for nine years and occasionally departs from it.
   */
  private Stance stance(int state, int proposition, LocalDate day, SplittableRandom random) {
    int die = random.nextInt(100);
    if (die < 8) {
      return Stance.UNCOMMITTED;
    }
    boolean leans = random("lean" + state + "/" + day.getYear() / 9, proposition).nextInt(100) < 60;
    return leans == die < 92 ? Stance.FOR : Stance.AGAINST;
  }

  private static When asserted(LocalDate day, SplittableRandom random) {
    int die = random.nextInt(100);
    int span = random.nextInt(30, 900);
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

  private Evidence evidence(int source, SplittableRandom random) {
    Evidence.Builder evidence = Evidence.builder().source("d" + source);
    int die = random.nextInt(100);
    if (random.nextInt(100) < 15) {
      evidence.addVia(oneOf(AGENCIES, random));
    }
    if (kind == EvidenceKind.RECORDED || die == 99) {
      return evidence.mode(Mode.RECORDED).build();
    }
    return evidence.mode(mode(die)).quote(quotation(random)).build();
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

  private static String quotation(SplittableRandom random) {
    StringBuilder words = new StringBuilder("It was said that “");
    while (words.length() < QUOTATION_LENGTH) {
      words.append(VOCABULARY.draw(random)).append(' ');
    }
    words.setLength(QUOTATION_LENGTH - 1);
    return words.append('”').toString();
  }

  private static <T> T oneOf(List<T> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }
}
