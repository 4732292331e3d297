package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.json.QdpxSample.selection;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects in the format REFI-QDA as tables of codings; hostile files are in another class. */
class RefiQdaCodingsTest {
  @TempDir Path folder;

  private Codings read(QdpxSample sample) {
    return Codings.refiQda(sample.write(folder.resolve("study.qdpx")));
  }

  /** Returns the quotation and place of each row, in the form {@code quote@start-end}. */
  private List<String> places(QdpxSample sample) {
    return read(sample).rows().stream()
        .map(
            row ->
                "%s@%s-%s"
                    .formatted(
                        row.getOrDefault("quote", ""),
                        row.getOrDefault("start", ""),
                        row.getOrDefault("end", "")))
        .toList();
  }

  private static final String TALK = "We 😀 support tariffs.\nNot now.";

  private static QdpxSample talk() {
    return QdpxSample.of(
            """
            <Sources>
              <TextSource guid="{D0000000-0000-0000-0000-000000000001}" name="Interview 1"
                  plainTextPath="internal://d1.txt">
                <PlainTextSelection guid="b0000000-0000-0000-0000-000000000001" name="support tar..."
                    startPosition="5" endPosition="20" creatingUser="%2$s">
                  <Description>firm</Description>
                  <Coding guid="{E0000000-0000-0000-0000-00000000000A}" creatingUser="%1$s">
                    <CodeRef targetGUID="%3$s"/>
                  </Coding>
                  <Coding guid="e0000000-0000-0000-0000-000000000002">
                    <CodeRef targetGUID="{%4$s}"/>
                    <NoteRef targetGUID="f0000000-0000-0000-0000-000000000001"/>
                  </Coding>
                </PlainTextSelection>
                <PlainTextSelection guid="b0000000-0000-0000-0000-000000000002" name=""
                    startPosition="3" endPosition="4" creatingUser="%2$s"/>
                <Coding guid="e0000000-0000-0000-0000-000000000003" creatingUser="%1$s">
                  <CodeRef targetGUID="%4$s"/>
                </Coding>
              </TextSource>
            </Sources>
            <Notes>
              <Note guid="f0000000-0000-0000-0000-000000000001" name="Memo">
                <PlainTextContent>check later</PlainTextContent>
              </Note>
            </Notes>
            """
                .formatted(QdpxSample.ANA, QdpxSample.BO, QdpxSample.TARIFFS, QdpxSample.CLIMATE))
        .withText("Sources/d1.txt", TALK);
  }

  @Test
  void each_coding_is_a_row_with_its_words_code_coder_and_remarks() {
    Codings codings = read(talk());
    assertThat(codings.columns())
        .containsExactly(
            "coding",
            "quote",
            "start",
            "end",
            "coder",
            "remark",
            "document",
            "document_title",
            "document_text",
            "code",
            "code_path",
            "code_description",
            "case");
    Map<String, String> document =
        Map.of("document", "interview-1", "document_title", "Interview 1", "document_text", TALK);
    assertThat(codings.rows())
        .containsExactly(
            row(
                document,
                Map.of(
                    "coding", "qda-e0000000-0000-0000-0000-00000000000a",
                    "quote", "support tariffs",
                    "start", "5",
                    "end", "20",
                    "coder", "Ana",
                    "remark", "firm",
                    "code", "Tariffs",
                    "code_path", "Trade / Tariffs",
                    "code_description", "Duties on goods")),
            row(
                document,
                Map.of(
                    "coding", "qda-e0000000-0000-0000-0000-000000000002",
                    "quote", "support tariffs",
                    "start", "5",
                    "end", "20",
                    "coder", "Bo",
                    "remark", "firm\n\ncheck later",
                    "code", "Climate",
                    "code_path", "Climate")),
            row(
                document,
                Map.of(
                    "coding", "qda-b0000000-0000-0000-0000-000000000002",
                    "quote", "😀",
                    "start", "3",
                    "end", "4",
                    "coder", "Bo")),
            row(
                document,
                Map.of(
                    "coding", "qda-e0000000-0000-0000-0000-000000000003",
                    "coder", "Ana",
                    "code", "Climate",
                    "code_path", "Climate")));
  }

