package org.demarche.json.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.InvalidDateException;
import org.demarche.model.When;

/** Reads any text as a date: it is written back unchanged, or refused with the text. */
public final class WhenTarget {
  private static final Pattern CODE = Pattern.compile("\\[U\\+(10[0-9A-F]{4}|[0-9A-F]{4,5})\\]");
  private static final int HEXADECIMAL = 16;

  /** The sign in place of the middle of a long message. */
  private static final String OMISSION = " … ";

  private WhenTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    When when;
    try {
      when = When.parse(text);
    } catch (IllegalArgumentException refused) {
      if (!names(refused, text)) {
        throw new AssertionError("refused without the text: " + refused.getMessage(), refused);
      }
      return;
    }
    boolean sound =
        when.toString().equals(text)
            && when.equals(When.parse(when.toString()))
            && when.earliest().map(day -> !day.isAfter(when.latest())).orElse(true)
            && !when.before(when)
            && !when.after(when.latest());
    if (!sound) {
      throw new AssertionError("not as it was written: " + text);
    }
  }

  /** Returns whether an exception holds a text, and names it unless the middle is left out. */
  private static boolean names(IllegalArgumentException refused, String text) {
    return refused instanceof InvalidDateException invalid
        && invalid.value().equals(text)
        && (String.valueOf(refused.getMessage()).contains(OMISSION)
            || decoded(String.valueOf(refused.getMessage())).contains(decoded(text)));
  }

  /** Puts characters back in place of their codes. */
  private static String decoded(String shown) {
    return CODE.matcher(shown)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(code.group(1), HEXADECIMAL))));
  }
}
