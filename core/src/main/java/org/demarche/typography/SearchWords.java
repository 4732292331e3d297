package org.demarche.typography;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;

/**
 * The words of a folded text: where they begin and end, and the terms under which an index lists
 * them.
 *
 * <p>Words end where letters and digits end. Scripts that put no spaces between words have no such
 * ends; there a match may be next to other characters, but not inside a foreign name. A foreign
 * name is a run of the characters with which Chinese transcribes names by their sound: 萨德 is found
 * in 部署萨德系统, and not in 阿萨德. A Korean word may be followed by particles.
 *
 * <p>A term is a run of letters and digits, or a single character of a script without spaces. A
 * Korean word has further terms, marked by an asterisk: itself, and what is left of it without its
 * particles.
 */
public final class SearchWords {
  /**
   * The characters with which the standard tables of transcription spell foreign names; they are
   * rare elsewhere.
   */
  private static final String TRANSCRIBING =
      "阿埃艾奥巴贝比波博布查达戴丹德迪蒂杜恩尔法菲芬弗福甘戈格贡古哈海汉赫亨胡霍基吉加贾杰卡凯坎康科克肯库奎拉莱兰朗劳勒雷里利莉林琳留隆卢鲁伦罗洛马迈麦曼芒梅蒙米"
          + "密缅明莫姆穆纳奈南尼涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切丘热日荣茹萨塞森沙山尚绍舍圣施什史舒朔斯思松苏索塔泰坦汤唐陶特滕提图土托瓦旺威韦维温文沃乌"
          + "武西希夏肖谢辛休许亚延扬耶叶伊英尤约扎泽詹珍朱茨佐";

  /** The particles that Korean attaches to a noun. */
  private static final List<String> PARTICLES =
      Splitter.on(' ')
          .splitToList("은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 만 까지 부터 처럼 보다 이나 나 라고 이라고 이라는 라는 등 들 는 서");

  /** The greatest number of syllables of particles at the end of a word. */
  private static final int MOST_SYLLABLES = 16;

  /** Marks the terms that a Korean word has with or without its particles. */
  private static final String BEFORE_PARTICLES = "*";

  private static final int FIRST_UNSPACED = '\u0E01';

  // By how much the position of a term exceeds the position of the term before it. No two of the
  // first two numbers add up to one of them, so that a difference of 2 or 3 says what lies between.
  private static final int ADJACENT = 2;
  private static final int AFTER_SPACE = 3;
  private static final int AFTER_OTHER_CHARACTERS = 5;

  private SearchWords() {}

  /** An action on each term of a text. */
  public interface Terms {
    /**
     * Takes a term.
     *
     * @param text a text that contains the term
     * @param start the index of its first character
     * @param end the index after its last character
     * @param position a number that grows with each term
     */
    void add(String text, int start, int end, int position);
  }

  /**
   * The terms that a text with a phrase has.
   *
   * @param terms the terms
   * @param offsets the position of each term after the position of the first
   * @param isExact whether a text that has these terms at these positions always has the phrase
   */
  public record PhraseTerms(
      ImmutableList<String> terms, ImmutableIntArray offsets, boolean isExact) {}

  private interface Words {
    void add(int start, int end, int position);
  }

