package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.demarche.json.RawWorkbook.text;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files with one fault each, from the table {@code hostile.tsv}: the file from which each is made,
 * the {@linkplain HostileFile recipe}, what is right, the place (a line and column, a line alone,
 * or {@code ▸} for the mark in the recipe), and words of the message or of what was read. Right is:
 *
 * <ul>
 *   <li>{@code accepted}: read, equal after writing and reading again, and answered by a Tracker
 *   <li>{@code refused}: the first problem has that place and these words
 *   <li>{@code unreadable}: no dossier, because the file itself is damaged; the message names it
 *   <li>{@code row}: the row of the table is left out and reported
 * </ul>
 *
 * <p>No message has more than 400 characters, a character that is not seen, or a line break.
 */
class HostileTableTest {
  private static final int LONGEST_MESSAGE = 400;
  private static final int LONGEST_TABLE = 2 << 20;
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  private static final String LINES =
      """
      {"demarche": 1}
      {"source": {"id": "S1", "outlet": "paper", "title": "T", "published": "2017-11-24"}}
      {"source": {"id": "S2", "outlet": "paper", "title": "T2", "published": "2018-11-24"}}
      {"actor": {"id": "paper", "name": "The Paper", "kind": "MEDIA"}}
      {"actor": {"id": "a", "name": "Aland", "kind": "STATE", "terms": [{"head": "pm", "from": "2010-01-01"}]}}
      {"actor": {"id": "a-mfa", "name": "MFA", "kind": "ORGAN", "of": "a", "authority": "MINISTRY"}}
      {"actor": {"id": "pm", "name": "P M", "kind": "PERSON"}}
      {"actor": {"id": "b", "name": "Beland", "kind": "STATE"}}
      {"occasion": {"id": "o1", "label": "Meeting", "when": "2017-10-01", "participants": ["a", "b"]}}
      {"proposition": {"id": "p", "issue": "i", "text": "P is so."}}
      {"proposition": {"id": "q", "issue": "i", "text": "Q is so."}}
      {"proposition": {"id": "r", "issue": "i", "text": "R is so."}}
      {"claim": {"id": "c1", "speakers": ["a"], "principals": ["a"], "asserted": "2017-10-31", "proposition": "p", "stance": "FOR", "force": "ASSERT", "evidence": [{"source": "S1", "mode": "PARTIAL", "quote": "he \\"said\\" so"}]}}
      """;
  private static final RawWorkbook WORKBOOK =
      new RawWorkbook()
          .sharedText("abstain")
          .row(text("no"), text("country"), text("code"), text("vote"), text("day"))
          .row(
              "<c r='@'><v>1</v></c>",
              text("United States"),
              text("US"),
              "<c r='@' t='s'><v>0</v></c>",
              text("4/10/1991"));
  private static final ImmutableMap<String, String> SOUND =
      ImmutableMap.of(
          "document.json",
          HostileFile.document(LINES),
          "lines.jsonl",
          LINES,
          "every-member.json",
          SampleDossiers.COMPLETE_DOCUMENT,
          "table.csv",
          "no,country,code,vote,day\n1,United States,US,abstain,4/10/1991\n",
          "table.xlsx",
          HostileFile.parts(WORKBOOK.parts()));
  private static final Dossier KNOWN =
      Dossier.of(
          Actor.builder().id("un").name("UN").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("r46")
              .outlet("un")
              .title("46")
              .published(When.parse("1991"))
              .build());

  @TempDir Path folder;

  /** A line of the table. */
  record Case(String sound, String recipe, String right, String place, String words) {
    static Case of(String line) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      return new Case(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    HostileFile file() {
      return HostileFile.of(sound, requireNonNull(SOUND.get(sound)), recipe);
    }

    @Override
    public String toString() {
      return sound + " " + recipe;
    }
  }

  static Stream<Case> cases() throws IOException {
    return Resources.readLines(Resources.getResource(HostileTableTest.class, "hostile.tsv"), UTF_8)
        .stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Case::of);
  }

