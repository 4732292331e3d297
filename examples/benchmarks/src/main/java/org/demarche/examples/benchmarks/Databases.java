package org.demarche.examples.benchmarks;

import com.google.common.base.Splitter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.examples.benchmarks.SqlPeer.Dialect;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Databases that are given a record. SQLite and H2 have indexes that cover each question; the
 * tables of DuckDB are sorted by what they are asked for.
 */
final class Databases {
  private static final String TABLES =
      """
      CREATE TABLE party (id INTEGER PRIMARY KEY);
      CREATE TABLE proposition (id INTEGER PRIMARY KEY);
      CREATE TABLE held (party INTEGER, proposition INTEGER, stance INTEGER);
      CREATE TABLE claim (number INTEGER, principal INTEGER, proposition INTEGER, force INTEGER,
        stance INTEGER, earliest INTEGER, latest INTEGER);
      """;

  private static final String BEARING =
      """
      (number INTEGER, party INTEGER, proposition INTEGER, said INTEGER, published INTEGER,
        stance INTEGER%s)%s;
      """;

  private static final String INDEX_OF_CLAIMS =
      "CREATE INDEX terms ON claim (principal, proposition, force, stance, latest, earliest, number);";

  private static final String TURNS =
      """
      SELECT party, said, stance FROM (
        SELECT party, said, number, stance,
          LAG(stance) OVER (PARTITION BY party ORDER BY said, number) AS before
        FROM %s WHERE proposition = ?) AS turn
      WHERE before IS NULL OR before <> stance ORDER BY party, said, number""";

  private Databases() {}

