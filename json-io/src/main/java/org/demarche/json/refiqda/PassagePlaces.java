package org.demarche.json.refiqda;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The places of passages in a text. Programs count positions in different ways, but many name a
 * passage by its first words. The counting under which the names of all passages fit is used for
 * the whole text; a passage whose place remains in doubt gets none.
 */
final class PassagePlaces {
  private static final CharMatcher SPACE =
      CharMatcher.whitespace().or(CharMatcher.anyOf("\uFEFF\u200B"));
  private static final int FITS = 1;
  private static final int IS_EQUAL = 2;

  /** The most characters that are searched for names, so that no text takes hours. */
  private static final long MOST_SEARCHED = 4_000_000_000L;

  private final String text;
  private final ImmutableList<Passage> passages;
  private final ImmutableList<Reading> readings;
  private final boolean[] isTested;

  /** True if all names that are words of the text fit. */
  private final boolean isSettled;

  private Optional<String> squeezed = Optional.empty();
  private long searched;

  /**
   * A passage with the positions that its program gives.
   *
   * @param name may be the first words, a label, or empty
   */
  record Passage(String name, long start, long end) {}

  /** A place in the text, with the offset of its end after its last character. */
  record Place(Counting.Offset start, Counting.Offset end) {
    String in(String text) {
      return text.substring(start.unit(), end.unit());
    }
  }

  /** The outcome for one passage. */
  enum Outcome {
    /** The passage has a place, which its name confirms. */
    CONFIRMED,
    /** The passage has a place; there is no name to confirm it. */
    UNCONFIRMED,
    /** The positions are outside of the text, or inside of a character. */
    OUTSIDE,
    /** The name is elsewhere in the text. */
    NAME_ELSEWHERE,
    /** Several countings are possible and give different places. */
    AMBIGUOUS
  }

  /** The outcome for one passage, and its place if it has one. */
  record Found(Outcome outcome, Optional<Place> place) {}

  /** The places of all passages under one counting, and how their names fit. */
  private record Reading(
      Counting counting, ImmutableList<Optional<Place>> places, ImmutableIntArray fits) {
    long hits() {
      return fits.stream().filter(fit -> fit > 0).count();
    }

    long equalNames() {
      return fits.stream().filter(fit -> fit == IS_EQUAL).count();
    }
  }

  /**
   * Finds the places of passages.
   *
   * @param text the text without its byte order mark
   * @param hadMark whether there was a mark
   */
  PassagePlaces(String text, boolean hadMark, ImmutableList<Passage> passages) {
    this.text = text;
    this.passages = passages;
    this.readings = best(Counting.of(text, hadMark).stream().map(this::read).toList());
    this.isTested = new boolean[passages.size()];
    for (int i = 0; i < passages.size(); i++) {
      isTested[i] = reading().fits().get(i) > 0 || occurs(passages.get(i).name());
    }
    this.isSettled =
        IntStream.range(0, isTested.length)
            .allMatch(i -> !isTested[i] || reading().fits().get(i) > 0);
  }

  private Reading read(Counting counting) {
    Map<Long, Counting.Offset> offsets =
        counting.offsets(
            text,
            passages.stream()
                .flatMapToLong(passage -> LongStream.of(passage.start(), passage.end()))
                .toArray());
    List<Optional<Place>> places = new ArrayList<>();
    int[] fits = new int[passages.size()];
    for (int i = 0; i < fits.length; i++) {
      Passage passage = passages.get(i);
      Counting.Offset start = offsets.get(passage.start());
      Counting.Offset end = offsets.get(passage.end());
      if (start == null || end == null || passage.start() > passage.end()) {
        places.add(Optional.empty());
      } else {
        Place place = new Place(start, end);
        places.add(Optional.of(place));
        fits[i] = fit(passage.name(), place);
      }
    }
    return new Reading(counting, ImmutableList.copyOf(places), ImmutableIntArray.copyOf(fits));
  }

  private int fit(String name, Place place) {
    String begins = beginning(name);
    if (begins.isEmpty()) {
      return 0;
    }
    String quote = SPACE.collapseFrom(place.in(text), ' ');
    if (quote.equals(SPACE.collapseFrom(name, ' '))) {
      return IS_EQUAL;
    }
    return quote.strip().startsWith(begins) ? FITS : 0;
  }

  /** Returns the words of a name without the dots that show that it was cut. */
  private static String beginning(String name) {
    String words = SPACE.collapseFrom(name, ' ').strip();
    for (String cut : List.of("...", "…")) {
      if (words.endsWith(cut)) {
        words = words.substring(0, words.length() - cut.length()).strip();
      }
    }
    return words;
  }

  /**
   * Returns the readings that most names fit and among them those that most names equal; only that
   * of the standard if it is one of them.
   */
  private static ImmutableList<Reading> best(List<Reading> all) {
    long hits = all.stream().mapToLong(Reading::hits).max().orElse(0);
    List<Reading> fitting = all.stream().filter(reading -> reading.hits() == hits).toList();
    long equal = fitting.stream().mapToLong(Reading::equalNames).max().orElse(0);
    List<Reading> best = fitting.stream().filter(reading -> reading.equalNames() == equal).toList();
    return best.get(0).counting().equals(Counting.STANDARD)
        ? ImmutableList.of(best.get(0))
        : ImmutableList.copyOf(best);
  }

  private Reading reading() {
    return readings.get(0);
  }

  /** Returns whether a name is words of the text, and not a label. */
  private boolean occurs(String name) {
    String begins = beginning(name);
    if (begins.isEmpty()) {
      return false;
    }
    String all = squeezed.orElseGet(() -> SPACE.collapseFrom(text, ' '));
    squeezed = Optional.of(all);
    searched += all.length();
    return searched > MOST_SEARCHED || all.contains(begins);
  }

  /** Returns the counting that is used. */
  Counting counting() {
    return reading().counting();
  }

  /** Returns the outcome for a passage. */
  Found found(int index) {
    Optional<Place> place = reading().places().get(index);
    if (readings.stream().anyMatch(other -> !other.places().get(index).equals(place))) {
      return new Found(Outcome.AMBIGUOUS, Optional.empty());
    }
    if (place.isEmpty()) {
      return new Found(Outcome.OUTSIDE, Optional.empty());
    }
    if (!isTested[index]) {
      return isSettled
          ? new Found(Outcome.UNCONFIRMED, place)
          : new Found(Outcome.AMBIGUOUS, Optional.empty());
    }
    return reading().fits().get(index) > 0
        ? new Found(Outcome.CONFIRMED, place)
        : new Found(Outcome.NAME_ELSEWHERE, Optional.empty());
  }
}
