package org.demarche.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A database in memory, asked by prepared statements. SQLite and H2 probe an index once a cell,
 * which covers the question; DuckDB, whose tables are sorted by cell, joins as of a day.
 */
final class SqlPeer implements Peer {
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

  private static final String PAIRS =
      """
      SELECT a.party, b.party, COUNT(*), SUM(CASE WHEN a.stance = b.stance THEN 1 ELSE 0 END)
      FROM held a JOIN held b ON a.proposition = b.proposition AND a.party < b.party
      GROUP BY a.party, b.party""";

  private static final String CLAIMS =
      """
      SELECT number FROM claim WHERE principal = ? AND proposition = ? AND force = ? AND stance = ?
        AND latest >= ? AND earliest <= ?""";

  private final Connection connection;
  private final Flat flat;
  private final PreparedStatement stance;
  private final PreparedStatement stanceKnown;
  private final PreparedStatement stances;
  private final PreparedStatement comparison;
  private final PreparedStatement fill;
  private final PreparedStatement clear;
  private final PreparedStatement pairs;
  private final PreparedStatement turns;
  private final PreparedStatement claims;

  /** The questions in which databases differ. */
  private record Dialect(
      String stance,
      String stanceKnown,
      String stances,
      String fill,
      String compare,
      String turns) {

    /** That of a database which probes an index a cell; so is the newest bearing of one asked. */
    static Dialect ofProbes(String newestFirst, String once) {
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
  }

  private SqlPeer(Connection connection, Flat flat, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.flat = flat;
    this.stance = connection.prepareStatement(dialect.stance());
    this.stanceKnown = connection.prepareStatement(dialect.stanceKnown());
    this.stances = connection.prepareStatement(dialect.stances());
    this.comparison = connection.prepareStatement(dialect.compare());
    this.clear = connection.prepareStatement("DELETE FROM held");
    this.fill = connection.prepareStatement(dialect.fill());
    this.pairs = connection.prepareStatement(PAIRS);
    this.turns = connection.prepareStatement(dialect.turns());
    this.claims = connection.prepareStatement(CLAIMS);
  }

  /** SQLite: the table is the index of cells, another one leads with the proposition. */
  static SqlPeer sqlite(Flat flat) {
    return tried(
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
              Dialect.ofProbes(
                  "said DESC, number DESC",
                  "WITH s AS MATERIALIZED (%s) INSERT INTO held SELECT * FROM s WHERE stance IS NOT NULL"));
        });
  }

  /** H2: a covering index of cells, newest first, and another one that leads with the matter. */
  static SqlPeer h2(Flat flat) {
    return tried(
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
              Dialect.ofProbes(
                  "party, proposition, said DESC, number DESC",
                  "INSERT INTO held SELECT * FROM (%s) WHERE stance IS NOT NULL"));
        });
  }

  /** DuckDB: tables sorted by what they are asked for, two threads. */
  static SqlPeer duckDb(Flat flat) {
    return tried(
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
          String stances =
              """
                  SELECT q.party, q.proposition, b.stance
                  FROM (SELECT a.id AS party, p.id AS proposition, CAST(? AS INTEGER) AS day
                    FROM party a CROSS JOIN proposition p) q
                  ASOF JOIN bearing b
                  ON q.party = b.party AND q.proposition = b.proposition AND q.day >= b.said""";
          String newest =
              "SELECT stance FROM bearing WHERE party = ? AND proposition = ? AND said <= ?%s"
                  + " ORDER BY number DESC LIMIT 1";
          return new SqlPeer(
              connection,
              flat,
              new Dialect(
                  newest.formatted(""),
                  newest.formatted(" AND published <= ?"),
                  stances,
                  "INSERT INTO held " + stances,
                  """
                  WITH asked AS (SELECT p.id AS proposition, ? AS party, CAST(? AS INTEGER) AS day
                    FROM proposition p),
                  other AS (SELECT p.id AS proposition, ? AS party, CAST(? AS INTEGER) AS day
                    FROM proposition p)
                  SELECT a.proposition, a.stance, o.stance FROM
                  (SELECT asked.proposition, b.stance FROM asked ASOF LEFT JOIN bearing b
                  ON asked.party = b.party AND asked.proposition = b.proposition
                    AND asked.day >= b.said) a
                  JOIN (SELECT other.proposition, b.stance FROM other ASOF LEFT JOIN bearing b
                  ON other.party = b.party AND other.proposition = b.proposition
                    AND other.day >= b.said) o
                  ON a.proposition = o.proposition""",
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
        set(insert, row).addBatch();
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
      for (String step : script.split(";")) {
        if (!step.isBlank()) {
          statement.execute(step);
        }
      }
    }
  }

  // Asking

  @Override
  public Flat flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return one(stance, party, proposition, day);
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    return one(stanceKnown, party, proposition, day, known);
  }

  private static int one(PreparedStatement question, int... parameters) {
    return tried(
        () -> {
          try (ResultSet answer = set(question, parameters).executeQuery()) {
            return answer.next() ? answer.getInt(1) : NONE;
          }
        });
  }

  @Override
  public int[] stances(int day) {
    int[] held = Peer.none(flat.parties().size() * flat.propositions().size());
    each(
        row -> held[row.getInt(1) * flat.propositions().size() + row.getInt(2)] = stance(row, 3),
        stances,
        day);
    return held;
  }

  @Override
  public int[] compare(int first, int second, int day) {
    int[] held = Peer.none(2 * flat.propositions().size());
    each(
        row -> {
          held[2 * row.getInt(1)] = stance(row, 2);
          held[2 * row.getInt(1) + 1] = stance(row, 3);
        },
        comparison,
        first,
        day,
        second,
        day);
    return held;
  }

  private static int stance(ResultSet row, int column) throws SQLException {
    int stance = row.getInt(column);
    return row.wasNull() ? NONE : stance;
  }

  @Override
  public int[] agreement(int day) {
    int parties = flat.parties().size();
    int[] counts = new int[parties * (parties - 1)];
    tried(
        () -> {
          clear.executeUpdate();
          return set(fill, day).executeUpdate();
        });
    each(
        row -> {
          int first = row.getInt(1);
          int pair = first * parties - first * (first + 1) / 2 + row.getInt(2) - first - 1;
          counts[2 * pair] = row.getInt(3);
          counts[2 * pair + 1] = row.getInt(4);
        },
        pairs);
    return counts;
  }

  @Override
  public List<Turn> turns(int proposition) {
    List<Turn> found = new ArrayList<>();
    each(
        row -> found.add(new Turn(row.getInt(1), row.getInt(2), row.getInt(3))),
        turns,
        proposition);
    return found;
  }

  @Override
  public int[] claims(Terms terms) {
    List<Integer> found = new ArrayList<>();
    each(
        row -> found.add(row.getInt(1)),
        claims,
        terms.principal(),
        terms.proposition(),
        terms.force(),
        terms.stance(),
        terms.first(),
        terms.last());
    return found.stream().mapToInt(number -> number).toArray();
  }

  /** How a question runs, as the database tells it. */
  List<String> plan(String question) {
    List<String> plan = new ArrayList<>();
    tried(
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet steps = statement.executeQuery(question)) {
            while (steps.next()) {
              plan.add(steps.getString(steps.getMetaData().getColumnCount()));
            }
            return plan;
          }
        });
    return plan;
  }

  @Override
  public void close() {
    tried(
        () -> {
          connection.close();
          return flat;
        });
  }

  private static PreparedStatement set(PreparedStatement statement, int... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setInt(i + 1, parameters[i]);
    }
    return statement;
  }

  private interface OfRow {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(OfRow taking, PreparedStatement question, int... parameters) {
    tried(
        () -> {
          try (ResultSet answer = set(question, parameters).executeQuery()) {
            while (answer.next()) {
              taking.take(answer);
            }
            return parameters;
          }
        });
  }

  private interface Try<T> {
    T run() throws SQLException;
  }

  private static <T> T tried(Try<T> step) {
    try {
      return step.run();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
