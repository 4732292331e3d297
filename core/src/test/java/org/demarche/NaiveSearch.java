package org.demarche;

import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The search for phrases by its definition: each text is normalised, and looked through for each
 * place at which the phrase occurs.
 */
public final class NaiveSearch {
  private static final String DOUBLE_QUOTATION_MARKS = "\"“”„‟«»＂″「」《》｢｣﹁﹂︽︾";
  private static final String SINGLE_QUOTATION_MARKS = "'‘’‚‛‹›＇′『』〈〉\u2329\u232A﹃﹄︿﹀";

  private static final ImmutableMap<String, String> PLAIN_LETTERS =
      ImmutableMap.<String, String>builder()
          .put("ł", "l")
          .put("đ", "d")
          .put("ð", "d")
          .put("ħ", "h")
          .put("ŧ", "t")
          .put("þ", "th")
          .put("ß", "ss")
          .put("ø", "o")
          .put("æ", "ae")
          .put("œ", "oe")
          .put("ı", "i")
          .buildOrThrow();

  private static final String TRANSCRIBING =
      "阿埃艾奥巴贝比波博布查达戴丹德迪蒂杜恩尔法菲芬弗福甘戈格贡古哈海汉赫亨胡霍基吉加贾杰卡凯坎康科克肯库奎拉莱兰朗劳勒雷里利莉林琳留隆卢鲁伦罗洛马迈麦曼芒梅蒙米"
          + "密缅明莫姆穆纳奈南尼涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切丘热日荣茹萨塞森沙山尚绍舍圣施什史舒朔斯思松苏索塔泰坦汤唐陶特滕提图土托瓦旺威韦维温文沃乌"
          + "武西希夏肖谢辛休许亚延扬耶叶伊英尤约扎泽詹珍朱茨佐";

  private static final Pattern PARTICLES =
      Pattern.compile(
          "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|이나|나|라고|이라고|이라는|라는|등|들|는|서)+");

  private NaiveSearch() {}

  /** Returns whether a phrase has a letter or digit to look for. */
  public static boolean isPhrase(String phrase) {
    return fold(phrase).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Returns whether a text contains a phrase. */
  public static boolean isIn(String phrase, String text) {
    String wanted = fold(phrase).strip();
    String folded = fold(text);
    for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      boolean begins = at == 0 || !isOneWord(folded.codePointBefore(at), folded.codePointAt(at));
      if (begins && ends(folded, end)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a text as it is compared. */
  public static String fold(String text) {
    String marks =
        text.replace("\u00AD", "")
            .replaceAll("[" + DOUBLE_QUOTATION_MARKS + "]", "\"")
            .replaceAll("[" + SINGLE_QUOTATION_MARKS + "]", "'");
    String bare = Normalizer.normalize(marks, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    String letters = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    for (var plain : PLAIN_LETTERS.entrySet()) {
      letters = letters.replace(plain.getKey(), plain.getValue());
    }
    StringBuilder spaced = new StringBuilder();
    letters
        .codePoints()
        .map(c -> isGap(c) ? ' ' : c)
        .filter(c -> c != ' ' || spaced.isEmpty() || spaced.charAt(spaced.length() - 1) != ' ')
        .forEachOrdered(spaced::appendCodePoint);
    return spaced.toString();
  }

  private static boolean isGap(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "-‐‑".indexOf(c) >= 0;
  }

  private static boolean ends(String folded, int end) {
    if (end == folded.length()) {
      return true;
    }
    int last = folded.codePointBefore(end);
    int next = folded.codePointAt(end);
    if (isHangul(last) && isHangul(next)) {
      String rest = folded.substring(end);
      int[] word = rest.codePoints().takeWhile(Character::isLetterOrDigit).toArray();
      return PARTICLES.matcher(new String(word, 0, word.length)).matches();
    }
    return !isOneWord(last, next);
  }

  private static boolean isOneWord(int before, int after) {
    if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after)) {
      return false;
    }
    return (isUnspaced(before) || isUnspaced(after))
        ? TRANSCRIBING.indexOf(before) >= 0 && TRANSCRIBING.indexOf(after) >= 0
        : true;
  }

  private static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean isHangul(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }
}
