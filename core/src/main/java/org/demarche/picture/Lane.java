package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * A lane of a picture: what one party said on one matter, or how two parties were related on it.
 *
 * @param name the name of the party; empty if the lane is the only one of its group
 * @param terms the terms of the heads of the party, which the ground of the lane shows
 * @param bands the spans with a known or contested position, or a relation, in order
 * @param claims the claims, one mark for each last possible day, in order
 * @param takenBack the days on which a claim was taken back
 */
record Lane(
    String name,
    ImmutableList<Term> terms,
    ImmutableList<Band> bands,
    ImmutableList<ClaimMark> claims,
    ImmutableSortedSet<LocalDate> takenBack) {
  /**
   * The lanes of one proposition or frame.
   *
   * @param label the short name of the proposition or frame
   */
  record Group(String label, ImmutableList<Lane> lanes) {}

  /**
   * The term of a head.
   *
   * @param head the name of the head
   * @param to the day on which it ended; empty if it had no end
   */
  record Term(String head, LocalDate from, Optional<LocalDate> to) {}

  /** The terms of the heads of a party, or of the state to which it belongs. */
  record Government(String party, ImmutableList<Term> terms) {}

  /**
   * A span of one kind, with the same words and one day on which it was due, which either was or
   * was not inherited.
   *
   * @param to the day on which it changed, or the last day of the picture
   * @param words the sign and a few words, such as the verb of a position
   * @param cited the ids of the claims to cite, one after the other
   * @param due the day by which it was to be done, which may be after the band
   */
  record Band(
      Kind kind,
      LocalDate from,
      LocalDate to,
      boolean isInherited,
      String words,
      ImmutableList<String> cited,
      Optional<LocalDate> due) {
    /** Returns whether the position was held until it was due. */
    boolean isHeldUntilDue() {
      return due.filter(day -> !day.isBefore(from) && !day.isAfter(to)).isPresent();
    }

    /** Returns this band with another last day. */
    Band until(LocalDate day) {
      return new Band(kind, from, day, isInherited, words, cited, due);
    }

    /** Returns whether another band says the same, whatever it cites. */
    boolean saysAs(Band other) {
      return kind == other.kind
          && isInherited == other.isInherited
          && words.equals(other.words)
          && due.equals(other.due);
    }

    /** Returns this band with the citations of another one, too. */
    Band citing(Band other) {
      ImmutableList<String> all =
          Stream.concat(cited.stream(), other.cited.stream())
              .distinct()
              .collect(ImmutableList.toImmutableList());
      return new Band(kind, from, to, isInherited, words, all, due);
    }
  }

  /**
   * The claims whose last possible day is one day, or one of several days.
   *
   * @param earliest the first day on which any of them may have been made; empty if one of them has
   *     no first day, and the day itself if they are certain
   */
  record ClaimMark(Optional<LocalDate> earliest, LocalDate day, ImmutableList<String> ids) {
    boolean isUncertain() {
      return !earliest.equals(Optional.of(day));
    }
  }

  /** Returns the days that the bands and claims begin or end on. */
  Stream<LocalDate> days() {
    return Stream.of(
            bands.stream().flatMap(band -> Stream.of(band.from(), band.to())),
            claims.stream().map(ClaimMark::day),
            claims.stream().flatMap(mark -> mark.earliest().stream()))
        .flatMap(all -> all);
  }

  /** Returns the days on which something that was still held was due. */
  SortedSet<LocalDate> dueDays() {
    return bands.stream()
        .filter(Band::isHeldUntilDue)
        .flatMap(band -> band.due().stream())
        .collect(ImmutableSortedSet.toImmutableSortedSet(LocalDate::compareTo));
  }
}
