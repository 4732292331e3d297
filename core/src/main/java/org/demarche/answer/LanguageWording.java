package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.When;
import org.demarche.suggestion.Nearest;
import org.demarche.typography.OneLine;
import org.jspecify.annotations.Nullable;

/** The wording of a language, from a catalogue of words and patterns. */
final class LanguageWording extends Wording {
  private static final ImmutableList<String> LANGUAGES = ImmutableList.of("en", "ko");

  static final LanguageWording ENGLISH = english(catalogue("en"));

  private final Locale locale;
  private final ImmutableSortedMap<String, String> words;
  private final ImmutableSortedSet<String> missing;
  private final PositionSentences positions = new PositionSentences(this);
  private final ComparisonSentences comparisons = new ComparisonSentences(this);

  private LanguageWording(
      Locale locale, ImmutableSortedMap<String, String> words, ImmutableSortedSet<String> missing) {
    this.locale = locale;
    this.words = words;
    this.missing = missing;
  }

  private static LanguageWording english(Map<String, String> words) {
    return new LanguageWording(
        Locale.ENGLISH, ImmutableSortedMap.copyOf(words), ImmutableSortedSet.of());
  }

  /** Returns the wording of a language of the library. */
  static LanguageWording supplied(String language) {
    Objects.requireNonNull(language, "language");
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "no words for the language '"
              + language
              + "': there are words for "
              + String.join(" and ", LANGUAGES)
              + "; for another language, give your own to Wording.of(locale, words)");
    }
    return language.equals("en")
        ? ENGLISH
        : completed(Locale.forLanguageTag(language), catalogue(language));
  }

  /** Returns the wording of a language, completed by the English one. */
  static LanguageWording completed(Locale locale, Map<String, String> words) {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(words, "words");
    List<String> problems = new ArrayList<>();
    new TreeSet<>(words.keySet()).forEach(key -> check(key, words.get(key), problems));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
    ENGLISH.words.forEach((key, english) -> all.put(key, words.getOrDefault(key, english)));
    return new LanguageWording(
        locale,
        all.buildOrThrow(),
        ImmutableSortedSet.copyOf(Sets.difference(ENGLISH.words.keySet(), words.keySet())));
  }

  private static void check(String key, @Nullable String pattern, List<String> problems) {
    String english = ENGLISH.words.get(key);
    if (english == null) {
      problems.add(
          "no word has the key '" + key + "'" + Nearest.hint(key, ENGLISH.words.keySet(), 1));
      return;
    }
    Objects.requireNonNull(pattern, key);
    try {
      if (key.startsWith("date.") && !english.contains("{")) {
        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      } else if (arguments(pattern) > arguments(english)) {
        problems.add(
            "%s: '%s' has an argument that the English pattern '%s' lacks"
                .formatted(key, pattern, english));
      }
    } catch (IllegalArgumentException invalid) {
      problems.add(
          "%s: '%s' is no valid pattern: %s".formatted(key, pattern, invalid.getMessage()));
    }
  }

  private static int arguments(String pattern) {
    return new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex().length;
  }

  private static Map<String, String> catalogue(String language) {
    String file = "wording-" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in =
            Objects.requireNonNull(LanguageWording.class.getResourceAsStream(file), file);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Maps.fromProperties(properties);
  }

  @Override
  public ImmutableMap<String, String> words() {
    return words;
  }

  @Override
  public ImmutableSortedSet<String> missing() {
    return missing;
  }

  @Override
  public String word(Enum<?> constant) {
    Objects.requireNonNull(constant, "constant");
    return find(key(constant))
        .map(pattern -> new MessageFormat(pattern, locale).format(new Object[0]))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "answers print no constants of " + constant.getDeclaringClass().getName()));
  }

  /** Returns the key of a constant: its type, with the types around it, and its name. */
  private static String key(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.')
        + "."
        + constant.name();
  }

  private Optional<String> find(String key) {
    return Optional.ofNullable(words.get(key));
  }

  /** Returns whether there is a word or a pattern for a key. */
  boolean has(String key) {
    return words.containsKey(key);
  }

  /** Returns the pattern of a key. */
  String pattern(String key) {
    return Objects.requireNonNull(words.get(key), key);
  }

  @Override
  String text(String key, Object... arguments) {
    return new MessageFormat(pattern(key), locale).format(arguments);
  }

  @Override
  boolean isCodes() {
    return false;
  }

  @Override
  String number(int number) {
    return find("number." + number).orElse(String.valueOf(number));
  }

  @Override
  String count(String things, int number) {
    return text("count." + things, number, number(number));
  }

  /** Returns a text with its first letter in upper case. */
  String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(locale)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  @Override
  String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    String most = parts.get(0);
    for (String part : parts.subList(1, parts.size() - 1)) {
      most = text("list.comma", most, part);
    }
    return text("list.and", most, parts.get(parts.size() - 1));
  }

  @Override
  String date(LocalDate day) {
    return format("date.day", day);
  }

  private String format(String key, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern(key), locale).format(day);
  }

  /** Returns a date, written out to its precision. */
  String date(When when) {
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

  @Override
  String party(Dossier dossier, String id) {
    return OneLine.whole(dossier.actor(id).map(Actor::name).orElse(id));
  }

  @Override
  String names(Dossier dossier, Iterable<String> ids) {
    return list(ImmutableList.copyOf(ids).stream().map(id -> party(dossier, id)).toList());
  }

  @Override
  String proposition(Dossier dossier, String id) {
    return dossier
        .proposition(id)
        .map(known -> known.label().map(OneLine::whole).orElseGet(() -> quoted(dossier, id)))
        .orElse(id);
  }

  /** Returns the sentence of a proposition in quotation marks, or its id. */
  String quoted(Dossier dossier, String id) {
    return dossier.proposition(id).map(known -> text("quotation", sentence(known))).orElse(id);
  }

  private static String sentence(Proposition proposition) {
    String text = OneLine.whole(proposition.text());
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  String viewpoint(Viewpoint viewpoint) {
    return text("viewpoint.asOf", date(viewpoint.asOf())) + restrictions(viewpoint);
  }

  @Override
  String restrictions(Viewpoint viewpoint) {
    StringBuilder text = new StringBuilder();
    viewpoint.knownAt().ifPresent(day -> text.append(text("viewpoint.knownAt", date(day))));
    if (!viewpoint.without().isEmpty()) {
      text.append(text("viewpoint.without", list(viewpoint.without().asList())));
    }
    if (!viewpoint.withoutRelays().isEmpty()) {
      text.append(text("viewpoint.withoutRelays", list(viewpoint.withoutRelays().asList())));
    }
    if (!viewpoint.withoutSpeakers().isEmpty()) {
      text.append(text("viewpoint.withoutSpeakers", list(viewpoint.withoutSpeakers().asList())));
    }
    viewpoint
        .onlyClaims()
        .ifPresent(ids -> text.append(text("viewpoint.onlyClaims", count("claims", ids.size()))));
    viewpoint.only().forEach(question -> text.append(text("viewpoint.only", question)));
    if (viewpoint.minGrade() != Grade.OTHER_SIDE) {
      text.append(text("viewpoint.minGrade", word(viewpoint.minGrade())));
    }
    return text.toString();
  }

  @Override
  String heading(Position position) {
    Dossier dossier = PositionContext.of(position).dossier();
    return text(
        "position.heading",
        party(dossier, position.party()),
        proposition(dossier, position.proposition()),
        viewpoint(position.viewpoint()),
        position.party(),
        position.proposition());
  }

  @Override
  String cell(Position position) {
    if (position instanceof Known known) {
      return text("cell." + known.stance(), word(known.force())) + AnswerPages.signs(known);
    }
    return cell(position.outcome()) + position.evidenced().map(AnswerPages::signs).orElse("");
  }

  @Override
  String cell(PositionOutcome outcome) {
    return text("outcome." + outcome, word(outcome));
  }

  @Override
  String sentences(Position position) {
    return positions.of(position);
  }

  @Override
  String line(CitedClaim cited) {
    return positions.line(cited);
  }

  @Override
  String line(Chronology.Entry entry) {
    return positions.line(entry);
  }

  @Override
  String line(Explanation.Considered considered) {
    return positions.line(considered);
  }

  /** Returns frames as a list, with spaces in place of hyphens. */
  @Override
  String frames(Collection<String> frames) {
    return list(frames.stream().map(frame -> frame.replace('-', ' ')).toList());
  }

  @Override
  String change(Change change) {
    return comparisons.of(change);
  }

  @Override
  String relation(Relation relation) {
    return comparisons.of(relation);
  }

  @Override
  String sentences(Relation relation) {
    return comparisons.sentences(relation);
  }

  @Override
  String exchange(Relation.Exchange exchange) {
    return comparisons.of(exchange);
  }

  @Override
  String difference(Difference difference) {
    return comparisons.of(difference);
  }

  @Override
  String account(Readouts readouts, Readouts.Point point) {
    return comparisons.account(readouts, point);
  }
}
