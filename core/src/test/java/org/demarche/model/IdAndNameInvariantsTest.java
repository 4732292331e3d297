package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.occasion;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, slugs and names. */
class IdAndNameInvariantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two nos",
        "three-nós",
        "三不",
        "-nos",
        ".nos",
        "/nos",
        "nos.",
        "nos/",
        "nos:",
        "nos_",
        "a\u00A0b",
        "a\n",
        "a'b",
        "a~b",
        "#1"
      })
  void an_id_that_is_not_a_slug_is_rejected(String id) {
    String shown = id.replace("\n", "[U+000A]");
    String name = id.isEmpty() ? "" : " " + shown;
    String says =
        "id '"
            + shown
            + "' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces"
            + id.codePoints()
                .filter(c -> c > '~')
                .mapToObj(c -> String.format(Locale.ROOT, "; it has U+%04X", c))
                .findFirst()
                .orElse("");
    assertRejected(
        () -> source(id).build(), error(Code.BAD_ID, "id", id, "source" + name + ": " + says));
    assertRejected(
        () -> state(id).name("X").build(),
        error(Code.BAD_ID, "id", id, "actor" + name + ": " + says));
    assertRejected(
        () -> occasion(id), error(Code.BAD_ID, "id", id, "occasion" + name + ": " + says));
    assertRejected(
        () -> proposition(id).build(),
        error(Code.BAD_ID, "id", id, "proposition" + name + ": " + says));
    assertRejected(
        () -> claim(id).build(), error(Code.BAD_ID, "id", id, "claim" + name + ": " + says));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "3", "A1", "three-noes", "KT17-07", "un/79/1", "v1.2", "a_b:c", "a--b"})
  void a_slug_is_accepted_as_an_id_an_issue_and_a_frame(String id) {
    assertAccepted(
        dossier(
            source(id).build(),
            state(id).build(),
            occasion(id),
            proposition(id).issue(id).build(),
            claim(id).proposition(id).addFrames(id).build()));
  }

  @Test
  void an_issue_that_is_not_a_slug_is_rejected() {
    assertRejected(
        () -> proposition("x").issue("three nos").build(),
        error(
            Code.BAD_ID,
            "issue",
            "three nos",
            "proposition x: issue 'three nos' is not a slug: ASCII letters, digits and hyphens,"
                + " with . _ : / inside, no spaces"));
  }

  @Test
  void a_frame_that_is_not_a_slug_is_rejected() {
    assertRejected(
        () -> claim("X").addFrames("self-defence", "主权").build(),
        error(
            Code.BAD_ID,
            "frames",
            "主权",
            "claim X: frames '主权' is not a slug: ASCII letters, digits and hyphens, with . _ : /"
                + " inside, no spaces; it has U+4E3B"));
  }

  static Stream<Arguments> blanks() {
    return Stream.of(
        blank("source x", "title", source("x").title(" ")::build),
        blank("source x", "author", source("x").author(" ")::build),
        blank("actor x", "name", state("x").name(" ")::build),
        blank("actor x", "aliases", state("x").addAliases("X", " ")::build),
        blank("occasion x", "label", () -> Occasion.of("x", " ", When.parse("2017"))),
        blank("proposition x", "text", proposition("x").text(" ")::build),
        blank("claim x", "gist", claim("x").gist(" ")::build));
  }

  private static Arguments blank(String record, String field, ThrowingCallable building) {
    return arguments(record, field, building);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("blanks")
  void a_blank_name_or_text_is_rejected(String record, String field, ThrowingCallable building) {
    assertRejected(building, error(Code.BLANK, field, " ", record + ": " + field + " is blank"));
  }

  @Test
  void names_and_quotations_in_any_script_are_accepted() {
    assertAccepted(
        dossier(
            state("china").name("中国").addAliases("중국", "Китай").build(),
            claim("X")
                .evidence(List.of(evidence().mode(Mode.DIRECT).quote("「三不」").build()))
                .build()));
  }
}
