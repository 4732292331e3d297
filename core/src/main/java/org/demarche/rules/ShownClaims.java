package org.demarche.rules;

import java.util.Arrays;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.index.DayRows;
import org.demarche.model.Evidence;
import org.demarche.model.Stance;

/**
 * The claims that a view shows, as far as they can be counted by numbers alone. They are read from
 * the rows of the index in one pass: a claim has a row on the proposition that it states in the
 * family of each of its principals. All records are given by their index in the dossier.
 */
public final class ShownClaims {
  private static final int NOT_SHOWN = -1;
  private static final Stance[] STANCES = Stance.values();

  private final EvidenceView view;
  private final DossierIndex index;
  private final int[] sources;
  private final int[] propositions;
  private final int[] days;
  private final byte[] stances;

  private ShownClaims(EvidenceView view) {
    this.view = view;
    index = view.index();
    int size = index.dossier().claims().size();
    sources = new int[size];
    propositions = new int[size];
    days = new int[size];
    stances = new byte[size];
    Arrays.fill(sources, NOT_SHOWN);
    for (int family = 0; family < index.rows().firstKeyBound(); family++) {
      int head = family;
      index.rows().forEach(head, (proposition, rows) -> read(head, proposition, rows));
    }
  }

  /** Returns the claims that a view shows. */
  public static ShownClaims of(EvidenceView view) {
    return new ShownClaims(view);
  }

  private void read(int family, int proposition, DayRows dayRows) {
    VisibleRows rows = VisibleRows.of(view, family, dayRows);
    for (int row = 0; row < dayRows.size(); row++) {
      if (rows.bearing(row) == Bearing.EXPLICIT && rows.earliest(row) <= view.asOf()) {
        int claim = rows.claim(row);
        sources[claim] = rows.firstSource(row);
        propositions[claim] = proposition;
        days[claim] = rows.latest(row);
        stances[claim] = (byte) rows.stance(row);
      }
    }
  }

  /** Returns whether a claim is shown. */
  public boolean shows(int claim) {
    return sources[claim] != NOT_SHOWN;
  }

  /** Returns the source of the first evidence of a claim that exists. */
  public int source(int claim) {
    return sources[claim];
  }

  /** Returns the first evidence of a claim that exists. */
  public Evidence evidence(int claim) {
    return index.claim(claim).evidence().get(view.evidence(claim).nextSetBit(0));
  }

  /** Returns the proposition that a claim states. */
  public int proposition(int claim) {
    return propositions[claim];
  }

  /** Returns the latest day on which a claim may have been made, in days since 1970-01-01. */
  public int day(int claim) {
    return days[claim];
  }

  /** Returns the stance of a claim. */
  public Stance stance(int claim) {
    return STANCES[stances[claim]];
  }

  /**
   * Returns the claims that an actor uttered, be they shown or not. The array must not be changed.
   */
  public int[] spokenBy(int actor) {
    return index.claims(Field.SPEAKER, actor);
  }

  /**
   * Returns the claims of which an actor is a principal, be they shown or not. The array must not
   * be changed.
   */
  public int[] madeFor(int actor) {
    return index.claims(Field.PRINCIPAL, actor);
  }
}
