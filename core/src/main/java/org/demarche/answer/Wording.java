package org.demarche.answer;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
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
 * position.sentence();                             // South Korea, as of 11 August 2022: uncommitted on …
 * position.page(Wording.of("ko"));                 // the same page in Korean
 * position.codes();                                // the same page with constants and ids
 * Wording.english().word(Stance.UNCOMMITTED);      // uncommitted
 * }</pre>
 *
 * @since 0.1
 */
public final class Wording {
  private static final Pattern PLAIN_DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

  private static final Wording ENGLISH = english(WordCatalogue.english());
  private static final Wording CODES =
      new Wording(Locale.ROOT, true, ENGLISH.words, ENGLISH.missing);

  /** The start of the keys of lines in constants and ids, which no language has. */
  private static final String OF_CODES = "code.";

  private static final String SENTENCE_ENDS = ".!?。！？";

  private final Locale locale;
  private final boolean codes;
  private final ImmutableSortedMap<String, String> words;
  private final ImmutableSortedSet<String> missing;

  /** The words and patterns that are not formats of days, read when they are first needed. */
  private final Supplier<ImmutableMap<String, Phrase>> phrases;

  /** The formats of days. */
  private final Supplier<ImmutableMap<String, DateTimeFormatter>> days;

  private Wording(
      Locale locale,
      boolean codes,
      ImmutableSortedMap<String, String> words,
      ImmutableSortedSet<String> missing) {
    this(
        locale,
        codes,
        words,
        missing,
        Suppliers.memoize(() -> read(words, false, pattern -> Phrase.of(pattern, locale))),
        Suppliers.memoize(
            () -> read(words, true, pattern -> DateTimeFormatter.ofPattern(pattern, locale))));
  }

  private Wording(
      Locale locale,
      boolean codes,
      ImmutableSortedMap<String, String> words,
      ImmutableSortedSet<String> missing,
      Supplier<ImmutableMap<String, Phrase>> phrases,
      Supplier<ImmutableMap<String, DateTimeFormatter>> days) {
    this.locale = locale;
    this.codes = codes;
    this.words = words;
    this.missing = missing;
    this.phrases = phrases;
    this.days = days;
  }

  private static <F> ImmutableMap<String, F> read(
      Map<String, String> words, boolean ofDays, Function<String, F> reading) {
    ImmutableMap.Builder<String, F> read = ImmutableMap.builder();
    words.forEach(
        (key, pattern) -> {
          String english = Objects.requireNonNull(ENGLISH.words.get(key), key);
          if (WordCatalogue.isFormatOfDays(key, english) == ofDays) {
            read.put(key, reading.apply(pattern));
          }
        });
    return read.buildOrThrow();
  }

  private static Wording english(Map<String, String> words) {
    return new Wording(
        Locale.ENGLISH, false, ImmutableSortedMap.copyOf(words), ImmutableSortedSet.of());
  }

  /** {@return the English wording, in which answers print by default} */
  public static Wording english() {
    return ENGLISH;
  }

  /** {@return the language of the words; {@link Locale#ROOT} of {@link #codes()}} */
  public Locale locale() {
    return locale;
  }

  /** {@return the wording in constants and ids, as programs and further questions use them} */
  public static Wording codes() {
    return CODES;
  }

  /**
   * Returns the wording of a language whose catalogue comes with the library.
   *
   * @param language the tag of the language (BCP 47), such as {@code en} or {@code ko-KR}
   * @return the wording
   * @throws IllegalArgumentException if the library has no catalogue of the language; the message
   *     lists the languages that it has
   */
  public static Wording of(String language) {
    Locale locale = Locale.forLanguageTag(Objects.requireNonNull(language, "language"));
    Map<String, String> words = WordCatalogue.of(locale.getLanguage(), language);
    return locale.getLanguage().equals("en") ? ENGLISH : of(locale, words);
  }

  /**
   * Creates the wording of a language from a catalogue of your own.
   *
   * @param locale the language, which decides on the names of months
   * @param words the words and patterns by their keys; each key is one of {@link #words()} of the
   *     English wording, and each pattern is written as in the English catalogue
   * @return a wording that prints in English what {@code words} lacks; an act that it has without a
   *     stance, such as {@code Force.REFUSE}, serves for {@code Force.REFUSE.UNCOMMITTED} too
   * @throws IllegalArgumentException if a key is unknown, a pattern is not valid, or a pattern has
   *     an argument that the English one does not have; the message lists every such key
   */
  public static Wording of(Locale locale, Map<String, String> words) {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(words, "words");
    WordCatalogue.check(words, ENGLISH.words());
    ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
    ImmutableSortedSet.Builder<String> missing = ImmutableSortedSet.naturalOrder();
    ENGLISH.words.forEach(
        (key, english) -> {
          if (words.containsKey(key)) {
            all.put(key, words.get(key));
          } else if (!words.containsKey(general(key))) {
            all.put(key, english);
            if (!key.startsWith(OF_CODES)) {
              missing.add(key);
            }
          }
        });
    return new Wording(locale, false, all.buildOrThrow(), missing.build());
  }

