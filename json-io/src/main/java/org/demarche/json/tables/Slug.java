package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * An id made from a name. Letters that are Latin letters with marks lose the marks; any other
 * letter or digit becomes its code point in hexadecimal, so that names in any script get an id of
 * their own, which is the same in every load and every order of rows. A long name is cut, and
 * followed by a part of its SHA-256.
 */
public final class Slug {
  private static final int LONGEST = 64;
  private static final int HASH = 8;

  private static final ImmutableMap<Integer, String> LATIN =
      ImmutableMap.<Integer, String>builder()
          .put((int) 'æ', "ae")
          .put((int) 'œ', "oe")
          .put((int) 'ß', "ss")
          .put((int) 'ø', "o")
          .put((int) 'đ', "d")
          .put((int) 'ð', "d")
          .put((int) 'þ', "th")
          .put((int) 'ł', "l")
          .put((int) 'ħ', "h")
          .put((int) 'ı', "i")
          .put((int) 'ŋ', "ng")
          .buildOrThrow();

  private static final CharMatcher FIRST =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher LAST = FIRST.or(CharMatcher.is('-')).precomputed();
  private static final CharMatcher INSIDE = LAST.or(CharMatcher.anyOf("._:/")).precomputed();

  private Slug() {}

  /** Returns whether a text can be the id of a record as it is. */
  static boolean isId(String text) {
    return !text.isEmpty()
        && FIRST.matches(text.charAt(0))
        && INSIDE.matchesAllOf(text)
        && LAST.matches(text.charAt(text.length() - 1));
  }

  /** Returns the id of a name; an empty text if the name has no letter or digit. */
  public static String of(String name) {
    StringBuilder slug = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .forEach(point -> append(point, slug));
    int end = slug.length();
    if (end > 0 && slug.charAt(end - 1) == '-') {
      slug.setLength(end - 1);
    }
    return slug.length() <= LONGEST ? slug.toString() : shortened(slug, name);
  }

  private static void append(int point, StringBuilder slug) {
    if (!Character.isLetterOrDigit(point)) {
      dash(slug);
      return;
    }
    String latin = latin(Character.toLowerCase(point));
    if (latin.isEmpty()) {
      dash(slug);
      slug.append('u').append(Integer.toHexString(point)).append('-');
    } else {
      slug.append(latin);
    }
  }

  /** Returns a letter or digit without its marks; an empty text if it is not Latin. */
  private static String latin(int point) {
    if (LATIN.containsKey(point)) {
      return LATIN.get(point);
    }
    String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    String ascii = CharMatcher.ascii().retainFrom(parts);
    return CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).retainFrom(ascii);
  }

  private static void dash(StringBuilder slug) {
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  private static String shortened(StringBuilder slug, String name) {
    String hash = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
    slug.setLength(LONGEST - HASH - 1);
    dash(slug);
    return slug + hash.substring(0, HASH);
  }
}
