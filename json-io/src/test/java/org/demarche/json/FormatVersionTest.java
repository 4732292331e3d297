package org.demarche.json;

import static org.demarche.json.BadDocument.EXPECTED_BEGINNING;
import static org.demarche.json.BadDocument.withValue;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.assertRefused;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of another version of the format, or without a version. */
class FormatVersionTest {
  static Stream<BadDocument> versions() {
    String unfit = "demarche: this is a dossier of format version %s; this library reads version 1";
    String wrong = "demarche takes the version of the format, such as 1, got ";
    return Stream.of(
        version("2", unfit.formatted("2") + ", a newer release is needed"),
        version(
            "99999999999999999999",
            unfit.formatted("99999999999999999999") + ", a newer release is needed"),
        version("0", unfit.formatted("0")),
        version("-1", unfit.formatted("-1")),
        version("1.0", wrong + "number 1.0"),
        version("\"1\"", wrong + "text \"1\""),
        version("true", wrong + "true"),
        version("null", wrong + "null"),
        version("[1]", wrong + "a list"));
  }

  private static BadDocument version(String version, String message) {
    return withValue("\"demarche\": 1", version, message);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_document_of_another_version_is_refused(BadDocument bad) {
    bad.check();
  }

  @Test
  void a_document_without_a_version_is_refused_at_its_beginning() {
    assertRefused(
        "\n ▸" + altered("\"demarche\": 1,", ""),
        "member 'demarche' is missing; " + EXPECTED_BEGINNING);
  }

  @Test
  void a_mistyped_version_member_is_answered_with_its_name() {
    assertRefused(
        "▸" + altered("\"demarche\": 1", "▸\"Demarche\": 1"),
        "member 'demarche' is missing; " + EXPECTED_BEGINNING,
        "a dossier has no member 'Demarche' (did you mean 'demarche'?)");
  }
}
