package org.demarche.json.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.demarche.model.When;

/** Reads any text as a date: it is written back unchanged, or refused with the text. */
public final class WhenTarget {
  private WhenTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    When when;
    try {
      when = When.parse(text);
    } catch (IllegalArgumentException refused) {
      if (isShownWhole(text) && !String.valueOf(refused.getMessage()).contains(text)) {
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

  /** Returns whether a message shows a text as it is: it is short, and all of it is seen. */
  private static boolean isShownWhole(String text) {
    return text.length() <= 40 && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }
}
