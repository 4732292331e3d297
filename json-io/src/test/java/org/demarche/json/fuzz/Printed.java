package org.demarche.json.fuzz;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Checks of what is printed: nothing in it acts on a terminal or hides what is read. */
public final class Printed {
  /** The greatest length of a message about one problem. */
  private static final int LONGEST_MESSAGE = 400;

  private static final int NEAR = 60;

  /** Control characters but line feed and tab, and those that turn direction or end a line. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

  private Printed() {}

  /**
   * Checks that a printed text has no character that a terminal obeys, none that turns the
   * direction of a text, and no half of a surrogate pair.
   *
   * @param form what was printed, named if the check fails
   */
  public static void requireSafe(String form, String text) {
    Matcher unsafe = UNSAFE.matcher(text);
    if (unsafe.find()) {
      int from = Math.max(0, unsafe.start() - NEAR);
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s has U+%04X after: %s",
              form,
              (int) text.charAt(unsafe.start()),
              text.substring(from, unsafe.start())));
    }
  }

  /** Checks that a message is safe, of one line and short. */
  static void requireMessage(Exception refused) {
    if (refused instanceof InvalidDossierException invalid) {
      Refusals.requireReport(invalid);
      return;
    }
    requireMessage(String.valueOf(refused.getMessage()), refused);
  }

  /** Checks that the message of a problem is safe, of one line and short. */
  static void requireMessage(Problem problem) {
    requireMessage(problem.message(), new InvalidDossierException(java.util.List.of(problem)));
    requireSafe("a problem", problem.toString());
  }

  private static void requireMessage(String message, Exception refused) {
    if (message.isBlank()) {
      throw new AssertionError("refused without a reason", refused);
    }
    requireSafe("a message", message);
    if (message.indexOf('\n') >= 0 || message.length() > LONGEST_MESSAGE) {
      throw new AssertionError(
          "a message of " + message.length() + " characters: " + message, refused);
    }
  }
}
