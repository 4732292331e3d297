package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Grade;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.text.Style;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen threads ask the same trackers at the same time, and get the answers of one thread: {@code
 * -Ddemarche.seconds=600} sets for how long.
 */
@Tag("slow")
class ThreadsTest {
  private static final int THREADS = 16;
  private static final int SECONDS = Integer.getInteger("demarche.seconds", 5);
  private static final int STATES = 8;
  private static final int PROPOSITIONS = 10;
  private static final int SOURCES = 60;
  private static final int CLAIMS_OF_SOURCE = 8;
  private static final LocalDate START = LocalDate.of(2010, 1, 1);

  /** A question, and what an answer to it comes to. */
  private record Question(String name, Function<Tracker, Object> ask) {
    /** Asks, and returns a digest of all that the answer prints and writes. */
    String digest(Tracker tracker) {
      Object answer = ask.apply(tracker);
      String written = answer instanceof Answer one ? Answers.format(one) + Answers.csv(one) : "";
      return Hashing.sha256().hashString(answer + "\n" + written, UTF_8).toString();
    }
  }

  private static final ImmutableList<Question> QUESTIONS =
      ImmutableList.of(
          new Question("position", t -> t.position("s1", "p1")),
          new Question("composite", t -> t.position("s5", "p0")),
          new Question("position in full", t -> t.position("s3", "p3").full()),
          new Question("outcome", t -> t.outcome("s2", "p7")),
          new Question("stances", t -> t.stanceGrid(ActorKind.STATE)),
          new Question("explanation", t -> t.explain("s1", "p1")),
          new Question("positions of", t -> t.positionsOf("s4")),
          new Question("positions on", t -> t.positionsOn("p2")),
          new Question("changes", t -> t.asOf("2014-06-30").changesTo(t)),
          new Question("differences", t -> t.without("d7").differencesTo(t)),
          new Question("history", t -> t.history("s6", "p5")),
          new Question("histories", t -> t.histories("s1", "s2")),
          new Question("timeline", t -> t.timeline("p1", "p4")),
          new Question("comparison", t -> t.compare("s1", "s7")),
          new Question("matrix", t -> t.matrix("s1", "s2").on("p1", "p2").at("2012", "2014")),
          new Question("agreement", t -> AgreementQuery.of(t).all()),
          new Question("congruence", t -> CongruenceQuery.of(t).network()),
          new Question("search", t -> t.claims().mentioning("harbour").find()),
          new Question("phrase", t -> t.claims().party("s2").mentioning("word 3").chronology()),
          new Question("propositions", t -> t.propositions("matter")),
          new Question("printing", t -> t.page().print(Style.standard())));

  private static final ImmutableList<UnaryOperator<Tracker>> VIEWPOINTS =
      ImmutableList.of(
          t -> t,
          t -> t.asOf("2014-12-31"),
          t -> t.asOf("2015-03-15").knownAt("2015-01-31"),
          t -> t.without("d1", "d2", "d3"),
          t -> t.withoutSpeaker("s1"),
          t -> t.only(t.claims().source("d10", "d11", "d12", "d13", "d14", "d15")),
          t -> t.asOf("2014-12-31").minGrade(Grade.OTHER_SIDE));

  @TempDir Path folder;
  private final Dossier dossier = dossier();
  private final List<DossierRecord> more = article(SOURCES);
  private final AtomicReference<Tracker> shared = new AtomicReference<>(Tracker.of(dossier));
  private final AtomicReferenceArray<Tracker> narrowed =
      new AtomicReferenceArray<>(VIEWPOINTS.size());

  /** For each question how often it was asked. */
  private final ImmutableList<LongAdder> asked =
      QUESTIONS.stream().map(q -> new LongAdder()).collect(ImmutableList.toImmutableList());

  private final LongAdder built = new LongAdder();
  private final LongAdder grown = new LongAdder();
  private final LongAdder loaded = new LongAdder();
  private final LongAdder opened = new LongAdder();

  private List<List<String>> answers = List.of();
  private List<List<String>> answersOfMore = List.of();
  private Path growing = Path.of("growing.jsonl");
  private Path kept = Path.of("kept.jsonl");

  // The record

  private static Dossier dossier() {
    List<DossierRecord> records = new ArrayList<>();
    records.add(Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build());
    for (int i = 0; i < STATES; i++) {
      records.add(Actor.builder().id("s" + i).name("State " + i).kind(ActorKind.STATE).build());
    }
    for (int i = 0; i < PROPOSITIONS; i++) {
      Proposition.Builder proposition =
          Proposition.builder().id("p" + i).issue("i").text("The matter " + i + " is settled.");
      if (i == 0) {
        proposition.putParts("p1", Stance.FOR).putParts("p2", Stance.AGAINST);
      }
      records.add(proposition.build());
    }
    for (int i = 0; i < SOURCES; i++) {
      records.addAll(article(i));
    }
    return Dossier.empty().plus(records);
  }

