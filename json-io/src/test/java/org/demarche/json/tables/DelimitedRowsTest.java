package org.demarche.json.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rows of delimited text that are hard to tell apart. */
class DelimitedRowsTest {
  private static final int LINES = 100_000;

  private static List<DelimitedRows.Row> rows(String text, int maxLength, int columns)
      throws IOException {
    DelimitedRows rows =
        new DelimitedRows(new TextLines(new StringReader(text), maxLength), Dialect.CSV, maxLength);
    rows.refuseSwallowedRows(columns);
    List<DelimitedRows.Row> all = new ArrayList<>();
    for (Optional<DelimitedRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }

  @Test
  void a_row_that_is_not_closed_within_the_limit_costs_one_row() throws IOException {
    List<DelimitedRows.Row> rows = rows("a,\"one\nb,two\nc,three\nd,four\n", 10, 2);
    assertThat(rows).extracting(DelimitedRows.Row::line).containsExactly(1, 2, 3, 4);
    assertThat(rows.get(0).error())
        .contains("the quotation mark of field 2 is not closed within 10 characters");
    assertThat(rows.get(0).fields()).containsExactly("a,\"one");
    assertThat(rows.get(3).fields()).containsExactly("d", "four");
  }

  @Test
  void marks_that_fail_on_each_line_take_time_in_proportion() {
    for (String text :
        List.of(
            "a,\"x\n".repeat(LINES),
            "a,\"x\n" + "b,\"\"y\n".repeat(LINES),
            "a,\"\"\"x\n".repeat(LINES),
            "a,b,\"x\n" + ",,\n".repeat(LINES) + "\"",
            "a,b,\"x\n" + ",,\n\",\"y\n".repeat(LINES))) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertThat(rows(text, 1 << 26, 3)).isNotEmpty());
    }
  }
}
