package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.json.tables.CodedTable.Entry;
import org.demarche.model.Dossier;
import org.demarche.model.Source;

/** A search for the words of codings in the texts of the sources of a dossier. */
public final class PassageLocator {
  /** The column of the words before the quotation. */
  public static final String PREFIX = "prefix";

  /** The column of the words after the quotation. */
  public static final String SUFFIX = "suffix";

  /** The column of the first UTF-16 code unit of the quotation, from 0. */
  public static final String UTF16_START = "utf16_start";

  private static final int NAMED = 5;

  /** The standard columns up to those that a search fills. */
  private static final ImmutableList<String> FIRST =
      ImmutableList.of(
          CodedTable.CODING,
          CodedTable.QUOTE,
          CodedTable.START,
          CodedTable.END,
          CodedTable.CODER,
          CodedTable.REMARK,
          CodedTable.DOCUMENT);

  private final CodedTable table;
  private final Dossier dossier;
  private final ListMultimap<String, Source> byUrl = ArrayListMultimap.create();
  private final Map<String, String> collapsed = new HashMap<>();
  private final Map<Miss, List<String>> missed = new TreeMap<>();
  private long located;

  private PassageLocator(CodedTable table, Dossier dossier) {
    this.table = table;
    this.dossier = dossier;
    dossier.sources().forEach(source -> source.url().ifPresent(url -> byUrl.put(url, source)));
  }

  /** Why a coding gets no place. */
  private enum Miss {
    NO_QUOTE("they have no words to look for"),
    NO_SOURCE("the dossier has no source with their url or document"),
    SHARED_URL("several sources of the dossier have their url"),
    NO_TEXT("their source has no text"),
    ABSENT("the text of their source does not have the words"),
    OTHER_SPACES(
        "the text of their source has the words with other white space; copy them from it"),
    SEVERAL("the text of their source has the words in several places, and nothing decides");

    private final String reason;

    Miss(String reason) {
      this.reason = reason;
    }
  }

  /**
   * Returns a table with the places of its quotations in the texts of their sources.
   *
   * @param table any table
   * @param dossier holds the sources
   */
  public static CodedTable locate(CodedTable table, Dossier dossier) {
    return new PassageLocator(table, dossier).located();
  }