  private static ImmutableMap<String, String> row(
      Map<String, String> some, Map<String, String> others) {
    return ImmutableMap.<String, String>builder().putAll(some).putAll(others).buildOrThrow();
  }

  @Test
  void the_account_counts_what_was_carried_over() {
    assertThat(read(talk()).account())
        .containsExactlyInAnyOrder(
            "carried: 1 places that a name confirms (columns start and end)",
            "carried: 1 places that no name confirms (columns start and end; the selection has no"
                + " name, or one that is not in the text)",
            "carried: 3 codings (a row each)",
            "carried: 1 selections without a coding (a row each, without a code)",
            "carried: 1 codings of whole documents (a row each, without a quote)",
            "carried: 1 documents (columns document, document_title and document_text)",
            "carried: 2 users (column coder)",
            "carried: 2 codes (columns code, code_path and code_description)",
            "carried: 1 notes (column remark)",
            "not carried: 1 codes without a coding of text (no row has them, but those above another"
                + " code are in its code_path)",
            "not carried: 3 marks whether a code only groups others (the path of a code shows"
                + " groups)");
  }

  @Test
  void reading_a_project_twice_gives_the_same_table() {
    Codings first = read(talk());
    Codings second = read(talk());
    assertThat(second.rows()).isEqualTo(first.rows());
    assertThat(second.toString()).isEqualTo(first.toString());
  }

  // Positions