  /**
   * Returns the words and patterns of this wording by their keys. The key of a constant is its type
   * and name: {@code Stance.FOR}, {@code Change.Label.REVERSED}.
   *
   * @return the words of the catalogue, completed by the English ones
   */
  public ImmutableMap<String, String> words() {
    return ImmutableSortedMap.copyOf(Maps.filterKeys(words, key -> !key.startsWith(OF_CODES)));
  }

  /** {@return the keys that the catalogue lacks, which print in English; sorted} */
  public ImmutableSortedSet<String> missing() {
    return missing;
  }

  /**
   * Returns the word of a constant.
   *
   * @param constant a stance, force, grade, standing, label, reason or ruling, or another constant
   *     that answers print
   * @return the word, in lower case where the language has it; for {@link #codes()} the name of the
   *     constant
   * @throws IllegalArgumentException if answers do not print constants of this type
   */
  public String word(Enum<?> constant) {
    String key = key(Objects.requireNonNull(constant, "constant"));
    if (!has(key)) {
      throw ShownValue.refused(
          "answers print no constants of " + constant.getDeclaringClass().getName());
    }
    return codes ? constant.name() : text(key);
  }

  /**
   * Returns the signs in the cells of tables with their meanings.
   *
   * @return each sign with its meaning, in the order to print
   */
  public ImmutableMap<String, String> signs() {
    return ImmutableMap.copyOf(Maps.transformValues(AnswerPages.SIGNS, this::text));
  }

  /** Returns the key of a constant: its type, with the types around it, and its name. */
  private static String key(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.')
        + "."
        + constant.name();
  }

  /** Returns the same words for the inner pages of a page, which has the note on missing words. */
  Wording withoutNote() {
    return new Wording(locale, codes, words, ImmutableSortedSet.of(), phrases, days);
  }

  /** {@return the language, or that these are codes} */
  @Override
  public String toString() {
    return codes ? "Wording in codes" : "Wording in " + locale.toLanguageTag();
  }

  /** Returns whether this is the wording in constants and ids. */
  boolean isCodes() {
    return codes;
  }

  /** Returns whether there is a word or a pattern for a key. */
  boolean has(String key) {
    return phrases.get().containsKey(key);
  }

  /** Returns the key of an act without a stance, for one with a stance; other keys as they are. */
  private static String general(String key) {
    return key.startsWith("Force.") || key.startsWith("says.")
        ? key.substring(0, key.lastIndexOf('.'))
        : key;
  }

  /** Returns a phrase about an act, which a language may have for one of its stances alone. */
  String act(String key, Stance stance) {
    String special = key + "." + stance;
    return text(has(special) ? special : key);
  }

  /** Returns an act in one or a few words, such as “urges”, or as its constant. */
  String act(Force force, Stance stance) {
    return codes ? force.name() : act(key(force), stance);
  }

  /** Returns a pattern with its arguments filled in. */
  String text(String key, Object... arguments) {
    return Objects.requireNonNull(phrases.get().get(key), key).with(arguments);
  }

  /**
   * Returns a number, in words if the language has one.
   *
   * @param number any number
   * @return such as “twelve”; in codes in digits
   */
  public String number(int number) {
    String key = "number." + number;
    return codes || !has(key) ? String.valueOf(number) : text(key);
  }

  /** Returns a number of things, such as “two claims”; the things are a key of the catalogue. */
  String count(String things, int number) {
    return text("count." + things, number, number(number));
  }

