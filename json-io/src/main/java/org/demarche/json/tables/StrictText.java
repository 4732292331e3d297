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

/**
 * The text of bytes in an encoding. At a byte that is not valid in the encoding, all text before it
 * is given out first, so that a reader that counts lines knows on which line the byte is.
 */
public final class StrictText extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final InputStream in;
  private final String advice;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
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
      if (chars.position() > 0) {
        return chars.position();
      }
      if (result.isError()) {
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
    }
    return -1;
  }

  private BadByte badByte() {
    int bad = bytes.get(bytes.position()) & 0xFF;
    String character =
        decoder.charset().equals(StandardCharsets.UTF_8)
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
