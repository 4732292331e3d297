package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.demarche.Tracker;
import org.demarche.examples.benchmarks.MadeUp.Wording;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * What a claim takes of the heap: the dossier, and the index on it. Measured in a process of its
 * own, as what is in use after the garbage is collected, less what was before.
 */
final class Heap {
  private static final int COLLECTIONS = 5;

  private Heap() {}

  /** Prints bytes a claim: of the dossier, and of the index. */
  public static void main(String[] arguments) {
    MadeUp record = new MadeUp(Integer.parseInt(arguments[0]), 1, Wording.valueOf(arguments[1]));
    record.file();
    long before = used();
    Dossier dossier = record.dossier();
    long read = used();
    Tracker tracker = Tracker.of(dossier);
    tracker.stanceGrid(ActorKind.STATE); // so that nothing is left to be laid out
    tracker.claims().count();
    long indexed = used();
    int claims = tracker.dossier().claims().size(); // both are still needed here
    System.out.println((read - before) / claims + " " + (indexed - read) / claims);
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Measures, and gives the two. */
  static List<Score> scores(String claims, Wording wording) {
    ProcessHandle.Info self = ProcessHandle.current().info();
    try {
      Process measured =
          new ProcessBuilder(
                  self.command().orElse("java"),
                  "-Xmx6g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Heap.class.getName(),
                  claims,
                  wording.name())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<Double> bytes =
          Splitter.on(' ')
              .splitToStream(
                  new String(measured.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                      .strip())
              .map(Double::valueOf)
              .toList();
      String how = "-" + wording.name().toLowerCase(Locale.ROOT);
      return List.of(
          Score.of(claims, "Heap.dossier" + how, bytes.get(0)),
          Score.of(claims, "Heap.index" + how, bytes.get(1)),
          Score.of(claims, "Heap.both" + how, bytes.get(0) + bytes.get(1)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
