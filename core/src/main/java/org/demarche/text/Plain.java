package org.demarche.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets a page in padded columns and wrapped lines. */
final class Plain extends Setting {
  private static final String BOLD = "\u001B[1m";
  private static final String FAINT = "\u001B[2m";
  private static final String RESET = "\u001B[0m";

  /** What stands for a sign or mark where only plain ones may. */
  private static final Map<Integer, String> MARKS =
      Map.ofEntries(
          Map.entry((int) '†', "+"),
          Map.entry((int) '‡', "#"),
          Map.entry((int) '◊', "^"),
          Map.entry((int) '·', "."),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "--"),
          Map.entry((int) '…', "..."),
          Map.entry((int) '←', "<-"));

  Plain(Style style) {
    super(style);
  }

  @Override
  void line(Page.Line line) {
    int hanging = Math.max(line.hanging(), line.indent());
    int indent = line.indent();
    for (String part : Wrap.lines(plain(text(line)), style.width() - hanging)) {
      lines.add(" ".repeat(indent) + emphasized(line.role(), part));
      indent = hanging;
    }
  }

  private String emphasized(Page.Role role, String text) {
    return switch (role) {
      case HEADING -> style.emphasis() ? BOLD + text + RESET : text;
      case SOURCE -> style.emphasis() ? FAINT + text + RESET : text;
      case LINE, QUOTE -> text;
    };
  }

  @Override
  void gap() {
    lines.add("");
  }

  @Override
  void table(List<String> header, List<? extends List<String>> rows) {
    List<List<String>> cells = rows.stream().map(this::plain).toList();
    lines.addAll(new Table(plain(header), cells, style.width()).lines());
  }

  private List<String> plain(List<String> cells) {
    return cells.stream().map(this::plain).toList();
  }

  private String plain(String text) {
    return style.form() == Style.Form.ASCII
        ? text.codePoints().mapToObj(Plain::ascii).collect(Collectors.joining())
        : text;
  }

  /** A mark as a plain one, a letter without its accents, or else what it is. */
  private static String ascii(int codePoint) {
    String self = Character.toString(codePoint);
    String parts = Normalizer.normalize(self, Normalizer.Form.NFD);
    return MARKS.getOrDefault(codePoint, parts.charAt(0) < 0x80 ? parts.substring(0, 1) : self);
  }
}
