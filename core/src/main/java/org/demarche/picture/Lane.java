package org.demarche.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.answer.PositionOutcome;
import org.demarche.model.Actor;
import org.demarche.model.Proposition;

/**
 * A lane of a picture: the positions and claims of one party on one proposition.
 *
 * @param bands the spans in which the party had a known or contested position, in order
 * @param claims the claims, one mark for each last possible day, in order
 * @param takenBack the days on which a claim was taken back
 */
record Lane(
    Proposition proposition,
    Actor party,
    ImmutableList<Band> bands,
    ImmutableList<ClaimMark> claims,
    ImmutableSortedSet<LocalDate> takenBack) {
  /**
   * A span in which a position had one outcome, the same words and one day on which it was due, and
   * either was or was not inherited.
   *
   * @param to the day on which it changed, or the last day of the picture
   * @param words the sign and the verb of the position
   * @param cited the ids of the claims to cite, one after the other
   * @param due the day by which it was to be done, which may be after the band
   */
  record Band(
      PositionOutcome outcome,
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
      return new Band(outcome, from, day, isInherited, words, cited, due);
    }

    /** Returns whether another band says the same, whatever it cites. */
    boolean saysAs(Band other) {
      return outcome == other.outcome
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
      return new Band(outcome, from, to, isInherited, words, all, due);
    }
  }

  /**
   * The claims whose last possible day is one day.
   *
   * @param earliest the first day on which any of them may have been made; empty if one of them has
   *     no first day, and the day itself if they are certain
   */
  record ClaimMark(Optional<LocalDate> earliest, LocalDate day, ImmutableList<String> ids) {
    boolean isUncertain() {
      return !earliest.equals(Optional.of(day));
    }
  }
}
