package org.demarche.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.demarche.model.Problem;

/** Decodes UTF-8 strictly: what is none is told, and where, rather than replaced. */
final class Utf8Decoder {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private CharBuffer chars = CharBuffer.allocate(1 << 12);
  private Optional<Problem> problem = Optional.empty();

  /**
   * Decodes some bytes.
   *
   * @param before how many bytes of the file lie before them
   * @param lines how many lines of the file lie before them
   * @return the characters up to the first byte that is wrong
   */
  CharBuffer decode(byte[] bytes, int from, int length, long before, int lines, String file) {
    if (chars.capacity() < length + 1) {
      chars = CharBuffer.allocate(Math.max(length + 1, 2 * Math.min(chars.capacity(), 1 << 29)));
    }
    chars.clear();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CoderResult result = decoder.reset().decode(in, chars, true);
    chars.flip();
    problem = Optional.empty();
    if (result.isError()) {
      int wrong = in.position();
      String value = String.format(Locale.ROOT, "0x%02X", bytes[wrong]);
      String text = chars.toString();
      String shown = text.startsWith(BoundedInput.MARK) ? text.substring(1) : text;
      Problem.Place at = SyntaxErrors.place(shown, shown.length(), file);
      problem =
          Optional.of(
              BoundedInput.problem(
                  Problem.Code.SYNTAX,
                  value,
                  "not UTF-8: the byte "
                      + value
                      + " at offset "
                      + (before + wrong - from)
                      + " begins no character; save the file as UTF-8",
                  new Problem.Place(file, lines + at.line(), at.column())));
    }
    return chars;
  }

  /** What was wrong with the bytes decoded last, if anything was. */
  Optional<Problem> problem() {
    return problem;
  }
}
