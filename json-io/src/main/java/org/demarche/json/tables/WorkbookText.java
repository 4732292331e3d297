package org.demarche.json.tables;

import com.google.common.collect.ImmutableSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.demarche.suggestion.ShownValue;

/**
 * The text of a part of a workbook, which is in UTF-8 or UTF-16 (ECMA-376, part 2, 7.1). A parser
 * is given characters, since it would print a message about bytes that are none.
 */
final class WorkbookText {
  private static final int BEGINNING = 4;
  private static final ImmutableSet<String> ENCODINGS =
      ImmutableSet.of("UTF-8", "UTF8", "US-ASCII", "UTF-16", "UTF-16LE", "UTF-16BE");

  private WorkbookText() {}

  /** Returns the text of bytes. */
  static Reader of(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in);
    bytes.mark(BEGINNING);
    byte[] begin = bytes.readNBytes(2);
    bytes.reset();
    return new StrictText(bytes, charset(begin), "save the workbook again");
  }

  private static Charset charset(byte[] begin) {
    if (begin.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = begin[0] & 0xFF;
    int second = begin[1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    return first == 0
        ? StandardCharsets.UTF_16BE
        : second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** Refuses a declaration of another encoding. */
  static void requireEncoding(XMLStreamReader xml) throws PartEvents.OutOfBounds {
    String encoding = Objects.requireNonNullElse(xml.getCharacterEncodingScheme(), "UTF-8");
    if (!ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
      throw new PartEvents.OutOfBounds(
          "has the encoding '%s'; the encoding of workbooks is UTF-8"
              .formatted(ShownValue.of(encoding)));
    }
  }
}