  /** Returns a source and its claims, always the same for the same number. */
  private static List<DossierRecord> article(int number) {
    SplittableRandom random = new SplittableRandom(number);
    List<DossierRecord> records = new ArrayList<>();
    LocalDate published = START.plusDays(30 + random.nextInt(2000));
    String source = "d" + number;
    records.add(
        Source.builder()
            .id(source)
            .outlet("wire")
            .title("Report " + number)
            .published(When.on(published))
            .build());
    for (int i = 0; i < CLAIMS_OF_SOURCE; i++) {
      String state = "s" + random.nextInt(STATES);
      Force force = List.of(Force.ASSERT, Force.PROMISE, Force.URGE).get(random.nextInt(3));
      records.add(
          Claim.builder()
              .id("c" + number + "-" + i)
              .addSpeakers(state)
              .addPrincipals(state)
              .asserted(When.on(published.minusDays(random.nextInt(30))))
              .proposition("p" + random.nextInt(PROPOSITIONS))
              .stance(random.nextInt(3) == 0 ? Stance.AGAINST : Stance.FOR)
              .force(force)
              .addEvidence(
                  Evidence.builder()
                      .source(source)
                      .mode(random.nextBoolean() ? Mode.INDIRECT : Mode.DIRECT)
                      .quote("“of the harbour, word " + random.nextInt(9) + " and others”")
                      .build())
              .build());
    }
    return records;
  }

  /** Asks every question from every viewpoint in this thread. */
  private static List<List<String>> answers(Tracker tracker) {
    return VIEWPOINTS.stream()
        .map(
            viewpoint -> {
              Tracker narrowed = viewpoint.apply(tracker);
              return QUESTIONS.stream().map(question -> question.digest(narrowed)).toList();
            })
        .toList();
  }

  @BeforeEach
  void answer() {
    answers = answers(Tracker.of(dossier));
    answersOfMore = answers(Tracker.of(dossier.plus(more)));
    renew();
    growing = folder.resolve("growing.jsonl");
    Dossiers.write(dossier, growing);
    Dossiers.append(growing, more);
    kept = folder.resolve("kept.jsonl");
    Dossiers.write(dossier, kept);
  }

  /** Lets all threads go on with trackers that nobody has asked yet. */
  private void renew() {
    shared.set(Tracker.of(dossier));
    for (int i = 0; i < VIEWPOINTS.size(); i++) {
      narrowed.set(i, VIEWPOINTS.get(i).apply(whole()));
    }
  }

  private Tracker whole() {
    return Objects.requireNonNull(shared.get());
  }

  // The threads

  private void ask(Tracker tracker, int viewpoint, List<List<String>> expected, int question) {
    asked.get(question).increment();
    assertThat(QUESTIONS.get(question).digest(tracker))
        .as("%s from viewpoint %s", QUESTIONS.get(question).name(), viewpoint)
        .isEqualTo(expected.get(viewpoint).get(question));
  }

  /** Asks some questions of a tracker that one thread alone has. */
  private void askSome(Tracker whole, List<List<String>> expected, SplittableRandom random) {
    for (int i = 0; i < 20; i++) {
      int viewpoint = random.nextInt(VIEWPOINTS.size());
      ask(VIEWPOINTS.get(viewpoint).apply(whole), viewpoint, expected, question(random));
    }
  }

  private static int question(SplittableRandom random) {
    return random.nextInt(QUESTIONS.size());
  }

  private void turn(int thread, SplittableRandom random) throws IOException {
    int viewpoint = random.nextInt(VIEWPOINTS.size());
    switch (thread) {
      case 0 -> {
        renew();
        built.increment();
        askSome(whole(), answers, random);
      }
      case 1 -> {
        Tracker longer = whole().plus(more);
        grown.increment();
        askSome(longer, answersOfMore, random);
      }
      case 2, 3 -> { // what the file has already, so that it always says the same
        Dossiers.append(growing, more.get(random.nextInt(more.size())));
        Tracker read = Tracker.of(Dossiers.read(growing));
        loaded.increment();
        askSome(read, answersOfMore, random);
      }
      case 4 -> {
        Files.deleteIfExists(folder.resolve("kept.jsonl.snapshot"));
        Tracker made = Dossiers.snapshot(kept).tracker();
        askSome(made, answers, random);
      }
      case 5 -> {
        Tracker reopened = Dossiers.snapshot(kept).tracker();
        opened.increment();
        askSome(reopened, answers, random);
      }
      default -> {
        boolean isShared = random.nextBoolean();
        Tracker tracker =
            isShared
                ? Objects.requireNonNull(narrowed.get(viewpoint))
                : VIEWPOINTS.get(viewpoint).apply(whole());
        ask(tracker, viewpoint, answers, question(random));
      }
    }
  }

  private long run(int thread, long end) throws IOException {
    SplittableRandom random = new SplittableRandom(thread);
    long turns = 0;
    do {
      turn(thread, random);
      turns++;
    } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
    return turns;
  }

  @Test
  void sixteen_threads_get_the_answers_of_one() throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true); // one that hangs would keep the process
              return thread;
            });
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      running.add(threads.submit(() -> run(thread, end)));
    }
    try {
      for (Future<Long> one : running) {
        assertThat(one.get(120 + 2L * SECONDS, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
    for (int i = 0; i < QUESTIONS.size(); i++) {
      System.out.printf("%8d × %s%n", asked.get(i).sum(), QUESTIONS.get(i).name());
      assertThat(asked.get(i).sum()).as(QUESTIONS.get(i).name()).isPositive();
    }
    System.out.printf(
        "%s trackers built, %s grown, %s read from a file, %s opened from a snapshot%n",
        built, grown, loaded, opened);
  }
}
