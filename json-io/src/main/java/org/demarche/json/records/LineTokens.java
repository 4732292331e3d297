package org.demarche.json.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Utf8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonToken;

/**
 * The tokens of a line, read straight from its bytes. No token has a place or a path here, so a
 * line that has any problem is a {@link Surprise}: a parser has to read it instead. Valid JSON that
 * no record needs, such as a number with an exponent, is a surprise too.
 */
final class LineTokens implements Tokens {
  private static final Place NOWHERE = new Place("", 1, 1);

  /** The largest number of objects and lists around a value. */
  private static final int MAX_DEPTH = Long.SIZE;

  /** The greatest length in bytes of a text that is kept because it may occur again soon. */
  private static final int SHORT = 2 * Long.BYTES;

  /** The number of bits of a slot of a text that is kept: for many lines, and for a single one. */
  static final int BITS_FOR_MANY = 12;

  static final int BITS_FOR_ONE = 4;

  // Eight bytes at a time: the tests for a byte of a given value, or below one, are those of
  // "Bit Twiddling Hacks" (Anderson), "Determine if a word has a zero byte" and "has a byte less
  // than n".

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTATION_MARKS = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;

  private static final char REPLACEMENT = '\uFFFD';

  /** The odd number next to 2⁶⁴ divided by the golden ratio, which spreads bits by multiplying. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int maxDepth;
  private final int maxText;
  private final int keptBits;
  private final String[] kept;

  /** The first and the last eight bytes of each text kept; none of its own bytes is zero. */
  private final long[] firstOfKept;

  private final long[] lastOfKept;

  private byte[] bytes = {};
  private ByteBuffer eightBytes = ByteBuffer.wrap(bytes);
  private int at;
  private int end;
  private JsonToken token = JsonToken.NOT_AVAILABLE;
  private String name = "";
  private String text = "";
  private int depth;

  /** One bit for each open object and list, the innermost last; 1 for an object. */
  private long objects;

  LineTokens(ReadLimits limits, int keptBits) {
    this.maxDepth = Math.min(MAX_DEPTH, limits.maxDepth());
    this.maxText = limits.maxText();
    this.keptBits = keptBits;
    this.kept = new String[1 << keptBits];
    this.firstOfKept = new long[1 << keptBits];
    this.lastOfKept = new long[1 << keptBits];
    Arrays.fill(kept, "");
  }

  /** The sign that a parser has to read the line. */
  static final class Surprise extends RuntimeException {
    private static final long serialVersionUID = 1;

    Surprise() {
      super("a parser has to read the line", null, false, false);
    }
  }

