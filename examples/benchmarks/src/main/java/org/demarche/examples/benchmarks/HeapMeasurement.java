package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.Tracker;
import org.demarche.examples.benchmarks.GeneratedDossier.EvidenceKind;
import org.demarche.json.Dossiers;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * Measures the heap that a claim takes, by part. A separate process measures the heap in use after
 * garbage collection, before and after each step.
 */
final class HeapMeasurement {
  private static final int COLLECTIONS = 5;

  private HeapMeasurement() {}

  /** Prints the name of each part, and its bytes per claim. */
  public static void main(String[] arguments) {
    GeneratedDossier generated =
        new GeneratedDossier(Integer.parseInt(arguments[0]), 1, EvidenceKind.valueOf(arguments[1]));
    Path file = generated.file();
    Dossiers.snapshot(file);
    String word = Vocabulary.rareWord(0);
    long empty = used();
    Tracker reopened = Dossiers.snapshot(file).tracker();
    reopened.stanceGrid(ActorKind.STATE);
    long reopenedHeap = used() - empty;
    int claims = reopened.dossier().claims().size(); // keeps it reachable until here
    print("reopened", reopenedHeap, claims);
    reopened = Tracker.of(Dossier.empty());
    List<Long> steps = new ArrayList<>(List.of(used()));
    Dossier dossier = generated.dossier();
    steps.add(used());
    Tracker tracker = Tracker.of(dossier);
    tracker.stanceGrid(ActorKind.STATE); // builds what the index builds lazily
    steps.add(used());
    tracker.claims().list();
    steps.add(used());
    tracker.claims().mentioning(word).list();
    steps.add(used());
    List<String> parts = List.of("dossier", "index", "order", "words");
    for (int i = 0; i < parts.size(); i++) {
      print(parts.get(i), steps.get(i + 1) - steps.get(i), claims);
    }
    print("both", steps.get(2) - steps.get(0), tracker.dossier().claims().size());
  }

  private static void print(String part, long bytes, int claims) {
    System.out.println(part + " " + bytes / claims);
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Measures in a new process; returns the bytes of each part. */
  static List<Measurement> measure(String claims, EvidenceKind kind) {
    ProcessHandle.Info self = ProcessHandle.current().info();
    try {
      Process process =
          new ProcessBuilder(
                  self.command().orElse("java"),
                  "-Xmx6g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  HeapMeasurement.class.getName(),
                  claims,
                  kind.name())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String suffix = "-" + kind.name().toLowerCase(Locale.ROOT);
      return Splitter.on('\n')
          .omitEmptyStrings()
          .trimResults()
          .splitToStream(printed)
          .map(line -> Splitter.on(' ').splitToList(line))
          .map(
              part ->
                  Measurement.of(
                      claims, "Heap." + part.get(0) + suffix, Double.parseDouble(part.get(1))))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
