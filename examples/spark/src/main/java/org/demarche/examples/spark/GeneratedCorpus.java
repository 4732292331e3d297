package org.demarche.examples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
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
 * A random corpus, always the same for the same seed, in which everything occurs that decides where
 * claims go: composites, rivals and propositions about others; organs, officials, heads, also of
 * two states, organisations and their members, which may be organisations, and a state that
 * continues another; joint claims, reports of media, occasions, answers, retractions, also across
 * groups, drafts, also with a coded claim, and claims of several lines; revised and derived sources
 * with issuers; and dates of every kind.
 *
 * @param claims the number of claims
 * @param states the number of states
 * @param propositions the number of propositions; a tenth are composites, or parts of one
 * @param crowded of a hundred claims, how many are by one ministry on one proposition
 */
record GeneratedCorpus(int claims, int states, int propositions, int crowded) {
  private static final int CLAIMS_PER_SOURCE = 20;
  private static final int ORGANISATIONS = 4;
  private static final int OCCASIONS = 30;
  private static final LocalDate START = LocalDate.of(1990, 1, 1);
  private static final int DAYS = 36 * 365;

  /** The day from which the second state continues the first. */
  private static final LocalDate SUCCESSION = START.plusYears(10);

  private static final int SEED = 1_000_003;

  /** Returns the corpus of some size that is measured: 200 states on 500 propositions. */
  static GeneratedCorpus of(int claims) {
    return new GeneratedCorpus(claims, 200, 500, 0);
  }

  /** Writes the corpus into files of a folder, unless they are there. */
  Path write(Path folder, int files) throws IOException {
    Path corpus = folder.resolve("%d-%d-%d-%d".formatted(claims, states, propositions, crowded));
    if (!Files.exists(corpus)) {
      Path unfinished = Files.createDirectories(corpus.resolveSibling("unfinished-corpus"));
      Dossiers.write(references(), unfinished.resolve("references.jsonl"));
      int sources = sources();
      for (int file = 0; file < files; file++) {
        int first = (int) ((long) sources * file / files);
        int end = (int) ((long) sources * (file + 1) / files);
        Dossiers.write(
            articles(first, end), unfinished.resolve("articles-%03d.jsonl".formatted(file)));
      }
      Files.move(unfinished, corpus);
    }
    return corpus;
  }

  /** Returns the record of each line. */
  List<DossierRecord> records() {
    return Stream.concat(references(), articles(0, sources())).toList();
  }

  private int sources() {
    return (claims + CLAIMS_PER_SOURCE - 1) / CLAIMS_PER_SOURCE;
  }

  private static SplittableRandom random(String purpose, int number) {
    return new SplittableRandom(SEED * (long) purpose.hashCode() + number);
  }

  // Actors and propositions

  private Stream<DossierRecord> references() {
    return Stream.of(
            IntStream.range(0, 10).mapToObj(i -> actor("agency-" + i, ActorKind.MEDIA).build()),
            IntStream.range(0, states).boxed().flatMap(this::government),
            IntStream.range(0, ORGANISATIONS).boxed().flatMap(this::organisation),
            IntStream.range(0, OCCASIONS).mapToObj(this::occasion),
            IntStream.range(0, propositions).mapToObj(this::proposition))
        .flatMap(part -> part);
  }

  private static Actor.Builder actor(String id, ActorKind kind) {
    return Actor.builder().id(id).name("The " + id).kind(kind);
  }

  private Stream<DossierRecord> government(int number) {
    String state = "s" + number;
    LocalDate from = START.plusDays(random("term", number).nextInt(DAYS));
    Actor.Builder head = actor(state, ActorKind.STATE);
    String first = number == 4 ? "s3-a" : state + "-a"; // one person has headed two states
    head.addTerms(TermOfOffice.of(first, START.minusYears(2)).until(from));
    head.addTerms(TermOfOffice.of(state + "-b", from));
    if (number == 1) { // the second state continues the first
      head = actor(state, ActorKind.STATE).succeeds("s0").from(SUCCESSION);
    } else if (number == 0) {
      head = actor(state, ActorKind.STATE).to(SUCCESSION);
    }
    return Stream.of(
        actor(state + "-a", ActorKind.PERSON).build(),
        actor(state + "-b", ActorKind.PERSON).build(),
        head.build(),
        actor(state + "-head", ActorKind.ORGAN).of(state).authority(Authority.HEAD).build(),
        actor(state + "-ministry", ActorKind.ORGAN).of(state).authority(Authority.MINISTRY).build(),
        actor(state + "-court", ActorKind.ORGAN).of(state).authority(Authority.NONE).build(),
        actor(state + "-official", ActorKind.PERSON).of(state + "-ministry").named(false).build(),
        actor(state + "-daily", ActorKind.MEDIA).of(state).build());
  }

