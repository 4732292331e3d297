package org.demarche.coding;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a source, whose index is built when it is first searched. */
final class SourceText {
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
  private static final String MARK = "\uFEFF";

  private final String text;

  /** Can be built again, so that many texts do not keep memory that is needed elsewhere. */
  private volatile SoftReference<SearchableText> index = new SoftReference<>(null);

  SourceText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  QuotationFinding find(String source, String quotation) {
    SearchableText searchable = index.get();
    if (searchable == null) {
      searchable = new SearchableText(text);
      index = new SoftReference<>(searchable);
    }
    return new QuotationSearch(searchable).find(source, quotation);
  }

  /** Returns the SHA-256 hash of the text in UTF-8. */
  String hash() {
    return hash(text);
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /**
   * Returns whether a hash is that of the text: of the text as it is, or with other line ends, or
   * with or without a byte order mark, by which copies of one file differ.
   */
  boolean hasHash(String hash) {
    String plain = plain(text);
    String lines = plain.replace("\n", "\r\n");
    return ImmutableList.of(text, plain, MARK + plain, lines, MARK + lines).stream()
        .anyMatch(copy -> hash(copy).equals(hash.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether another text is the same but for line ends and a byte order mark. */
  boolean isCopyOf(String other) {
    return text.equals(other) || plain(text).equals(plain(other));
  }

  private static String plain(String text) {
    String lines = LINE_ENDS.matcher(text).replaceAll("\n");
    return lines.startsWith(MARK) ? lines.substring(1) : lines;
  }
}
