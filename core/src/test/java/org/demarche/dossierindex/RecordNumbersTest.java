package org.demarche.dossierindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** The numbers of records, which are read from a map that the dossier does not publish. */
class RecordNumbersTest {
  private static final RecordNumbers NUMBERS =
      new RecordNumbers(
          Dossier.of(
              actor("a"),
              actor("b"),
              source("s"),
              source("t"),
              source("u"),
              Proposition.builder().id("p").issue("i").text("P.").build(),
              Proposition.builder().id("q").issue("i").text("Q.").build()));

  private static Actor actor(String id) {
    return Actor.builder().id(id).name(id).kind(ActorKind.MEDIA).build();
  }

  private static Source source(String id) {
    return Source.builder().id(id).outlet("a").title(id).published(When.parse("2016")).build();
  }

  @Test
  void the_number_of_a_record_is_its_index_among_the_records_of_its_type() {
    assertThat(NUMBERS.actor("b")).isEqualTo(1);
    assertThat(NUMBERS.source("u")).isEqualTo(2);
    assertThat(NUMBERS.proposition("q")).isEqualTo(1);
    assertThat(NUMBERS.indexOfActor("a")).isZero();
    assertThat(NUMBERS.indexOfProposition("p")).isZero();
  }

  @Test
  void an_unknown_id_has_no_number() {
    assertThat(NUMBERS.indexOfActor("s")).isEqualTo(-1);
    assertThat(NUMBERS.indexOfProposition("a")).isEqualTo(-1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NUMBERS.source("a"))
        .withMessage("source 'a' is not in the dossier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NUMBERS.claim("a"))
        .withMessage("claim 'a' is not in the dossier");
  }
}