  private Stream<DossierRecord> organisation(int number) {
    String id = "o" + number;
    Actor.Builder organisation =
        actor(id, ActorKind.ORGANISATION)
            .addMembers(
                IntStream.range(0, states)
                    .filter(state -> state % 7 == number)
                    .mapToObj(state -> Membership.of("s" + state).from(START.plusYears(state % 9)))
                    .toArray(Membership[]::new));
    if (number > 1) { // organisations may be members too
      organisation.addMembers(Membership.of("o" + (number - 1)).from(START.plusYears(3)));
    }
    return Stream.of(
        organisation.build(),
        actor(id + "-office", ActorKind.ORGAN).of(id).authority(Authority.MINISTRY).build());
  }

  private Occasion occasion(int number) {
    LocalDate day = START.plusDays((long) DAYS * number / OCCASIONS);
    return Occasion.of(
        "talks-" + number,
        "Talks " + number,
        When.parse("[" + day + ".." + day.plusDays(DAYS / OCCASIONS) + "]"),
        "s" + number % states,
        "o" + number % ORGANISATIONS);
  }

  private Proposition proposition(int number) {
    Proposition.Builder proposition =
        Proposition.builder()
            .id("p" + number)
            .issue("i" + number / 10)
            .text("The matter is settled as draft " + number + " has it.");
    if (number < propositions / 10) {
      if (number % 5 == 0) {
        proposition.putParts("p" + (number + 1), Stance.FOR);
        proposition.putParts("p" + (number + 2), Stance.AGAINST);
      } else if (number % 5 == 1) {
        proposition.putParts("p" + (number + 2), Stance.FOR);
        proposition.putParts("p" + (number + 3), Stance.FOR);
      }
    } else if (number % 25 == 0) {
      proposition.addExcludes("p" + (number + 1));
    }
    if (number % 25 == 3) {
      proposition.about("p" + (number - 1));
    }
    return proposition.build();
  }

  // Sources and claims

  private Stream<DossierRecord> articles(int first, int end) {
    return IntStream.range(first, end).boxed().flatMap(number -> article(number).stream());
  }

  private static LocalDate published(int article) {
    return START.plusDays(400L + random("published", article).nextInt(DAYS - 400));
  }

  /** A source that came out beside that of an article, and reports some of its claims too. */
  private Source other(int number) {
    return Source.builder()
        .id("e" + number)
        .outlet("agency-" + number % 10)
        .title("Another report " + number)
        .published(When.on(published(number)))
        .build();
  }

  private Source source(int number, SplittableRandom random) {
    Source.Builder source =
        Source.builder()
            .id("d" + number)
            .outlet(
                random.nextInt(3) > 0
                    ? "agency-" + random.nextInt(10)
                    : "s" + random.nextInt(states) + "-daily")
            .title("Report " + number)
            .published(When.on(published(number)));
    if (number % 50 == 49 && !published(number).isBefore(published(number - 1))) {
      source.revises("d" + (number - 1));
    } else if (number % 50 == 19 && !published(number).isBefore(published(number - 1))) {
      source.addDerivedFrom("d" + (number - 1));
    }
    if (number % 10 == 3) {
      source.addIssuedBy("s" + random.nextInt(states));
    }
    return source.build();
  }

  private List<DossierRecord> article(int number) {
    SplittableRandom random = random("article", number);
    List<DossierRecord> records = new ArrayList<>();
    records.add(source(number, random));
    int first = number * CLAIMS_PER_SOURCE;
    List<Claim> before = new ArrayList<>();
    for (int i = first; i < Math.min(first + CLAIMS_PER_SOURCE, claims); i++) {
      Claim claim = claim(i, number, random);
      if (!before.isEmpty()) {
        claim = referring(claim, before.get(random.nextInt(before.size())), i);
      }
      before.add(claim);
    }
    records.addAll(before);
    records.add(other(number));
    for (Claim claim : before) {
      int die = random.nextInt(60);
      if (die < 5) {
        records.add(claim.withEvidence(List.of(evidence("e" + number, die, random))));
      } else if (die < 8 && !claim.isDraft()) {
        records.add(draftOf(claim, die, random));
      }
    }
    return records;
  }

  /** Returns the draft that a coded claim replaces, with what its coder changed. */
  private Claim draftOf(Claim claim, int die, SplittableRandom random) {
    String actor = "s" + random.nextInt(states);
    return Claim.builder()
        .from(claim)
        .draft(true)
        .proposition(die == 5 ? "not-agreed-yet" : "p" + random.nextInt(propositions))
        .speakers(List.of(actor))
        .principals(List.of(actor))
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .retracts(List.of())
        .build();
  }

