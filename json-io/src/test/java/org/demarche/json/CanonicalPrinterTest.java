package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.SampleDossiers.COMPLETE_DOCUMENT;
import static org.demarche.json.SampleDossiers.altered;
import static org.demarche.json.SampleDossiers.completeDossier;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;

/** The canonical text of a dossier. */
class CanonicalPrinterTest {
  @Test
  void a_dossier_is_written_member_by_member_ids_first_and_sets_sorted() {
    assertThat(Dossiers.format(completeDossier())).isEqualTo(COMPLETE_DOCUMENT);
  }

  @Test
  void a_written_dossier_reads_as_the_same_dossier() {
    assertThat(Dossiers.parse(COMPLETE_DOCUMENT)).isEqualTo(completeDossier());
  }

  @Test
  void the_same_dossier_always_gives_the_same_bytes() {
    byte[] bytes = Dossiers.format(completeDossier()).getBytes(StandardCharsets.UTF_8);

    assertThat(Dossiers.format(completeDossier()).getBytes(StandardCharsets.UTF_8))
        .isEqualTo(bytes);
    assertThat(Dossiers.format(Dossiers.parse(COMPLETE_DOCUMENT)).getBytes(StandardCharsets.UTF_8))
        .isEqualTo(bytes);
  }

  @Test
  void every_line_ends_in_a_line_feed() {
    assertThat(Dossiers.format(completeDossier())).doesNotContain("\r").endsWith("\n}\n");
  }

  @Test
  void an_empty_dossier_has_only_its_version() {
    assertThat(Dossiers.format(Dossier.empty())).isEqualTo("{\n  \"demarche\": 1\n}\n");
    assertThat(Dossiers.parse("{\"demarche\":1}")).isEqualTo(Dossier.empty());
  }

  @Test
  void explicit_defaults_equal_absent_members() {
    String explicit = COMPLETE_DOCUMENT;
    for (String[] more :
        new String[][] {
          {"\"published\": \"2017-11\"", "\"basis\": \"STATED\""},
          {"\"published\": \"[..2017-11-23]\"", "\"reliableQuotes\": true"},
          {"\"published\": \"2017\"", "\"derivedFrom\": []"},
          {"\"name\": \"문재인\"", "\"named\": true"},
          {"\"name\": \"황교안\"", "\"terms\": []"},
          {"\"name\": \"연합뉴스\"", "\"authority\": \"UNSPECIFIED\""},
          {"\"name\": \"The Korea Times\"", "\"aliases\": []"},
          {"\"text\": \"It joins missile defense.\"", "\"parts\": {}"},
          {"\"text\": \"More THAAD comes.\"", "\"excludes\": []"},
          {"\"asserted\": \"2017-06/2017-10\"", "\"basis\": \"STATED\""},
          {"\"asserted\": \"../2017-10-31\"", "\"audience\": []"},
          {"\"proposition\": \"binding\"", "\"frames\": []"},
          {"\"proposition\": \"talk\"", "\"respondsTo\": []"},
          {"\"mode\": \"NARRATED\"", "\"via\": []"},
        }) {
      explicit = altered(explicit, more[0], more[0] + ", " + more[1]);
    }
    explicit =
        explicit.replace(
            "\"from\": \"2017-05-10\"\n", "\"from\": \"2017-05-10\", \"acting\": false\n");

    assertThat(Dossiers.parse(explicit)).isEqualTo(completeDossier());
    assertThat(Dossiers.format(Dossiers.parse(explicit))).isEqualTo(COMPLETE_DOCUMENT);
  }

  @Test
  void an_empty_list_of_participants_equals_an_absent_one() {
    String none =
        altered(COMPLETE_DOCUMENT, ",\n      \"participants\": [ \"moon\", \"rok-mofa\" ]", "");
    String empty = altered(COMPLETE_DOCUMENT, "[ \"moon\", \"rok-mofa\" ]", "[]");

    assertThat(Dossiers.parse(empty)).isEqualTo(Dossiers.parse(none));
    assertThat(Dossiers.format(Dossiers.parse(empty))).isEqualTo(none);
  }

  @Test
  void members_and_sets_may_come_in_any_order() {
    String reordered =
        altered(
            altered(COMPLETE_DOCUMENT, "[ \"AP17\", \"YNA17\" ]", "[\"YNA17\",\"AP17\"]"),
            "\"label\": \"Talks in Beijing\",\n      \"when\": \"2017-11-22\",",
            "\"when\": \"2017-11-22\",\n      \"label\": \"Talks in Beijing\",");

    assertThat(Dossiers.parse(reordered)).isEqualTo(completeDossier());
    assertThat(Dossiers.format(Dossiers.parse(reordered))).isEqualTo(COMPLETE_DOCUMENT);
  }

  @Test
  void sections_may_come_in_any_order() {
    String[] parts = COMPLETE_DOCUMENT.split("  \"occasions\": ", 2);
    String[] rest = parts[1].split("  \"propositions\": ", 2);
    String occasionsFirst =
        parts[0].replace("  \"sources\": ", "  \"occasions\": " + rest[0] + "  \"sources\": ")
            + "  \"propositions\": "
            + rest[1];

    assertThat(occasionsFirst).isNotEqualTo(COMPLETE_DOCUMENT);
    assertThat(Dossiers.format(Dossiers.parse(occasionsFirst))).isEqualTo(COMPLETE_DOCUMENT);
  }

  @Test
  void white_space_between_values_is_ignored() {
    String tight = Pattern.compile("\n *").matcher(COMPLETE_DOCUMENT).replaceAll("");

    assertThat(Dossiers.parse(tight)).isEqualTo(completeDossier());
  }

  @Test
  void the_schema_member_of_a_document_is_not_part_of_the_dossier() {
    String withSchema =
        altered(COMPLETE_DOCUMENT, "{\n  \"demarche\"", "{\n  \"$schema\": \"x\",\n  \"demarche\"");

    assertThat(Dossiers.parse(withSchema)).isEqualTo(completeDossier());
  }

  @Test
  void an_unpaired_surrogate_is_written_as_an_escape() {
    Dossier halves =
        Dossier.of(
            Actor.builder()
                .id("x")
                .name("a\uDE00\uD83D b\uD83D\uDE00")
                .kind(ActorKind.PERSON)
                .build());

    String text = Dossiers.format(halves);

    assertThat(text).contains("\"name\": \"a\\uDE00\\uD83D b\uD83D\uDE00\"");
    assertThat(Dossiers.parse(text)).isEqualTo(halves);
  }
}
