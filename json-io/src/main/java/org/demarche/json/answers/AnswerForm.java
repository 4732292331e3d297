package org.demarche.json.answers;

import java.util.Optional;
import org.demarche.model.Dossier;

/**
 * The form in which answers are written or read. It is immutable. The plain form has no context and
 * can be shared; any other has the context of the one answer that is written or read.
 */
final class AnswerForm {
  /** The form of complete claims, with every member, which keeps nothing of what it writes. */
  static final AnswerForm PLAIN = new AnswerForm(false, Optional.empty(), Optional.empty());

  private final boolean compact;
  private final Optional<WritingContext> writing;
  private final Optional<ReadingContext> reading;

  private AnswerForm(
      boolean compact, Optional<WritingContext> writing, Optional<ReadingContext> reading) {
    this.compact = compact;
    this.writing = writing;
    this.reading = reading;
  }

  /** Returns a form in which an answer is written with every member. */
  static AnswerForm whole(WritingContext writing) {
    return new AnswerForm(false, Optional.of(writing), Optional.empty());
  }

  /** Returns a form in which an answer is written without members that have default values. */
  static AnswerForm compact(WritingContext writing) {
    return new AnswerForm(true, Optional.of(writing), Optional.empty());
  }

  /** Returns a form in which an answer is read. */
  static AnswerForm toRead(ReadingContext reading) {
    return new AnswerForm(false, Optional.empty(), Optional.of(reading));
  }

  /** Returns whether members with default values are left out. */
  boolean isCompact() {
    return compact;
  }

  /** Returns the records beside the answer, by which a claim can be its id. */
  Optional<Dossier> records() {
    return writing
        .flatMap(WritingContext::records)
        .or(() -> reading.flatMap(ReadingContext::records));
  }

  /** Returns the records that were cited so far, if records are written beside the answer. */
  Optional<CitedRecords> cited() {
    return writing.flatMap(WritingContext::cited);
  }

  /** Returns the claims that were written so far; the plain form keeps none. */
  Optional<Citations> citations() {
    return writing.map(WritingContext::citations);
  }

  /** Returns what is around the value that is being written. */
  Around around() {
    return writing.map(WritingContext::around).orElse(Around.NOTHING);
  }

  /** Writes something with other facts around it, which matter in a compact form alone. */
  void within(Around other, Runnable something) {
    if (compact) {
      writing.orElseThrow().within(other, something);
    } else {
      something.run();
    }
  }

  /** Returns the context of the answer that is read; only a form to read has one. */
  ReadingContext reading() {
    return reading.orElseThrow();
  }
}
