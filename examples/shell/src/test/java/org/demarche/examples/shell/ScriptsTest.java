package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the example scripts and checks their answers. */
class ScriptsTest {
  /** Returns the output lines of a script, with runs of spaces collapsed. */
  private static List<String> outputOf(String script, String... args) throws IOException {
    CommandResult run =
        CommandResult.ofScript(
            script, Files.readString(CommandResult.exampleFolder().resolve(script)), args);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    String text = run.out();
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    return text.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(
            "1-where-did-seoul-stand.jsh",
            List.of(
                "Republic of Korea on additional-thaad, as of 2017-11-24",
                "UPI17-04 2017-10-30 Kang Kyung-wha for ROK Ministry of Foreign Affairs: AGAINST",
                "AP22-02 2022-08-10 Republic of Korea: UNCOMMITTED additional-thaad, REFUSE, REPORTED",
                "hint: ET22-21 [..2022-08-31] Yoon Suk-yeol: FOR additional-thaad, EXPRESS_DESIRE, REPORTED",
                "WITHDRAWN")),
        Arguments.of(
            "2-what-conflicts.jsh",
            List.of(
                "prc 3n-promise FOR/ASSERT 2017-11-24 xi-jinping KT17-13",
                "epoch-times 3n-promise FOR/ASSERT 2022-08-31 ET22-08",
                "rok 3n-promise AGAINST/DENY ◊ 2017-11-24 moon-jae-in KT17-15",
                "rok 3n-only-position FOR/ASSERT ◊ 2017-11-24 moon-jae-in KT17-14",
                "rok 3n-agreement AGAINST/DENY 2022-08-11 yoon-suk-yeol ET22-07",
                "3n-promise AGAINST/DENY FOR/ASSERT CONTRADICTION")),
        Arguments.of(
            "3-two-read-outs.jsh",
            List.of(
                "AP22-09 Both sides agree THAAD should not reports reports MUTUAL AGREE",
                "AP22-08 (ROK read-out) Both sides confirmed – reports ONE_SIDED ASSERT",
                "ET22-04 (Chinese read-out) The two sides reports – ONE_SIDED AGREE",
                "AP22-05 Wang Wenbin: the ministers had an reports – ONE_SIDED ASSERT")),
        Arguments.of(
            "4-has-beijing-changed.jsh",
            List.of(
                "prc deployment AGAINST/EXPRESS_CONCERN † AGAINST/UNSPECIFIED REAFFIRMED, based on",
                "prc harms-prc-security · FOR/ASSERT FIRST_STATED",
                "prc surveils-china FOR/ASSERT FOR/ASSERT UNCHANGED",
                "prc deployment AGAINST/UNSPECIFIED AGAINST/UNSPECIFIED UNCHANGED",
                "prc three-nos FOR/WELCOME FOR/URGE HARDENED, based on evidence of",
                "2017-11-22 FIRST_STATED FOR/WELCOME KT17-07",
                "Positions of prc, as of 2022-08-11, not evidenced since 2020-08-11: 10")),
        Arguments.of(
            "5-what-was-known-then.jsh",
            List.of(
                "rok additional-thaad AGAINST/STATE_INTENTION 2017-10-30 moon-jae-in UPI17-04",
                "rok join-us-md AGAINST/STATE_INTENTION 2017-10-30 moon-jae-in UPI17-05",
                "prc surveils-china FOR/ASSERT 2017-10-31 xi-jinping UPI17-07",
                "No known position: no claim was published by then (NOT_YET_KNOWN)",
                "No known position: only hints (ONLY_HINTS)",
                "prc harms-prc-security · FOR/ASSERT GAINED")),
        Arguments.of(
            "6-was-it-promised.jsh",
            List.of(
                "Chronology of claims as of 2022-08-31, party rok, touching three-nos, commitments: 1",
                "three-nos, PROMISE, NARRATED",
                "0",
                "Chronology of claims as of 2022-08-31, party rok, touching three-nos, force STATE_INTENTION: 2",
                "[..2017-11-24] (INFERRED, undated) KT17-15 Republic of Korea: AGAINST 3n-promise, DENY,")),
        Arguments.of(
            "7-change-of-government.jsh",
            List.of(
                "proposition park-geun-hye hwang-kyo-ahn (acting) moon-jae-in yoon-suk-yeol",
                "additional-thaad · · AGAINST/STATE_INTENTION UNCOMMITTED/REFUSE",
                "rok on additional-thaad: WITHDRAWN, administration changed",
                "true",
                "false",
                "“rejecting Chinese calls that it continue the polices of Seoul’s previous government that")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void each_example_script_prints_the_expected_answers(String script, List<String> lines)
      throws IOException {
    assertThat(outputOf(script)).contains(lines.toArray(String[]::new));
  }

  @Test
  void a_script_receives_its_arguments() throws IOException {
    assertThat(outputOf("7-change-of-government.jsh", "three-nos"))
        .contains("rok on three-nos: WITHDRAWN, administration changed", "false");
  }

  @Test
  void every_example_script_is_tested() throws IOException {
    try (Stream<Path> files = Files.list(CommandResult.exampleFolder())) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".jsh"))
                  .sorted())
          .containsExactlyElementsOf(
              answers().map(arguments -> (String) arguments.get()[0]).toList());
    }
  }

  @Test
  void every_question_in_the_help_text_has_an_answer() throws IOException {
    assertThat(ShellFunctions.questions()).hasSize(10);
    for (List<String> question : ShellFunctions.questions()) {
      assertThat(ShellFunctions.help()).contains(question);
    }
    String all = String.join("\n", ShellFunctions.questions().stream().map(q -> q.get(1)).toList());
    CommandResult run = CommandResult.ofScript("help", all);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "as of 2022-08-11",
            "Read-outs of",
            "Propositions: ",
            "Differences between",
            "LOST",
            "URGE")
        .doesNotContain("@", ": none");
  }
}
