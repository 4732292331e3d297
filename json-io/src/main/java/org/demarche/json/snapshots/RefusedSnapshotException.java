package org.demarche.json.snapshots;

/** The refusal of a snapshot, whose file has to be read instead. */
public final class RefusedSnapshotException extends Exception {
  private static final long serialVersionUID = 1;

  RefusedSnapshotException(String why) {
    super(why);
  }
}
