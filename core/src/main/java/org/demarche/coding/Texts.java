package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * The texts of sources, by the ids of the sources. They may be kept outside the dossier, where
 * rights forbid to ship them with it.
 *
 * <p>A text is kept as it is given: offsets count its code points, line feeds, carriage returns and
 * a byte order mark included. A folder that is read by {@code Dossiers.readTexts} of
 * demarche-json-io gives texts without a byte order mark, in which each line ends in a line feed,
 * so that the offsets are the same on every platform.
 *
 * <pre>{@code
 * Texts texts = Texts.of(Map.of("KT17", "Seoul is not deploying any additional batteries."));
 * texts.quotation("KT17", "not  deploying").sentence();
 * // KT17 has “not  deploying” at 9..22, but for white space.
 * }</pre>
 *
 * @since 0.1
 */
public final class Texts {
  private static final int SUGGESTED = 3;

  private final ImmutableSortedMap<String, SourceText> texts;

  private Texts(ImmutableSortedMap<String, SourceText> texts) {
    this.texts = texts;
  }

  /**
   * Creates a set of texts.
   *
   * @param texts each text by the id of its source
   * @return the texts
   */
  public static Texts of(Map<String, String> texts) {
    return new Texts(
        ImmutableSortedMap.copyOf(
            Maps.transformValues(requireNonNull(texts, "texts"), SourceText::new)));
  }

  /**
   * Returns the texts that a dossier itself holds.
   *
   * @param dossier any dossier
   * @return the texts of its sources that have one
   */
  public static Texts of(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    Map<String, String> texts = new TreeMap<>();
    dossier
        .sources()
        .forEach(source -> source.text().ifPresent(text -> texts.put(source.id(), text)));
    return of(texts);
  }

  /**
   * Adds texts.
   *
   * @param more texts of other sources, or equal ones
   * @return all texts; these are unchanged
   * @throws IllegalArgumentException if a source has one text here and another there; all such
   *     sources are named
   */
  public Texts plus(Texts more) {
    requireNonNull(more, "more");
    List<String> conflicts = new ArrayList<>();
    Map<String, SourceText> all = new TreeMap<>(texts);
    more.texts.forEach(
        (id, text) -> {
          SourceText own = all.putIfAbsent(id, text);
          if (own != null && !own.text().equals(text.text())) {
            conflicts.add(id);
          }
        });
    if (!conflicts.isEmpty()) {
      throw ShownValue.refused(
          "two different texts of "
              + String.join(", ", conflicts)
              + "; give one text for each source");
    }
    return new Texts(ImmutableSortedMap.copyOf(all));
  }

  /** {@return the ids of the sources that have a text} */
  public ImmutableSortedSet<String> sources() {
    return texts.keySet();
  }

  /**
   * Returns the text of a source.
   *
   * @param source the id of the source
   * @return the text, or empty
   */
  public Optional<String> text(String source) {
    return find(source).map(SourceText::text);
  }

  /**
   * Returns the hash by which a change of a text is noticed, for {@link
   * org.demarche.model.Source#textHash}.
   *
   * @param source the id of the source
   * @return the SHA-256 hash (FIPS 180-4) of the text in UTF-8, in hexadecimal
   * @throws IllegalArgumentException if there is no text of that source
   */
  public String textHash(String source) {
    return require(source).hash();
  }

  /**
   * Finds a quotation in the text of a source.
   *
   * <p>It is found apart from the {@linkplain Variant.Kind#isTolerated tolerated} variants: white
   * space, line ends, the form of quotation marks and dashes, soft hyphens, characters without
   * width, ellipses, Unicode normalisation forms, ligatures, a hyphen at a line end, footnote
   * marks, page breaks and letter case. Places with fewer concessions are preferred: to the letter,
   * otherwise in the same letter case, otherwise in any. A quotation with ellipses ({@code …},
   * {@code ...} or {@code […]}) that is not found as a whole is found in parts, in order, each
   * within 1,000 characters after the part before.
   *
   * <p>If the text does not have the quotation, the finding has up to three passages in which at
   * least half of its words are right, or right but for a few letters, with the words that differ.
   * They are looked for by four consecutive letters that both have, and only for quotations of up
   * to 2,000 words.
   *
   * <p>The first search in a text builds an index in time and memory linear in its length, some
   * thirty bytes per character, which further searches use.
   *
   * @param source the id of the source
   * @param quotation the words, not blank
   * @return the places or the nearest passages
   * @throws IllegalArgumentException if there is no text of that source, or the quotation is blank
   */
  public QuotationFinding quotation(String source, String quotation) {
    requireNonNull(quotation, "quotation");
    SourceText text = require(source);
    if (quotation.isBlank()) {
      throw ShownValue.refused("the quotation is blank; give some words of " + source);
    }
    return text.find(source, quotation);
  }

  Optional<SourceText> find(String source) {
    return Optional.ofNullable(texts.get(requireNonNull(source, "source")));
  }

  /** Returns these texts, with that of one source from the dossier where it is missing here. */
  Texts orOwn(Dossier dossier, String source) {
    return texts.containsKey(source)
        ? this
        : dossier
            .source(source)
            .flatMap(Source::text)
            .map(text -> plus(of(Map.of(source, text))))
            .orElse(this);
  }

  SourceText require(String source) {
    return find(source)
        .orElseThrow(
            () ->
                ShownValue.refused(
                    "there is no text of source '"
                        + source
                        + "'"
                        + (texts.isEmpty()
                            ? "; there are no texts"
                            : Nearest.hint(source, texts.keySet(), SUGGESTED))));
  }

  /** {@return whether the other object holds the same texts of the same sources} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Texts that && plain().equals(that.plain());
  }

  @Override
  public int hashCode() {
    return plain().hashCode();
  }

  private Map<String, String> plain() {
    return Maps.transformValues(texts, SourceText::text);
  }

  /** {@return the number of texts and the ids of their sources} */
  @Override
  public String toString() {
    return OneLine.of(texts.size() + " texts: " + String.join(", ", texts.keySet()));
  }
}
