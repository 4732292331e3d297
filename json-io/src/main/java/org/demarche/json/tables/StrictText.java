package org.demarche.json.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of bytes in an encoding. At a byte that is not valid in the encoding, all text before it
 * is given out first, so that a reader that counts lines knows on which line the byte is.
 */
public final class StrictText extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int NEXT_LINE = 0x85;

  private final InputStream in;
  private final String advice;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();

  /**
   * True if the encoding has control characters between 0x80 and 0x9F, where windows-1252 has
   * marks: they are in no text, but a text in windows-1252 is often taken for one in ISO 8859.
   */
  private final boolean isLatin;

  private boolean isBegun;
  private boolean isEnded;
  private boolean isFlushed;

  /** The failure at a byte that is not valid in the encoding. */
  public static final class BadByte extends CharacterCodingException {
    private static final long serialVersionUID = 1;

    private final String message;

    BadByte(String message) {
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }

  /**
   * Creates the text of bytes.
   *
   * @param advice the end of the message about a byte that is not valid
   */
  public StrictText(InputStream in, Charset charset, String advice) {
    this.in = in;
    this.advice = advice;
    this.isLatin = charset.name().startsWith("ISO-8859");
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(into, from, length).slice();
    while (!isFlushed) {
      CoderResult result = decoder.decode(bytes, chars, isEnded);
      if (isLatin) {
        giveBackControls(chars);
      }
      if (chars.position() > 0) {
        return chars.position();
      }
      if (result.isError() || isControl()) {
        throw badByte();
      }
      if (isEnded) {
        isFlushed = decoder.flush(chars).isUnderflow();
        return chars.position() == 0 ? -1 : chars.position();
      }
      bytes.compact();
      int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
      isEnded = got < 0;
      bytes.position(bytes.position() + Math.max(0, got));
      bytes.flip();
      requireNoMark();
    }
    return -1;
  }

  /** Throws if the bytes begin with the mark of UTF-8, and are read in another encoding. */
  private void requireNoMark() throws BadByte {
    if (isBegun) {
      return;
    }
    isBegun = true;
    if (!decoder.charset().equals(StandardCharsets.UTF_8)
        && bytes.limit() >= UTF_8_MARK.length
        && Arrays.equals(bytes.array(), 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length)) {
      throw new BadByte(
          "it begins with the byte order mark of UTF-8, and is read in %s; %s"
              .formatted(decoder.charset().name(), advice));
    }
  }

  /** Takes back the characters from the first that is a control character between 0x80 and 0x9F. */
  private void giveBackControls(CharBuffer chars) {
    for (int i = 0; i < chars.position(); i++) {
      if (isControl(chars.get(i))) {
        bytes.position(bytes.position() - (chars.position() - i)); // a byte is a character
        chars.position(i);
      }
    }
  }

  private boolean isControl() {
    return isLatin && bytes.hasRemaining() && isControl(bytes.get(bytes.position()) & 0xFF);
  }

  private static boolean isControl(int c) {
    return c >= 0x80 && c <= 0x9F && c != NEXT_LINE;
  }

  private BadByte badByte() {
    int bad = bytes.get(bytes.position()) & 0xFF;
    String character =
        isLatin || decoder.charset().equals(StandardCharsets.UTF_8)
            ? new String(new byte[] {(byte) bad}, WINDOWS)
            : "";
    return new BadByte(
        "the byte 0x%02X is not part of a character in %s; %s%s"
            .formatted(
                bad,
                decoder.charset().name(),
                advice,
                character.isBlank() || character.equals("\uFFFD")
                    ? ""
                    : ": in windows-1252 it is '" + character + "'"));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
