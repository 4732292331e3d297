package org.demarche.network;

import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;

import com.google.common.collect.Range;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;
import org.demarche.rules.ShownClaims;

/** The rule by which claims of one actor on one proposition are duplicates. */
final class DuplicateRule {
  private static final long STANCES = Stance.values().length;

  /** The bits of a key that number the claims; the others are of the stance and the period. */
  private static final int NUMBER_BITS = 30;

  private final DuplicateCounting counting;
  private final Identity identity;
  private final Dossier dossier;
  private final ShownClaims shown;

  /** The attributes in which two claims of one actor must agree to be duplicates. */
  enum Identity {
    PROPOSITION,
    PROPOSITION_AND_STANCE
  }

  DuplicateRule(CountingOptions options, Identity identity, ShownClaims shown) {
    this.counting = options.duplicates();
    this.identity = identity;
    this.dossier = options.tracker().dossier();
    this.shown = shown;
  }

  /** Returns the claims that count, by number: of those that are duplicates the first. */
  int[] counted(int[] claims) {
    if (counting == DuplicateCounting.ALL) {
      return claims;
    }
    long[] keys = new long[claims.length];
    Arrays.setAll(keys, i -> (STANCES * period(claims[i]) + stance(claims[i])) << NUMBER_BITS | i);
    Arrays.sort(keys);
    int[] counted = new int[claims.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int claim = claims[(int) keys[i] & ((1 << NUMBER_BITS) - 1)];
      if (i == 0 || keys[i] >> NUMBER_BITS != keys[i - 1] >> NUMBER_BITS) {
        counted[count++] = claim;
      } else if (isBefore(claim, counted[count - 1])) {
        counted[count - 1] = claim;
      }
    }
    return Arrays.copyOf(counted, count);
  }

  private int stance(int claim) {
    return identity == Identity.PROPOSITION_AND_STANCE ? shown.stance(claim).ordinal() : 0;
  }

  /** Returns the number of the period of a claim, 0 or more. */
  private int period(int claim) {
    return switch (counting) {
      case ALL, ONCE -> 0;
      case ONCE_PER_SOURCE -> shown.source(claim);
      case ONCE_PER_WEEK ->
          day(claim).get(IsoFields.WEEK_BASED_YEAR) * 100
              + day(claim).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case ONCE_PER_MONTH -> (int) day(claim).getLong(PROLEPTIC_MONTH);
      case ONCE_PER_YEAR -> day(claim).getYear();
    };
  }

  private LocalDate day(int claim) {
    return LocalDate.ofEpochDay(shown.day(claim));
  }

  /** Returns whether a claim precedes another: by day, source, position in the source, and id. */
  private boolean isBefore(int claim, int other) {
    int order = Integer.compare(shown.day(claim), shown.day(other));
    if (order == 0) {
      order = source(claim).compareTo(source(other));
    }
    if (order == 0) {
      order = Integer.compare(position(claim), position(other));
    }
    return order < 0 || (order == 0 && id(claim).compareTo(id(other)) < 0);
  }

  private String source(int claim) {
    return dossier.sources().get(shown.source(claim)).id();
  }

  private int position(int claim) {
    return shown.evidence(claim).selector().map(Range::lowerEndpoint).orElse(0);
  }

  private String id(int claim) {
    return dossier.claims().get(claim).id();
  }
}
