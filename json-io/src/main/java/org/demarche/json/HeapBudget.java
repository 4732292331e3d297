package org.demarche.json;

import java.util.Locale;
import java.util.Optional;
import org.demarche.model.Problem;

/**
 * Whether files fit in the heap. How much a dossier takes depends on what it holds: claims with a
 * quotation take about one and a half times the bytes of their lines, a book in Chinese half of its
 * bytes, and half as much again is needed while they are read and indexed. So a file is refused at
 * once only where even the least would be too much; of one that ends in want of memory the usual is
 * told.
 */
final class HeapBudget {
  private static final double LEAST_OF_LINES = 0.3;
  private static final double LEAST_OF_DOCUMENT = 1;
  private static final double USUAL_OF_LINES = 2;
  private static final double USUAL_OF_DOCUMENT = 5;

  private final long heap;
  private double least;
  private double usual;

  /**
   * An empty room.
   *
   * @param heap how many bytes of it there are
   */
  HeapBudget(long heap) {
    this.heap = heap;
  }

  /**
   * Takes in one file more.
   *
   * @param bytes how many it holds, or fewer where it is packed
   * @return what is wrong, where it cannot fit
   */
  Optional<Problem> take(String file, long bytes) {
    boolean ofLines = DossierReader.isOfLines(file);
    least += bytes * (ofLines ? LEAST_OF_LINES : LEAST_OF_DOCUMENT);
    usual += bytes * (ofLines ? USUAL_OF_LINES : USUAL_OF_DOCUMENT);
    return least > heap ? Optional.of(full(file)) : Optional.empty();
  }

  /** What is wrong where the heap was full before all was read. */
  Problem full(String file) {
    return BoundedInput.problem(
        Problem.Code.TOO_LARGE,
        "",
        "it is too large for the heap: what is read takes about %s, and Java was given %s; start it with -Xmx%dg, or take the records of a .jsonl one by one, with items(…)"
            .formatted(
                size(usual), size((double) heap), (long) Math.ceil(usual * 5 / 4 / (1L << 30))),
        new Problem.Place(file, 1, 1));
  }

  private static String size(double bytes) {
    return bytes < 1L << 30
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / (1 << 20))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
  }
}