  private static int split(String folded, int before, Words words) {
    int position = before;
    int gap = AFTER_OTHER_CHARACTERS;
    for (int at = 0; at < folded.length(); ) {
      int c = folded.codePointAt(at);
      int end = at + Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (!isUnspaced(c)) {
          end = endOfRun(folded, end);
        }
        position += gap;
        words.add(at, end, position);
        gap = ADJACENT;
      } else {
        gap = c == ' ' && gap == ADJACENT ? AFTER_SPACE : AFTER_OTHER_CHARACTERS;
      }
      at = end;
    }
    return position;
  }

  private static int endOfRun(String folded, int from) {
    int end = from;
    while (end < folded.length()) {
      int c = folded.codePointAt(end);
      if (!Character.isLetterOrDigit(c) || isUnspaced(c)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /**
   * Passes on the terms of a folded text.
   *
   * @param before the position of the last term before the text, or 0
   * @return the position of its last term
   */
  public static int forEachTerm(String folded, int before, Terms terms) {
    return split(
        folded,
        before,
        (start, end, position) -> {
          terms.add(folded, start, end, position);
          if (isHangul(folded.charAt(end - 1))) {
            addBeforeParticles(folded, start, end, position, terms);
          }
        });
  }

  private static void addBeforeParticles(
      String folded, int start, int end, int position, Terms terms) {
    int lengths = endOfWord(folded, end) == end ? particleLengths(folded, end) : 1;
    if (end < folded.length() && !ends(folded, end)) {
      lengths &= ~1; // a tone mark follows, so that the word ends before its particles only
    }
    for (int stem = end; stem > start && end - stem <= MOST_SYLLABLES; stem--) {
      if ((lengths >> (end - stem) & 1) != 0 && isHangul(folded.charAt(stem - 1))) {
        String term = folded.substring(start, stem) + BEFORE_PARTICLES;
        terms.add(term, 0, term.length(), position);
      }
    }
  }

  /** Returns the terms of a phrase, which has at least one letter or digit. */
  public static PhraseTerms ofPhrase(String folded) {
    ImmutableList.Builder<String> terms = ImmutableList.builder();
    ImmutableIntArray.Builder positions = ImmutableIntArray.builder();
    split(
        folded,
        -AFTER_OTHER_CHARACTERS,
        (start, end, position) -> {
          boolean mayHaveParticles = end == folded.length() && isHangul(folded.charAt(end - 1));
          String term = folded.substring(start, end);
          terms.add(mayHaveParticles ? term + BEFORE_PARTICLES : term);
          positions.add(position);
        });
    ImmutableIntArray offsets = positions.build();
    return new PhraseTerms(terms.build(), offsets, isExact(folded, offsets));
  }

  private static boolean isExact(String folded, ImmutableIntArray offsets) {
    int first = folded.codePointAt(0);
    int last = folded.codePointBefore(folded.length());
    if (!isInsideOfWords(first) || !isInsideOfWords(last)) {
      return false;
    }
    for (int i = 1; i < offsets.length(); i++) {
      if (offsets.get(i) - offsets.get(i - 1) == AFTER_OTHER_CHARACTERS) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInsideOfWords(int c) {
    return Character.isLetterOrDigit(c) && !isTranscribing(c);
  }

  /** Returns whether a word of a folded text may begin at an index. */
  public static boolean begins(String folded, int at) {
    return at == 0 || !joins(folded.codePointBefore(at), folded.codePointAt(at));
  }

  /** Returns whether a word of a folded text may end at an index, particles left aside. */
  public static boolean ends(String folded, int end) {
    if (end == folded.length()) {
      return true;
    }
    int last = folded.codePointBefore(end);
    int next = folded.codePointAt(end);
    if (isHangul(last) && isHangul(next)) {
      int wordEnd = endOfWord(folded, end);
      int length = wordEnd - end;
      return length > 0
          && length <= MOST_SYLLABLES
          && (particleLengths(folded, wordEnd) >> length & 1) != 0;
    }
    return !joins(last, next);
  }

  private static int endOfWord(String folded, int from) {
    int end = from;
    while (end < folded.length() && Character.isLetterOrDigit(folded.codePointAt(end))) {
      end += Character.charCount(folded.codePointAt(end));
    }
    return end;
  }

  /**
   * Returns a set of bits, of which bit <i>n</i> is set if the last <i>n</i> characters of a word
   * are particles.
   */
  private static int particleLengths(String folded, int end) {
    int lengths = 1;
    for (int length = 1; length <= Math.min(MOST_SYLLABLES, end); length++) {
      for (String particle : PARTICLES) {
        int rest = length - particle.length();
        if (rest >= 0 && (lengths >> rest & 1) != 0 && folded.startsWith(particle, end - length)) {
          lengths |= 1 << length;
        }
      }
    }
    return lengths;
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
    if (codePoint < FIRST_UNSPACED) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean isHangul(int codePoint) {
    return codePoint >= '\u1100'
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
  }
}
