package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The places of a quotation in the text of a source or, if it is not in the text, the nearest
 * passages. It prints in English.
 *
 * <pre>{@code
 * QuotationFinding finding = texts.quotation("KT17", "not deploying any additional");
 * finding.sentence();                    // KT17 has “not deploying any additional” at 120..148.
 * finding.passages().get(0).selector();  // [120..148)
 * }</pre>
 *
 * @param source the id of the source
 * @param quotation the quotation that was looked for
 * @param verdict whether it was found
 * @param passages the places at which it was found with the fewest concessions, in the order of the
 *     text: to the letter, otherwise with the same letter case, otherwise in any case; at most 100.
 *     If it was not found, up to three similar passages, the most similar first
 * @since 0.1
 */
public record QuotationFinding(
    String source, String quotation, QuotationVerdict verdict, ImmutableList<Passage> passages)
    implements Printable {
  /** The number of places that a sentence names. */
  static final int NAMED = 5;

  /** The greatest length of a variant that is shown in a sentence after another one. */
  private static final int BRIEF = 45;

  /**
   * Creates a finding.
   *
   * @param source the id of the source
   * @param quotation the quotation that was looked for
   * @param verdict whether it was found
   * @param passages the places, or the nearest passages
   */
  public QuotationFinding {
    requireNonNull(source, "source");
    requireNonNull(quotation, "quotation");
    requireNonNull(verdict, "verdict");
    requireNonNull(passages, "passages");
  }

  /**
   * Returns the finding in a sentence, without the context of the passages.
   *
   * @return text without line feeds
   */
  public String sentence() {
    return sentence(details());
  }

  /** Returns the sentence as messages have it, whose length is limited: with short variants. */
  String inMessage() {
    return sentence(briefly());
  }

  private String sentence(String variants) {
    String subject = source + (verdict.isFound() ? " has “" : " does not have “");
    return subject + VisibleText.of(quotation) + "”" + predicate(variants) + ".";
  }

  private String predicate(String variants) {
    return switch (verdict) {
      case FOUND -> " at " + places();
      case FOUND_BUT_FOR -> " at " + places() + ", but for " + kinds();
      case SEVERAL ->
          " in "
              + passages.size()
              + (passages.size() < QuotationSearch.MAX_PLACES ? "" : " or more")
              + " places, "
              + places()
              + (passages.get(0).variants().isEmpty() ? "" : ", but for " + kinds());
      case NEAREST -> "; nearest is " + places() + ", with " + variants;
      default -> ", nor a similar passage";
    };
  }

  /** Returns the selectors of the first passages, and the number of the rest. */
  String places() {
    String places =
        passages.stream()
            .limit(NAMED)
            .map(passage -> Passage.selectorText(passage.selector()) + inParts(passage))
            .collect(Collectors.joining(", "));
    return places + andMore(passages.size());
  }

  /** Returns the number of places that are not named, in words; empty if all are. */
  static String andMore(int places) {
    return places > NAMED ? " and " + (places - NAMED) + " more" : "";
  }

  private static String inParts(Passage passage) {
    return passage.parts().size() == 1 ? "" : " in " + passage.parts().size() + " parts";
  }

  private String kinds() {
    return passages.get(0).variants().stream()
        .map(variant -> variant.kind().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Returns the first variant of each kind in the first passage; empty if there is none. */
  String details() {
    return variants(Integer.MAX_VALUE);
  }

  /** Returns the first variant, and of other kinds the places at least; empty if there is none. */
  String briefly() {
    return variants(BRIEF);
  }

  private String variants(int longest) {
    return passages.isEmpty() ? "" : String.join("; ", variants(passages.get(0), longest));
  }

  /**
   * Returns the first variant of each kind, with the number of the others of that kind.
   *
   * @param longest the greatest length of a variant after the first; of a longer one, the place
   *     alone is shown
   */
  private static List<String> variants(Passage passage, int longest) {
    List<String> shown = new ArrayList<>();
    for (Collection<Variant> alike :
        Multimaps.index(passage.variants(), Variant::kind).asMap().values()) {
      String first = alike.iterator().next().toString();
      shown.add(
          (shown.isEmpty() || first.length() <= longest ? first : first.replaceFirst(": .*", ""))
              + (alike.size() == 1 ? "" : " (and in " + (alike.size() - 1) + " more)"));
    }
    return shown;
  }

  /** {@return the sentence, and each passage between the words around it, with its variants} */
  @Override
  public TextPage page() {
    return TextPage.of(sentence())
        .passages(passages.stream().map(this::passage).collect(ImmutableList.toImmutableList()));
  }

  private TextPage passage(Passage passage) {
    String around =
        (passage.before() + "«" + passage.words() + "»" + passage.after())
            .replaceAll("\\s+", " ")
            .strip();
    TextPage page =
        TextPage.empty()
            .quote(2, "… " + around + " …")
            .source(2, source + ", " + Passage.selectorText(passage.selector()) + inParts(passage));
    for (String variant : variants(passage, Integer.MAX_VALUE)) {
      page = page.line(4, 6, variant);
    }
    return page;
  }

  /** {@return the source, the verdict and the places, in one line} */
  @Override
  public String toString() {
    return VisibleText.of(source) + " " + verdict.name() + ": " + places();
  }
}
