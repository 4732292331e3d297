package org.demarche.json.files;

/**
 * The limits within which files are read. A file beyond one of them is refused. The list in {@code
 * SECURITY.md} has the same values.
 */
public final class Limits {
  /**
   * The size of a dossier or a table in bytes, counted after unpacking, unless the program sets
   * another.
   */
  public static final long FILE_BYTES = 4L << 30;

  /**
   * The length of a line of a {@code .jsonl} in bytes, and of a line or a cell of a table in
   * characters.
   */
  public static final int LINE_BYTES = 64 << 20;

  /** The nesting depth of lists and objects in a dossier. */
  public static final int JSON_DEPTH = 500;

  /** The size of a file of annotations in bytes. */
  public static final int ANNOTATION_BYTES = 128 << 20;

  /** The nesting depth of lists and objects in a file of annotations. */
  public static final int ANNOTATION_DEPTH = 100;

  /** The nesting depth of elements in a workbook or a project. */
  public static final int XML_DEPTH = 200;

  /** The number of namespaces in scope in a workbook, of which programs declare about twenty. */
  public static final int XML_NAMESPACES = 250;

  /** The number of rows of a sheet, which is also the limit of Excel. */
  public static final int SHEET_ROWS = 1_048_576;

  /** The number of columns of a sheet, of which Excel calls the last XFD. */
  public static final int SHEET_COLUMNS = 16_384;

  /** The number of characters of a number in a workbook, of which programs write 17 digits. */
  public static final int NUMBER_CHARS = 1_000;

  /** The size of a project and its texts together in bytes, unpacked. */
  public static final long PROJECT_BYTES = 256L << 20;

  /** The number of files in a project. */
  public static final int PROJECT_FILES = 100_000;

  /** The number of elements and attributes of a project: about 300,000 codings. */
  public static final int PROJECT_NODES = 5_000_000;

  /** The number of characters that the table of a project repeats from its texts. */
  public static final long REPEATED_CHARS = 256L << 20;

  /** The number of rows of a database. */
  public static final int DATABASE_ROWS = 5_000_000;

  /** The size of the values of a database in bytes. */
  public static final int DATABASE_BYTES = 1 << 29;

  /** The number of rows of a list of events. */
  public static final int EVENT_ROWS = 1_000_000;

  /** The number of characters of a list of events. */
  public static final int EVENT_CHARS = 1 << 29;

  /** The size of the text of a source in a folder in bytes. */
  public static final long TEXT_BYTES = 16L << 20;

  /** The size of all texts of a folder together in bytes. */
  public static final long TEXTS_BYTES = 256L << 20;

  private Limits() {}
}
