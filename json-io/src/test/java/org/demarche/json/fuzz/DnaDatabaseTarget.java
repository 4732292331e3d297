package org.demarche.json.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.json.Codings;
import org.demarche.json.DnaSample;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/**
 * Reads a database of DNA with altered values, or with altered bytes: it is refused, or gives a
 * table. Each line of an input is one edit: the number of a column among those of all tables, of a
 * row, the kind of the value, and the value.
 */
public final class DnaDatabaseTarget {
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final Scratch SCRATCH = Scratch.create();
  private static final Sample SAMPLE = Sample.create();
  private static final int HEAD = 3;
  private static final int KINDS = 6;
  private static final byte[] NO_EDITS = {2};

  private DnaDatabaseTarget() {}

  private record Column(String table, String name) {}

  /** The bytes of a database and its columns. */
  private static final class Sample {
    private final ByteEdits bytes;
    private final List<Column> columns = new ArrayList<>();

    private Sample(Path file) throws Exception {
      DnaSample.create(file);
      bytes = ByteEdits.of(file);
      try (Connection connection = DnaSample.open(file);
          ResultSet found = connection.getMetaData().getColumns(null, null, "%", "%")) {
        while (found.next()) {
          columns.add(new Column(found.getString("TABLE_NAME"), found.getString("COLUMN_NAME")));
        }
      }
    }

    static Sample create() {
      try {
        return new Sample(SCRATCH.file("sample.dna"));
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean ofBytes = ByteEdits.areIn(input);
    Path file = SCRATCH.write("fuzzed.dna", SAMPLE.bytes.apply(ofBytes ? input : NO_EDITS));
    try (Connection connection = DnaSample.open(file)) {
      try (Statement unsafe = connection.createStatement()) {
        unsafe.execute("PRAGMA journal_mode = OFF"); // the file is thrown away
        unsafe.execute("PRAGMA synchronous = OFF");
      }
      connection.setAutoCommit(false);
      if (!ofBytes) {
        alter(connection, input);
      }
      CodingsChecks.check(Codings.dna(connection, "fuzzed.dna"), DOSSIER, SCRATCH);
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (SQLException failed) {
      if (!ofBytes) {
        throw new AssertionError(failed);
      }
    }
  }

  private static void alter(Connection connection, byte[] input) throws SQLException {
    int first = 0;
    for (int i = 0; i <= input.length; i++) {
      if (i == input.length || input[i] == '\n') {
        if (i - first >= HEAD) {
          alterOne(connection, Arrays.copyOfRange(input, first, i));
        }
        first = i + 1;
      }
    }
  }

  private static void alterOne(Connection connection, byte[] edit) throws SQLException {
    Column column = SAMPLE.columns.get(Byte.toUnsignedInt(edit[0]) % SAMPLE.columns.size());
    int kind = Byte.toUnsignedInt(edit[2]) % KINDS;
    String row = "(SELECT rowid FROM %1$s LIMIT 1 OFFSET ? %% (SELECT count(*) FROM %1$s))";
    String sql = kind == 0 ? "DELETE FROM %1$s" : "UPDATE %1$s SET \"%2$s\" = ?";
    try (PreparedStatement statement =
        connection.prepareStatement(
            (sql + " WHERE rowid = " + row).formatted(column.table(), column.name()))) {
      int at = 1;
      if (kind != 0) {
        statement.setObject(at++, value(kind, Arrays.copyOfRange(edit, HEAD, edit.length)));
      }
      statement.setInt(at, Byte.toUnsignedInt(edit[1]));
      statement.executeUpdate();
    } catch (SQLException refusedByTheDatabase) {
      return; // such as two rows of one key
    }
  }

  private static Object value(int kind, byte[] given) {
    long number = ByteBuffer.wrap(Arrays.copyOf(given, Long.BYTES)).getLong();
    return switch (kind) {
      case 1 -> number;
      case 2 -> Double.longBitsToDouble(number);
      case 3 -> given;
      case 4 -> (long) (given.length > 0 ? given[0] : 0);
      default -> new String(given, UTF_8);
    };
  }
}
