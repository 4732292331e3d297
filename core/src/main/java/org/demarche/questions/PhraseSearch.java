package org.demarche.questions;

import java.util.regex.Pattern;
import org.demarche.typography.Letters;
import org.demarche.typography.TypographicMarks;

/**
 * A search for a word or phrase in a text. It ignores case, accents, the form of quotation marks
 * and spaces, and whether words are separated by a hyphen or a space, and never matches inside
 * another word.
 *
 * <p>Words end where letters and digits end. Scripts that put no spaces between words have no such
 * ends; there a match may be next to other characters, but not inside a foreign name. A foreign
 * name is a run of the characters with which Chinese transcribes names by their sound: 萨德 is found
 * in 部署萨德系统, and not in 阿萨德. A Korean word may be followed by a particle.
 */
public final class PhraseSearch {
  /**
   * The characters with which the standard tables of transcription spell foreign names; they are
   * rare elsewhere.
   */
  private static final String TRANSCRIBING =
      "阿埃艾奥巴贝比波博布查达戴丹德迪蒂杜恩尔法菲芬弗福甘戈格贡古哈海汉赫亨胡霍基吉加贾杰卡凯坎康科克肯库奎拉莱兰朗劳勒雷里利莉林琳留隆卢鲁伦罗洛马迈麦曼芒梅蒙米"
          + "密缅明莫姆穆纳奈南尼涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切丘热日荣茹萨塞森沙山尚绍舍圣施什史舒朔斯思松苏索塔泰坦汤唐陶特滕提图土托瓦旺威韦维温文沃乌"
          + "武西希夏肖谢辛休许亚延扬耶叶伊英尤约扎泽詹珍朱茨佐";

  /** The particles that Korean attaches to a noun. */
  private static final Pattern PARTICLES =
      Pattern.compile(
          "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|이나|나|라고|이라고|이라는|라는|등|들|는|서)+");

  private final String foldedPhrase;

  /**
   * Prepares the search for a phrase.
   *
   * @param phrase a text with at least one letter or digit
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public PhraseSearch(String phrase) {
    this.foldedPhrase = fold(phrase).strip();
    if (foldedPhrase.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("'" + phrase + "' has no letter or digit to look for");
    }
  }

  /** Returns whether a text contains the phrase. */
  public boolean isIn(String text) {
    String folded = fold(text);
    for (int at = folded.indexOf(foldedPhrase);
        at >= 0;
        at = folded.indexOf(foldedPhrase, at + 1)) {
      int end = at + foldedPhrase.length();
      if (begins(folded, at) && ends(folded, end)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a text without case and accents, and with single spaces between words. */
  static String fold(String text) {
    return withSingleSpaces(Letters.plain(TypographicMarks.withPlainQuotationMarks(text)));
  }

  /** Replaces each run of spaces and hyphens by one space. */
  private static String withSingleSpaces(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    boolean inGap = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean gap = TypographicMarks.isSpace(c) || TypographicMarks.isHyphen(c);
      if (!gap) {
        spaced.appendCodePoint(c);
      } else if (!inGap) {
        spaced.append(' ');
      }
      inGap = gap;
    }
    return spaced.toString();
  }

  /** Returns whether a word of a folded text begins at an index. */
  static boolean begins(String text, int at) {
    if (at == 0) {
      return true;
    }
    return !joins(text.codePointBefore(at), text.codePointAt(at));
  }

  private static boolean ends(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    int last = text.codePointBefore(end);
    int next = text.codePointAt(end);
    if (isHangul(last) && isHangul(next)) {
      int wordEnd = end;
      while (wordEnd < text.length() && Character.isLetterOrDigit(text.codePointAt(wordEnd))) {
        wordEnd += Character.charCount(text.codePointAt(wordEnd));
      }
      return PARTICLES.matcher(text.substring(end, wordEnd)).matches();
    }
    return !joins(last, next);
  }

  /** Returns whether two adjacent characters belong to one word. */
  private static boolean joins(int before, int after) {
    if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after)) {
      return false;
    }
    if (isUnspaced(before) || isUnspaced(after)) {
      return isTranscribing(before) && isTranscribing(after);
    }
    return true;
  }

  private static boolean isTranscribing(int codePoint) {
    return TRANSCRIBING.indexOf(codePoint) >= 0;
  }

  private static boolean isUnspaced(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean isHangul(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
  }
}