  /**
   * Returns a text with its first letter in upper case.
   *
   * @param text any text
   * @return the text
   */
  public String capital(String text) {
    Objects.requireNonNull(text, "text");
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(locale)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /**
   * Returns a list in words.
   *
   * @param parts the members
   * @return such as “a, b and c”; in codes with “and” between all
   */
  public String list(List<String> parts) {
    Objects.requireNonNull(parts, "parts");
    if (codes || parts.size() < 2) {
      return String.join(" and ", parts);
    }
    String most = String.join(text("list.comma"), parts.subList(0, parts.size() - 1));
    return text("list.and", most, parts.get(parts.size() - 1));
  }

  /** Returns a question with what was found, in a sentence. */
  String summary(String question, String... found) {
    return OneLine.whole(text("summary", question, list(ImmutableList.copyOf(found))));
  }

  /**
   * Returns a day, written out.
   *
   * @param day the day
   * @return such as “9 August 2022”; in codes in ISO 8601
   */
  public String date(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return codes ? day.toString() : format("date.day", day);
  }

  private String format(String key, LocalDate day) {
    return Objects.requireNonNull(days.get().get(key), key).format(day);
  }

  /**
   * Returns a date, written out to its precision.
   *
   * @param when the date
   * @return such as “August 2022” or “not later than 9 August 2022”
   */
  public String date(When when) {
    Objects.requireNonNull(when, "when");
    if (when.isOpenEnded() && !codes) {
      return when.earliest().map(first -> text("date.from", date(first))).orElseThrow();
    }
    Optional<ChronoUnit> precision = when.precision();
    if (precision.isPresent()) {
      return switch (precision.get()) {
        case YEARS -> format("date.year", when.latest());
        case MONTHS -> format("date.month", when.latest());
        default -> date(when.latest());
      };
    }
    return when.earliest()
        .map(
            first ->
                text(
                    when.isThroughout() ? "date.throughout" : "date.between",
                    start(first, when.latest()),
                    end(first, when.latest())))
        .orElseGet(
            () ->
                text(
                    when.isThroughout() ? "date.throughoutUntil" : "date.notLaterThan",
                    date(when.latest())));
  }

  /** Returns the date of an occasion, which lasts throughout a period without saying so. */
  String occasionDate(When when) {
    return date(
        when.isThroughout()
            ? when.earliest().map(first -> When.between(first, when.latest())).orElse(when)
            : when);
  }

  /** Returns the day by which something is to be done: a date as it is written, or its last day. */
  String deadline(When when) {
    return date(last(when));
  }

  /** Returns the same in ISO 8601. */
  String isoDeadline(When when) {
    return isoDate(last(when));
  }

  private static When last(When when) {
    return PLAIN_DATE.matcher(when.toString()).matches() ? when : When.on(when.latest());
  }

  /**
   * Returns a date as tables have it.
   *
   * @param when the date
   * @return such as {@code 2022-08} or {@code by 2022-08-09}; in codes in EDTF
   */
  public String isoDate(When when) {
    Objects.requireNonNull(when, "when");
    if (codes || when.precision().isPresent()) {
      return when.toString();
    }
    if (when.isOpenEnded()) {
      return when.earliest().map(first -> text("date.iso.from", first)).orElseThrow();
    }
    String kind = when.isThroughout() ? "throughout" : "between";
    return when.earliest()
        .map(first -> text("date.iso." + kind, first, when.latest()))
        .orElseGet(
            () ->
                text(
                    when.isThroughout() ? "date.iso.throughoutUntil" : "date.iso.notLaterThan",
                    when.latest()));
  }

  private String start(LocalDate first, LocalDate last) {
    return format("date.start" + shared(first, last), first);
  }

  private String end(LocalDate first, LocalDate last) {
    return format("date.end" + shared(first, last), last);
  }

  private static String shared(LocalDate first, LocalDate last) {
    if (first.getYear() != last.getYear()) {
      return "";
    }
    return first.getMonth() == last.getMonth() ? ".sameMonth" : ".sameYear";
  }

  /** Returns a party as tables show it: its name, or its id in codes. */
  String party(Dossier dossier, String id) {
    if (codes) {
      return id;
    }
    boolean isPerson =
        dossier.actor(id).filter(actor -> actor.kind() == ActorKind.PERSON).isPresent();
    return isPerson ? text("party.person", name(dossier, id)) : name(dossier, id);
  }

  /** Returns parties as a list. */
  String parties(Dossier dossier, Collection<String> ids) {
    return list(ids.stream().map(id -> party(dossier, id)).toList());
  }

  /** Returns the name of an actor, whatever the wording. */
  String name(Dossier dossier, String id) {
    return OneLine.whole(dossier.actor(id).map(Actor::name).orElse(id));
  }

  /** Returns the name of a language by its tag (BCP 47), or the tag in codes. */
  String language(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    return codes || name.isEmpty() ? tag : name;
  }

  /** Returns the outlet of a source with the id of the source, or the id alone. */
  String source(Dossier dossier, String id) {
    return dossier
        .source(id)
        .map(source -> text("source", name(dossier, source.outlet()), id))
        .orElse(id);
  }

  /** Returns the names of some actors as a list, whatever the wording. */
  String names(Dossier dossier, Collection<String> ids) {
    return list(ids.stream().map(id -> name(dossier, id)).toList());
  }

  /** Returns the label or the sentence of a proposition, or its id in codes. */
  String proposition(Dossier dossier, String id) {
    return codes
        ? id
        : dossier
            .proposition(id)
            .flatMap(Proposition::label)
            .map(OneLine::whole)
            .map(label -> isSentence(label) ? text("quotation", withoutFullStop(label)) : label)
            .orElseGet(() -> quoted(dossier, id));
  }

  /** Returns the sentence of a proposition in quotation marks, or its id if it is not on record. */
  String quoted(Dossier dossier, String id) {
    return dossier
        .proposition(id)
        .map(known -> text("quotation", withoutFullStop(OneLine.whole(known.text()))))
        .orElse(id);
  }

  private static boolean isSentence(String label) {
    return SENTENCE_ENDS.indexOf(label.charAt(label.length() - 1)) >= 0;
  }

  static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** Returns frames as a list, with spaces in place of hyphens. */
  String frames(Collection<String> frames) {
    return codes
        ? String.join(", ", frames)
        : list(frames.stream().map(frame -> frame.replace('-', ' ')).toList());
  }
}