  @Test
  void positions_are_code_points_of_the_text_as_it_is_written() {
    assertThat(
            places(
                QdpxSample.ofText(
                    "One\r\n😀 two", selection("1", "", 0, 3), selection("2", "two", 7, 10))))
        .containsExactly("One@0-3", "two@7-10");
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_text() {
    Codings codings = read(QdpxSample.ofText("\uFEFFOne two", selection("1", "two", 4, 7)));
    assertThat(codings.rows().get(0))
        .containsEntry("quote", "two")
        .containsEntry("start", "4")
        .containsEntry("document_text", "One two");
    assertThat(codings.account())
        .contains("not carried: 1 byte order marks (the text begins after the mark)");
  }

  @Test
  void names_show_that_the_byte_order_mark_was_counted() {
    QdpxSample sample =
        QdpxSample.ofText(
            "\uFEFFOne two three.",
            selection("1", "two", 5, 8),
            selection("2", "", 9, 14),
            selection("3", "One two", 0, 8));
    assertThat(places(sample)).containsExactly("two@4-7", "three@8-13", "One two@0-7");
    assertThat(read(sample).account())
        .contains(
            "carried: 1 documents whose positions depart from the standard (the names of the"
                + " selections show how: 'Doc': the byte order mark counts as a character)");
  }

  @Test
  void names_show_that_a_carriage_return_with_line_feed_was_counted_as_one() {
    QdpxSample sample =
        QdpxSample.ofText(
            "One\r\nTwo\r\nThree",
            selection("1", "Three", 8, 13),
            selection("2", "", 4, 7),
            selection("3", "One Two", 0, 7));
    assertThat(places(sample)).containsExactly("Three@10-15", "Two@5-8", "One\r\nTwo@0-8");
    assertThat(read(sample).account().toString())
        .contains("'Doc': a carriage return with line feed counts as one character");
  }

  @Test
  void names_show_that_utf_16_units_were_counted() {
    QdpxSample sample =
        QdpxSample.ofText("😀😀 yes no", selection("1", "yes", 5, 8), selection("2", "", 9, 11));
    assertThat(places(sample)).containsExactly("yes@3-6", "no@7-9");
    assertThat(read(sample).account().toString())
        .contains("'Doc': a character beyond U+FFFF counts as two");
  }

  @Test
  void names_show_that_a_line_feed_was_counted_as_two() {
    QdpxSample sample =
        QdpxSample.of(
            "<Sources><TextSource guid='d' name='Doc'>"
                + "<PlainTextContent>One\r\nTwo</PlainTextContent>"
                + selection("1", "Two", 5, 8)
                + "</TextSource></Sources>");
    // XML turns the pair into a line feed.
    assertThat(places(sample)).containsExactly("Two@4-7");
    assertThat(read(sample).account().toString())
        .contains("'Doc': a line feed counts as two characters");
  }

  @Test
  void names_show_several_departures_at_once() {
    QdpxSample sample =
        QdpxSample.ofText("\uFEFFOne\r\nTwo\r\nThree", selection("1", "Three", 9, 14));
    assertThat(places(sample)).containsExactly("Three@10-15");
    assertThat(read(sample).account().toString())
        .contains(
            "the byte order mark counts as a character, a carriage return with line feed counts as"
                + " one character");
  }

  @Test
  void a_complete_name_shows_where_a_passage_ends() {
    // In code points the passage would be '😀 Hello ', which begins with the name, too.
    assertThat(places(QdpxSample.ofText("😀 Hello there", selection("1", "😀 Hello", 0, 8))))
        .containsExactly("😀 Hello@0-7");
  }

  @Test
  void a_name_may_be_cut_and_have_other_white_space() {
    assertThat(
            places(
                QdpxSample.ofText(
                    "Ever \n closer union now",
                    selection("1", "Ever closer …", 0, 19),
                    selection("2", "clo...", 7, 13))))
        .containsExactly("Ever \n closer union@0-19", "closer@7-13");
  }

  @Test
  void a_name_that_is_a_label_says_nothing_about_the_place() {
    QdpxSample sample = QdpxSample.ofText("One two", selection("1", "Question 7", 4, 7));
    assertThat(places(sample)).containsExactly("two@4-7");
    assertThat(read(sample).account().toString())
        .contains("carried: 1 places that no name confirms");
  }

  @Test
  void a_passage_whose_name_is_elsewhere_has_no_place() {
    QdpxSample sample =
        QdpxSample.ofText(
            "One two three",
            selection("1", "One", 0, 3),
            selection("2", "three", 4, 7),
            selection("3", "", 4, 7));
    assertThat(places(sample)).containsExactly("One@0-3", "@-", "@-");
    assertThat(read(sample).rows())
        .allSatisfy(row -> assertThat(row).containsEntry("code", "Climate"));
    assertThat(read(sample).account())
        .contains(
            "not carried: 1 places where the text differs from the name of the selection (the row"
                + " has no quote, start and end, since the name is elsewhere in the text: 'Doc',"
                + " line 13)",
            "not carried: 1 places in doubt (the row has no quote, start and end, since the program"
                + " counted positions in a way that the names of the selections do not settle:"
                + " 'Doc', line 14)");
  }

  @Test
  void a_place_on_which_the_possible_countings_differ_is_left_out() {
    // Either the mark was counted or the emoji as two; both give 'one'.
    assertThat(
            places(
                QdpxSample.ofText(
                    "\uFEFF😀 one two", selection("1", "one", 3, 6), selection("2", "", 0, 1))))
        .containsExactly("one@2-5", "@-");
  }

  @Test
  void positions_outside_of_the_text_are_left_out() {
    QdpxSample sample =
        QdpxSample.ofText(
            "One two",
            selection("1", "", 4, 8),
            selection("2", "", -1, 3),
            selection("3", "", 3, 0),
            selection("4", "", 0, Long.MAX_VALUE),
            selection("5", "", 7, 7),
            selection("6", "", 4, 7),
            selection("7", "", 0, 0).replace("startPosition='0'", "startPosition='x'"));
    assertThat(places(sample)).containsExactly("@-", "@-", "@-", "@-", "@7-7", "two@4-7", "@-");
    assertThat(read(sample).account())
        .contains(
            "not carried: 5 places outside of the text (the row has no quote, start and end: 'Doc',"
                + " line 12, 4 to 8; 'Doc', line 13, -1 to 3; 'Doc', line 14, 3 to 0; 'Doc', line"
                + " 15, 0 to 9223372036854775807; 'Doc', line 18, x to 0)");
  }

  // Sources

  @Test
  void the_text_of_a_pdf_file_is_a_document() {
    QdpxSample sample =
        QdpxSample.of(
                "<Sources><PDFSource guid='p' name='Report.pdf' path='internal://p.pdf'>"
                    + "<PDFSelection guid='r' page='0' firstX='1' firstY='1' secondX='2' secondY='2'>"
                    + "<Coding guid='r1'><CodeRef targetGUID='x'/></Coding></PDFSelection>"
                    + "<Representation guid='p2' plainTextPath='internal://p2.txt'>"
                    + selection("1", "two", 4, 7)
                    + "</Representation>"
                    + "</PDFSource></Sources>")
            .withText("sources/p2.txt", "One two")
            .withText("sources/p.pdf", "%PDF");
    assertThat(places(sample)).containsExactly("two@4-7");
    assertThat(read(sample).rows().get(0))
        .containsEntry("document", "report-pdf")
        .containsEntry("document_title", "Report.pdf");
    assertThat(read(sample).account())
        .contains(
            "not carried: 1 PDF files (only their text is read)",
            "not carried: 1 regions of PDF pages (they have no place in the text of a document)",
            "not carried: 1 codings of something other than text (they have no place in the text of"
                + " a document)");
  }

  @Test
  void a_transcript_is_a_document_with_places_from_its_synchronisation_points() {
    QdpxSample sample =
        QdpxSample.of(
            """
            <Sources><AudioSource guid="a" name="Talk.mp3" path="internal://a.mp3">
              <Transcript guid="t" name="">
                <PlainTextContent>One two</PlainTextContent>
                <SyncPoint guid="y1" position="4" timeStamp="1000"/>
                <SyncPoint guid="y2" position="7" timeStamp="2000"/>
                <TranscriptSelection guid="ts" name="two" fromSyncPoint="y1" toSyncPoint="y2">
                  <Coding guid="1"><CodeRef targetGUID="%1$s"/></Coding>
                </TranscriptSelection>
                <TranscriptSelection guid="ts2" name="" fromSyncPoint="y1" toSyncPoint="y9"/>
              </Transcript>
              <AudioSelection guid="as" begin="0" end="9">
                <Coding guid="2"><CodeRef targetGUID="%1$s"/></Coding>
              </AudioSelection>
            </AudioSource></Sources>
            """
                .formatted(QdpxSample.TARIFFS));
    assertThat(places(sample)).containsExactly("two@4-7", "@-");
    assertThat(read(sample).rows().get(0))
        .containsEntry("document", "talk-mp3")
        .containsEntry("code", "Tariffs");
    assertThat(read(sample).account())
        .contains(
            "not carried: 1 sound recordings (only their transcripts are read)",
            "not carried: 1 passages of sound recordings (they have no place in the text of a"
                + " document)",
            "not carried: 2 times of transcripts (the table has places in the text only)");
  }

  @Test
  void documents_of_one_name_have_different_ids() {
    Codings codings =
        read(
            QdpxSample.of(
                "<Sources>"
                    + "<TextSource guid='1' name='Talk'><PlainTextContent>One</PlainTextContent>"
                    + selection("1", "One", 0, 3)
                    + "</TextSource>"
                    + "<TextSource guid='2' name='talk!'><PlainTextContent>Two</PlainTextContent>"
                    + selection("2", "Two", 0, 3)
                    + "</TextSource>"
                    + "<TextSource guid='D3'><PlainTextContent>Six</PlainTextContent>"
                    + selection("3", "Six", 0, 3)
                    + "</TextSource></Sources>"));
    assertThat(codings.rows().stream().map(row -> row.get("document")))
        .containsExactly("talk", "talk-2", "d3");
    assertThat(codings.account().toString())
        .contains(
            "1 documents whose id is numbered (another document has a name that gives the same id:"
                + " 'talk!' is talk-2, line 13)");
  }

  @Test
  void a_text_that_is_not_in_the_file_leaves_rows_without_words() {
    Codings codings =
        read(
            QdpxSample.of(
                "<Sources><TextSource guid='1' name='Far' plainTextPath='absolute:///home/x.txt'>"
                    + selection("1", "One", 0, 3)
                    + "</TextSource></Sources>"));
    assertThat(codings.rows()).hasSize(1);
    assertThat(codings.rows().get(0)).doesNotContainKeys("quote", "start", "end", "document_text");
    assertThat(codings.account())
        .contains(
            "not carried: 1 texts that are not in the file (only texts in the folder of sources can"
                + " be read: 'absolute:///home/x.txt', line 12)",
            "not carried: 1 documents without text (the rows have no quote and no document_text:"
                + " 'Far', line 12)",
            "not carried: 1 places in texts that could not be read (there is no text)");
  }

  // Codes, users, cases, variables

  @Test
  void names_that_are_shared_are_numbered() {
    Codings codings =
        read(
            QdpxSample.ofBare(
                """
                <Users><User guid="u1" name="Kim"/><User guid="u2" name="Kim"/>
                  <User guid="u3" id="k3"/></Users>
                <CodeBook><Codes>
                  <Code guid="c1" name="A / B" isCodable="true"/>
                  <Code guid="c2" name="A" isCodable="true">
                    <Code guid="c3" name="B" isCodable="true"/></Code>
                </Codes></CodeBook>
                <Sources><TextSource guid="d" name="D"><PlainTextContent>One</PlainTextContent>
                  <PlainTextSelection guid="s" startPosition="0" endPosition="3">
                    <Coding guid="1" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding>
                    <Coding guid="2" creatingUser="u2"><CodeRef targetGUID="c3"/></Coding>
                    <Coding guid="3" creatingUser="u3"><CodeRef targetGUID="c9"/></Coding>
                    <Coding guid="3" creatingUser="u9"><CodeRef targetGUID="c2"/></Coding>
                    <Coding creatingUser="u1"><CodeRef targetGUID="c2"/></Coding>
                  </PlainTextSelection></TextSource></Sources>
                """));
    assertThat(codings.rows().stream().map(row -> row.getOrDefault("coder", "-")))
        .containsExactly("Kim", "Kim (2)", "k3", "-", "Kim");
    assertThat(codings.rows().stream().map(row -> row.getOrDefault("code_path", "-")))
        .containsExactly("A / B", "A / B (2)", "-", "A", "A");
    assertThat(codings.rows().stream().map(row -> row.get("coding")))
        .containsExactly("qda-1", "qda-2", "qda-3", "qda-3-2", "qda-d");
    assertThat(codings.account())
        .contains(
            "carried: 2 names that several users, codes or variables share (they are numbered, so"
                + " that they remain apart: 'Kim (2)', line 3; 'A / B (2)', line 8)",
            "carried: 1 codings whose code is not in the project (a row each, without a code: 'c9',"
                + " line 14)",
            "carried: 1 codings with the guid of another (their ids are numbered: qda-3-2, line"
                + " 15)",
            "carried: 1 codings without a guid (their ids are numbers in their document, which the"
                + " next export may change: line 16)",
            "not carried: 1 coders without a name (the project has no user with this guid, or one"
                + " without name)");
  }

  @Test
  void cases_and_variables_are_columns() {
    Codings codings =
        read(
            QdpxSample.of(
                """
                <Variables>
                  <Variable guid="v1" name="Age" typeOfVariable="Integer"/>
                  <Variable guid="v2" name="Town" typeOfVariable="Text"/>
                  <Variable guid="v3" name="Unused" typeOfVariable="Text"/>
                </Variables>
                <Cases>
                  <Case guid="k1" name="Household 1">
                    <VariableValue><VariableRef targetGUID="v2"/><TextValue>Ulm</TextValue></VariableValue>
                    <SourceRef targetGUID="d1"/>
                  </Case>
                  <Case guid="k2" name="Ms Lee"><SelectionRef targetGUID="S-2"/></Case>
                  <Case guid="k3">
                    <VariableValue><VariableRef targetGUID="v2"/><TextValue>Bonn</TextValue></VariableValue>
                    <SourceRef targetGUID="d1"/>
                  </Case>
                  <Case guid="k4" name="Nobody"><CodeRef targetGUID="x"/><SourceRef targetGUID="y"/></Case>
                </Cases>
                <Sources><TextSource guid="D1" name="D"><PlainTextContent>One two</PlainTextContent>
                """
                    + selection("1", "One", 0, 3)
                    + selection("2", "two", 4, 7)
                    + """
                      <Coding guid="3"><CodeRef targetGUID="k4"/></Coding>
                      <VariableValue><VariableRef targetGUID="v1"/><IntegerValue>40</IntegerValue></VariableValue>
                      <VariableValue><VariableRef targetGUID="v9"/><IntegerValue>7</IntegerValue></VariableValue>
                    </TextSource></Sources>
                    """));
    assertThat(codings.columns()).endsWith("case", "variable: Age", "variable: Town");
    assertThat(codings.rows())
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("variable: Age", "40")
                    .containsEntry("variable: Town", "Ulm; Bonn"));
    assertThat(codings.rows().stream().map(row -> row.get("case")))
        .containsExactly("Household 1", "Household 1; Ms Lee", "Household 1; Nobody");
    assertThat(codings.account())
        .contains(
            "carried: 4 cases (column case, and their values; several are joined by ';')",
            "carried: 1 codings with a case (a row each, without a code, with the case)",
            "carried: 2 variables (a column each, 'variable: ' and the name)",
            "not carried: 1 variables without a value (the column would be empty)",
            "not carried: 1 references of cases to something other than a document or a selection of"
                + " text (no row is about it)",
            "not carried: 1 references of cases to codes (the table has only the cases of documents"
                + " and passages)",
            "not carried: 1 values of variables that are not in the project (the column would have no"
                + " name: '7', line 34)");
  }

