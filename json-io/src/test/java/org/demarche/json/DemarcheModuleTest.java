package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.Tracker;
import org.demarche.answer.Position;
import org.demarche.json.records.RecordType;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** An application's own mapper, which finds the module by itself. */
class DemarcheModuleTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().findAndAddModules().build();

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  /** A document of an application. */
  record Page(String title, Claim claim, List<Evidence> more, When when) {}

  @Property(tries = 200)
  void every_type_of_the_model_is_written_and_read_back(@ForAll("dossiers") Dossier dossier) {
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(dossier), Dossier.class))
        .isEqualTo(dossier);
    for (RecordType<?> kind : RecordType.byName().values()) {
      for (DossierRecord item : kind.get().apply(dossier)) {
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(item), kind.type())).isEqualTo(item);
      }
    }
    for (Evidence piece : dossier.claims().stream().flatMap(c -> c.evidence().stream()).toList()) {
      assertThat(MAPPER.readValue(MAPPER.writeValueAsString(piece), Evidence.class))
          .isEqualTo(piece);
    }
    for (Source source : dossier.sources()) {
      String written = MAPPER.writeValueAsString(source.published());
      assertThat(MAPPER.readValue(written, When.class)).isEqualTo(source.published());
    }
    for (TermOfOffice term : dossier.actors().stream().flatMap(a -> a.terms().stream()).toList()) {
      assertThat(MAPPER.readValue(MAPPER.writeValueAsString(term), TermOfOffice.class))
          .isEqualTo(term);
    }
  }

  @Test
  void records_can_be_part_of_an_applications_own_documents() {
    Claim claim = SampleDossiers.completeDossier().claims().get(0);
    Page page = new Page("한국", claim, claim.evidence(), When.parse("[..2017]"));
    String json = MAPPER.writeValueAsString(page);
    assertThat(json).startsWith("{\"title\":\"한국\",\"claim\":{\"id\":\"" + claim.id() + "\"");
    assertThat(MAPPER.readValue(json, Page.class)).isEqualTo(page);
  }

  @Test
  void answers_are_written() {
    Position position = Tracker.of(SampleDossiers.completeDossier()).position("rok", "three-nos");
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(position)))
        .isEqualTo(MAPPER.readTree(Answers.format(position)));
  }

  @Test
  void a_refusal_reports_every_problem() {
    DatabindException refused =
        catchThrowableOfType(
            DatabindException.class,
            () ->
                MAPPER.readValue(
                    "{\"title\": \"x\", \"claim\": {\"id\": \"C\", \"stance\": \"FORR\", \"evidence\":"
                        + " [{\"source\": 7}]}}",
                    Page.class));
    assertThat(refused.getCause()).isInstanceOf(InvalidDossierException.class);
    assertThat(refused.getOriginalMessage())
        .contains(
            "claim C: stance 'FORR' is not one of FOR, AGAINST, UNCOMMITTED (did you mean 'FOR'?)")
        .contains("claim C: evidence/0/source takes text in quotation marks, got number 7")
        .contains("claim C: member 'asserted' is missing");
    assertThat(
            catchThrowableOfType(
                    DatabindException.class,
                    () -> MAPPER.readValue("{\"demarche\": 1, \"actors\": [{}]}", Dossier.class))
                .getOriginalMessage())
        .contains("actor at index 0: member 'id' is missing");
    assertThat(
            catchThrowableOfType(
                    DatabindException.class,
                    () ->
                        MAPPER.readValue(
                            "{\"demarche\": 1, \"actors\": [], \"actors\": []}", Dossier.class))
                .getOriginalMessage())
        .contains("duplicate member 'actors'");
    assertThat(
            catchThrowableOfType(
                    DatabindException.class, () -> MAPPER.readValue("\"2017-13\"", When.class))
                .getOriginalMessage())
        .contains("month 13 is not between 01 and 12");
  }
}
