package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Streams;
import com.google.common.collect.TreeMultiset;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.demarche.Tracker;
import org.demarche.json.Answers;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.network.AgreementQuery;

/**
 * Every position, change, turn and cell of agreement, as text, sorted; each as often as it occurs.
 */
record AllAnswers(
    List<String> positions, List<String> changes, List<String> turns, List<String> agreement) {
  private static final int LONGEST = 300;

  /** Derives from a folder, and requires the answers of a Tracker of the dossier. */
  static void assertEqual(Path input, Dossier dossier, AskedDays days, int... partitions) {
    AllAnswers expected = of(dossier, days);
    for (int number : partitions) {
      // Few claims a batch, so that the families of a component are in several batches.
      assertEqual(
          input, dossier, days, expected, number, Math.max(10, dossier.claims().size() / 500));
    }
  }

  private static void assertEqual(
      Path input,
      Dossier dossier,
      AskedDays days,
      AllAnswers expected,
      int partitions,
      int claimsPerBatch) {
    try (ClaimsOnSpark claims =
            ClaimsOnSpark.read(SparkSessions.local(partitions), input.toString(), claimsPerBatch);
        DerivedAnswers derived = claims.derive(days)) {
      AllAnswers found = of(derived);
      assertThat(rows(derived.rejects())).isEmpty();
      assertEqual(found.positions(), expected.positions());
      assertEqual(found.changes(), expected.changes());
      assertEqual(found.turns(), expected.turns());
      assertEqual(found.agreement(), expected.agreement());
      assertThat(claims.referenceRecordsRead())
          .isEqualTo(
              dossier.sources().size()
                  + dossier.actors().size()
                  + dossier.occasions().size()
                  + dossier.propositions().size());
    }
  }

  /** Requires equal rows, each as often; names those alone that differ, since there are many. */
  private static void assertEqual(List<String> found, List<String> expected) {
    Multiset<String> more = TreeMultiset.create(found);
    Multiset<String> fewer = TreeMultiset.create(expected);
    assertThat(List.copyOf(Multisets.difference(more, fewer)))
        .isEqualTo(List.copyOf(Multisets.difference(fewer, more)));
    assertThat(expected).isNotEmpty();
  }

  /** Returns the answers of a Tracker in memory. */
  static AllAnswers of(Dossier dossier, AskedDays days) {
    Tracker now = days.last(Tracker.of(dossier));
    List<String> propositions = dossier.propositions().stream().map(Proposition::id).toList();
    return new AllAnswers(
        sorted(
            propositions.stream()
                .flatMap(id -> now.positionsOn(id).rows().stream())
                .map(
                    position ->
                        text(
                            position.party(),
                            position.proposition(),
                            position.outcome(),
                            position.headlines().stream()
                                .findFirst()
                                .map(one -> one.claim().id() + " " + one.grade())
                                .orElse("null null"),
                            position
                                .evidenced()
                                .map(one -> one.lastEvidenced().toString())
                                .orElse("null"),
                            abridged(Answers.writer().compact().format(position).strip())))),
        sorted(
            days.first(Tracker.of(dossier)).changesTo(now).rows().stream()
                .map(
                    change ->
                        text(
                            change.party(),
                            change.proposition(),
                            change.before().outcome(),
                            change.after().outcome(),
                            change.label()))),
        sorted(
            now.timeline(propositions.toArray(String[]::new)).rows().stream()
                .map(turn -> text(turn.party(), turn.proposition(), turn.day(), turn.outcome()))),
        sorted(
            AgreementQuery.of(now).all().pairs().stream()
                .filter(pair -> pair.joint() > 0)
                .map(
                    pair ->
                        text(
                            pair.first(),
                            pair.second(),
                            pair.joint(),
                            pair.same(),
                            pair.sameDecided(),
                            pair.opposed()))));
  }

  /** Returns the answers that Spark derived. */
  static AllAnswers of(DerivedAnswers derived) {
    return new AllAnswers(
        rows(derived.positions()),
        rows(derived.changes()),
        rows(derived.turns()),
        rows(derived.agreement()));
  }

  /** Returns a text, or of a long one the beginning and a hash, so that a million fit in memory. */
  private static String abridged(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST)
            + "… "
            + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
  }

  static List<String> rows(Dataset<Row> table) {
    return sorted(
        Streams.stream(table.toLocalIterator())
            .map(
                row ->
                    text(
                        Stream.iterate(0, i -> i + 1)
                            .limit(row.length())
                            .map(i -> row.isNullAt(i) ? "null" : row.get(i))
                            .map(it -> it instanceof String text ? abridged(text) : it)
                            .toArray())));
  }

  private static String text(Object... values) {
    return Stream.of(values).map(Object::toString).collect(Collectors.joining(" "));
  }

  private static List<String> sorted(Stream<String> rows) {
    return rows.sorted().toList();
  }
}
