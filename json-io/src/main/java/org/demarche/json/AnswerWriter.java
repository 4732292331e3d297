package org.demarche.json;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.answer.Answer;
import org.demarche.json.answers.AnswerDocument;
import org.demarche.json.answers.AnswerDocument.Layout;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.FileEndings;
import org.demarche.json.files.TextOutput;
import org.demarche.model.Dossier;

/**
 * A writer of answers as JSON documents in other forms than the plain one of {@link Answers}: with
 * the records that they cite, or compact. A writer is immutable: each step returns another writer.
 * {@link Answers#read(Path)} reads every form.
 *
 * <pre>{@code
 * Answers.writer().records(tracker.dossier()).compact().write(now.compare("rok", "prc"), out)
 * }</pre>
 *
 * @since 0.1
 */
public final class AnswerWriter {
  private final Layout layout;
  private final Optional<Dossier> records;

  private AnswerWriter(Layout layout, Optional<Dossier> records) {
    this.layout = layout;
    this.records = records;
  }

  /** Returns a writer of the plain form. */
  static AnswerWriter plain() {
    return new AnswerWriter(Layout.WHOLE, Optional.empty());
  }

  /**
   * Writes the records that an answer cites once, in a member {@code records} beside it: the
   * smallest dossier that is valid by itself and has every claim, party, proposition and occasion
   * of the answer, with all sources and actors that these need. Inside the answer, a claim is then
   * its id, a piece of evidence its index in the claim, from 0, and a proposition its id. Such a
   * document can be read and printed without any other source of names.
   *
   * @param dossier the dossier of the Tracker that answered
   * @return a writer of that form
   */
  public AnswerWriter records(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    return new AnswerWriter(layout, Optional.of(dossier));
  }

  /**
   * Writes on one line, without white space, and leaves out each member that has its default value
   * or follows from the others. The defaults of single members are in the schema. Beyond these, the
   * party, proposition and viewpoint of a position are those of the answer around it; beside the
   * records of an answer a citation may be only the id of its claim, and the grade, the authority,
   * the administration and the day of the last evidence are left out where the records give them.
   *
   * @return a writer of that form
   */
  public AnswerWriter compact() {
    return new AnswerWriter(Layout.COMPACT, records);
  }

  /**
   * Returns an answer as a JSON document.
   *
   * @param answer any answer
   * @return the document; a compact one has no line feed at its end
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   */
  public String format(Answer answer) {
    StringBuilder text = new StringBuilder();
    write(answer, text);
    return text.toString();
  }

  /**
   * Writes an answer to a file atomically.
   *
   * @param answer any answer
   * @param file its name ends in {@code .json}, or in {@code .json.gz} to be packed
   * @throws IllegalArgumentException if the name has another ending, or if records are written, and
   *     the dossier does not have a record that the answer cites or names
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public void write(Answer answer, Path file) {
    requireNonNull(answer, "answer");
    requireNonNull(file, "file");
    if (!FileEndings.unpacked(file.toString()).endsWith(".json")) {
      throw new IllegalArgumentException(
          file
              + ": an answer with records, or a compact one, is written as JSON; the name must end in .json or .json.gz");
    }
    AtomicFile.write(file, text -> json(answer, text));
  }

  /**
   * Writes an answer to a stream in UTF-8. The stream is flushed and left open.
   *
   * @param answer any answer
   * @param out the stream
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if the stream cannot be written
   */
  public void write(Answer answer, OutputStream out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> json(answer, text));
  }

  /**
   * Appends an answer to a writer or a builder of text. A writer is flushed and left open.
   *
   * @param answer any answer
   * @param out the writer or builder
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Answer answer, Appendable out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> json(answer, text));
  }

  /**
   * Writes an answer to a print stream such as {@code System.out}, as {@link #write(Answer,
   * OutputStream)} does.
   *
   * @param answer any answer
   * @param out the stream
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if the stream cannot be written
   */
  public void write(Answer answer, PrintStream out) {
    write(answer, (OutputStream) out);
  }

  private void json(Answer answer, Writer text) {
    AnswerDocument.write(answer, layout, records, text);
  }
}
