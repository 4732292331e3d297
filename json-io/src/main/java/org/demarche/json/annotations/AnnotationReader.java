package org.demarche.json.annotations;

import java.nio.file.Path;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.InvalidDossierException;

/** The reader of annotations: of the W3C, and of the service Hypothesis. */
public final class AnnotationReader {
  private AnnotationReader() {}

  /**
   * Reads the annotations of a file, one row per target.
   *
   * @throws java.io.UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException with every problem of the file
   */
  public static CodedTable read(Path file) {
    return HeapBudget.within(file.toString(), budget -> read(file, budget));
  }

  private static CodedTable read(Path file, HeapBudget budget) {
    JsonText text = JsonText.read(file, budget);
    AnnotationNotes notes = new AnnotationNotes();
    AnnotationFinder found = new AnnotationFinder(notes);
    found.read(text);
    notes.throwIfAny(text);
    return new AnnotationTable(text.file(), found.passages(), notes).table(found.annotations());
  }
}
