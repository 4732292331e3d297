package org.demarche.json.files;

import java.util.Locale;
import java.util.Optional;
import org.demarche.model.Problem;

/**
 * An estimate of whether files fit in the heap. How much memory a dossier takes depends on its
 * content: claims with a quotation take about one and a half times the bytes of their lines, a book
 * in Chinese half of its bytes, and half as much again is needed while they are read and indexed. A
 * file is therefore refused before it is read only if even the lowest estimate is too much; if
 * memory runs out later, the usual estimate is reported.
 */
public final class HeapBudget {
  private static final double LEAST_OF_LINES = 0.3;
  private static final double LEAST_OF_DOCUMENT = 1;
  private static final double USUAL_OF_LINES = 2;
  private static final double USUAL_OF_DOCUMENT = 5;

  private final long heap;
  private double least;
  private double usual;

  /**
   * Creates an unused budget.
   *
   * @param heap its size in bytes
   */
  public HeapBudget(long heap) {
    this.heap = heap;
  }

  /** Returns a budget of the heap of this process for what has no size, such as a stream. */
  public static HeapBudget ofUnknownSize() {
    return new HeapBudget(Runtime.getRuntime().maxMemory());
  }

  /**
   * Adds the estimate for a file.
   *
   * @param bytes the size of the file, packed or not
   * @return the problem if the file cannot fit
   */
  public Optional<Problem> add(String file, long bytes) {
    boolean ofLines = FileEndings.isOfLines(file);
    least += bytes * (ofLines ? LEAST_OF_LINES : LEAST_OF_DOCUMENT);
    usual += bytes * (ofLines ? USUAL_OF_LINES : USUAL_OF_DOCUMENT);
    return least > heap ? Optional.of(exceeded(file)) : Optional.empty();
  }

  /** Returns the problem to report if the heap was full before all files were read. */
  public Problem exceeded(String file) {
    boolean isUnknown = usual < heap; // of a stream, or of files that unpack to more
    return FileErrors.problem(
        Problem.Code.TOO_LARGE,
        "",
        isUnknown
            ? "too large for the heap: Java was given %s, and there is more to read than its size tells, as where a small file unpacks to a large one; if it is trusted, start Java with a larger heap (-Xmx), or stream the records of a .jsonl with items(…)"
                .formatted(size((double) heap))
            : "too large for the heap: the files need about %s of memory, but Java was given %s; start Java with -Xmx%sg, or stream the records of a .jsonl with items(…)"
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
