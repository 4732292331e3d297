package org.demarche.examples.unvotes;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.demarche.Tracker;
import org.demarche.answer.Known;
import org.demarche.answer.Relation;
import org.demarche.answer.Tally;
import org.demarche.json.LoadedClaims;
import org.demarche.model.Proposition;
import org.demarche.network.AgreementQuery;
import org.demarche.text.Style;
import org.demarche.text.TextPage;

/**
 * Reports how two states voted in the UN General Assembly: how often they voted alike in each
 * session, on which votes they were opposed, and how one of them voted on a recurring question.
 *
 * <pre>{@code
 * mvn -q compile exec:java -pl examples/un-votes -am -Dexec.args="FOLDER CN KR 'nuclear weapons'"
 * }</pre>
 */
public final class VotingRecordReport {
  private static final String USAGE =
      "usage: FOLDER CODE CODE [PHRASE], for example: unvotes CN KR 'nuclear weapons'";

  private static final int MAX_TITLE_LENGTH = 160;

  private VotingRecordReport() {}

  /**
   * Prints the report.
   *
   * @param args the folder of the tables, the codes of two states, and optionally a phrase that
   *     occurs in the titles of a recurring question
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length < 3 || args.length > 4) {
      out.println(USAGE);
      return;
    }
    try {
      LoadedClaims load = RollCallReader.read(Path.of(args[0]));
      load.problems().forEach(problem -> out.println("skipped: " + problem));
      Tracker tracker = Tracker.of(load.dossier());
      out.println(sessions(tracker, args[1], args[2]).print(Style.whole()));
      out.println();
      out.println(opposed(tracker, args[1], args[2]).print(Style.whole()));
      if (args.length == 4) {
        out.println();
        out.println(question(tracker, args[1], args[3]).print(Style.whole()));
      }
    } catch (IllegalArgumentException | UncheckedIOException failure) {
      out.println(failure.getMessage());
    }
  }

  /** Returns a table of how often two states voted alike in each session. */
  static TextPage sessions(Tracker tracker, String first, String second) {
    AgreementQuery agreement = AgreementQuery.of(tracker).parties(first, second);
    List<Integer> sessions =
        tracker.dossier().propositions().stream()
            .map(rollCall -> Integer.valueOf(rollCall.issue().replace("session-", "")))
            .distinct()
            .sorted()
            .toList();
    return TextPage.of("%s and %s by session".formatted(first, second))
        .table(
            List.of("session", "joint", "same", "opposed", "identical", "half credit"),
            sessions.stream()
                .map(
                    session -> {
                      Tally tally = agreement.onIssue("session-" + session).between(first, second);
                      return List.of(
                          String.valueOf(session),
                          String.valueOf(tally.joint()),
                          String.valueOf(tally.same()),
                          String.valueOf(tally.opposed()),
                          percent(tally.measure(Tally.Measure.IDENTICAL_SHARE)),
                          percent(tally.measure(Tally.Measure.HALF_CREDIT)));
                    })
                .toList());
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "" : Math.round(share.getAsDouble() * 100) + " %";
  }

  /** Returns a table of the votes on which one state was for and the other against. */
  static TextPage opposed(Tracker tracker, String first, String second) {
    List<Relation> votes =
        tracker.compare(first, second).label(Relation.Label.CONTRADICTION).rows().stream()
            .sorted(Comparator.comparing(vote -> day(vote.first().known().orElseThrow())))
            .toList();
    TextPage page =
        TextPage.of("%s and %s opposed: %s votes".formatted(first, second, votes.size()));
    return votes.isEmpty()
        ? page
        : page.table(
            List.of("date", "roll call", first, second, "title"),
            votes.stream()
                .map(
                    vote ->
                        List.of(
                            day(vote.first().known().orElseThrow()).toString(),
                            vote.proposition(),
                            vote.first().known().orElseThrow().stance().name(),
                            vote.second().known().orElseThrow().stance().name(),
                            title(tracker, vote.proposition())))
                .toList());
  }

  /**
   * Returns a table of how a state voted on each roll call with a phrase in its title. The reader
   * has to judge whether all of them put the same question: titles recur, and their wording
   * changes.
   */
  static TextPage question(Tracker tracker, String state, String phrase) {
    List<Known> votes =
        tracker.propositions(phrase).ids().stream()
            .flatMap(rollCall -> tracker.position(state, rollCall).known().stream())
            .sorted(Comparator.comparing(VotingRecordReport::day).thenComparing(Known::proposition))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      Known vote = votes.get(i);
      boolean isChanged = i > 0 && !Objects.equals(votes.get(i - 1).stance(), vote.stance());
      rows.add(
          ImmutableList.of(
              day(vote).toString(),
              vote.proposition(),
              vote.stance().name(),
              isChanged ? "changed" : "",
              title(tracker, vote.proposition())));
    }
    TextPage page = TextPage.of("%s on “%s”: %s votes".formatted(state, phrase, rows.size()));
    return rows.isEmpty()
        ? page
        : page.table(List.of("date", "roll call", "vote", "", "title"), rows);
  }

  private static LocalDate day(Known vote) {
    return vote.lastEvidenced();
  }

  /**
   * Returns the title of a roll call, cut to a maximum length because some titles are very long.
   */
  private static String title(Tracker tracker, String rollCall) {
    String whole = tracker.dossier().proposition(rollCall).map(Proposition::text).orElse(rollCall);
    String title = whole.startsWith(": ") ? whole.substring(2) : whole;
    return title.length() <= MAX_TITLE_LENGTH
        ? title
        : title.substring(0, MAX_TITLE_LENGTH).strip() + "…";
  }
}
