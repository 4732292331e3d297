package org.demarche.json.files;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.demarche.model.Problem;

/**
 * An estimate of whether files fit in the heap, and a count of what was read of them. How much
 * memory a dossier takes depends on its content: claims with a quotation take about one and a half
 * times the bytes of their lines, a book in Chinese half of its bytes, and half as much again is
 * needed while they are read and indexed. A file is therefore refused before it is read only if
 * even the lowest estimate is too much; if memory runs out later, the usual estimate is reported,
 * and how much had been read.
 */
public final class HeapBudget {
  private static final double LEAST_OF_LINES = 0.3;
  private static final double LEAST_OF_DOCUMENT = 1;
  private static final double USUAL_OF_LINES = 2;
  private static final double USUAL_OF_DOCUMENT = 5;

  private final long heap;
  private double least;
  private double usual;
  private long unpacked;
  private long records;
  private long rows;
  private boolean canStream;

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
   * Reads something, and reports a full heap as its problem. All that was read is unreachable by
   * then, so that the program can go on.
   *
   * @param file the file that the problem names
   * @param reading counts what it reads in the budget
   * @throws org.demarche.model.InvalidDossierException if the heap is full
   */
  public static <T> T within(String file, Function<HeapBudget, T> reading) {
    HeapBudget budget = ofUnknownSize();
    return budget.within(() -> file, () -> reading.apply(budget));
  }

  /** Reads something, and reports a full heap as a problem of the file that is given then. */
  public <T> T within(Supplier<String> file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (OutOfMemoryError full) {
      throw FileErrors.refused(exceeded(file.get(), whatWasRead()));
    }
  }

  /** Returns the failure of an output for which the heap is too small. */
  public static IOException full() {
    return new IOException(
        "the heap is full: Java was given %s; start Java with a larger heap (-Xmx)"
            .formatted(size((double) Runtime.getRuntime().maxMemory())));
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
    return least > heap ? Optional.of(exceeded(file, "")) : Optional.empty();
  }

  /** Counts bytes that were read, after unpacking. */
  public void countBytes(long more) {
    unpacked += more;
  }

  /** Forgets bytes that were counted, and are read again from memory. */
  public void forgetBytes(long again) {
    unpacked -= again;
  }

  /** Notes that the records of a file of lines could be streamed instead. */
  public void adviseStreaming() {
    canStream = true;
  }

  /** Counts a record that was read. */
  public void countRecord() {
    records++;
  }

  /** Counts a row of a table that was read. */
  public void countRow() {
    rows++;
  }

  /**
   * Returns the problem to report if the heap is too small.
   *
   * @param full says after how much the heap was full; empty if nothing was tried
   */
  private Problem exceeded(String file, String full) {
    String given = "Java was given " + size((double) heap) + full;
    String stream =
        canStream && FileEndings.isOfLines(file)
            ? ", or stream the records one by one with items(…)"
            : "";
    boolean isUnknown = usual < heap; // of a stream, or of files that unpack to more
    return FileErrors.problem(
        Problem.Code.TOO_LARGE,
        "",
        isUnknown
            ? "too large for the heap: %s; if it is trusted, start Java with a larger heap (-Xmx)%s"
                .formatted(given, stream)
            : "too large for the heap: the files need about %s of memory, but %s; start Java with -Xmx%sg%s"
                .formatted(
                    size(usual), given, (long) Math.ceil(usual * 5 / 4 / (1L << 30)), stream),
        new Problem.Place(file, 1, 1));
  }

  private String whatWasRead() {
    if (unpacked == 0) {
      return "";
    }
    String what = rows > 0 ? rows + " rows, " : records > 0 ? records + " records, " : "";
    return " and had used all of it after reading %s%s of text (decompressed)"
        .formatted(what, size((double) unpacked));
  }

  private static String size(double bytes) {
    double mebibytes = bytes / (1 << 20);
    return mebibytes < 10
        ? String.format(Locale.ROOT, "%.1f MiB", mebibytes)
        : mebibytes < 1 << 10
            ? String.format(Locale.ROOT, "%.0f MiB", mebibytes)
            : String.format(Locale.ROOT, "%.1f GiB", mebibytes / (1 << 10));
  }
}
