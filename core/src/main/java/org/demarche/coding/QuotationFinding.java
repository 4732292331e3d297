package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    String subject = source + (verdict.isFound() ? " has “" : " does not have “");
    return subject + VisibleText.of(quotation) + "”" + predicate() + ".";
  }

  private String predicate() {
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
      case NEAREST -> "; nearest is " + places() + ", with " + briefly();
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

  /** Returns the variants of the first passage; empty if there is none. */
  String details() {
    return passages.isEmpty() ? "" : String.join("; ", variants(passages.get(0)));
  }

  /** Returns the first variant, and of other kinds the places at least; empty if there is none. */
  String briefly() {
    return passages.isEmpty()
        ? ""
        : variants(passages.get(0)).stream()
            .reduce(
                (all, next) ->
                    all + "; " + (next.length() <= BRIEF ? next : next.replaceFirst(": .*", "")))
            .orElse("");
  }

  /** Returns the first variant of each kind, with the number of the others of that kind. */
  private static List<String> variants(Passage passage) {
    Map<Variant.Kind, Variant> first = new LinkedHashMap<>();
    passage.variants().forEach(variant -> first.putIfAbsent(variant.kind(), variant));
    return first.values().stream()
        .map(
            variant -> {
              long more =
                  passage.variants().stream().filter(v -> v.kind() == variant.kind()).count() - 1;
              return variant + (more == 0 ? "" : " (and in " + more + " more)");
            })
        .toList();
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
    for (String variant : variants(passage)) {
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
