package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.examples.benchmarks.SqlPeer.Dialect;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Creates the databases and loads a dossier into them. SQLite and H2 have covering indexes for each
 * question. The tables of DuckDB are sorted by the columns of the queries.
 */
final class SqlPeers {
  private static final String TABLES =
      """
      CREATE TABLE party (id INTEGER PRIMARY KEY);
      CREATE TABLE proposition (id INTEGER PRIMARY KEY);
      CREATE TABLE stance_at_date (party INTEGER, proposition INTEGER, stance INTEGER);
      CREATE TABLE claim (number INTEGER, principal INTEGER, proposition INTEGER, force INTEGER,
        stance INTEGER, earliest INTEGER, latest INTEGER);
      """;

  private static final String STANCE_ROW_COLUMNS =
      """
      (number INTEGER, party INTEGER, proposition INTEGER, said INTEGER, published INTEGER,
        stance INTEGER%s)%s;
      """;

  private static final String CLAIM_INDEX =
      "CREATE INDEX by_terms ON claim (principal, proposition, force, stance, latest, earliest, number);";

  /** The stance with the greatest row number, in DuckDB. */
  private static final String NEWEST =
      "SELECT arg_max(stance, number) FROM stance_row"
          + " WHERE party = ? AND proposition = ? AND said <= ?";

  private static final String STANCE_CHANGES =
      """
      SELECT party, said, stance FROM (
        SELECT party, said, number, stance,
          LAG(stance) OVER (PARTITION BY party ORDER BY said, number) AS before
        FROM %s WHERE proposition = ?) AS change
      WHERE before IS NULL OR before <> stance ORDER BY party, said, number""";

  private SqlPeers() {}

  /**
   * Creates SQLite: the table itself is ordered by party and proposition; an index by proposition.
   */
  static BenchmarkPeer sqlite(FlatDossier flat) {
    return sqlite(flat, ":memory:");
  }

