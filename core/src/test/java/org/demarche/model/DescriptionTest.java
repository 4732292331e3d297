package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.state;

import java.util.List;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;

/** The description of a dossier: title, authors, licence and version. */
class DescriptionTest {
  private static final Description THAAD =
      Description.empty().title("THAAD").authors("Ann", "Bob").licence("CC BY 4.0").version("2");

  @Test
  void a_dossier_has_an_empty_description_by_default() {
    assertThat(dossier().description().isEmpty()).isTrue();
    assertThat(dossier().description()).isEqualTo(Description.empty());
  }

  @Test
  void a_description_has_what_was_given() {
    assertThat(THAAD.title()).hasValue("THAAD");
    assertThat(THAAD.authors()).containsExactly("Ann", "Bob");
    assertThat(THAAD.licence()).hasValue("CC BY 4.0");
    assertThat(THAAD.version()).hasValue("2");
    assertThat(THAAD.isEmpty()).isFalse();
    assertThat(THAAD)
        .hasToString("{title=THAAD, authors=Ann, Bob, licence=CC BY 4.0, version=2}")
        .isEqualTo(
            Description.empty()
                .version("2")
                .licence("CC BY 4.0")
                .authors(List.of("Ann", "Bob"))
                .title("THAAD"));
  }

  @Test
  void blank_texts_are_rejected() {
    assertRejected(
        () -> THAAD.title(" "), error(Code.BLANK, "title", " ", "dossier: title is blank"));
    assertRejected(
        () -> THAAD.authors("Ann", ""),
        error(Code.BLANK, "authors", "", "dossier: authors is blank"));
    assertRejected(
        () -> THAAD.licence("\t"), error(Code.BLANK, "licence", "\t", "dossier: licence is blank"));
    assertRejected(
        () -> THAAD.version(""), error(Code.BLANK, "version", "", "dossier: version is blank"));
  }

  @Test
  void the_description_is_part_of_equality() {
    Dossier described = dossier().describedBy(THAAD);
    assertThat(described.description()).isEqualTo(THAAD);
    assertThat(described)
        .isNotEqualTo(dossier())
        .isEqualTo(dossier().describedBy(THAAD))
        .hasSameHashCodeAs(dossier().describedBy(THAAD));
    assertThat(described.describedBy(Description.empty())).isEqualTo(dossier());
  }

  @Test
  void the_description_is_kept_by_every_change_of_records() {
    Dossier described = dossier().describedBy(THAAD);
    Claim claim = described.claims().get(0);
    for (Dossier changed :
        List.of(
            described.plus(claim("X").build()),
            described.plus(dossier()),
            described.plus(described),
            described.replace(claim("KT17-01").note("Seen once.").build()),
            described.remove(claim),
            described.rename(claim, "Y"),
            described.closure(claim))) {
      assertThat(changed.description()).isEqualTo(THAAD);
    }
  }

  @Test
  void a_merge_keeps_the_only_description() {
    assertThat(dossier().plus(dossier().describedBy(THAAD)))
        .isEqualTo(dossier().describedBy(THAAD));
    Dossier described = dossier().describedBy(THAAD);
    assertThat(described.plus(dossier())).isSameAs(described);
  }

  @Test
  void two_descriptions_that_differ_are_a_problem_beside_those_of_the_records() {
    Dossier other = Dossier.of(state("prc").name("China").build()).describedBy(THAAD.version("3"));
    assertRejected(
        () -> dossier().describedBy(THAAD).plus(other),
        error(
            Code.CONFLICT,
            "",
            "{title=THAAD, authors=Ann, Bob, licence=CC BY 4.0, version=3}",
            "dossier: the two descriptions differ: one is {title=THAAD, authors=Ann, Bob,"
                + " licence=CC BY 4.0, version=2}, the other {title=THAAD, authors=Ann, Bob,"
                + " licence=CC BY 4.0, version=3}; describe both alike, or only one of the two"),
        error(
            Code.CONFLICT,
            "",
            "name=China",
            "actor prc: the two records disagree on more than evidence: one has name=The name of"
                + " prc, the other name=China; repeat the record unchanged, or give a correction"
                + " its own id"));
  }
}
