package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/**
 * A reader of projects in the format REFI-QDA 1.5, which programs for qualitative analysis export.
 */
public final class RefiQdaReader {
  private RefiQdaReader() {}

  /**
   * Reads the codings of a project.
   *
   * @param file a {@code .qdpx} file
   * @throws java.io.UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException if the file is not a project, or is damaged or too large
   */
  public static CodedTable read(Path file) {
    return HeapBudget.within(file.toString(), budget -> read(file, budget));
  }

  private static CodedTable read(Path file, HeapBudget budget) {
    try (QdpxArchive archive = QdpxArchive.open(file, budget)) {
      return read(file.toString(), archive);
    } catch (ZipException | EOFException damaged) {
      throw QdpxArchive.damaged(file, damaged);
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
  }

  private static CodedTable read(String file, QdpxArchive archive) throws IOException {
    XmlElement root = archive.project(QdaVocabulary.ROOT, QdaVocabulary.NAMESPACE);
    QdaAccount account = new QdaAccount();
    TextBudget budget = new TextBudget(file);
    QdaProject project = new QdaProject(root, archive.nameOf("project.qde"), account, budget);
    List<XmlElement> sources =
        root.children("Sources").flatMap(all -> all.children().stream()).toList();
    QdaTexts texts = new QdaTexts(archive, account);
    List<ImmutableMap<String, String>> values = new ArrayList<>();
    Set<String> valued = new HashSet<>();
    project.cases().forEach(it -> valued.addAll(it.values().keySet()));
    for (XmlElement source : sources) {
      ImmutableMap<String, String> own = values(source, project);
      values.add(own);
      valued.addAll(own.keySet());
    }
    QdaRows rows = new QdaRows(project, valued, texts, account, budget);
    QdaDocuments documents = new QdaDocuments(texts, account, budget);
    long number = 0;
    for (int i = 0; i < sources.size(); i++) {
      for (QdaDocuments.Document document : documents.of(sources.get(i))) {
        number++;
        rows.add(document, values.get(i));
      }
    }
    ImmutableList<Problem> problems = texts.problems();
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
    account.carry("documents", number, "columns document, document_title and document_text");
    new QdaLeftovers(account).countIn(root);
    return rows.table(file);
  }

  /** Returns the values of variables of a source; none if it has no document. */
  private static ImmutableMap<String, String> values(XmlElement source, QdaProject project) {
    boolean hasDocument =
        source.name().equals("TextSource")
            || source.name().equals("PDFSource")
            || source.child("Transcript").isPresent();
    return hasDocument ? project.values(source) : ImmutableMap.of();
  }
}
