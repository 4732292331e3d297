package org.demarche.examples.spark;

import com.google.common.base.Utf8;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.json.Dossiers;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Reasons for which lines are rejected. */
final class LineFaults {
  /** The longest line in bytes, which is the default of a reader of dossiers too. */
  static final int MAX_LINE = 64 << 20;

  static final String TOO_LONG = "the line is longer than 64 MiB";

  private static final Pattern HEADER = Pattern.compile("\\s*\\{\\s*\"(demarche|\\$schema)\"\\s*:");

  private LineFaults() {}

  /** Returns whether a line states the format of its file, in a version that may be unknown. */
  static boolean isHeader(String text) {
    return HEADER.matcher(text).lookingAt() && !isTooLong(text);
  }

  /** Returns whether a line is longer than any that is read. */
  static boolean isTooLong(String text) {
    return text.length() > MAX_LINE / 3 && Utf8.encodedLength(text) > MAX_LINE;
  }

  /** Returns why a header, and each line of the file after it, cannot be read. */
  static Optional<String> ofHeader(String text) {
    return fault(text, asRecord(text))
        .map(fault -> fault + "; no line of the file after this one is read");
  }

  private static Optional<InvalidDossierException> asRecord(String text) {
    try {
      Dossiers.record(text);
      return Optional.empty();
    } catch (InvalidDossierException invalid) {
      return Optional.of(invalid);
    }
  }

  /**
   * Returns why a line cannot be read which holds no record; or nothing if it is fit for a file
   * nevertheless, as its description is.
   *
   * @param asRecord what is wrong with the line if it is read as a record
   */
  static Optional<String> ofNoRecord(String text, InvalidDossierException asRecord) {
    return fault(text, Optional.of(asRecord)).map(fault -> messages(asRecord));
  }

  private static Optional<String> fault(String text, Optional<InvalidDossierException> asRecord) {
    try {
      Dossiers.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "line.jsonl");
      return Optional.empty();
    } catch (InvalidDossierException invalid) {
      return Optional.of(ofLine(invalid, asRecord));
    }
  }

  /**
   * Returns the reason for a line that is invalid in a file. A full heap is not the fault of a line
   * that is within the limits of a record.
   */
  static String ofLine(InvalidDossierException inFile, Optional<InvalidDossierException> asRecord) {
    if (isTooLarge(inFile) && !asRecord.filter(LineFaults::isTooLarge).isPresent()) {
      throw inFile;
    }
    return messages(inFile);
  }

  /** Returns the messages of all problems, without the place, which rejects name by themselves. */
  private static String messages(InvalidDossierException invalid) {
    return invalid.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
  }

  private static boolean isTooLarge(InvalidDossierException invalid) {
    return invalid.problems().stream().anyMatch(one -> one.code() == Problem.Code.TOO_LARGE);
  }
}
