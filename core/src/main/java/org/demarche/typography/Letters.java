package org.demarche.typography;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The letters of a text without what a person leaves out who types it: case, accents, and what is
 * still missing of a Korean syllable.
 *
 * <pre>{@code
 * Letters.plain("Łódź");      // lodz
 * Letters.typed("문재인");    // ㅁㅜㄴㅈㅐㅇㅣㄴ, which begins with the letters of 문재이
 * }</pre>
 */
public final class Letters {
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /** The plain letters of those that Unicode does not decompose into a letter and an accent. */
  private static final ImmutableMap<Character, String> UNDECOMPOSED =
      ImmutableMap.<Character, String>builder()
          .put('ł', "l")
          .put('đ', "d")
          .put('ð', "d")
          .put('ħ', "h")
          .put('ŧ', "t")
          .put('þ', "th")
          .put('ß', "ss")
          .put('ø', "o")
          .put('æ', "ae")
          .put('œ', "oe")
          .put('ı', "i")
          .buildOrThrow();

  private static final char FIRST_INITIAL = '\u1100';
  private static final char FIRST_VOWEL = '\u1161';
  private static final char FIRST_FINAL = '\u11A8';

  /** The keys that are typed for each initial, vowel and final of a syllable, in Unicode order. */
  private static final List<String> INITIALS = keys("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ");

  private static final List<String> VOWELS =
      keys("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ");

  private static final List<String> FINALS =
      keys("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ");

  private Letters() {}

  private static List<String> keys(String spaced) {
    return Splitter.on(' ').splitToList(spaced);
  }

  /**
   * Returns a text without case and accents.
   *
   * @param text any text, in any script
   * @return the text in lower case and in normalisation form NFC of compatible characters
   */
  public static String plain(String text) {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      String letters = UNDECOMPOSED.get(c);
      if (letters == null) {
        plain.append(c);
      } else {
        plain.append(letters);
      }
    }
    return plain.toString();
  }

  /**
   * Returns the keys with which a text is typed, without case and accents. A Korean syllable
   * becomes its letters, so that it begins with what is typed of it.
   *
   * @param text any text, in any script
   * @return the plain text with a letter for each key
   */
  public static String typed(String text) {
    String plain = plain(text);
    if (CharMatcher.ascii().matchesAllOf(plain)) {
      return plain;
    }
    StringBuilder typed = new StringBuilder();
    for (char c : Normalizer.normalize(plain, Normalizer.Form.NFD).toCharArray()) {
      if (isAmong(INITIALS, FIRST_INITIAL, c)) {
        typed.append(INITIALS.get(c - FIRST_INITIAL));
      } else if (isAmong(VOWELS, FIRST_VOWEL, c)) {
        typed.append(VOWELS.get(c - FIRST_VOWEL));
      } else if (isAmong(FINALS, FIRST_FINAL, c)) {
        typed.append(FINALS.get(c - FIRST_FINAL));
      } else {
        typed.append(c);
      }
    }
    return typed.toString();
  }

  private static boolean isAmong(List<String> keys, char first, char c) {
    return c >= first && c - first < keys.size();
  }
}
