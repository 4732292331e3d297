package org.demarche.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database in memory, asked by prepared statements. */
final class SqlPeer implements Peer {
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

  /**
   * The questions in which databases differ.
   *
   * @param stance of a party on a proposition as of a day
   * @param stanceKnown of a party on a proposition as of a day, as known at a day
   * @param stances party, proposition and stance as of a day
   * @param fill the same into the table {@code held}
   * @param compare proposition and two stances, of a party as of a day and of another as of a day
   * @param turns party, day and stance on a proposition, in order
   */
  record Dialect(
      String stance,
      String stanceKnown,
      String stances,
      String fill,
      String compare,
      String turns) {}

  SqlPeer(Connection connection, Flat flat, Dialect dialect) throws SQLException {
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
            return answer.next() ? stance(answer, 1) : NONE;
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

  @Override
  public void close() {
    tried(
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

  /** A step that the database may refuse. */
  interface Try<T> {
    /** Takes it. */
    T run() throws SQLException;
  }

  /** Takes a step; that it fails is a fault of ours. */
  static <T> T tried(Try<T> step) {
    try {
      return step.run();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
