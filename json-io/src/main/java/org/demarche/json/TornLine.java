package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Whether a last line without a line feed is torn: it breaks off, in the middle of a character or
 * before all that was opened is closed, or ends in bytes that were never written. A line that is
 * wrong in another way was not torn, but written so.
 */
final class TornLine {
  private static final int LONGEST_CHARACTER = 4;
  private static final JsonFactory JSON = new JsonFactory();

  private TornLine() {}

  static boolean isIn(byte[] line) {
    if (line.length == 0) {
      return false;
    }
    if (line[line.length - 1] == 0) {
      return true;
    }
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(line);
    CharBuffer chars = CharBuffer.allocate(line.length + 1);
    CoderResult result = decoder.decode(bytes, chars, true);
    if (result.isError()) {
      return bytes.remaining() < LONGEST_CHARACTER;
    }
    String text = chars.flip().toString();
    String unmarked = text.startsWith(BoundedInput.MARK) ? text.substring(1) : text;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), unmarked)) {
      while (parser.nextToken() != null) {
        // reads on, to where it breaks off
      }
      return false;
    } catch (JacksonException broken) {
      return SyntaxErrors.fault(broken, unmarked.length(), unmarked).value().isEmpty();
    }
  }
}
