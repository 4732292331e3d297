package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event lists that DNA exported become tables with an account. */
class DnaEventListTest {
  private static final String HEADER =
      "\"statement ID\";\"time\";\"document ID\";\"document title\";\"author\";\"source\";\"section\";\"type\";\"text\";\"person\";\"organization\";\"concept\";\"agreement\"\n";

  @TempDir Path folder;

  private Codings read(String text) throws IOException {
    return Codings.dnaEvents(Files.writeString(folder.resolve("events.csv"), text));
  }

  @Test
  void an_event_list_has_the_words_but_no_quotation() throws IOException {
    Codings codings =
        read(
            HEADER
                + "7;2005-01-26 09:30:00;2;\"Caps, a hearing\";\"Ida Roth\";\"Harbour Post\";\"\";\"article\";\"It works, he said: 'yes'\";\"Ann Aldo\";\"Mills\";\"A cap works.\";1\n"
                + "3;2005-02-08 00:00:00;4;\"Day two\";\"\";\"\";\"Politics\";\"\";\"It does\nnothing\";\"\";\"Union\";\"A cap works.\";0\n");
    assertThat(codings.columns())
        .containsExactly(
            "coding",
            "document",
            "document_title",
            "document_author",
            "document_outlet",
            "document_date",
            "words",
            "document_section",
            "document_type",
            "person",
            "organization",
            "concept",
            "agreement");
    assertThat(codings.rows().get(0))
        .containsExactly(
            Map.entry("coding", "7"),
            Map.entry("document", "2"),
            Map.entry("document_title", "Caps, a hearing"),
            Map.entry("document_author", "Ida Roth"),
            Map.entry("document_outlet", "Harbour Post"),
            Map.entry("document_date", "2005-01-26"),
            Map.entry("words", "It works, he said: 'yes'"),
            Map.entry("document_type", "article"),
            Map.entry("person", "Ann Aldo"),
            Map.entry("organization", "Mills"),
            Map.entry("concept", "A cap works."),
            Map.entry("agreement", "1"));
    assertThat(codings.rows().get(1)).containsEntry("words", "It does\nnothing");
    assertThat(codings.account())
        .containsExactly(
            "carried: 2 statements (a row each)",
            "carried: 9 columns of statements and documents ('statement ID' is coding, 'time' is document_date, 'document ID' is document, 'document title' is document_title, 'author' is document_author, 'source' is document_outlet, 'section' is document_section, 'type' is document_type, 'text' is words)",
            "carried: 4 columns of variables (person, organization, concept, agreement)",
            "carried: 2 texts of statements (the column words; no quote, since DNA exports ; as , and \" as ')",
            "not carried: 1 times of day (a source is dated to the day)");
  }

  @Test
  void a_shorter_list_is_read_too() throws IOException {
    Codings codings =
        read(
            """
            id;time;start;stop;person;organization;concept;agreement;text
            1;2005-01-26T00:00:00;10;20;Ann Aldo;"Mills and Makers, Inc.";"A cap works.";1;"We say a cap works."
            3;2005-02-08T00:00:00;1;9;Ann Aldo;"Mills and Makers, Inc.";"A cap works.";1;"As we said; it works."
            """);
    assertThat(codings.columns())
        .containsExactly(
            "coding",
            "document_date",
            "words",
            "dna_start",
            "dna_stop",
            "person",
            "organization",
            "concept",
            "agreement");
    assertThat(codings.rows().get(1))
        .containsEntry("words", "As we said; it works.")
        .containsEntry("dna_start", "1")
        .containsEntry("document_date", "2005-02-08");
    assertThat(codings.account())
        .contains(
            "carried: 2 places of statements (the columns dna_start and dna_stop; no start and end, since the texts of the documents are missing)");
  }

  @Test
  void a_variable_whose_name_is_taken_keeps_a_column() throws IOException {
    Codings codings = read("id;time;text;quote;text\n1;2005-01-26;a;b;c\n");
    assertThat(codings.rows().get(0))
        .containsEntry("words", "a")
        .containsEntry("dna_quote", "b")
        .containsEntry("text", "c");
    assertThat(codings.account())
        .contains("carried: 1 columns with another name than in DNA ('quote' is dna_quote)");
  }

  @Test
  void all_rows_that_are_not_valid_are_reported_at_once() throws IOException {
    String text =
        """
            id;time;person
            1;26.01.2005;a
            2;2005-02-30 00:00:00;a
            3;2005-01-26
            x y;2005-01-26;a
            2;2005-01-26;a
            """;
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            refused -> {
              assertThat(refused.problems().stream().map(Problem::message))
                  .containsExactly(
                      "time '26.01.2005' is not a day, such as 2005-01-26 00:00:00 in the lists of DNA",
                      "time '2005-02-30 00:00:00' is not a day, such as 2005-01-26 00:00:00 in the lists of DNA",
                      "a row of 2 fields under a header of 3",
                      "the number of the statement is 'x y'; it has digits, ASCII letters and hyphens only",
                      "statement 2 is also on line 3; an event list has each statement once");
              assertThat(refused.problems().stream().map(it -> it.place().orElseThrow().line()))
                  .containsExactly(2, 3, 4, 5, 6);
            });
  }

  @Test
  void other_tables_are_refused() {
    assertThatThrownBy(() -> read("id,time,person\n1,2005-01-26,a\n"))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(
            "not an event list of DNA: its header has no column 'statement ID' and no column 'time'; an event list has semicolons between its columns");
    assertThatThrownBy(() -> read("statment ID;time\n1;2005-01-26\n"))
        .hasMessageContaining(
            "its header has no column 'statement ID' (did you mean 'statment ID'?); it has statment ID, time");
    assertThatThrownBy(() -> read("")).isInstanceOf(InvalidDossierException.class);
  }

  @Test
  void many_columns_of_one_name_are_numbered_in_time() throws IOException {
    int columns = 50_000;
    Path list =
        Files.writeString(
            folder.resolve("wide.csv"),
            "statement ID;time" + ";x".repeat(columns) + "\n1;2005-01-26" + ";y".repeat(columns));
    Codings codings =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Codings.dnaEvents(list));
    assertThat(codings.columns())
        .hasSize(columns + 2)
        .startsWith("coding", "document_date", "x", "dna_x", "dna_x_2", "dna_x_3");
  }
}
