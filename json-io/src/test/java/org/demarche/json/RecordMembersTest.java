package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSetMultimap;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The differences between dossiers know every member that a file stores, and no other. */
class RecordMembersTest {
  /** Records of the complete dossier by id, with other values of all their members. */
  private static final List<DossierRecord> OTHERS =
      List.of(
          Source.builder()
              .id("KT17")
              .outlet("yonhap")
              .title("Another title")
              .published(When.parse("2016"))
              .build(),
          Source.builder()
              .id("YNA17")
              .outlet("yonhap")
              .title("Another title")
              .published(When.parse("2017-11"))
              .build(),
          Actor.builder().id("rok").name("South Korea").kind(ActorKind.STATE).build(),
          Actor.builder().id("choson").name("Joseon").kind(ActorKind.STATE).build(),
          Actor.builder().id("eu").name("The Union").kind(ActorKind.ORGANISATION).build(),
          Actor.builder().id("rok-mofa").name("A person").kind(ActorKind.PERSON).build(),
          Actor.builder().id("an-official").name("An official").kind(ActorKind.PERSON).build(),
          Occasion.of("talks", "Other talks", When.parse("2016"), "hwang"),
          Proposition.builder().id("three-nos").issue("other").text("Another one.").build(),
          Proposition.builder().id("hotline").issue("thaad").text("It keeps it.").build(),
          Proposition.builder().id("binding").issue("other").text("A second one.").build(),
          claim("KT17-06"),
          claim("draft"),
          Claim.builder()
              .id("KT17-07")
              .addSpeakers("hwang")
              .addPrincipals("hwang")
              .asserted(When.parse("2016"))
              .proposition("talk")
              .stance(Stance.AGAINST)
              .force(Force.ASSERT)
              .addEvidence(
                  Evidence.builder().source("YNA17").mode(Mode.NARRATED).quote("no").build())
              .build());

  private static Claim claim(String id) {
    return Claim.builder()
        .id(id)
        .addSpeakers("moon")
        .addPrincipals("rok")
        .asserted(When.parse("2016"))
        .proposition("talk")
        .stance(Stance.AGAINST)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("YNA17").mode(Mode.RECORDED).build())
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "actor", "occasion", "proposition", "claim"})
  void differences_are_reported_of_each_member_that_a_file_stores(String type) {
    Set<String> stored = stored(Objects.requireNonNull(RecordType.byName().get(type)));
    assertThat(stored.remove("id")).isTrue(); // equal in both, or they would not be compared
    assertThat(differing().get(type)).containsExactlyInAnyOrderElementsOf(stored);
  }

  /** Returns the members in which records of each type differ between the two dossiers. */
  private static ImmutableSetMultimap<String, String> differing() {
    Dossier complete = SampleDossiers.completeDossier();
    List<DossierRecord> records = new ArrayList<>(OTHERS);
    RecordType.records(complete)
        .filter(record -> OTHERS.stream().noneMatch(other -> isSame(record, other)))
        .forEach(records::add);
    ImmutableSetMultimap.Builder<String, String> members = ImmutableSetMultimap.builder();
    complete
        .differencesFrom(Dossier.of(records))
        .altered()
        .forEach(
            altered ->
                members.putAll(
                    RecordType.of(altered.after()).name(), altered.valuesBefore().keySet()));
    return members.build();
  }

  private static boolean isSame(DossierRecord one, DossierRecord other) {
    return one.id().equals(other.id()) && RecordType.of(one).equals(RecordType.of(other));
  }

  /** Returns the members that the codec of a type declares. */
  private static Set<String> stored(RecordType<?> type) {
    StringWriter schema = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.compact(schema)) {
      out.writeStartObject();
      type.codec().schema(out);
      out.writeEndObject();
    }
    return new TreeSet<>(
        new JsonMapper().readTree(schema.toString()).get("properties").propertyNames());
  }
}
