package org.demarche.json.annotations;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.SetMultimap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.CodedTable.Entry;
import org.demarche.json.tables.PassageLocator;

/** The table of annotated passages, with the ids of codings and documents, and the account. */
final class AnnotationTable {
  /** The id of the annotation as the file has it, where the id of the coding is another. */
  private static final String ANNOTATION = "annotation";

  /** Sources of a dossier without an address are written with this. */
  private static final String SOURCE = "urn:demarche:source:";

  private static final ImmutableList<String> COLUMNS =
      ImmutableList.<String>builder()
          .add(CodedTable.CODING, CodedTable.QUOTE, CodedTable.START, CodedTable.END)
          .add(CodedTable.CODER, CodedTable.REMARK, CodedTable.DOCUMENT)
          .add(CodedTable.DOCUMENT_TITLE, CodedTable.DOCUMENT_URL)
          .add(AnnotationCells.TAGS, PassageLocator.PREFIX, PassageLocator.SUFFIX)
          .add(AnnotationCells.CREATED, AnnotationCells.MOTIVATION)
          .add(PassageLocator.UTF16_START, TextSelectors.UTF16_END)
          .addAll(WebAnnotationReader.MOTIVATIONS)
          .add(ANNOTATION)
          .build();

  private final String file;
  private final ImmutableList<AnnotatedPassage> passages;
  private final AnnotationNotes notes;
  private final SetMultimap<String, String> accounts = HashMultimap.create();

  AnnotationTable(String file, ImmutableList<AnnotatedPassage> passages, AnnotationNotes notes) {
    this.file = file;
    this.passages = passages;
    this.notes = notes;
    passages.forEach(it -> accounts.put(it.coder().name(), it.coder().account()));
  }

  CodedTable table(long annotations) {
    ImmutableList<String> codings =
        DistinctIds.of(passages.stream().map(AnnotationTable::coding).toList());
    ImmutableMap<String, String> documents = documents();
    ImmutableList.Builder<Map<String, String>> rows = ImmutableList.builder();
    for (int i = 0; i < passages.size(); i++) {
      rows.add(row(passages.get(i), codings.get(i), documents));
    }
    ImmutableList<Map<String, String>> all = rows.build();
    ImmutableList<String> columns =
        COLUMNS.stream()
            .filter(column -> isFrame(column) || count(all, column) > 0)
            .collect(ImmutableList.toImmutableList());
    return new CodedTable(
        file,
        columns,
        all.stream().map(row -> cells(row, columns)).collect(ImmutableList.toImmutableList()),
        account(annotations, all));
  }

  private static boolean isFrame(String column) {
    return column.equals(CodedTable.CODING) || column.equals(CodedTable.DOCUMENT);
  }

  private static ImmutableList<String> cells(Map<String, String> row, List<String> columns) {
    return columns.stream()
        .map(column -> row.getOrDefault(column, ""))
        .collect(ImmutableList.toImmutableList());
  }

  private static long count(List<Map<String, String>> rows, String column) {
    return rows.stream().filter(row -> !row.getOrDefault(column, "").isEmpty()).count();
  }

  private Map<String, String> row(
      AnnotatedPassage passage, String coding, Map<String, String> documents) {
    Map<String, String> cells = new LinkedHashMap<>(passage.cells());
    cells.put(CodedTable.CODING, coding);
    Agent coder = passage.coder();
    boolean isAmbiguous = accounts.get(coder.name()).size() > 1;
    cells.put(CodedTable.CODER, isAmbiguous ? coder.account() : coder.name());
    cells.put(CodedTable.DOCUMENT, Objects.requireNonNull(documents.get(passage.source())));
    if (!isSource(passage.source())) {
      cells.put(CodedTable.DOCUMENT_URL, passage.source());
    }
    if (!coding.equals(passage.annotation())) {
      cells.put(ANNOTATION, passage.annotation());
    }
    return cells;
  }

  // Ids

  private static DistinctIds.Wish coding(AnnotatedPassage passage) {
    if (passage.number() == 0) {
      return DistinctIds.of(passage.annotation());
    }
    String name = passage.annotation() + "\n" + passage.number();
    String whole = DistinctIds.of(passage.annotation()).id();
    return new DistinctIds.Wish(name, whole + "-" + passage.number());
  }

  /** Returns whether an address is the id of a source of a dossier. */
  private static boolean isSource(String address) {
    return address.startsWith(SOURCE) && DistinctIds.isId(address.substring(SOURCE.length()));
  }

  /** Returns the ids of the documents by their addresses. */
  private ImmutableMap<String, String> documents() {
    List<String> addresses = passages.stream().map(AnnotatedPassage::source).distinct().toList();
    ImmutableList<String> ids =
        DistinctIds.of(addresses.stream().map(AnnotationTable::document).toList());
    ImmutableMap.Builder<String, String> byAddress = ImmutableMap.builder();
    for (int i = 0; i < ids.size(); i++) {
      byAddress.put(addresses.get(i), ids.get(i));
    }
    return byAddress.buildOrThrow();
  }

  private static DistinctIds.Wish document(String address) {
    if (isSource(address)) {
      String id = address.substring(SOURCE.length());
      return new DistinctIds.Wish(id, id);
    }
    String withoutScheme = address.replaceFirst("^[A-Za-z]+://", "");
    return new DistinctIds.Wish(address, DistinctIds.made(withoutScheme, address));
  }

  // The account

  private ImmutableList<Entry> account(long annotations, List<Map<String, String>> rows) {
    long quoted = count(rows, CodedTable.QUOTE);
    ImmutableList.Builder<Entry> account = ImmutableList.builder();
    account.add(
        Entry.carried("annotations", annotations, "read; the table has a row for each target"));
    account.add(Entry.carried("rows", rows.size(), "one for each target that is a document"));
    carried(account, "quotations", quoted, "column quote");
    carried(
        account,
        "rows without a quotation",
        rows.size() - quoted,
        "notes on a whole document, or with other selectors only");
    carried(
        account,
        "positions",
        count(rows, CodedTable.START),
        "columns start and end, in code points of the text that was annotated");
    carried(
        account,
        "positions in UTF-16 code units",
        count(rows, PassageLocator.UTF16_START),
        "columns utf16_start and utf16_end, since browsers count the text of a page so, and start and end are code points; locate(dossier) finds the places");
    carried(
        account,
        "days of creation",
        count(rows, AnnotationCells.CREATED),
        "column created, without the time of day");
    carried(
        account,
        "ids",
        count(rows, ANNOTATION),
        "column annotation; column coding has an id that a dossier can have");
    long ambiguous = accounts.asMap().values().stream().filter(of -> of.size() > 1).count();
    carried(
        account,
        "names of several coders",
        ambiguous,
        "column coder, followed by the account or address");
    return account.addAll(notes.entries()).build();
  }

  private static void carried(
      ImmutableList.Builder<Entry> account, String what, long number, String how) {
    if (number > 0) {
      account.add(Entry.carried(what, number, how));
    }
  }
}
