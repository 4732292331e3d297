package org.demarche.text;

import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.typography.TypographicMarks;

/** The renderer of pages in padded columns and wrapped lines. */
final class TextRenderer extends PageRenderer {
  private static final String BOLD = "\u001B[1m";
  private static final String FAINT = "\u001B[2m";
  private static final String RESET = "\u001B[0m";

  /** The ASCII text that replaces each sign which is not a typographic mark. */
  private static final ImmutableMap<Integer, String> PLAIN_SIGNS =
      ImmutableMap.<Integer, String>builder()
          .put((int) '†', "~")
          .put((int) '‡', "#")
          .put((int) '◊', "^")
          .put((int) '·', ".")
          .put((int) '±', "+-")
          .put((int) '…', "...")
          .put((int) '←', "<-")
          .put((int) '→', "->")
          .put((int) '•', "*")
          .put((int) '≠', "!=")
          .buildOrThrow();

  private static final Pattern ACCENTS = Pattern.compile("([a-zA-Z])\\p{M}+");

  TextRenderer(Style style) {
    super(style);
  }

  @Override
  void line(PageBlocks.Line line) {
    int hanging = Math.max(line.hanging(), line.indent());
    int indent = line.indent();
    int available = Math.max(Style.NARROWEST / 2, style.width() - hanging);
    for (String wrapped : LineWrapping.lines(plain(text(line)), available)) {
      lines.add(
          " ".repeat(indent)
              + emphasized(line.role(), TypographicMarks.withoutNoBreakSpaces(wrapped)));
      indent = hanging;
    }
  }

  @Override
  void beginSection(String heading) {
    gap();
    line(new PageBlocks.Line(PageBlocks.Role.HEADING, 0, 2, heading));
  }

  private String emphasized(PageBlocks.Role role, String text) {
    return switch (role) {
      case HEADING -> style.isEmphasized() ? BOLD + text + RESET : text;
      case SOURCE -> style.isEmphasized() ? FAINT + text + RESET : text;
      case LINE, QUOTE -> text;
    };
  }

  @Override
  void gap() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  @Override
  void table(List<String> header, List<? extends List<Cell>> rows) {
    List<List<String>> cells =
        rows.stream().map(row -> row.stream().map(Cell::text).map(this::plain).toList()).toList();
    lines.addAll(new TextTable(plain(header), cells, style.width()).lines());
  }

  private List<String> plain(List<String> cells) {
    return cells.stream().map(this::plain).toList();
  }

  private String plain(String text) {
    return style.form() == Style.Form.ASCII ? ascii(text) : text;
  }

  private static String plain(int codePoint) {
    return TypographicMarks.plain(codePoint)
        .orElseGet(() -> PLAIN_SIGNS.getOrDefault(codePoint, Character.toString(codePoint)));
  }

  /** Replaces typographic marks and signs by plain ones, and strips accents from ASCII letters. */
  private static String ascii(String text) {
    String marked =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .mapToObj(TextRenderer::plain)
            .collect(Collectors.joining());
    String bare =
        ACCENTS.matcher(Normalizer.normalize(marked, Normalizer.Form.NFD)).replaceAll("$1");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }
}
