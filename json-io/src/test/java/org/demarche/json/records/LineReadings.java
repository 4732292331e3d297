package org.demarche.json.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.demarche.model.DossierRecord;

/** The two readings of a line: straight from its bytes, and by a parser, which knows problems. */
public final class LineReadings {
  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private LineReadings() {}

  /** Reads a line straight from its bytes; empty if a parser has to read it. */
  public static Optional<DossierRecord> ofBytes(byte[] line) {
    return ofBytes(line, ReadLimits.DEFAULT);
  }

  static Optional<DossierRecord> ofBytes(byte[] line, ReadLimits limits) {
    return new LineRecords(limits, new IdInterner())
        .read(line, 0, line.length)
        .map(LineRecords.Found::record);
  }

  /**
   * Reads a line by a parser, which is sure after a byte order mark.
   *
   * @return the record; empty if there is none, or a problem
   */
  public static Optional<DossierRecord> ofParser(byte[] line) {
    return ofParser(line, ReadLimits.DEFAULT);
  }

  static Optional<DossierRecord> ofParser(byte[] line, ReadLimits limits) {
    byte[] marked = Bytes.concat(MARK, line, new byte[] {'\n'});
    try (LineReader reader =
        LineReader.oneByOne(new ByteArrayInputStream(marked), "marked.jsonl", limits)) {
      Optional<DossierRecord> record = reader.next();
      return reader.cursor().problemCount() == 0 ? record : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
