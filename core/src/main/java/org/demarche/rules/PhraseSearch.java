package org.demarche.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds a word or phrase in a text, without regard to case, accents, the form of quotation marks
 * and spaces, and whether a hyphen or a space stands between words; and never inside another word.
 *
 * <p>Words end where letters and digits end. Scripts that put no spaces between words have no such
 * ends; there a match may stand beside other characters, but not inside a foreign name, which is a
 * run of the characters by which Chinese spells foreign names by their sound: 萨德 is in 部署萨德系统, and
 * not in 阿萨德. A Korean word may carry a particle after it.
 */
public final class PhraseSearch {
  /**
   * Characters by which the standard tables of transcription spell foreign names; none is common
   * beside them.
   */
  private static final String TRANSCRIBING =
      "阿埃艾奥巴贝比波博布查达戴丹德迪蒂杜恩尔法菲芬弗福甘戈格贡古哈海汉赫亨胡霍基吉加贾杰卡凯坎康科克肯库奎拉莱兰朗劳勒雷里利莉林琳留隆卢鲁伦罗洛马迈麦曼芒梅蒙米"
          + "密缅明莫姆穆纳奈南尼涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切丘热日荣茹萨塞森沙山尚绍舍圣施什史舒朔斯思松苏索塔泰坦汤唐陶特滕提图土托瓦旺威韦维温文沃乌"
          + "武西希夏肖谢辛休许亚延扬耶叶伊英尤约扎泽詹珍朱茨佐";

  /** The particles that Korean attaches to a noun. */
  private static final Pattern PARTICLES =
      Pattern.compile(
          "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|이나|나|라고|이라고|이라는|라는|등|들|는|서)+");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final String sought;

  /**
   * Prepares to look for a phrase.
   *
   * @param phrase has a letter or digit at least
   * @throws IllegalArgumentException if it has none
   */
  public PhraseSearch(String phrase) {
    this.sought = fold(phrase).strip();
    if (sought.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("'" + phrase + "' has no letter or digit to look for");
    }
  }

  /** Whether the phrase is in a text. */
  public boolean isIn(String text) {
    String folded = fold(text);
    for (int at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
      int end = at + sought.length();
      if (begins(folded, at) && ends(folded, end)) {
        return true;
      }
    }
    return false;
  }

  private static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Normalizer.normalize(plain, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[‘’‚‛]", "'")
        .replaceAll("[“”„‟«»]", "\"")
        .replaceAll("[\\s\\p{Z}\\-‐‑]+", " ");
  }

  private static boolean begins(String text, int at) {
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

  /** Whether two characters beside one another are of one word. */
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