  private static BenchmarkPeer sqlite(FlatDossier flat, String place) {
    return SqlPeer.call(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place);
          run(
              connection,
              TABLES
                  + "CREATE TABLE stance_row "
                  + STANCE_ROW_COLUMNS.formatted(
                      ", PRIMARY KEY (party, proposition, said, number)", " WITHOUT ROWID"));
          connection.setAutoCommit(false);
          insert(connection, flat);
          run(
              connection,
              CLAIM_INDEX
                  + "CREATE INDEX by_proposition ON stance_row (proposition, party, said, number, stance);"
                  + "CREATE INDEX by_stance ON stance_at_date (proposition, party, stance);"
                  + "ANALYZE;");
          connection.commit();
          return new SqlPeer(connection, flat, ofSqlite());
        });
  }

  /**
   * Creates H2: a covering index by party and proposition, newest first, and one by proposition.
   */
  static BenchmarkPeer h2(FlatDossier flat) {
    return SqlPeer.call(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
          run(
              connection,
              TABLES + "CREATE TABLE stance_row " + STANCE_ROW_COLUMNS.formatted("", ""));
          connection.setAutoCommit(false);
          insert(connection, flat);
          run(
              connection,
              CLAIM_INDEX
                  + "CREATE INDEX by_party_and_proposition ON stance_row"
                  + " (party, proposition, said DESC, number DESC, published, stance);"
                  + "CREATE INDEX by_proposition ON stance_row (proposition, party, said, number, stance);"
                  + "CREATE INDEX by_stance ON stance_at_date (proposition, party, stance);"
                  + "ANALYZE;");
          connection.commit();
          return new SqlPeer(
              connection,
              flat,
              ofProbes(
                  "party, proposition, said DESC, number DESC",
                  "INSERT INTO stance_at_date SELECT * FROM (%s) WHERE stance IS NOT NULL"));
        });
  }

  private static Dialect ofSqlite() {
    return ofProbes(
        "said DESC, number DESC",
        "WITH s AS MATERIALIZED (%s) INSERT INTO stance_at_date SELECT * FROM s WHERE stance IS NOT NULL");
  }

  /**
   * Returns the dialect of a database that probes an index once for each party and proposition.
   *
   * @param newestFirst the order of the index
   * @param insertion the statement that inserts the result of a query into the table of stances
   */
  private static Dialect ofProbes(String newestFirst, String insertion) {
    String probe =
        "SELECT stance FROM stance_row WHERE party = %s AND proposition = %s AND said <= ?%s ORDER BY "
            + newestFirst
            + " LIMIT 1";
    String ofAll = probe.formatted("a.id", "p.id", "");
    String ofOne = probe.formatted("?", "p.id", "");
    String stances =
        "SELECT a.id AS party, p.id AS proposition, ("
            + ofAll
            + ") AS stance FROM party a CROSS JOIN proposition p";
    return new Dialect(
        probe.formatted("?", "?", ""),
        probe.formatted("?", "?", " AND published <= ?"),
        stances,
        insertion.formatted(stances),
        "SELECT p.id, (" + ofOne + "), (" + ofOne + ") FROM proposition p",
        STANCE_CHANGES.formatted("stance_row"));
  }

  /** Creates DuckDB with grouping: the stance with the greatest row number in each group. */
  static BenchmarkPeer duckDb(FlatDossier flat) {
    return duckDb(flat, "");
  }

  private static BenchmarkPeer duckDb(FlatDossier flat, String place) {
    String stances =
        """
        SELECT party, proposition, arg_max(stance, number) FROM stance_row WHERE said <= ?
        GROUP BY party, proposition""";
    String compare =
        """
        SELECT proposition, max(first), max(second) FROM (
          SELECT proposition, arg_max(stance, number) AS first, NULL AS second
          FROM stance_row WHERE party = ? AND said <= ? GROUP BY proposition
          UNION ALL
          SELECT proposition, NULL, arg_max(stance, number)
          FROM stance_row WHERE party = ? AND said <= ? GROUP BY proposition) GROUP BY proposition""";
    return duckDb(flat, place, stances, compare);
  }

  /** Creates DuckDB with {@code ASOF JOIN}. */
  static BenchmarkPeer duckDbAsOf(FlatDossier flat) {
    String stances =
        """
        SELECT q.party, q.proposition, b.stance
        FROM (SELECT a.id AS party, p.id AS proposition, CAST(? AS INTEGER) AS day
          FROM party a CROSS JOIN proposition p) q
        ASOF JOIN stance_row b
        ON q.party = b.party AND q.proposition = b.proposition AND q.day >= b.said""";
    String ofOne =
        """
        SELECT q.proposition, b.stance
        FROM (SELECT id AS proposition, CAST(? AS INTEGER) AS party, CAST(? AS INTEGER) AS day
          FROM proposition) q
        ASOF LEFT JOIN stance_row b
        ON q.party = b.party AND q.proposition = b.proposition AND q.day >= b.said""";
    String compare =
        "SELECT a.proposition, a.stance, b.stance FROM (%s) a JOIN (%s) b USING (proposition)"
            .formatted(ofOne, ofOne);
    return duckDb(flat, "", stances, compare);
  }

  private static BenchmarkPeer duckDb(
      FlatDossier flat, String place, String stances, String compare) {
    return SqlPeer.call(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:duckdb:" + place);
          run(
              connection,
              TABLES
                  + "CREATE TABLE stance_row "
                  + STANCE_ROW_COLUMNS.formatted("", "")
                  + "CREATE TABLE unsorted AS FROM claim; SET threads = 2;");
          DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
          append(duck, "party", numbers(flat.parties().size()));
          append(duck, "proposition", numbers(flat.propositions().size()));
          append(duck, "stance_row", stanceRows(flat));
          append(duck, "unsorted", claims(flat));
          run(
              connection,
              """
              CREATE TABLE stance_row_by_proposition AS FROM stance_row ORDER BY proposition, party, said, number;
              INSERT INTO claim FROM unsorted ORDER BY principal, proposition, force, stance, latest;
              DROP TABLE unsorted;
              """);
          return new SqlPeer(
              connection,
              flat,
              new Dialect(
                  NEWEST,
                  NEWEST + " AND published <= ?",
                  stances,
                  "INSERT INTO stance_at_date " + stances,
                  compare,
                  STANCE_CHANGES.formatted("stance_row_by_proposition")));
        });
  }

  // Files

  /** Writes a dossier to a new file, as the tables and indexes that a database has in memory. */
  static void write(String database, FlatDossier flat, Path file) {
    BenchmarkPeer written =
        switch (database) {
          case "sqlite" -> sqlite(flat, file.toString());
          case "duckdb" -> duckDb(flat, file.toString());
          default -> throw new IllegalArgumentException("no file of '" + database + "'");
        };
    written.close();
  }

  /** Opens a file, asks it for a stance, and closes it. */
  static int stance(String database, Path file, int party, int proposition, int day) {
    String question = database.equals("duckdb") ? NEWEST : ofSqlite().stance();
    return SqlPeer.call(
        () -> {
          try (Connection connection =
                  DriverManager.getConnection("jdbc:" + database + ":" + file);
              PreparedStatement statement = connection.prepareStatement(question);
              ResultSet answer = SqlPeer.set(statement, party, proposition, day).executeQuery()) {
            return answer.next() ? answer.getInt(1) : BenchmarkPeer.NONE;
          }
        });
  }

  // Loading

  private static Stream<int[]> numbers(int size) {
    return IntStream.range(0, size).mapToObj(number -> new int[] {number});
  }

  private static Stream<int[]> stanceRows(FlatDossier flat) {
    return flat.stanceRows().stream()
        .map(
            b ->
                new int[] {
                  b.number(), b.party(), b.proposition(), b.day(), b.published(), b.stance()
                });
  }

  private static Stream<int[]> claims(FlatDossier flat) {
    return flat.claims().stream()
        .map(
            c ->
                new int[] {
                  c.number(),
                  c.principal(),
                  c.proposition(),
                  c.force(),
                  c.stance(),
                  c.earliest(),
                  c.latest()
                });
  }

  private static void insert(Connection connection, FlatDossier flat) throws SQLException {
    insert(connection, "party", 1, numbers(flat.parties().size()));
    insert(connection, "proposition", 1, numbers(flat.propositions().size()));
    insert(connection, "stance_row", 6, stanceRows(flat));
    insert(connection, "claim", 7, claims(flat));
  }

  private static void insert(Connection connection, String table, int columns, Stream<int[]> rows)
      throws SQLException {
    String placeholders = "?" + ", ?".repeat(columns - 1);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + placeholders + ")")) {
      int batched = 0;
      for (int[] row : (Iterable<int[]>) rows::iterator) {
        SqlPeer.set(insert, row).addBatch();
        if (++batched % 10_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void append(DuckDBConnection connection, String table, Stream<int[]> rows)
      throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("main", table)) {
      for (int[] row : (Iterable<int[]>) rows::iterator) {
        appender.beginRow();
        for (int column : row) {
          appender.append(column);
        }
        appender.endRow();
      }
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String step : Splitter.on(';').omitEmptyStrings().trimResults().split(script)) {
        statement.execute(step);
      }
    }
  }
}
