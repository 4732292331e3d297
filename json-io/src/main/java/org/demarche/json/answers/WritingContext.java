package org.demarche.json.answers;

import java.util.Optional;
import org.demarche.model.Dossier;

/**
 * The context in which one answer is written in another form than the plain one: what is around the
 * value that is being written, and the records that were cited.
 */
final class WritingContext {
  private final Optional<Dossier> records;
  private final Optional<CitedRecords> cited;
  private final Citations citations = new Citations();
  private Around around = Around.NOTHING;

  /**
   * Creates the context of one answer.
   *
   * @param records has the records that are written beside the answer, if any are
   */
  WritingContext(Optional<Dossier> records) {
    this.records = records;
    this.cited = records.map(whole -> new CitedRecords());
  }

  /** Returns the dossier of the records that are written beside the answer. */
  Optional<Dossier> records() {
    return records;
  }

  /** Returns the records that were cited so far, if records are written. */
  Optional<CitedRecords> cited() {
    return cited;
  }

  /**
   * Returns the smallest valid dossier that has the records that were cited, if records are
   * written.
   *
   * @throws IllegalArgumentException if the dossier of the records lacks one of them
   */
  Optional<Dossier> citedRecords() {
    return cited.flatMap(some -> records.map(some::of));
  }

  /** Returns the claims that were written so far. */
  Citations citations() {
    return citations;
  }

  /** Returns what is around the value that is being written. */
  Around around() {
    return around;
  }

  /** Writes something with other facts around it. */
  void within(Around other, Runnable writing) {
    Around before = around;
    around = other;
    writing.run();
    around = before;
  }
}