  /** Makes some claims answer an earlier one, or retract it and be by the same principals. */
  private static Claim referring(Claim claim, Claim earlier, int number) {
    boolean isLater =
        claim.asserted().precision().isPresent()
            && earlier.asserted().precision().isPresent()
            && !earlier.asserted().latest().isAfter(claim.asserted().latest());
    if (!isLater || number % 10 > 1 || claim.condition().isPresent()) {
      return claim;
    }
    if (number % 10 == 0) {
      return Claim.builder().from(claim).addRespondsTo(earlier.id()).build();
    }
    boolean withdraws = number % 20 == 1;
    boolean isElsewhere = number % 40 == 11; // on another proposition, by one of several
    return Claim.builder()
        .from(claim)
        .speakers(earlier.speakers())
        .principals(isElsewhere ? List.of(earlier.principals().last()) : earlier.principals())
        .proposition(isElsewhere ? claim.proposition() : earlier.proposition())
        .stance(withdraws ? Stance.UNCOMMITTED : claim.stance())
        .force(withdraws ? Force.WITHDRAW : Force.ASSERT)
        .addRetracts(earlier.id())
        .build();
  }

  private Claim claim(int number, int article, SplittableRandom random) {
    boolean isCrowded = random.nextInt(100) < crowded;
    LocalDate day = published(article).minusDays(1 + random.nextInt(60));
    int state = isCrowded ? 2 : inOffice(random.nextInt(states), day);
    Claim.Builder claim =
        Claim.builder()
            .id("d" + article + "-" + number % CLAIMS_PER_SOURCE)
            .asserted(asserted(day, random))
            .proposition("p" + (isCrowded ? propositions - 1 : random.nextInt(propositions)))
            .draft(random.nextInt(30) == 0);
    List<String> principals = isCrowded ? List.of("s2-ministry") : principals(state, random);
    boolean isOfMedium = principals.get(0).endsWith("-daily");
    claim.principals(principals);
    if (random.nextInt(5) == 0 && !isOfMedium) {
      claim.addSpeakers("s" + (2 + random.nextInt(states - 2)) + "-official");
    } else {
      claim.speakers(principals);
    }
    int die = random.nextInt(100);
    if (die < 4) {
      claim.stance(Stance.UNCOMMITTED).force(Force.NOTE);
    } else if (die < 12) {
      claim.stance(Stance.UNCOMMITTED).force(Force.WITHHOLD);
    } else {
      claim
          .stance(die < 60 ? Stance.FOR : Stance.AGAINST)
          .force(die % 3 == 0 ? Force.ASSERT : die % 3 == 1 ? Force.REAFFIRM : Force.VOTE);
      if (die % 20 == 0) {
        claim.condition("if others do the same");
      }
    }
    claim.addEvidence(evidence("d" + article, number, random));
    long held = (START.until(day, ChronoUnit.DAYS) - 400) * OCCASIONS / DAYS;
    if (random.nextInt(6) == 0 && held > 0) {
      claim.occasion("talks-" + (held - 1)).addAudience("s" + random.nextInt(states));
    }
    return claim.build();
  }

  /** Returns the state itself, or the one of the first two that there was on a day. */
  private static int inOffice(int state, LocalDate day) {
    return state > 1
        ? state
        : day.isBefore(SUCCESSION.minusYears(2)) ? 0 : day.isAfter(SUCCESSION.plusYears(2)) ? 1 : 2;
  }

  private List<String> principals(int state, SplittableRandom random) {
    String id = "s" + state;
    int die = random.nextInt(100);
    if (die < 8) {
      return List.of(id, "s" + (2 + random.nextInt(states - 2)) + "-ministry");
    }
    if (die < 14) {
      String organisation = "o" + random.nextInt(ORGANISATIONS);
      return List.of(die < 12 ? organisation : organisation + "-office");
    }
    return List.of(
        die < 16
            ? id + "-daily"
            : die < 19
                ? id + (die < 18 ? "-b" : "-a")
                : die < 22
                    ? id + "-official"
                    : die < 25
                        ? id + "-court"
                        : die < 35 ? id + "-head" : die < 70 ? id + "-ministry" : id);
  }

  private static When asserted(LocalDate day, SplittableRandom random) {
    int die = random.nextInt(100);
    return When.parse(
        die < 4
            ? "[.." + day + "]"
            : die < 8
                ? "[" + day.minusDays(40) + ".." + day + "]"
                : die < 12 ? day.minusDays(300) + "/" + day : day.toString());
  }

  private static Evidence evidence(String source, int number, SplittableRandom random) {
    Evidence.Builder evidence = Evidence.builder().source(source);
    if (random.nextInt(100) < 15) {
      evidence.addVia("agency-" + random.nextInt(10));
    }
    int die = random.nextInt(10);
    if (die == 0) {
      return evidence.mode(Mode.RECORDED).build();
    }
    return evidence
        .mode(die < 4 ? Mode.DIRECT : die < 8 ? Mode.INDIRECT : Mode.NARRATED)
        .quote("It was said of paper " + number + ": “so it is, and so it stays”")
        .build();
  }
}