  @Test
  void many_cases_of_a_document_with_many_passages_are_joined_in_time() {
    StringBuilder cases = new StringBuilder("<Cases>");
    StringBuilder passages = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      cases.append(
          "<Case guid=\"k%d\" name=\"C%d\"><SourceRef targetGUID=\"D\"/></Case>".formatted(i, i));
      passages.append(selection("p" + i, "One", 0, 3));
    }
    cases.append("</Cases><Sources><TextSource guid=\"D\" name=\"D\">");
    cases.append("<PlainTextContent>One two</PlainTextContent>");
    Codings codings =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> read(QdpxSample.of(cases + "" + passages + "</TextSource></Sources>")));
    assertThat(codings.table().rows()).hasSize(10_000);
    assertThat(codings.rows().get(0).get("case")).startsWith("C0; C1; ").endsWith("; C9999");
  }

  // The account

  @Test
  void everything_that_is_not_carried_over_is_counted() {
    Codings codings =
        read(
            QdpxSample.ofBare(
                """
                <CodeBook><Codes><Code guid="c" name="C" isCodable="true" color="#FF0000">
                  <NoteRef targetGUID="n"/></Code></Codes></CodeBook>
                <Sources>
                  <PictureSource guid="p" name="P" path="internal://p.png">
                    <TextDescription guid="pt"><PlainTextContent>Sun</PlainTextContent>
                      <PlainTextSelection guid="ps" startPosition="0" endPosition="3">
                        <Coding guid="1"><CodeRef targetGUID="c"/></Coding></PlainTextSelection>
                    </TextDescription>
                    <PictureSelection guid="pr" firstX="0" firstY="0" secondX="1" secondY="1">
                      <Coding guid="2"><CodeRef targetGUID="c"/></Coding></PictureSelection>
                  </PictureSource>
                  <VideoSource guid="v" name="V"><VideoSelection guid="vs" begin="0" end="1"/></VideoSource>
                  <TextSource guid="t" name="T" richTextPath="internal://t.docx"
                      creationDateTime="2020-01-01T00:00:00Z" mood="good">
                    <Description>About T</Description>
                    <PlainTextContent>One</PlainTextContent>
                    <NoteRef targetGUID="n"/>
                    <Emotion strength="5"><Coding guid="4"/></Emotion>
                  </TextSource>
                </Sources>
                <Notes><Note guid="n" name="N">
                  <PlainTextSelection guid="ns" startPosition="0" endPosition="1"/></Note></Notes>
                <Links><Link guid="l" originGUID="n" targetGUID="t"/></Links>
                <Sets><Set guid="s" name="S"><MemberSource targetGUID="t"/></Set></Sets>
                <Graphs><Graph guid="g"><Vertex guid="g1" firstX="0" firstY="0"/>
                  <Vertex guid="g2" firstX="0" firstY="0"/>
                  <Edge guid="g3" sourceVertex="g1" targetVertex="g2"/></Graph></Graphs>
                <x:Extra xmlns:x="urn:other"/>
                <Description>All</Description>
                Loose words
                """));
    assertThat(codings.account())
        .containsExactlyInAnyOrder(
            "carried: 1 documents (columns document, document_title and document_text)",
            "not carried: 1 codes without a coding of text (no row has them, but those above another"
                + " code are in its code_path)",
            "not carried: 1 marks whether a code only groups others (the path of a code shows"
                + " groups)",
            "not carried: 1 colours of codes (the table has no colours)",
            "not carried: 2 attachments of notes to something other than a passage (they code"
                + " nothing)",
            "not carried: 1 notes that are attached to no passage (they are about a document, a code"
                + " or the project, or are empty)",
            "not carried: 1 pictures (a picture has no text to quote)",
            "not carried: 1 descriptions of pictures as text (they have no place in the text of a"
                + " document)",
            "not carried: 2 selections outside of a document (they have no place in the text of a"
                + " document)",
            "not carried: 1 regions of pictures (they have no place in the text of a document)",
            "not carried: 3 codings of something other than text (they have no place in the text of"
                + " a document)",
            "not carried: 1 video recordings (only their transcripts are read)",
            "not carried: 1 passages of video recordings (they have no place in the text of a"
                + " document)",
            "not carried: 1 formatted versions of texts (positions refer to the plain text)",
            "not carried: 1 dates and users of creations and changes (the table has only who coded a"
                + " passage)",
            "not carried: 1 attributes 'mood' (REFI-QDA 1.5 has none: line 16)",
            "not carried: 2 descriptions of something other than a passage or a code (the table has"
                + " no column for them)",
            "not carried: 1 elements 'Emotion' (REFI-QDA 1.5 has none in this place: line 20)",
            "not carried: 1 links (the table has no links between things)",
            "not carried: 1 sets (the table has no groups of codes, documents or notes)",
            "not carried: 1 graphs (the table has no drawings)",
            "not carried: 2 points of graphs (the table has no drawings)",
            "not carried: 1 lines of graphs (the table has no drawings)",
            "not carried: 1 elements '{urn:other}Extra' (REFI-QDA 1.5 has none in this place: line"
                + " 30)",
            "not carried: 1 texts between elements (the format has none: line 2)");
    assertThat(codings.rows()).isEmpty();
  }

  // Refusals

  private Problem onlyProblem(Path file) {
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Codings.refiQda(file));
    assertThat(refused).isNotNull();
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  private Problem onlyProblem(QdpxSample sample) {
    return onlyProblem(sample.write(folder.resolve("study.qdpx")));
  }

  private String at(int line) {
    return folder.resolve("study.qdpx") + "/project.qde:" + line + ":1";
  }

  @Test
  void a_file_that_does_not_exist_is_reported() {
    assertThatThrownBy(() -> Codings.refiQda(folder.resolve("none.qdpx")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Codings.refiQda(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it is a directory");
  }

  @Test
  void a_file_that_is_no_zip_file_is_refused() throws IOException {
    Path file = folder.resolve("project.qde");
    Files.writeString(file, "<Project/>");
    assertThat(onlyProblem(file).message())
        .isEqualTo(
            "not a zip file, as a project in the REFI-QDA format is; export the project as .qdpx");
    Files.write(file, new byte[0]);
    assertThat(onlyProblem(file).code()).isEqualTo(Problem.Code.SYNTAX);
  }

  @Test
  void a_zip_file_without_a_project_is_refused() {
    Problem problem = onlyProblem(QdpxSample.empty().withText("projekt.qde", "<Project/>"));
    assertThat(problem.code()).isEqualTo(Problem.Code.MISSING);
    assertThat(problem.message())
        .isEqualTo(
            "a zip file without project.qde, so no project in the REFI-QDA format (did you mean"
                + " 'projekt.qde'?)");
  }

  @Test
  void another_root_or_namespace_is_refused() {
    assertThat(onlyProblem(QdpxSample.ofXml("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>")))
        .satisfies(
            problem -> {
              assertThat(problem.place()).hasToString("Optional[" + at(1) + "]");
              assertThat(problem.message())
                  .isEqualTo(
                      "the root is 'CodeBook' in the namespace 'urn:QDA-XML:codebook:1.0', but that"
                          + " of a project is 'Project' in the namespace"
                          + " 'urn:QDA-XML:project:1.0'");
            });
    assertThat(onlyProblem(QdpxSample.ofXml("<Project/>")).message())
        .startsWith("the root is 'Project' in no namespace");
    assertThat(
            onlyProblem(QdpxSample.ofXml("<Project xmlns='urn:QDA-XML:project:0.4'/>")).message())
        .startsWith("the root is 'Project' in the namespace 'urn:QDA-XML:project:0.4'");
  }

  @Test
  void xml_that_is_not_well_formed_is_refused_with_its_line() {
    Problem problem = onlyProblem(QdpxSample.ofBare("\n<Users>\n</Sources>"));
    assertThat(problem.message()).startsWith("not well-formed XML: The element type \"Users\"");
    assertThat(problem.place().orElseThrow().line()).isEqualTo(5);
  }

  @Test
  void a_project_that_is_not_in_utf_8_is_refused_with_its_line() {
    Problem problem =
        onlyProblem(
            QdpxSample.empty()
                .with(
                    "project.qde",
                    "<Project xmlns='urn:QDA-XML:project:1.0'\n name='caf\u00e9'/>"
                        .getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(problem.message())
        .isEqualTo(
            "the byte 0xE9 is not part of a character in UTF-8; export the project again: in"
                + " windows-1252 it is '\u00e9'");
    assertThat(problem.place()).hasToString("Optional[" + at(2) + "]");
    assertThat(
            onlyProblem(
                    QdpxSample.ofXml(
                        "<?xml version='1.0' encoding='ISO-8859-1'?>"
                            + "<Project xmlns='urn:QDA-XML:project:1.0'/>"))
                .message())
        .isEqualTo("the encoding is 'ISO-8859-1', but that of a project is UTF-8");
  }

  @Test
  void a_project_may_begin_with_a_byte_order_mark() {
    assertThat(
            read(QdpxSample.ofXml(
                    "\uFEFF<?xml version='1.0' encoding='utf-8'?>"
                        + "<Project xmlns='urn:QDA-XML:project:1.0'/>"))
                .rows())
        .isEmpty();
  }

  @Test
  void duplicate_identifiers_are_all_refused_with_both_lines() {
    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () ->
                read(
                    QdpxSample.of(
                        """
                        <Notes>
                        <Note guid="N1"/>
                        <Note guid="{n1}"/>
                        <Note guid="n1"/>
                        </Notes>
                        """)));
    assertThat(refused.problems().stream().map(Problem::message))
        .containsExactly(
            "duplicate guid 'n1': an earlier Note has it in line 13",
            "duplicate guid 'n1': an earlier Note has it in line 13");
    assertThat(refused.problems().get(0).place()).hasToString("Optional[" + at(14) + "]");
  }

  @Test
  void texts_that_are_not_in_utf_8_are_all_refused() {
    InvalidDossierException refused =
        catchThrowableOfType(
            InvalidDossierException.class,
            () ->
                read(
                    QdpxSample.of(
                            "<Sources>"
                                + "<TextSource guid='1' plainTextPath='internal://1.txt'/>"
                                + "<TextSource guid='2' plainTextPath='internal://2.txt'/>"
                                + "</Sources>")
                        .with("Sources/1.txt", new byte[] {'a', '\n', (byte) 0xE9, 'b'})
                        .with("Sources/2.txt", new byte[] {(byte) 0xFF, (byte) 0xFE})));
    assertThat(refused.problems().stream().map(Problem::message))
        .containsExactly(
            "the byte 0xE9 at offset 2 is not part of a character in UTF-8, the encoding of texts in"
                + " this format",
            "the byte 0xFF at offset 0 is not part of a character in UTF-8, the encoding of texts in"
                + " this format");
    assertThat(refused.problems().get(0).place().orElseThrow())
        .hasToString(folder.resolve("study.qdpx") + "/Sources/1.txt:2:1");
  }

  @Test
  void a_truncated_file_is_refused_wherever_it_ends() throws IOException {
    byte[] whole = Files.readAllBytes(talk().write(folder.resolve("whole.qdpx")));
    Path cut = folder.resolve("cut.qdpx");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Codings.refiQda(cut)).isInstanceOf(InvalidDossierException.class);
    }
  }
}
