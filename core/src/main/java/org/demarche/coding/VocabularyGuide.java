package org.demarche.coding;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.suggestion.Nearest;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A guide to the constants of {@link org.demarche.model.Force}, {@link org.demarche.model.Mode} or
 * {@link org.demarche.model.Stance}: one line of meaning each, the English words that usually go
 * with it, and when to choose it.
 *
 * <pre>{@code
 * VocabularyGuide.forces().with("acknowledged").constants();   // [WITHHOLD, NOTE]
 * System.out.println(VocabularyGuide.modes().print());
 * }</pre>
 *
 * @since 0.1
 */
public final class VocabularyGuide implements Printable {
  private static final int SUGGESTED = 5;

  /** The number of constants that are explained one by one. */
  private static final int FEW = 7;

  private static final String FILE = "guide.tsv";
  private static final Splitter LINES_OF_FILE = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter TABS = Splitter.on('\t');
  private static final Splitter COMMAS = Splitter.on(", ").omitEmptyStrings();
  private static final ImmutableList<List<String>> LINES = lines();

  private final String heading;
  private final ImmutableList<Entry> entries;
  private final String note;

  private VocabularyGuide(String heading, ImmutableList<Entry> entries, String note) {
    this.heading = heading;
    this.entries = entries;
    this.note = note;
  }

  /**
   * A constant, and when to choose it.
   *
   * @param constant the name of the constant
   * @param meaning the meaning, in one line
   * @param cues words that usually go with it: verbs for forces, phrases for modes and stances
   * @param when when to choose it, and when another
   * @param trap a link to the section of the handbook for coders that treats a trap; may be empty
   */
  record Entry(
      String constant, String meaning, ImmutableList<String> cues, String when, String trap) {
    Entry {
      requireNonNull(constant, "constant");
      requireNonNull(meaning, "meaning");
      requireNonNull(cues, "cues");
      requireNonNull(when, "when");
      requireNonNull(trap, "trap");
    }

    private static Entry of(List<String> line) {
      return new Entry(
          line.get(1),
          line.get(2),
          ImmutableList.copyOf(COMMAS.split(line.get(3))),
          line.get(4),
          line.get(5));
    }

    /** Returns the forms of the cues, as verbs. */
    ImmutableList<WordForms> verbs() {
      return cues.stream().map(WordForms::of).collect(ImmutableList.toImmutableList());
    }

    private String cueText() {
      return verbs().stream().map(WordForms::base).collect(Collectors.joining(", "));
    }
  }

  private static ImmutableList<List<String>> lines() {
    // Only a class of this module finds the file when the module is encapsulated.
    try (InputStream in = requireNonNull(VocabularyGuide.class.getResourceAsStream(FILE), FILE)) {
      return LINES_OF_FILE
          .splitToStream(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .skip(1)
          .map(TABS::splitToList)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static VocabularyGuide of(String vocabulary, String heading) {
    return new VocabularyGuide(
        heading,
        LINES.stream()
            .filter(line -> line.get(0).equals(vocabulary))
            .map(Entry::of)
            .collect(ImmutableList.toImmutableList()),
        "");
  }

  /** {@return the guide to the speech acts} */
  public static VocabularyGuide forces() {
    return of("Force", "Forces: what does the speaker do by saying so?");
  }

  /** {@return the guide to the ways in which a source renders words} */
  public static VocabularyGuide modes() {
    return of("Mode", "Modes: how does the source render the words of the speaker?");
  }

  /** {@return the guide to the stances} */
  public static VocabularyGuide stances() {
    return of("Stance", "Stances: what does the principal hold of the proposition?");
  }

  /**
   * Limits the guide to the constants that a word may express.
   *
   * @param word an English verb in any form, such as {@code acknowledged}, or a phrase that has
   *     one, such as {@code called for talks}
   * @return a guide of the constants that have it among their cues; without entries if none has,
   *     with the nearest cues
   */
  public VocabularyGuide with(String word) {
    requireNonNull(word, "word");
    ImmutableList<Entry> fitting =
        entries.stream()
            .filter(entry -> entry.verbs().stream().anyMatch(verb -> verb.matches(word)))
            .collect(ImmutableList.toImmutableList());
    String heading =
        fitting.isEmpty()
            ? "“%s” is in no list of cues".formatted(VisibleText.of(word))
            : "“%s” may express %s"
                .formatted(
                    VisibleText.of(word),
                    fitting.stream().map(Entry::constant).collect(Collectors.joining(" or ")));
    return new VocabularyGuide(heading, fitting, fitting.isEmpty() ? nearest(word) : "");
  }

  private String nearest(String word) {
    Map<String, String> cues = new LinkedHashMap<>();
    entries.stream()
        .flatMap(entry -> entry.verbs().stream())
        .forEach(verb -> verb.forms().forEach(form -> cues.put(form + verb.rest(), verb.base())));
    List<String> near =
        Nearest.to(word, cues.keySet(), SUGGESTED).stream().map(cues::get).distinct().toList();
    return near.isEmpty()
        ? "No cue is similar. Choose by what the speaker does, and no stronger act than the text has."
        : "The nearest: "
            + near.stream()
                .map(cue -> cue + " (" + String.join(", ", with(cue).constants()) + ")")
                .collect(Collectors.joining(", "))
            + ".";
  }

  /** {@return the names of the constants, in the order of the vocabulary} */
  public ImmutableList<String> constants() {
    return entries.stream().map(Entry::constant).collect(ImmutableList.toImmutableList());
  }

  /** Returns the constants with their meanings, in the order of the vocabulary. */
  ImmutableList<Entry> entries() {
    return entries;
  }

  /** {@return what the guide is about, in one line} */
  public String heading() {
    return heading;
  }

  /** {@return a table of the constants, or the constants one by one if there are few} */
  @Override
  public TextPage page() {
    TextPage page = TextPage.of(heading);
    if (entries.isEmpty()) {
      return page.line(2, 2, note);
    }
    if (entries.size() > FEW) {
      return page.table(
          ImmutableList.of("constant", "meaning", "words"),
          entries.stream()
              .map(it -> ImmutableList.of(it.constant(), it.meaning(), it.cueText()))
              .toList());
    }
    for (Entry entry : entries) {
      page = page.gap().line(0, 4, entry.constant() + ": " + entry.meaning());
      page = page.line(4, 4, entry.when()).line(4, 6, "words: " + entry.cueText());
      page = entry.trap().isEmpty() ? page : page.line(4, 4, entry.trap());
    }
    return page;
  }

  /** {@return the heading and the constants, in one line} */
  @Override
  public String toString() {
    return heading + " " + String.join(", ", constants());
  }
}
