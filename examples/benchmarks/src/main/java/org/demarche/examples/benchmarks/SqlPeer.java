package org.demarche.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An in-memory database that answers through prepared statements. */
final class SqlPeer implements BenchmarkPeer {
  private static final String PAIRS =
      """
      SELECT a.party, b.party, COUNT(*), SUM(CASE WHEN a.stance = b.stance THEN 1 ELSE 0 END)
      FROM stance_at_date a JOIN stance_at_date b ON a.proposition = b.proposition AND a.party < b.party
      GROUP BY a.party, b.party""";

  private static final String CLAIMS =
      """
      SELECT number FROM claim WHERE principal = ? AND proposition = ? AND force = ? AND stance = ?
        AND latest >= ? AND earliest <= ?""";

  private final Connection connection;
  private final FlatDossier flat;
  private final PreparedStatement stance;
  private final PreparedStatement stanceKnown;
  private final PreparedStatement stances;
  private final PreparedStatement comparison;
  private final PreparedStatement fill;
  private final PreparedStatement clear;
  private final PreparedStatement pairs;
  private final PreparedStatement stanceChanges;
  private final PreparedStatement claims;

  /**
   * The SQL statements in which databases differ.
   *
   * @param stance selects the stance of a party on a proposition as of a day
   * @param stanceKnown selects the stance of a party on a proposition as of a day, as known at a
   *     day
   * @param stances selects party, proposition and stance as of a day
   * @param fill inserts the result of {@code stances} into the table {@code stance_at_date}
   * @param compare selects the proposition and two stances: of one party as of a day, and of
   *     another party as of a day
   * @param stanceChanges selects party, day and stance on a proposition, in order
   */
  record Dialect(
      String stance,
      String stanceKnown,
      String stances,
      String fill,
      String compare,
      String stanceChanges) {}

  SqlPeer(Connection connection, FlatDossier flat, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.flat = flat;
    this.stance = connection.prepareStatement(dialect.stance());
    this.stanceKnown = connection.prepareStatement(dialect.stanceKnown());
    this.stances = connection.prepareStatement(dialect.stances());
    this.comparison = connection.prepareStatement(dialect.compare());
    this.clear = connection.prepareStatement("DELETE FROM stance_at_date");
    this.fill = connection.prepareStatement(dialect.fill());
    this.pairs = connection.prepareStatement(PAIRS);
    this.stanceChanges = connection.prepareStatement(dialect.stanceChanges());
    this.claims = connection.prepareStatement(CLAIMS);
  }

  // Queries

  @Override
  public FlatDossier flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return singleStance(stance, party, proposition, day);
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    return singleStance(stanceKnown, party, proposition, day, known);
  }

  private static int singleStance(PreparedStatement question, int... parameters) {
    return call(
        () -> {
          try (ResultSet answer = set(question, parameters).executeQuery()) {
            return answer.next() ? stance(answer, 1) : NONE;
          }
        });
  }

  @Override
  public int[] stances(int day) {
    int[] found = BenchmarkPeer.noStances(flat.parties().size() * flat.propositions().size());
    forEachRow(
        row -> found[row.getInt(1) * flat.propositions().size() + row.getInt(2)] = stance(row, 3),
        stances,
        day);
    return found;
  }

  @Override
  public int[] compare(int first, int second, int day) {
    int[] stances = BenchmarkPeer.noStances(2 * flat.propositions().size());
    forEachRow(
        row -> {
          stances[2 * row.getInt(1)] = stance(row, 2);
          stances[2 * row.getInt(1) + 1] = stance(row, 3);
        },
        comparison,
        first,
        day,
        second,
        day);
    return stances;
  }

  private static int stance(ResultSet row, int column) throws SQLException {
    int stance = row.getInt(column);
    return row.wasNull() ? NONE : stance;
  }

  @Override
  public int[] agreement(int day) {
    int parties = flat.parties().size();
    int[] counts = new int[parties * (parties - 1)];
    call(
        () -> {
          clear.executeUpdate();
          return set(fill, day).executeUpdate();
        });
    forEachRow(
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
  public List<StanceChange> stanceChanges(int proposition) {
    List<StanceChange> found = new ArrayList<>();
    forEachRow(
        row -> found.add(new StanceChange(row.getInt(1), row.getInt(2), row.getInt(3))),
        stanceChanges,
        proposition);
    return found;
  }

  @Override
  public int[] claims(SearchTerms search) {
    List<Integer> found = new ArrayList<>();
    forEachRow(
        row -> found.add(row.getInt(1)),
        claims,
        search.principal(),
        search.proposition(),
        search.force(),
        search.stance(),
        search.first(),
        search.last());
    return found.stream().mapToInt(number -> number).toArray();
  }

  @Override
  public void close() {
    call(
        () -> {
          connection.close();
          return flat;
        });
  }

  static PreparedStatement set(PreparedStatement statement, int... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setInt(i + 1, parameters[i]);
    }
    return statement;
  }

  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private static void forEachRow(
      RowConsumer consumer, PreparedStatement question, int... parameters) {
    call(
        () -> {
          try (ResultSet answer = set(question, parameters).executeQuery()) {
            while (answer.next()) {
              consumer.accept(answer);
            }
            return parameters;
          }
        });
  }

  /** A call to the database that may fail. */
  interface DatabaseCall<T> {
    /** Makes the call. */
    T run() throws SQLException;
  }

  /** Makes a call; a failure is a bug in the benchmarks and is thrown unchecked. */
  static <T> T call(DatabaseCall<T> call) {
    try {
      return call.run();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