  /** SQLite: the table is the index of cells, another one leads with the proposition. */
  static Peer sqlite(Flat flat) {
    return SqlPeer.tried(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
          run(
              connection,
              TABLES
                  + "CREATE TABLE bearing "
                  + BEARING.formatted(
                      ", PRIMARY KEY (party, proposition, said, number)", " WITHOUT ROWID"));
          connection.setAutoCommit(false);
          insert(connection, flat);
          run(
              connection,
              INDEX_OF_CLAIMS
                  + "CREATE INDEX matter ON bearing (proposition, party, said, number, stance);"
                  + "CREATE INDEX sides ON held (proposition, party, stance);"
                  + "ANALYZE;");
          connection.commit();
          return new SqlPeer(
              connection,
              flat,
              ofProbes(
                  "said DESC, number DESC",
                  "WITH s AS MATERIALIZED (%s) INSERT INTO held SELECT * FROM s WHERE stance IS NOT NULL"));
        });
  }

  /** H2: a covering index of cells, newest first, and another one that leads with the matter. */
  static Peer h2(Flat flat) {
    return SqlPeer.tried(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
          run(connection, TABLES + "CREATE TABLE bearing " + BEARING.formatted("", ""));
          connection.setAutoCommit(false);
          insert(connection, flat);
          run(
              connection,
              INDEX_OF_CLAIMS
                  + "CREATE INDEX cell ON bearing"
                  + " (party, proposition, said DESC, number DESC, published, stance);"
                  + "CREATE INDEX matter ON bearing (proposition, party, said, number, stance);"
                  + "CREATE INDEX sides ON held (proposition, party, stance);"
                  + "ANALYZE;");
          connection.commit();
          return new SqlPeer(
              connection,
              flat,
              ofProbes(
                  "party, proposition, said DESC, number DESC",
                  "INSERT INTO held SELECT * FROM (%s) WHERE stance IS NOT NULL"));
        });
  }

  /** That of a database which probes an index once a cell, newest first. */
  private static Dialect ofProbes(String newestFirst, String once) {
    String probe =
        "SELECT stance FROM bearing WHERE party = %s AND proposition = %s AND said <= ?%s ORDER BY "
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
        once.formatted(stances),
        "SELECT p.id, (" + ofOne + "), (" + ofOne + ") FROM proposition p",
        TURNS.formatted("bearing"));
  }

  /** DuckDB, which groups: of each cell the stance of the last bearing by its number. */
  static Peer duckDb(Flat flat) {
    String stances =
        """
        SELECT party, proposition, arg_max(stance, number) FROM bearing WHERE said <= ?
        GROUP BY party, proposition""";
    String compare =
        """
        SELECT proposition, max(first), max(second) FROM (
          SELECT proposition, arg_max(stance, number) AS first, NULL AS second
          FROM bearing WHERE party = ? AND said <= ? GROUP BY proposition
          UNION ALL
          SELECT proposition, NULL, arg_max(stance, number)
          FROM bearing WHERE party = ? AND said <= ? GROUP BY proposition) GROUP BY proposition""";
    return duckDb(flat, stances, compare);
  }

  /** DuckDB, which joins as of a day. */
  static Peer duckDbAsOf(Flat flat) {
    String stances =
        """
        SELECT q.party, q.proposition, b.stance
        FROM (SELECT a.id AS party, p.id AS proposition, CAST(? AS INTEGER) AS day
          FROM party a CROSS JOIN proposition p) q
        ASOF JOIN bearing b
        ON q.party = b.party AND q.proposition = b.proposition AND q.day >= b.said""";
    String ofOne =
        """
        SELECT q.proposition, b.stance
        FROM (SELECT id AS proposition, CAST(? AS INTEGER) AS party, CAST(? AS INTEGER) AS day
          FROM proposition) q
        ASOF LEFT JOIN bearing b
        ON q.party = b.party AND q.proposition = b.proposition AND q.day >= b.said""";
    String compare =
        "SELECT a.proposition, a.stance, b.stance FROM (%s) a JOIN (%s) b USING (proposition)"
            .formatted(ofOne, ofOne);
    return duckDb(flat, stances, compare);
  }

  private static Peer duckDb(Flat flat, String stances, String compare) {
    String newest =
        "SELECT arg_max(stance, number) FROM bearing"
            + " WHERE party = ? AND proposition = ? AND said <= ?";
    return SqlPeer.tried(
        () -> {
          Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          run(
              connection,
              TABLES
                  + "CREATE TABLE bearing "
                  + BEARING.formatted("", "")
                  + "CREATE TABLE unsorted AS FROM claim; SET threads = 2;");
          DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
          append(duck, "party", numbers(flat.parties().size()));
          append(duck, "proposition", numbers(flat.propositions().size()));
          append(duck, "bearing", bearings(flat));
          append(duck, "unsorted", claims(flat));
          run(
              connection,
              """
              CREATE TABLE matter AS FROM bearing ORDER BY proposition, party, said, number;
              INSERT INTO claim FROM unsorted ORDER BY principal, proposition, force, stance, latest;
              DROP TABLE unsorted;
              """);
          return new SqlPeer(
              connection,
              flat,
              new Dialect(
                  newest,
                  newest + " AND published <= ?",
                  stances,
                  "INSERT INTO held " + stances,
                  compare,
                  TURNS.formatted("matter")));
        });
  }

  // Laying in

  private static Stream<int[]> numbers(int size) {
    return IntStream.range(0, size).mapToObj(number -> new int[] {number});
  }

  private static Stream<int[]> bearings(Flat flat) {
    return flat.bearings().stream()
        .map(
            b ->
                new int[] {
                  b.number(), b.party(), b.proposition(), b.day(), b.published(), b.stance()
                });
  }

  private static Stream<int[]> claims(Flat flat) {
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

  private static void insert(Connection connection, Flat flat) throws SQLException {
    insert(connection, "party", 1, numbers(flat.parties().size()));
    insert(connection, "proposition", 1, numbers(flat.propositions().size()));
    insert(connection, "bearing", 6, bearings(flat));
    insert(connection, "claim", 7, claims(flat));
  }

  private static void insert(Connection connection, String table, int columns, Stream<int[]> rows)
      throws SQLException {
    String places = "?" + ", ?".repeat(columns - 1);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
      int waiting = 0;
      for (int[] row : (Iterable<int[]>) rows::iterator) {
        SqlPeer.set(insert, row).addBatch();
        if (++waiting % 10_000 == 0) {
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
