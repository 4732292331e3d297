package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;

/**
 * Passages of texts that were coded in another program, one per row.
 *
 * @param file the name of what was read, in problems
 * @param columns the names of the columns, all different
 * @param rows the cells of each row, one per column; an empty text stands for no value
 * @param account what was read, and what became of it
 */
public record CodedTable(
    String file,
    ImmutableList<String> columns,
    ImmutableList<ImmutableList<String>> rows,
    ImmutableList<Entry> account) {
  /** The id of the coding, unique in the table. */
  public static final String CODING = "coding";

  /** The words that were coded, to the letter, or empty. */
  public static final String QUOTE = "quote";

  /** The place of the words in the text: the first code point, from 0. */
  public static final String START = "start";

  /** The place of the words in the text: the code point after the last. */
  public static final String END = "end";

  /** The name of the coder. */
  public static final String CODER = "coder";

  /** A remark of the coder. */
  public static final String REMARK = "remark";

  /** The id of the document, in the form of the ids of a dossier. */
  public static final String DOCUMENT = "document";

  public static final String DOCUMENT_TITLE = "document_title";
  public static final String DOCUMENT_AUTHOR = "document_author";

  /** The newspaper or other outlet of the document. */
  public static final String DOCUMENT_OUTLET = "document_outlet";

  /** The date of the document, in the forms of {@link org.demarche.model.When}. */
  public static final String DOCUMENT_DATE = "document_date";

  public static final String DOCUMENT_URL = "document_url";

  /** The text of the document, or empty. */
  public static final String DOCUMENT_TEXT = "document_text";

  /** The templates that the columns fill, each from one. */
  public static final ImmutableMap<String, String> TEMPLATES =
      ImmutableMap.<String, String>builder()
          .put("id", CODING)
          .put("source", DOCUMENT)
          .put("outlet", DOCUMENT_OUTLET)
          .put("title", DOCUMENT_TITLE)
          .put("published", DOCUMENT_DATE)
          .put("asserted", DOCUMENT_DATE)
          .put("author", DOCUMENT_AUTHOR)
          .put("url", DOCUMENT_URL)
          .put("sourceText", DOCUMENT_TEXT)
          .put("quote", QUOTE)
          .put("start", START)
          .put("end", END)
          .put("coder", CODER)
          .put("note", REMARK)
          .buildOrThrow();

  /** Returns the templates that the columns of this table fill. */
  public ImmutableMap<String, String> templates() {
    return ImmutableMap.copyOf(
        Maps.transformValues(
            Maps.filterValues(TEMPLATES, columns::contains), column -> "{" + column + "}"));
  }

  /**
   * One entry of an account.
   *
   * @param what what was read, in the plural, such as “statements”
   * @param number how many of them
   * @param isCarried whether they are in the table
   * @param how where they are in the table, or why they are not
   */
  public record Entry(String what, long number, boolean isCarried, String how) {
    /** Returns an entry of what is in the table. */
    public static Entry carried(String what, long number, String how) {
      return new Entry(what, number, true, how);
    }

    /** Returns an entry of what is not in the table. */
    public static Entry left(String what, long number, String why) {
      return new Entry(what, number, false, why);
    }
  }
}
