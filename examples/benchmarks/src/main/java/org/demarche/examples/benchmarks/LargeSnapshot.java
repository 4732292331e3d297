package org.demarche.examples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.json.Snapshot;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.text.Style;

/**
 * Asks a record that does not fit into the heap: one process makes its snapshot, with as much heap
 * as it needs, and another opens it in a heap of 4 GB and prints how long each question takes, and
 * the heap in use after it.
 */
final class LargeSnapshot {
  private static final long MOST_BYTES = 1L << 40;

  private LargeSnapshot() {}

  /** Makes or asks: the arguments are the number of claims, and {@code make} or {@code ask}. */
  public static void main(String[] arguments) {
    GeneratedDossier generated = GeneratedDossier.of(Integer.parseInt(arguments[0]));
    Snapshot snapshot =
        timed(
            "opened or made",
            () -> Dossiers.reader().maxBytes(MOST_BYTES).snapshot(generated.file()));
    System.out.println(snapshot);
    if (arguments[1].equals("ask")) {
      ask(snapshot.tracker());
    }
  }

  private static void ask(Tracker tracker) {
    LocalDate date = LocalDate.of(2015, 6, 30);
    timed("one position", () -> tracker.asOf(date).position("s7", "p11").cellText());
    timed("all stances", () -> tracker.asOf(date).stanceGrid(ActorKind.STATE));
    timed(
        "changes of a year",
        () -> tracker.asOf(date).changesTo(tracker.asOf(date.plusYears(1))).rows().size());
    timed("a page of forty claims", () -> tracker.claims().page().print(Style.standard()));
    timed("a rare word", () -> tracker.claims().mentioning(Vocabulary.rareWord(0)).list().size());
    timed("all claims of one state", () -> tracker.claims().party("s7").list().size());
    Claim claim = tracker.dossier().claims().get(0);
    timed(
        "one claim more",
        () -> tracker.plus(Claim.builder().from(claim).id(claim.id() + "-more").build()));
  }

  private static <T> T timed(String what, Supplier<T> question) {
    long start = System.nanoTime();
    T answer = question.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(Locale.ROOT, "%-24s %8.3f s %8d MB%n", what, seconds, used >> 20);
    return answer;
  }

  /** Runs both processes. */
  static void run(String claims) throws IOException {
    run("-Xmx18g", LargeSnapshot.class, claims, "make");
    run("-Xmx4g", LargeSnapshot.class, claims, "ask");
  }

  /**
   * Runs a process, and waits for its end.
   *
   * @param heap the option of Java that sets its heap
   * @throws IOException if it fails
   */
  static void run(String heap, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("it failed: " + main.getSimpleName() + List.of(arguments));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