  /**
   * Begins a line.
   *
   * @param array the array that holds the line
   * @param first the index of its first byte
   * @param length the number of its bytes
   */
  void begin(byte[] array, int first, int length) {
    if (bytes != array) {
      bytes = array;
      eightBytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }
    at = first;
    end = first + length;
    token = JsonToken.NOT_AVAILABLE;
    depth = 0;
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new Surprise();
    }
  }

  // Tokens

  @Override
  public JsonToken next() {
    skipSpace();
    if (depth == 0) {
      token = token == JsonToken.NOT_AVAILABLE ? value() : ended();
    } else {
      token = (objects & 1) != 0 ? inObject() : inList();
    }
    return token;
  }

  private JsonToken ended() {
    require(at == end);
    return JsonToken.NOT_AVAILABLE;
  }

  private JsonToken inObject() {
    if (token == JsonToken.PROPERTY_NAME) {
      return value();
    }
    if (peek() == '}') {
      return leave(JsonToken.END_OBJECT);
    }
    if (token != JsonToken.START_OBJECT) {
      take(',');
      skipSpace();
    }
    take('"');
    name = limited(string());
    skipSpace();
    take(':');
    return JsonToken.PROPERTY_NAME;
  }

  private JsonToken inList() {
    if (peek() == ']') {
      return leave(JsonToken.END_ARRAY);
    }
    if (token != JsonToken.START_ARRAY) {
      take(',');
      skipSpace();
    }
    return value();
  }

  private JsonToken value() {
    skipSpace();
    return switch (peek()) {
      case '"' -> {
        at++;
        text = limited(string());
        yield JsonToken.VALUE_STRING;
      }
      case '{' -> enter(1, JsonToken.START_OBJECT);
      case '[' -> enter(0, JsonToken.START_ARRAY);
      case 't' -> literal("true", JsonToken.VALUE_TRUE);
      case 'f' -> literal("false", JsonToken.VALUE_FALSE);
      default -> wholeNumber();
    };
  }

  private JsonToken enter(int object, JsonToken start) {
    at++;
    depth++;
    require(depth <= maxDepth);
    objects = objects << 1 | object;
    return start;
  }

  private JsonToken leave(JsonToken close) {
    at++;
    depth--;
    objects >>>= 1;
    return close;
  }

  private JsonToken literal(String word, JsonToken literal) {
    for (int i = 0; i < word.length(); i++) {
      take(word.charAt(i));
    }
    text = word;
    return literal;
  }

  /** Reads a whole number; what follows it is checked by the next token. */
  private JsonToken wholeNumber() {
    int first = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    require(at > first && (bytes[first] != '0' || at == first + 1));
    text = limited(ascii(first, at));
    return JsonToken.VALUE_NUMBER_INT;
  }

  // Bytes

  private byte peek() {
    require(at < end);
    return bytes[at];
  }

  private void take(char expected) {
    require(peek() == expected);
    at++;
  }

  private void skipSpace() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
  }

  // Texts

  private String limited(String read) {
    require(read.length() <= maxText);
    return read;
  }

  /** Reads a text and its closing quotation mark. */
  private String string() {
    String run = run();
    if (bytes[at++] == '"') {
      return run;
    }
    StringBuilder whole = new StringBuilder(run);
    do {
      whole.append(escaped()).append(run());
    } while (bytes[at++] != '"');
    return whole.toString();
  }

  /** Reads characters up to a quotation mark or a backslash. */
  private String run() {
    int first = at;
    int last = first;
    long union = 0;
    while (last <= end - Long.BYTES) {
      long eight = eightBytes.getLong(last);
      if (endsRun(eight)) {
        break;
      }
      union |= eight;
      last += Long.BYTES;
    }
    while (last < end && bytes[last] != '"' && bytes[last] != '\\') {
      byte next = bytes[last++];
      require(next < 0 || next >= ' ');
      union |= next; // a negative one has its high bits set
    }
    require(last < end);
    at = last;
    if ((union & HIGH_BITS) == 0) {
      return ascii(first, last);
    }
    String text = new String(bytes, first, last - first, UTF_8);
    // What is not well-formed was replaced.
    require(text.indexOf(REPLACEMENT) < 0 || Utf8.isWellFormed(bytes, first, last - first));
    return text;
  }

  /**
   * Returns whether some of eight bytes is a quotation mark, a backslash or a control character.
   */
  private static boolean endsRun(long eight) {
    long quotationMark = (eight ^ QUOTATION_MARKS) - ONES;
    long backslash = (eight ^ BACKSLASHES) - ONES;
    return ((quotationMark | backslash | (eight - SPACES)) & ~eight & HIGH_BITS) != 0;
  }

  /** Reads what follows a backslash. */
  private char escaped() {
    byte letter = peek();
    at++;
    return switch (letter) {
      case '"', '\\', '/' -> (char) letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw new Surprise();
    };
  }

  private char codeUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      require(digit >= 0);
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  /** Returns a text in ASCII; a short one is the same object as the last equal one, if kept. */
  private String ascii(int first, int last) {
    int length = last - first;
    if (length > SHORT) {
      return new String(bytes, first, length, ISO_8859_1);
    }
    long firstEight = upToEight(first, Math.min(last, first + Long.BYTES));
    long lastEight = length > Long.BYTES ? upToEight(first + Long.BYTES, last) : 0;
    long hash = firstEight * SPREAD;
    hash = (hash ^ (hash >>> Integer.SIZE) ^ lastEight) * SPREAD;
    int slot = (int) (hash >>> (Long.SIZE - keptBits));
    if (firstOfKept[slot] != firstEight || lastOfKept[slot] != lastEight) {
      firstOfKept[slot] = firstEight;
      lastOfKept[slot] = lastEight;
      kept[slot] = new String(bytes, first, length, ISO_8859_1);
    }
    return kept[slot];
  }

  /** Returns at most eight bytes as a number, the first one lowest. */
  private long upToEight(int first, int last) {
    int length = last - first;
    if (length == 0) {
      return 0;
    }
    if (first <= bytes.length - Long.BYTES) {
      return eightBytes.getLong(first) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }
    long number = 0;
    for (int next = last - 1; next >= first; next--) {
      number = number << Byte.SIZE | bytes[next];
    }
    return number;
  }

  // The current token

  @Override
  public JsonToken token() {
    return token;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int depth() {
    return depth;
  }

  /** Returns no place: one that is reported is found by a parser. */
  @Override
  public Place place(String file, int linesBefore) {
    return NOWHERE;
  }

  // What only a problem asks for

  @Override
  public String pointer() {
    throw new Surprise();
  }

  @Override
  public void skip() {
    throw new Surprise();
  }

  @Override
  public int offset() {
    throw new Surprise();
  }
}
