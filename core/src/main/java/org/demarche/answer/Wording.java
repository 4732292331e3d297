package org.demarche.answer;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.model.Dossier;
import org.demarche.typography.OneLine;

/**
 * The words in which answers print: a language, or the codes (the constants and ids) by which
 * programs and further questions refer to things.
 *
 * <p>In a language, answers print as sentences with names, labels and written dates. A language is
 * a catalogue of words and patterns, one for each key of {@link #words()}. An expression that a
 * catalogue lacks is printed in English, and each page says how many it lacks.
 *
 * <pre>{@code
 * Position position = tracker.asOf("2022-08-11").position("rok", "additional-thaad");
 * position.sentence();                             // Republic of Korea, as of 11 August 2022: uncommitted on …
 * position.page(Wording.of("ko"));                 // the same page in Korean
 * position.codes();                                // the same page with constants and ids
 * Wording.english().word(Stance.UNCOMMITTED);      // uncommitted
 * }</pre>
 *
 * @since 0.1
 */
public abstract sealed class Wording permits CodeWording, LanguageWording {
  Wording() {}

  /** {@return the English wording, in which answers print by default} */
  public static Wording english() {
    return LanguageWording.ENGLISH;
  }

  /** {@return the wording in constants and ids, as programs and further questions use them} */
  public static Wording codes() {
    return CodeWording.INSTANCE;
  }

  /**
   * Returns the wording of a language whose catalogue comes with the library.
   *
   * @param language the tag of the language (BCP 47): {@code en} or {@code ko}
   * @return the wording
   * @throws IllegalArgumentException if the library has no catalogue of the language; the message
   *     lists the languages that it has
   */
  public static Wording of(String language) {
    return LanguageWording.supplied(language);
  }

  /**
   * Creates the wording of a language from a catalogue of your own.
   *
   * @param locale the language, which decides on the names of months
   * @param words the words and patterns by their keys; each key is one of {@link #words()} of the
   *     English wording, and each pattern is written as in the English catalogue
   * @return a wording that prints in English what {@code words} lacks
   * @throws IllegalArgumentException if a key is unknown, a pattern is not valid, or a pattern has
   *     an argument that the English one does not have; the message lists every such key
   */
  public static Wording of(Locale locale, Map<String, String> words) {
    return LanguageWording.completed(locale, words);
  }

  /**
   * Returns the words and patterns of this wording by their keys. The key of a constant is its type
   * and name: {@code Stance.FOR}, {@code Change.Label.REVERSED}.
   *
   * @return the words of the catalogue, completed by the English ones; empty for {@link #codes()}
   */
  public abstract ImmutableMap<String, String> words();

  /** {@return the keys that the catalogue lacks, which print in English; sorted} */
  public abstract ImmutableSortedSet<String> missing();

  /**
   * Returns the word of a constant.
   *
   * @param constant a stance, force, grade, standing, label, reason or ruling, or another constant
   *     that answers print
   * @return the word, in lower case where the language has it; for {@link #codes()} the name of the
   *     constant
   * @throws IllegalArgumentException if answers do not print constants of this type
   */
  public abstract String word(Enum<?> constant);

  /** Returns a pattern with its arguments filled in. */
  abstract String text(String key, Object... arguments);

  /** Returns whether this is the wording in constants and ids. */
  abstract boolean isCodes();

  /** Returns a party as tables show it: its name, or its id in codes. */
  abstract String party(Dossier dossier, String id);

  /** Returns the names of some actors as a list. */
  abstract String names(Dossier dossier, Iterable<String> ids);

  /** Returns the label or the sentence of a proposition, or its id. */
  abstract String proposition(Dossier dossier, String id);

  /** Returns a day. */
  abstract String date(LocalDate day);

  /** Returns a list of texts. */
  abstract String list(List<String> parts);

  /** Returns a number. */
  abstract String number(int number);

  /** Returns a number of things; the things are a key of the catalogue. */
  abstract String count(String things, int number);

  /** Returns a viewpoint in words. */
  abstract String viewpoint(Viewpoint viewpoint);

  /** Returns the restrictions of a viewpoint other than its date, each preceded by a comma. */
  abstract String restrictions(Viewpoint viewpoint);

  /** Returns the frames of a claim. */
  abstract String frames(Collection<String> frames);

  /** Returns the question of a position: the party, the proposition and the viewpoint. */
  abstract String heading(Position position);

  /** Returns a position in one to three words, as in a cell of a {@link Matrix}. */
  abstract String cell(Position position);

  /** Returns an outcome in one to three words. */
  abstract String cell(PositionOutcome outcome);

  /** Returns a position in full sentences. */
  abstract String sentences(Position position);

  /** Returns a claim in one line, without its evidence. */
  abstract String line(CitedClaim claim);

  /** Returns a claim of a chronology in one line, without its evidence. */
  abstract String line(Chronology.Entry entry);

  /** Returns the ruling on a claim with its rule, and the claim, in one line. */
  abstract String line(Explanation.Considered considered);

  /** Returns a change as a verb, or as its label, with its flags. */
  abstract String change(Change change);

  /** Returns a relation as a verb, or as its label. */
  abstract String relation(Relation relation);

  /** Returns a relation in full sentences. */
  abstract String sentences(Relation relation);

  /** Returns a claim and the claim that it answers, in one line. */
  abstract String exchange(Relation.Exchange exchange);

  /** Returns a difference in a few words, or as its label. */
  abstract String difference(Difference difference);

  /** Returns which participants of an occasion report a point. */
  abstract String account(Readouts readouts, Readouts.Point point);

  /** Returns the cell of a position; for an unknown position, the reason. */
  final String cellOrReason(Position position) {
    if (!(position instanceof Unknown unknown)) {
      return cell(position);
    }
    return isCodes() ? word(unknown.reason()) : cell(position) + " " + word(unknown.reason());
  }

  /** Returns a question with the number of things found, in a sentence. */
  final String summary(String question, String things, int number) {
    return OneLine.whole(text("summary", question, count(things, number)));
  }

  /** Returns a question with the numbers of two kinds of things found, in a sentence. */
  final String summary(String question, String things, int number, String others, int more) {
    return OneLine.whole(
        text("summary", question, list(List.of(count(things, number), count(others, more)))));
  }
}
