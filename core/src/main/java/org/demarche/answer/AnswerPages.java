package org.demarche.answer;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;

/** Pages of answers with many rows: the question, a table, and the meaning of its signs. */
final class AnswerPages {
  /** The signs in the cells of tables, each with the key of its meaning, in the order to print. */
  static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.<String, String>builder()
          .put("+", "legend.for")
          .put("−", "legend.against")
          .put("?", "legend.uncommitted")
          .put("±", "legend.contested")
          .put("†", "legend.otherSide")
          .put("‡", "code.legendImplied")
          .put("◊", "legend.inherited")
          .put("≠", "legend.disputed")
          .put("·", "legend.unknown")
          .buildOrThrow();

  private static final Pattern TRAILING_SIGNS = Pattern.compile(" ([†‡◊≠]+)$");
  private static final Pattern LEADING_SIGN = Pattern.compile("^([+−?±]) ");

  /** The largest number of parties whose ids are listed below a table. */
  private static final int MOST_PARTIES = 12;

  private AnswerPages() {}

  /**
   * Returns a page with a question, the number of rows, a table and the meaning of its signs.
   *
   * @param things the key of the rows in the catalogue
   */
  static <R> TextPage counted(String things, String question, AnswerTable<R> table, List<R> rows) {
    Wording wording = table.wording();
    return of(question + ": " + number(things, rows.size(), wording), table, rows);
  }

  /** Returns a number of rows in a heading, with their noun unless it prints in codes. */
  static String number(String things, int rows, Wording wording) {
    if (rows == 0) {
      return wording.text("none");
    }
    return wording.isCodes() ? String.valueOf(rows) : wording.count(things, rows);
  }

  /** Returns such a page, with the rows that are folded counted and not shown. */
  static <R> TextPage counted(
      String things, String question, AnswerTable<R> table, FoldedRows<R> rows, Dossier dossier) {
    Wording wording = table.wording();
    return withSigns(
        rows.below(
            table.below(TextPage.of(question + ": " + rows.counted(things, wording)), rows.shown()),
            dossier,
            wording),
        wording);
  }

  /** Returns a page with a heading, a table and its signs; without rows, the heading alone. */
  static <R> TextPage of(String heading, AnswerTable<R> table, List<R> rows) {
    return withSigns(table.below(TextPage.of(heading), rows), table.wording());
  }

  /** Returns a number with its noun; no number is "no". */
  static String count(int number, String singular, String plural) {
    return switch (number) {
      case 0 -> "no " + plural;
      case 1 -> "1 " + singular;
      default -> number + " " + plural;
    };
  }

  /** Returns a cell whose signs stay in one line with the word beside them. */
  static String withoutBreakAtSigns(String cell) {
    return LEADING_SIGN
        .matcher(TRAILING_SIGNS.matcher(cell).replaceFirst("\u00A0$1"))
        .replaceFirst("$1\u00A0");
  }

  /** Returns the marks of a cell, with the space before them. */
  static String marks(String cell) {
    Matcher marks = TRAILING_SIGNS.matcher(cell);
    return marks.find() ? marks.group() : "";
  }

  /** Returns a cell with one more mark. */
  static String withMark(String cell, String mark) {
    return cell + (marks(cell).isEmpty() ? " " : "") + mark;
  }

  /** Returns a cell whose words are altered, followed by its marks. */
  static String beforeMarks(String cell, UnaryOperator<String> words) {
    Matcher marks = TRAILING_SIGNS.matcher(cell);
    return marks.find()
        ? words.apply(cell.substring(0, marks.start())) + marks.group()
        : words.apply(cell);
  }

  /** Adds the meaning of the signs that occur in the tables of a page, and its notes. */
  static TextPage withSigns(TextPage page, Wording wording) {
    return withNotes(page.legend(wording.signs()), wording);
  }

  /** Adds a note to a page that is partly in English for want of words. */
  static TextPage withNotes(TextPage page, Wording wording) {
    return wording.missing().isEmpty()
        ? page
        : page.gap()
            .line(
                0,
                2,
                wording.text(
                    "missing", wording.missing().size(), Wording.english().words().size()));
  }

  /** Adds the ids of parties, by which the next question can be typed; codes have them already. */
  static TextPage withParties(
      TextPage page, Collection<String> parties, Dossier dossier, Wording wording) {
    if (wording.isCodes() || parties.isEmpty()) {
      return page;
    }
    List<String> named =
        parties.stream()
            .limit(MOST_PARTIES)
            .map(id -> wording.text("parties.id", id, wording.name(dossier, id)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (parties.size() > MOST_PARTIES) {
      named.add(wording.text("parties.more", wording.number(parties.size() - MOST_PARTIES)));
    }
    return page.gap().line(0, 2, wording.text("parties.ids", wording.list(named)));
  }
}