  private CodedTable located() {
    List<String> filled = List.of(CodedTable.START, CodedTable.END, CodedTable.DOCUMENT);
    ImmutableList<String> columns =
        Stream.concat(
                FIRST.stream().filter(it -> table.columns().contains(it) || filled.contains(it)),
                table.columns().stream().filter(it -> !FIRST.contains(it)))
            .collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (ImmutableList<String> cells : table.rows()) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(table.columns().get(i), cells.get(i));
      }
      locate(row);
      rows.add(
          columns.stream()
              .map(column -> cell(row, column))
              .collect(ImmutableList.toImmutableList()));
    }
    return new CodedTable(table.file(), columns, rows.build(), account());
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private void locate(Map<String, String> row) {
    Optional<Miss> miss = place(row);
    if (miss.isEmpty()) {
      located++;
    } else {
      missed.computeIfAbsent(miss.get(), of -> new ArrayList<>()).add(cell(row, CodedTable.CODING));
    }
  }

  /** Puts the place into a row; returns the reason if the row gets none. */
  private Optional<Miss> place(Map<String, String> row) {
    List<Source> sources = sources(row);
    if (sources.size() != 1) {
      return Optional.of(sources.isEmpty() ? Miss.NO_SOURCE : Miss.SHARED_URL);
    }
    Source source = sources.get(0);
    row.put(CodedTable.DOCUMENT, source.id());
    String quote = cell(row, CodedTable.QUOTE);
    if (quote.isEmpty()) {
      return Optional.of(Miss.NO_QUOTE);
    }
    if (source.text().isEmpty()) {
      return Optional.of(Miss.NO_TEXT);
    }
    String text = source.text().get();
    List<Integer> found = decided(row, text, quote);
    row.put(CodedTable.START, "");
    row.put(CodedTable.END, "");
    if (found.size() == 1) {
      int start = text.codePointCount(0, found.get(0));
      row.put(CodedTable.START, Integer.toString(start));
      row.put(CodedTable.END, Integer.toString(start + quote.codePointCount(0, quote.length())));
      return Optional.empty();
    }
    if (found.size() > 1) {
      return Optional.of(Miss.SEVERAL);
    }
    String spaced = collapsed.computeIfAbsent(source.id(), id -> collapse(text));
    return Optional.of(spaced.contains(collapse(quote)) ? Miss.OTHER_SPACES : Miss.ABSENT);
  }

  private static String collapse(String text) {
    return CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
  }

  /** Returns the source of a row: by its url, otherwise by its id. */
  private List<Source> sources(Map<String, String> row) {
    List<Source> ofUrl = byUrl.get(cell(row, CodedTable.DOCUMENT_URL));
    Optional<Source> ofId = dossier.source(cell(row, CodedTable.DOCUMENT));
    boolean isById = ofId.isPresent() && (ofUrl.isEmpty() || ofUrl.contains(ofId.get()));
    return isById ? List.of(ofId.get()) : ofUrl;
  }

  /**
   * Returns where the words occur: of several places those with the right words around them, and of
   * several of these the one that the row gives. Of places between which nothing decides it returns
   * two, since a text that repeats itself has too many.
   */
  private static List<Integer> decided(Map<String, String> row, String text, String quote) {
    Passage alone = new Passage("", quote, "");
    List<Integer> all = alone.firstTwo(text);
    if (all.size() < 2) {
      return all;
    }
    Passage around = new Passage(cell(row, PREFIX), quote, cell(row, SUFFIX));
    List<Integer> right = around.firstTwo(text);
    if (right.size() == 1) {
      return right;
    }
    Passage likely = right.isEmpty() ? alone : around;
    List<Integer> given =
        given(row, text).stream().distinct().filter(at -> likely.isAt(text, at)).toList();
    return given.size() == 1 ? given : all;
  }

  /** Returns the starts that a row gives, in UTF-16 code units. */
  private static List<Integer> given(Map<String, String> row, String text) {
    List<Integer> starts = new ArrayList<>();
    number(row, CodedTable.START)
        .filter(points -> points <= text.codePointCount(0, text.length()))
        .ifPresent(points -> starts.add(text.offsetByCodePoints(0, points)));
    number(row, UTF16_START).ifPresent(starts::add);
    return starts;
  }

  private static Optional<Integer> number(Map<String, String> row, String column) {
    try {
      return Optional.of(Integer.parseUnsignedInt(cell(row, column))).filter(it -> it >= 0);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Words, and the words before and after them. */
  private record Passage(String prefix, String words, String suffix) {
    /** Returns the first two places of the words in a text. */
    List<Integer> firstTwo(String text) {
      String all = prefix + words + suffix;
      List<Integer> starts = new ArrayList<>();
      for (int at = text.indexOf(all);
          at >= 0 && starts.size() < 2;
          at = text.indexOf(all, at + 1)) {
        if (isAt(text, at + prefix.length())) {
          starts.add(at + prefix.length());
        }
      }
      return starts;
    }

    /** Returns whether the words are at a place in a text, with the words around them. */
    boolean isAt(String text, int at) {
      return text.startsWith(prefix, at - prefix.length())
          && text.startsWith(words, at)
          && text.startsWith(suffix, at + words.length())
          && isBetweenPoints(text, at)
          && isBetweenPoints(text, at + words.length());
    }
  }

  private static boolean isBetweenPoints(String text, int index) {
    return index == 0
        || index == text.length()
        || !Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }

  private ImmutableList<Entry> account() {
    ImmutableList.Builder<Entry> account = ImmutableList.builder();
    account.addAll(table.account());
    account.add(
        Entry.carried(
            "located quotations", located, "columns start and end, in the text of their source"));
    missed.forEach(
        (miss, codings) ->
            account.add(
                Entry.left(
                    "places of codings",
                    codings.size(),
                    miss.reason
                        + ": "
                        + String.join(", ", codings.subList(0, Math.min(NAMED, codings.size())))
                        + (codings.size() > NAMED ? " …" : ""))));
    return account.build();
  }
}
