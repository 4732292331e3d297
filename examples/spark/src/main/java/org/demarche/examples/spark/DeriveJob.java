package org.demarche.examples.spark;

import com.google.common.base.Throwables;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * The job that reads a folder of claims and writes what they show: {@code spark-submit --class
 * org.demarche.examples.spark.DeriveJob JAR --input DIR --out DIR --as-of DATE}. It exits with 0 if
 * every line was read, with 2 if some were rejected, and with 1 if nothing was derived.
 */
public final class DeriveJob {
  private static final Set<String> OPTIONS =
      Set.of("--input", "--out", "--as-of", "--since", "--known-at", "--files");

  private static final String USAGE =
      """
      --input DIR      a folder of .jsonl and .jsonl.gz files, or of Parquet files of their lines
      --out DIR        a folder that does not exist yet
      --as-of DATE     the day of the positions
      --since DATE     the day from which changes are counted; default: a year before
      --known-at DATE  leave out evidence published later
      --files N        the greatest number of files of each table; default: 1
      """;

  private final Map<String, String> options;

  private DeriveJob(Map<String, String> options) {
    this.options = options;
  }

  /**
   * Runs the job in a session of its own.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    SparkSession session = SparkSession.builder().appName("Positions from claims").getOrCreate();
    int status;
    try {
      status = run(session, System.err, args);
    } finally {
      session.stop();
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs the job in a session, which stays open.
   *
   * @param session the session
   * @param messages where to print what was written, or what is wrong
   * @param args the options
   * @return the exit status
   */
  public static int run(SparkSession session, PrintStream messages, String... args) {
    try {
      return of(args).run(session, messages);
    } catch (IllegalArgumentException wrong) {
      messages.println(wrong.getMessage());
      return 1;
    } catch (Exception failed) { // Spark throws checked ones without saying so
      Throwable cause = Throwables.getRootCause(failed);
      messages.println("the job failed: " + failed.toString().lines().findFirst().orElse(""));
      if (cause != failed) {
        messages.println("because of " + cause.toString().lines().findFirst().orElse(""));
      }
      return 1;
    }
  }

  private static DeriveJob of(String... args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "got %s; the options are%n%s".formatted(Arrays.asList(args), USAGE));
      }
      if (options.put(args[i], args[i + 1]) != null) {
        throw new IllegalArgumentException(args[i] + " is given twice");
      }
    }
    return new DeriveJob(options);
  }

  private String required(String option) {
    return Optional.ofNullable(options.get(option))
        .orElseThrow(
            () -> new IllegalArgumentException(option + " is missing; the options are\n" + USAGE));
  }

  private Optional<LocalDate> day(String option) {
    return Optional.ofNullable(options.get(option))
        .map(
            text -> {
              try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 1 && day.getYear() <= 9999) {
                  return day;
                }
              } catch (DateTimeException wrong) {
                // as below
              }
              throw new IllegalArgumentException(
                  option + " must be a day such as 2022-08-11, got '" + text + "'");
            });
  }

  private int run(SparkSession session, PrintStream messages) throws Exception {
    String input = required("--input");
    AskedDays days = days();
    String folder = required("--out");
    try (OutputFolder out =
            OutputFolder.create(session, folder, files(), input, messages::println);
        ClaimsOnSpark claims = ClaimsOnSpark.read(session, input);
        DerivedAnswers answers = claims.derive(days)) {
      List<String> counts = new ArrayList<>();
      out.write("positions", answers.positions(), counts);
      out.write("changes", answers.changes(), counts);
      out.write("turns", answers.turns(), counts);
      out.write("agreement", answers.agreement(), counts);
      long rejects = out.write("rejects", answers.rejects(), counts);
      out.finish();
      messages.println(String.join("\n", counts));
      return rejects == 0 ? 0 : 2;
    }
  }

  private AskedDays days() {
    required("--as-of");
    LocalDate last = day("--as-of").orElseThrow();
    AskedDays days = AskedDays.asOf(last);
    Optional<LocalDate> first = day("--since");
    if (first.isPresent() && first.get().isAfter(last)) {
      throw new IllegalArgumentException(
          "--since must not be after --as-of, got %s and %s".formatted(first.get(), last));
    }
    days = first.map(days::since).orElse(days);
    return day("--known-at").map(days::knownAt).orElse(days);
  }

  private int files() {
    String text = options.getOrDefault("--files", "1");
    try {
      int files = Integer.parseInt(text);
      if (files > 0) {
        return files;
      }
    } catch (NumberFormatException wrong) {
      // as below
    }
    throw new IllegalArgumentException("--files must be 1 or more, got '" + text + "'");
  }
}
