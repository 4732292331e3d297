package org.demarche.json.fuzz;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.demarche.coding.Passage;
import org.demarche.coding.QuotationFinding;
import org.demarche.coding.Sentence;
import org.demarche.coding.Sentences;
import org.demarche.coding.Texts;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Style;

/**
 * Reads a text and looks for a quotation in it, or for a part of itself. The first two bytes of an
 * input are the length of the quotation; it follows, and then the text. The passages found are of
 * the text, and its sentences cover every letter.
 */
public final class TextsTarget {
  private static final Scratch SCRATCH = Scratch.create();
  private static final int HEAD = 2;

  private TextsTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < HEAD) {
      return;
    }
    int end =
        HEAD
            + (Byte.toUnsignedInt(input[0]) << Byte.SIZE | Byte.toUnsignedInt(input[1]))
                % (input.length - 1);
    Texts texts;
    try {
      SCRATCH.write("S1.txt", Arrays.copyOfRange(input, Math.min(end, input.length), input.length));
      texts = Dossiers.readTexts(SCRATCH.file(""));
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    } catch (UncheckedIOException unreadable) {
      Printed.requireMessage(unreadable);
      return;
    }
    Printed.requireSafe("texts", texts.toString());
    String text = texts.text("S1").orElseThrow();
    String quotation =
        new String(
            Arrays.copyOfRange(input, HEAD, Math.min(end, input.length)),
            java.nio.charset.StandardCharsets.UTF_8);
    find(texts, text, quotation);
    split(texts, text);
  }

  private static void find(Texts texts, String text, String quotation) {
    QuotationFinding finding;
    try {
      finding = texts.quotation("S1", quotation);
    } catch (IllegalArgumentException blank) {
      Printed.requireMessage(blank);
      return;
    }
    Printed.requireSafe("a finding", finding.sentence());
    Printed.requireSafe("a page", finding.print());
    Printed.requireSafe("a page of HTML", finding.page().print(Style.whole().html()));
    int[] letters = text.codePoints().toArray();
    for (Passage passage : finding.passages()) {
      int from = passage.selector().lowerEndpoint();
      String words = new String(letters, from, passage.selector().upperEndpoint() - from);
      if (!words.equals(passage.words())) {
        throw new AssertionError("other words at the place: " + words + " for " + passage.words());
      }
      Printed.requireSafe("a passage", passage.toString());
    }
    if (!quotation.isBlank() && text.contains(quotation) && !finding.verdict().isFound()) {
      throw new AssertionError("not found, and yet in the text: " + finding);
    }
  }

  private static void split(Texts texts, String text) {
    Sentences split = Sentences.of(Dossier.empty(), texts, "S1");
    Printed.requireSafe("sentences", split.print());
    List<Sentence> sentences = split.sentences();
    int[] letters = text.codePoints().toArray();
    int last = 0;
    for (Sentence sentence : sentences) {
      Printed.requireSafe("a sentence", sentence.toString());
      int from = sentence.selector().lowerEndpoint();
      int to = sentence.selector().upperEndpoint();
      if (from < last || !new String(letters, from, to - from).equals(sentence.words())) {
        throw new AssertionError("other words at the place of a sentence: " + sentence);
      }
      last = to;
    }
  }
}
