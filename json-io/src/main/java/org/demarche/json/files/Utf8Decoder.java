package org.demarche.json.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A strict decoder of UTF-8: an invalid byte is reported with its offset, never replaced. */
public final class Utf8Decoder {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private CharBuffer chars = CharBuffer.allocate(1 << 12);
  private Optional<InvalidByte> invalid = Optional.empty();

  /**
   * A byte that does not begin a character.
   *
   * @param value the byte, for example {@code 0xE9}
   * @param index its index among the bytes that were decoded, from 0
   */
  public record InvalidByte(String value, int index) {}

  /**
   * Decodes bytes.
   *
   * @return the characters up to the first invalid byte; valid until the next call
   */
  public CharBuffer decode(byte[] bytes) {
    if (chars.capacity() < bytes.length + 1) {
      chars =
          CharBuffer.allocate(Math.max(bytes.length + 1, 2 * Math.min(chars.capacity(), 1 << 29)));
    }
    chars.clear();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.reset().decode(in, chars, true);
    chars.flip();
    invalid =
        result.isError()
            ? Optional.of(
                new InvalidByte(
                    String.format(Locale.ROOT, "0x%02X", bytes[in.position()]), in.position()))
            : Optional.empty();
    return chars;
  }

  /** Returns the first invalid byte of the last call; empty if all bytes were decoded. */
  public Optional<InvalidByte> invalid() {
    return invalid;
  }
}
