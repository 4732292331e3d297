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
                "South Korea on more THAAD batteries [rok, additional-thaad]",
                "South Korea, as of 24 November 2017: against more THAAD batteries. It states an intention against",
                "South Korea, as of 11 August 2022: uncommitted on more THAAD batteries. It refuses to be bound",
                "UPI17-04 2017-10-30 Kang Kyung-wha on behalf of ROK Ministry of Foreign Affairs: against",
                "more THAAD batteries, intends not to; reported",
                "AP22-02 2022-08-10 South Korea: uncommitted on more THAAD batteries, refuses to be bound;",
                "reported",
                "hint, not counted: ET22-21 by 2022-08-31 Yoon Suk-yeol: for more THAAD batteries, wishes;",
                "WITHDRAWN")),
        Arguments.of(
            "2-what-conflicts.jsh",
            List.of(
                "Positions on the three nos as a promise, as of 31 August 2022: three positions",
                "China + asserts 2017-11-24 Xi Jinping KT17-13 3n-promise",
                "The Epoch Times + asserts 2022-08-31 ET22-08 3n-promise",
                "South Korea − denies ◊ 2017-11-24 Moon Jae-in KT17-15 3n-promise",
                "South Korea + asserts ◊ 2017-11-24 Moon Jae-in KT17-14 3n-only-position",
                "South Korea − denies 2022-08-11 Yoon Suk-yeol ET22-07 3n-agreement",
                "Parties: rok (South Korea)",
                "the three nos as a − denies, by 2017-11-24 + asserts, by 2017-11-24 contradict 3n-promise",
                "promise [KT17-15] [KT17-13]",
                "Parties: rok (South Korea) and prc (China)",
                "South Korea denies [KT17-15] in answer to China, which asserts [KT17-13]")),
        Arguments.of(
            "3-two-read-outs.jsh",
            List.of(
                "Both sides agree both sides mutual agrees Diplomatic Briefing AP22-09",
                "THAAD should not (blog) (AP22) and",
                "(ROK read-out) South Korea only asserts Diplomatic Briefing AP22-08",
                "Both sides (blog) (AP22) and",
                "(Chinese China only agrees The Epoch Times ET22-04",
                "read-out) The (machine-paraphrased",
                "two sides agreed copy) (ET22)",
                "Wang Wenbin: the China, as the press asserts Diplomatic Briefing AP22-05",
                "ministers had an reports it (blog) (AP22)")),
        Arguments.of(
            "4-has-beijing-changed.jsh",
            List.of(
                "THAAD in South − is concerned − said to be still against, with deployment",
                "Korea about it † against it a newer claim, on",
                "THAAD harming + asserts + reaffirms still maintains it, harms-prc-security",
                "China’s security with a newer claim,",
                "THAAD harming · + asserts now holds it true, harms-prc-security",
                "China’s security no position on",
                "THAAD watching + asserts + asserts still holds it surveils-china",
                "China true, with a newer",
                "China true, no newer",
                "THAAD in South − said to be − said to be still against, no deployment",
                "Korea against it against it newer claim",
                "the three nos + welcomes + urges still for, hardened three-nos",
                "from “welcomes” to",
                "Parties: prc (China)",
                "2017-11-22 now for, no position on record before + welcomes KT17-07",
                "Positions of China, as of 11 August 2022, not evidenced since 2020-08-11: ten positions")),
        Arguments.of(
            "5-what-was-known-then.jsh",
            List.of(
                "Positions of South Korea, as of 1 November 2017, from sources published by 1 November 2017, known:",
                "more THAAD − intends not 2017-10-30 Moon Jae-in UPI17-04 additional-thaad",
                "batteries to",
                "Seoul joining − intends not 2017-10-30 Moon Jae-in UPI17-05 join-us-md",
                "US missile to",
                "Positions of China, as of 1 November 2017, from sources published by 1 November 2017, known: six",
                "THAAD watching + asserts 2017-10-31 Xi Jinping UPI17-07 surveils-china",
                "record on the three nos. No claim on the whole counts, but parts of it are held. It holds two of",
                "THAAD harming China’s security. There are hints, but no claim that certainly counts.",
                "THAAD harming · + asserts, known in B only harms-prc-security",
                "China’s security throughout (KT17-17, published",
                "2016-11-24 to 24 November 2017)",
                "[KT17-17]")),
        Arguments.of(
            "6-was-it-promised.jsh",
            List.of(
                "Chronology of claims as of 2022-08-31, party rok, touching three-nos, commitments: one claim",
                "of the ROK (office): for the three nos, promises; narrated by the source",
                "0",
                "Chronology of claims as of 2022-08-31, party rok, touching three-nos, force STATE_INTENTION: two",
                "by 2017-11-24 (date inferred) KT17-15 South Korea: holds it false that “The three nos are a")),
        Arguments.of(
            "7-change-of-government.jsh",
            List.of(
                "proposition Park Geun-hye Hwang Kyo-ahn Moon Jae-in Yoon Suk-yeol id",
                "more THAAD · · − intends not ? refuses to be additional-thaad",
                "batteries to, 2017-10-30 bound,",
                "[UPI17-04] 2022-08-10",
                "[AP22-02]",
                "South Korea on more THAAD batteries, from 24 November 2017 to 11 August 2022: changed from",
                "“against” to “uncommitted”, under a new administration.",
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
        .contains(
            "South Korea on the three nos, from 24 November 2017 to 11 August 2022: changed from “for” to",
            "“uncommitted”, under a new administration.",
            "false");
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
    assertThat(ShellFunctions.help().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    String all = String.join("\n", ShellFunctions.questions().stream().map(q -> q.get(1)).toList());
    CommandResult run = CommandResult.ofScript("help", all);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "as of 11 August 2022",
            "Read-outs of",
            "Propositions: ",
            "Differences between",
            "known in A",
            "urges")
        .doesNotContain("@", ": none");
  }
}
