package org.demarche.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.text.Printable;
import org.demarche.text.Style;

/**
 * Asks one Tracker questions of every kind for a long time, always the same questions in the same
 * order, and watches the heap that stays in use. It may grow while outcomes are noted and words
 * indexed, and no longer after that.
 */
final class Soak {
  /** How many times the heap is measured, unless that would be less than once a minute. */
  private static final int FEWEST_SAMPLES = 30;

  /** How many measurements at the beginning do not count. */
  private static final int WARM_UP = 3;

  private static final double MOST_GROWTH = 1.02;
  private static final int COLLECTIONS = 3;
  private static final LocalDate START = LocalDate.of(1990, 1, 1);
  private static final int DAYS = 36 * 365;

  /** A kind of question, whose arguments are drawn. */
  private interface Question {
    Printable ask(Tracker tracker, Drawn drawn);
  }

  /** The arguments of a question. */
  private record Drawn(SplittableRandom random) {
    String party() {
      return "s" + random.nextInt(GeneratedDossier.STATES);
    }

    String proposition() {
      return "p" + random.nextInt(GeneratedDossier.PROPOSITIONS);
    }

    LocalDate day() {
      return START.plusDays(random.nextInt(DAYS));
    }
  }

  /** Questions that take micro- or milliseconds. */
  private static final ImmutableList<Question> SHORT =
      ImmutableList.of(
          (tracker, drawn) -> tracker.position(drawn.party(), drawn.proposition()),
          (tracker, drawn) -> tracker.explain(drawn.party(), drawn.proposition()),
          (tracker, drawn) -> tracker.history(drawn.party(), drawn.proposition()),
          (tracker, drawn) -> tracker.positionsOf(drawn.party()),
          (tracker, drawn) ->
              tracker
                  .matrix(drawn.party(), drawn.party() + "-ministry")
                  .on(drawn.proposition())
                  .at(yearBefore(tracker).toString(), tracker.viewpoint().asOf().toString()),
          (tracker, drawn) -> tracker.compare("s0", "s" + drawn.random().nextInt(1, 200)),
          (tracker, drawn) -> tracker.propositions("draft " + drawn.random().nextInt(500)),
          (tracker, drawn) -> tracker.claims().party(drawn.party()).touching(drawn.proposition()),
          (tracker, drawn) ->
              tracker.claims().mentioning(Vocabulary.rareWord(drawn.random().nextInt(50))),
          (tracker, drawn) -> grown(tracker, drawn).position(drawn.party(), drawn.proposition()));

  /** Questions about all parties or claims. */
  private static final ImmutableList<Question> LONG =
      ImmutableList.of(
          (tracker, drawn) -> tracker.timeline(drawn.proposition()),
          (tracker, drawn) -> tracker.positionsOn(drawn.proposition()),
          (tracker, drawn) -> tracker.stanceGrid(ActorKind.STATE),
          (tracker, drawn) -> tracker.asOf(yearBefore(tracker)).changesTo(tracker),
          (tracker, drawn) ->
              tracker.without("d" + drawn.random().nextInt(5_000)).differencesTo(tracker),
          (tracker, drawn) -> tracker.claims().mentioning(Vocabulary.commonPhrase(0)),
          (tracker, drawn) -> AgreementQuery.of(tracker, ActorKind.STATE).all(),
          (tracker, drawn) -> CongruenceQuery.of(tracker).network(),
          (tracker, drawn) -> AffiliationQuery.of(tracker).network());

  /** One question in so many is long. */
  private static final int LONG_EVERY = 100;

  private final Tracker tracker;
  private final Drawn drawn = new Drawn(new SplittableRandom(23));
  private final List<Long> heap = new ArrayList<>();
  private long asked;
  private long characters;

  private Soak(Tracker tracker) {
    this.tracker = tracker;
  }

  private static LocalDate yearBefore(Tracker tracker) {
    return tracker.viewpoint().asOf().minusYears(1);
  }

  private static Tracker grown(Tracker tracker, Drawn drawn) {
    List<Claim> claims = tracker.dossier().claims();
    Claim claim = claims.get(drawn.random().nextInt(claims.size()));
    return tracker.plus(Claim.builder().from(claim).id(claim.id() + "-more").build());
  }

  /**
   * Asks in this process: the arguments are the number of claims, and the minutes.
   *
   * @throws IllegalStateException if the heap in use grows
   */
  public static void main(String[] arguments) {
    Soak soak = new Soak(Tracker.of(GeneratedDossier.of(Integer.parseInt(arguments[0])).dossier()));
    soak.run(TimeUnit.MINUTES.toNanos(Long.parseLong(arguments[1])));
    soak.requireLevel();
  }

  /** Asks in a process of its own. */
  static void run(String claims, String minutes) throws IOException {
    LargeSnapshot.run("-Xmx8g", Soak.class, claims, minutes);
  }

  private void run(long duration) {
    long interval = Math.min(TimeUnit.MINUTES.toNanos(1), duration / FEWEST_SAMPLES);
    long start = System.nanoTime();
    for (long end = interval; end <= duration; end += interval) {
      while (System.nanoTime() - start < end) {
        ask();
      }
      heap.add(used());
      System.out.printf(
          Locale.ROOT,
          "%7.2f min %10d questions %12d characters %8.1f MB in use%n",
          (System.nanoTime() - start) / 60e9,
          asked,
          characters,
          heap.get(heap.size() - 1) / 1e6);
    }
  }

  private void ask() {
    SplittableRandom random = drawn.random();
    ImmutableList<Question> some = asked % LONG_EVERY == 0 ? LONG : SHORT;
    boolean isLimited = random.nextInt(4) > 0;
    Tracker limited = isLimited ? tracker.asOf(drawn.day()) : tracker;
    Tracker then = random.nextInt(8) == 0 ? limited.knownAt(drawn.day()) : limited;
    Printable answer = some.get(random.nextInt(some.size())).ask(then, drawn);
    characters += answer.page().print(Style.standard()).length();
    asked++;
  }

  /** Requires that the last third of the time took no more heap than the first. */
  private void requireLevel() {
    List<Long> counted = heap.subList(WARM_UP, heap.size());
    int third = counted.size() / 3;
    long first = median(counted.subList(0, third));
    long last = median(counted.subList(counted.size() - third, counted.size()));
    String found =
        String.format(
            Locale.ROOT,
            "heap in use, median: %.1f MB in the first third, %.1f MB in the last",
            first / 1e6,
            last / 1e6);
    System.out.println(found);
    if (last > first * MOST_GROWTH) {
      throw new IllegalStateException("it grows: " + found);
    }
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
