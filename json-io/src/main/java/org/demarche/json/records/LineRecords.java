package org.demarche.json.records;

import java.util.Optional;
import org.demarche.model.DossierRecord;
import tools.jackson.core.JsonToken;

/**
 * A reader of records straight from the bytes of their lines, by the codecs that read them from a
 * parser. It reads no line that has a problem, nor any line without a record.
 */
final class LineRecords {
  private final LineTokens tokens;
  private final TokenReader reader;

  LineRecords(ReadLimits limits, IdInterner interner) {
    this(limits, interner, LineTokens.BITS_FOR_MANY);
  }

  /** Returns a reader of a single line, which keeps next to nothing for others. */
  static LineRecords ofOne(ReadLimits limits) {
    return new LineRecords(limits, new IdInterner(0), LineTokens.BITS_FOR_ONE);
  }

  private LineRecords(ReadLimits limits, IdInterner interner, int keptBits) {
    this.tokens = new LineTokens(limits, keptBits);
    this.reader = new TokenReader("", TokenReader.IN_LINE).over(tokens, 0);
    reader.share(interner);
  }

  /**
   * A record that was read.
   *
   * @param first the index of the first byte of its line
   */
  record Found(int first, RecordType<?> type, DossierRecord record) {}

  /**
   * Reads the record of a line.
   *
   * @param array the array that holds the line
   * @param first the index of its first byte
   * @param length the number of its bytes
   * @return the record; or empty if a parser has to read the line
   */
  Optional<Found> read(byte[] array, int first, int length) {
    tokens.begin(array, first, length);
    try {
      if (reader.next() != JsonToken.START_OBJECT || reader.next() != JsonToken.PROPERTY_NAME) {
        return Optional.empty();
      }
      RecordType<?> type = RecordType.byName().get(reader.name());
      if (type == null) {
        return Optional.empty();
      }
      reader.next();
      reader.enter(type.name(), -1);
      Optional<? extends DossierRecord> record = type.codec().read(reader);
      reader.leave();
      return reader.next() == JsonToken.END_OBJECT && reader.next() == JsonToken.NOT_AVAILABLE
          ? record.map(read -> new Found(first, type, read))
          : Optional.empty();
    } catch (LineTokens.Surprise surprise) {
      return Optional.empty();
    }
  }
}
