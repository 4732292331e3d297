package org.demarche.json.files;

import java.util.Locale;

/** The endings of file names, which decide how a file is read and written; case is ignored. */
public final class FileEndings {
  private static final String GZIP = ".gz";

  private FileEndings() {}

  /** Returns whether a name ends in {@code .jsonl} or {@code .jsonl.gz}. */
  public static boolean isOfLines(String file) {
    return unpacked(file).endsWith(".jsonl");
  }

  /** Returns whether a name ends in {@code .json} or {@code .jsonl}, with or without gzip. */
  public static boolean isDossier(String file) {
    return isOfLines(file) || unpacked(file).endsWith(".json");
  }

  /** Returns whether a name ends in {@code .xlsx}; a workbook is packed as it is. */
  public static boolean isWorkbook(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /** Returns whether a name ends in {@code .gz}. */
  public static boolean isPacked(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /** Returns a name in lower case, without {@code .gz} at its end. */
  public static String unpacked(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
  }
}
