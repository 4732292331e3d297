package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** The texts of documents and notes, which are in the project or in a file beside it. */
final class QdaTexts {
  private static final String INTERNAL = "internal://";
  private static final String SCHEME = "://";

  private final QdpxArchive archive;
  private final QdaAccount account;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A text.
   *
   * @param text without a byte order mark
   * @param hadMark whether there was one
   */
  record Loaded(String text, boolean hadMark) {}

  QdaTexts(QdpxArchive archive, QdaAccount account) {
    this.archive = archive;
    this.account = account;
  }

  /** Reads the text of an element; empty if it has none in the file. */
  Optional<Loaded> read(XmlElement element) throws IOException {
    Optional<String> entry = entry(element);
    if (entry.isEmpty()) {
      return element.child("PlainTextContent").map(it -> loaded(it.text()));
    }
    if (element.child("PlainTextContent").isPresent()) {
      account.leaveAt(
          "texts that are given twice",
          "the text in the folder of sources is read, not that in the project",
          where(element));
    }
    try {
      return Optional.of(loaded(archive.text(entry.get())));
    } catch (InvalidDossierException bad) {
      if (bad.problems().get(0).code() == Problem.Code.TOO_LARGE) {
        throw bad;
      }
      problems.addAll(bad.problems());
      return Optional.empty();
    }
  }

  private Loaded loaded(String text) {
    boolean hadMark = ByteOrderMark.begins(text);
    account.leave("byte order marks", hadMark ? 1 : 0, "the text begins after the mark");
    return new Loaded(ByteOrderMark.strip(text), hadMark);
  }

  private Optional<String> entry(XmlElement element) {
    String path = element.attribute("plainTextPath");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    boolean isInternal = path.startsWith(INTERNAL);
    String name = isInternal ? path.substring(INTERNAL.length()).replaceFirst("^/+", "") : path;
    boolean leaves = QdpxArchive.leavesFolder(name);
    if (isInternal && leaves) {
      problems.add(
          FileErrors.problem(
              Problem.Code.BAD_VALUE,
              path,
              "plainTextPath '%s' names a file outside of the project; it must be relative, with '/' and without '..'"
                  .formatted(path),
              new Problem.Place(archive.nameOf("project.qde"), element.line(), 1)));
      return Optional.empty();
    }
    Optional<String> entry =
        leaves || name.contains(SCHEME) ? Optional.empty() : archive.find(name);
    if (entry.isEmpty() && element.child("PlainTextContent").isEmpty()) {
      account.leaveAt(
          "texts that are not in the file",
          "only texts in the folder of sources can be read",
          "'%s', %s".formatted(path, where(element)));
    }
    return entry;
  }

  private static String where(XmlElement element) {
    return "line " + element.line();
  }

  /** Returns the problems of all texts that could not be read. */
  ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }
}
