package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.TextOutput;
import org.demarche.json.records.AnnotationPageWriter;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;

/**
 * The writer of the evidence of a dossier as annotations of the Web Annotation Data Model (W3C
 * 2017), which annotation tools and libraries read: one Annotation Page in JSON-LD, with an
 * annotation for each piece of evidence that has a quotation or a selector.
 *
 * <p>The id of an annotation is {@code urn:demarche:}, the id of the claim and the index of the
 * evidence: {@code urn:demarche:KT17-07:0}. It has tags for the proposition, the stance and the
 * force, and for drafts {@code status:DRAFT}; a description, which is the gist; and the coder as
 * its creator. Its target is the url of the source, with the quotation, up to 32 code points before
 * and after it, and its position in code points. If the source has no url that is an address of its
 * own, the target is {@code urn:demarche:source:} and the id of the source.
 *
 * <p>An annotation has no members for the rest of a claim: speakers, principals, dates, relays and
 * others. A page of annotations therefore does not replace the dossier. {@link #unwritten} lists
 * the claims with evidence that selects no passage. {@link Codings#annotations} reads a page back.
 *
 * <pre>{@code
 * WebAnnotations.write(dossier, Path.of("annotations.jsonld"));
 * WebAnnotations.unwritten(dossier);   // [KT17-09]: recorded without a quotation
 * }</pre>
 *
 * @since 0.1
 */
public final class WebAnnotations {
  private WebAnnotations() {}

  /**
   * Returns the annotations of a dossier.
   *
   * @param dossier any dossier
   * @return an Annotation Page; the same dossier always gives the same text
   */
  public static String format(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    StringWriter text = new StringWriter();
    AnnotationPageWriter.write(dossier, text);
    return text.toString();
  }

  /**
   * Writes the annotations of a dossier to a file, atomically, in UTF-8.
   *
   * @param dossier any dossier
   * @param file is replaced if it exists; packed with gzip if its name ends in {@code .gz}
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void write(Dossier dossier, Path file) {
    requireNonNull(dossier, "dossier");
    requireNonNull(file, "file");
    AtomicFile.write(file, out -> AnnotationPageWriter.write(dossier, out));
  }

  /**
   * Appends the annotations of a dossier to a writer or a builder of text, as {@link #format}
   * returns them. A writer is flushed and left open.
   *
   * @param dossier any dossier
   * @param out the writer or builder
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Dossier dossier, Appendable out) {
    requireNonNull(dossier, "dossier");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> AnnotationPageWriter.write(dossier, text));
  }

  /**
   * Returns the claims that are not written, or not with all their evidence, because an annotation
   * needs a passage.
   *
   * @param dossier any dossier
   * @return the ids of the claims with evidence that has neither a quotation nor a selector, in the
   *     order of the dossier
   */
  public static ImmutableList<String> unwritten(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    return dossier.claims().stream()
        .filter(claim -> !claim.evidence().stream().allMatch(AnnotationPageWriter::isWritten))
        .map(Claim::id)
        .collect(ImmutableList.toImmutableList());
  }
}