  @Test
  void the_table_has_hundreds_of_files() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_file_with_one_fault_is_read_or_refused_at_its_place(Case hostile) throws IOException {
    HostileFile made = hostile.file();
    Path file = Files.write(folder.resolve(made.name()), made.bytes());
    switch (hostile.right()) {
      case "accepted" -> assertAccepted(file, hostile.words());
      case "unreadable" -> {
        Throwable thrown = catchThrowable(() -> Dossiers.read(file));
        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
        assertThat(thrown).hasMessageContainingAll(made.name(), hostile.words());
        assertIsShort(requireNonNull(thrown.getMessage()));
      }
      case "refused" -> {
        Throwable thrown = catchThrowable(() -> read(file));
        assertThat(thrown).isInstanceOf(InvalidDossierException.class);
        assertFirst(((InvalidDossierException) thrown).problems(), hostile, made);
      }
      case "row" -> {
        LoadedClaims load = limited(file);
        assertFirst(load.problems(), hostile, made);
        assertIsShort(load.problems().get(0).message());
        assertAnswered(load.dossier());
      }
      default -> throw new IllegalArgumentException(hostile.right());
    }
  }

  private static Dossier read(Path file) {
    return isTable(file) ? limited(file).dossier() : Dossiers.read(file);
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".csv") || file.toString().endsWith(".xlsx");
  }

  /** Loads votes of a table. */
  static LoadedClaims table(Path file) {
    return votes(file).read();
  }

  private static LoadedClaims limited(Path file) {
    return votes(file).maxBytes(LONGEST_TABLE).read();
  }

  private static ClaimTable votes(Path file) {
    return ClaimTable.of(file)
        .values("vote", Map.of("yes", "FOR", "no", "AGAINST", "abstain", "UNCOMMITTED"))
        .id("m-{code}")
        .principals("{code}")
        .asserted("{day}", "d/M/yyyy")
        .proposition("mayotte")
        .stance("{vote}")
        .force("VOTE")
        .source("r46")
        .mode("RECORDED")
        .onto(KNOWN)
        .actors(ActorKind.STATE, "{country}")
        .propositions("dec", "The island is Comorian.");
  }

  private void assertAccepted(Path file, String words) throws IOException {
    Dossier dossier;
    if (isTable(file)) {
      LoadedClaims load = limited(file);
      assertThat(load.problems()).isEmpty();
      assertThat(load.dossier().claims()).hasSizeGreaterThanOrEqualTo(1);
      dossier = load.dossier();
    } else {
      List<Problem> warnings = new ArrayList<>();
      dossier = Dossiers.reader().onWarning(warnings::add).read(file);
      warnings.forEach(warning -> assertIsShort(warning.message()));
    }
    assertThat(Dossiers.format(dossier)).contains(words);
    for (String ending : List.of(".json", ".jsonl", ".json.gz")) {
      Path copy = folder.resolve("copy" + ending);
      Dossiers.write(dossier, copy);
      assertThat(Dossiers.read(copy)).isEqualTo(dossier);
    }
    assertAnswered(dossier);
  }

  private static void assertAnswered(Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    for (Claim claim : dossier.claims()) {
      for (String party : claim.principals()) {
        assertThat(tracker.position(party, claim.proposition()).toString())
            .isNotEmpty()
            .doesNotContainPattern(UNSEEN);
        assertThat(tracker.explain(party, claim.proposition()).page().toString().lines())
            .noneMatch(line -> UNSEEN.matcher(line).find());
      }
    }
  }

  private static void assertFirst(List<Problem> problems, Case hostile, HostileFile made) {
    Problem first = problems.get(0);
    String expected = hostile.place().equals("▸") ? made.marked() : hostile.place();
    Problem.Place place = first.place().orElseThrow();
    assertThat(place.file()).endsWith(made.name());
    assertThat(expected.contains(":") ? place.line() + ":" + place.column() : "" + place.line())
        .as(first.toString())
        .isEqualTo(expected);
    assertThat(first.message()).contains(hostile.words());
    problems.forEach(problem -> assertIsShort(problem.message()));
  }

  private static void assertIsShort(String message) {
    assertThat(message).hasSizeLessThanOrEqualTo(LONGEST_MESSAGE).doesNotContainPattern(UNSEEN);
  }
}
