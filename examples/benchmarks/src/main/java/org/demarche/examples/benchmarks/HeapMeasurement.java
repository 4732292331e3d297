package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.demarche.Tracker;
import org.demarche.examples.benchmarks.GeneratedDossier.EvidenceKind;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;

/**
 * Measures the heap that a claim takes, in the dossier and in its index. A separate process
 * measures the heap in use after garbage collection, before and after each step.
 */
final class HeapMeasurement {
  private static final int COLLECTIONS = 5;

  private HeapMeasurement() {}

  /** Prints two numbers: the bytes per claim of the dossier, and of the index. */
  public static void main(String[] arguments) {
    GeneratedDossier generated =
        new GeneratedDossier(Integer.parseInt(arguments[0]), 1, EvidenceKind.valueOf(arguments[1]));
    generated.file();
    long before = used();
    Dossier dossier = generated.dossier();
    long read = used();
    Tracker tracker = Tracker.of(dossier);
    tracker.stanceGrid(ActorKind.STATE); // builds what the index builds lazily
    tracker.claims().count();
    long indexed = used();
    int claims = tracker.dossier().claims().size(); // keeps both objects reachable until here
    System.out.println((read - before) / claims + " " + (indexed - read) / claims);
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Measures in a new process; returns the bytes of the dossier, of the index, and of both. */
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
      List<Double> bytes =
          Splitter.on(' ')
              .splitToStream(
                  new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                      .strip())
              .map(Double::valueOf)
              .toList();
      String suffix = "-" + kind.name().toLowerCase(Locale.ROOT);
      return List.of(
          Measurement.of(claims, "Heap.dossier" + suffix, bytes.get(0)),
          Measurement.of(claims, "Heap.index" + suffix, bytes.get(1)),
          Measurement.of(claims, "Heap.both" + suffix, bytes.get(0) + bytes.get(1)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
