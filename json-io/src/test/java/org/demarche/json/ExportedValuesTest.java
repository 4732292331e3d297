package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation;
import org.demarche.answer.Position;
import org.demarche.answer.Wording;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.brief.Brief;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Codebook;
import org.demarche.coding.CodingComparison;
import org.demarche.coding.DraftImport;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.QuotationFinding;
import org.demarche.coding.Sentences;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.coding.VocabularyGuide;
import org.demarche.coding.Worklist;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.DossierDifferences;
import org.demarche.model.Membership;
import org.demarche.model.Problem;
import org.demarche.model.Reading;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.picture.Pictures;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Cell;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every public value of the library is written as JSON by the module, or is refused with a message
 * that says what to write instead; none is left to Jackson's reading of its methods.
 */
class ExportedValuesTest {
  @TempDir static Path folder;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new DemarcheModule()).build();
  private static final Dossier DOSSIER = SampleDossiers.completeDossier();
  private static final Tracker TRACKER = Tracker.of(DOSSIER);

  private static final CitedClaim CITED =
      TRACKER.position("rok", "three-nos").known().orElseThrow().headline();

  private static final Problem PROBLEM =
      Problem.of(
              Problem.Code.UNKNOWN_ID,
              "claim",
              "KT17-07",
              "evidence/0/source",
              "KT18",
              "claim KT17-07: source 'KT18' is not in the dossier")
          .at(3)
          .at(new Problem.Place("thaad.json", 812, 22));

  /** A dossier in which Seoul is for and against something on one day. */
  static final Dossier CONTESTED =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "S", "outlet": "paper", "title": "S", "published": "2020-02-01"}],
           "actors": [{"id": "rok", "name": "Seoul", "kind": "STATE"},
                      {"id": "paper", "name": "A paper", "kind": "MEDIA"}],
           "propositions": [{"id": "p", "issue": "i", "text": "P is so."}],
           "claims": [
             {"id": "A", "speakers": ["rok"], "principals": ["rok"], "asserted": "2020-01-01",
              "proposition": "p", "stance": "FOR", "force": "ASSERT",
              "evidence": [{"source": "S", "mode": "INDIRECT", "quote": "so"}]},
             {"id": "B", "speakers": ["rok"], "principals": ["rok"], "asserted": "2020-01-01",
              "proposition": "p", "stance": "AGAINST", "force": "ASSERT",
              "evidence": [{"source": "S", "mode": "INDIRECT", "quote": "not so"}]}]}
          """);

  /** Values that have a form in JSON. */
  private static List<Object> written() {
    ImmutableList.Builder<Object> values = ImmutableList.builder();
    Claim claim = DOSSIER.claims().get(0);
    values.add(DOSSIER).addAll(DOSSIER.sources()).addAll(DOSSIER.actors());
    values.addAll(DOSSIER.occasions()).addAll(DOSSIER.propositions()).add(claim);
    DOSSIER.claims().forEach(c -> values.addAll(c.evidence()));
    DOSSIER.actors().forEach(actor -> values.addAll(actor.terms()));
    values.add(Membership.of("rok"), Reading.by("ann", Map.of("force", "HOPE")));
    values.add(Description.empty().title("THAAD"));
    values.add(claim.asserted(), TRACKER.viewpoint(), CITED, PROBLEM, PROBLEM.place().get());
    values.add(AnswerFactory.get().exchange(CITED, CITED));
    values.add(Tracker.of(CONTESTED).position("rok", "p"));
    DossierDifferences differences =
        Dossiers.parse(Dossiers.format(CONTESTED).replace("P is so.", "P was so."))
            .differencesFrom(CONTESTED);
    values.add(differences).addAll(differences.altered());
    values.addAll(AnswersTest.answers(TRACKER));
    values.addAll(TRACKER.claims().chronology().entries());
    values.addAll(TRACKER.explain("rok", "three-nos").considered());
    values.add(AnswerFactory.get().otherCapacity("rok", List.of(CITED)));
    values.addAll(TRACKER.timeline("three-nos").rows());
    DOSSIER.occasions().forEach(o -> values.addAll(TRACKER.readouts(o.id()).points()));
    return values.build();
  }

  /** Values that are refused, each with a part of the message. */
  private static Map<Object, String> refused() {
    Map<Object, String> values = new LinkedHashMap<>();
    Path file = folder.resolve("contested.json");
    Dossiers.write(CONTESTED, file);
    values.put(
        Dossiers.snapshot(file),
        "Snapshot has no form in JSON: write the dossier() of its tracker()");
    values.put(
        Answers.writer(), "AnswerWriter has no form in JSON: write the text of format(answer)");
    values.put(
        new LoadedClaims(
            DOSSIER, ImmutableList.of(), 0, 0, 0, ImmutableList.of(), ImmutableList.of()),
        "LoadedClaims has no form in JSON: write its dossier() and its problems()");
    values.put(
        ClaimTable.of(Path.of("claims.csv")), "write the dossier of the claims that it loads");
    values.put(
        new Codings(
            new CodedTable("a.dna", ImmutableList.of(), ImmutableList.of(), ImmutableList.of())),
        "Codings has no form in JSON: write its rows() and its account()");
    values.put(
        new DossierReader.Appended(ImmutableList.of(), 0),
        "Appended has no form in JSON: write its records()");
    values.put(Wording.english(), "Wording has no form in JSON: write its words()");
    values.put(new DemarcheModule(), "DemarcheModule has no form in JSON: add it to the mapper");
    values.putAll(refusedOfCore());
    values.putAll(refusedOfCoding());
    values.putAll(refusedOfTexts());
    values.putAll(refusedOfDrafts());
    values.putAll(refusedOfBriefs());
    values.putAll(refusedOfWork());
    return values;
  }

  private static Map<Object, String> refusedOfCore() {
    return Map.of(
        TRACKER,
        "Tracker has no form in JSON: write its dossier() and its viewpoint()",
        TRACKER.claims(),
        "ClaimQuery has no form in JSON: write find() or chronology()",
        TRACKER.matrix("rok"),
        "MatrixQuery has no form in JSON: write at(…)",
        AgreementQuery.of(TRACKER),
        "write all()",
        CongruenceQuery.of(TRACKER),
        "write network()",
        AffiliationQuery.of(TRACKER),
        "write network()",
        Style.whole(),
        "Style has no form in JSON: write a page",
        TextPage.of("a page"),
        "TextPage has no form in JSON: write print(style)",
        new TextPage.Table("a table", List.of(), List.of()),
        "Table has no form in JSON: write its header()",
        Dossiers.reader(),
        "write the dossier that it reads");
  }

  private static Map<Object, String> refusedOfCoding() {
    Dossier other = Dossiers.parse(Dossiers.format(CONTESTED).replace("AGAINST", "UNCOMMITTED"));
    CodingComparison comparison = CodingComparison.of(Map.of("kim", CONTESTED, "lee", other));
    return Map.of(
        comparison,
        "CodingComparison has no form in JSON: write the text of its page()",
        comparison.foundByAll().get(0),
        "CodedUnit has no form in JSON: write its id()",
        comparison.disagreements().get(0),
        "Disagreement has no form in JSON: write its member()",
        comparison.ratings("stance"),
        "CoderRatings has no form in JSON: write its values()",
        comparison.ratings("stance").krippendorffsAlpha(),
        "AgreementCoefficient has no form in JSON: write its value()",
        comparison.adjudicatedBy("park"),
        "Adjudication has no form in JSON: write dossier()");
  }

  private static Map<Object, String> refusedOfDrafts() {
    SubmittedDraft draft = SubmittedDraft.of(CONTESTED.claims().get(0));
    return Map.of(
        draft,
        "SubmittedDraft has no form in JSON: write its claim()",
        DraftImport.of(CONTESTED, Texts.of(CONTESTED), List.of(draft)),
        "DraftImport has no form in JSON: write its dossier()",
        Codebook.of(CONTESTED),
        "Codebook has no form in JSON: write the text of its page()",
        TimelinePicture.of(Tracker.of(CONTESTED)),
        "Picture has no form in JSON: write its svg()",
        Pictures.agreement(AgreementQuery.of(Tracker.of(CONTESTED)).all()),
        "Picture has no form in JSON: write its svg()");
  }

  private static Map<Object, String> refusedOfBriefs() {
    Tracker tracker = Tracker.of(CONTESTED);
    return Map.of(
        Brief.of(tracker),
        "Brief has no form in JSON: write the text of its page(), or its sources()",
        Brief.ofParty(tracker, CONTESTED.actors().get(0).id()),
        "PartyProfile has no form in JSON: write the text of its page(), or its sources()",
        Brief.ofParties(tracker),
        "PartyProfiles has no form in JSON: write the text of its page(), or its profiles()",
        new Cell("", ""),
        "Cell has no form in JSON: write its text() and its target()");
  }

  private static Map<Object, String> refusedOfTexts() {
    Texts texts = Texts.of(Map.of("S", "It is not  so."));
    QuotationCheck check = QuotationCheck.of(CONTESTED, texts);
    QuotationFinding finding = texts.quotation("S", "not so");
    return Map.of(
        texts,
        "Texts has no form in JSON: write text(source)",
        check,
        "QuotationCheck has no form in JSON: write the text of its page()",
        check.rows().get(0),
        "Row has no form in JSON: write its claim()",
        finding,
        "QuotationFinding has no form in JSON: write its verdict()",
        finding.passages().get(0),
        "Passage has no form in JSON: write its words()",
        finding.passages().get(0).variants().get(0),
        "Variant has no form in JSON: write its kind()");
  }

  private static Map<Object, String> refusedOfWork() {
    Texts texts = Texts.of(Map.of("S", "Seoul said so."));
    Dossier uncoded = CONTESTED.remove(CONTESTED.claims().get(0));
    Sentences sentences = Sentences.of(uncoded, texts, "S");
    Worklist worklist = Worklist.of(uncoded, texts);
    return Map.of(
        sentences,
        "Sentences has no form in JSON: write the text of its page()",
        sentences.get(1),
        "Sentence has no form in JSON: write its number()",
        ClaimDraft.of(uncoded, texts, "S", 1),
        "ClaimDraft has no form in JSON: write its claim()",
        VocabularyGuide.forces(),
        "VocabularyGuide has no form in JSON: write the text of its page()",
        worklist,
        "Worklist has no form in JSON: write the text of its page()",
        worklist.rows().get(0),
        "Row has no form in JSON: write its kind()");
  }

  @Test
  void every_public_type_has_an_instance_that_is_written_or_refused() {
    List<Object> instances =
        Stream.concat(written().stream(), refused().keySet().stream()).toList();
    List<Class<?>> types = valueTypes();
    assertThat(types).hasSizeGreaterThan(50);
    assertThat(types.stream().filter(type -> instances.stream().noneMatch(type::isInstance)))
        .isEmpty();
  }

  @Test
  void every_written_value_has_its_own_members_and_not_those_of_a_bean() {
    for (Object value : written()) {
      JsonNode json = MAPPER.readTree(MAPPER.writeValueAsString(value));
      assertThat(json.isString() || !json.isEmpty()).as(value.toString()).isTrue();
      assertThat(json.has("empty") || json.has("class")).as(value.toString()).isFalse();
      assertThat(serializer(value)).as(value.toString()).startsWith("org.demarche.json.");
    }
  }

  private static String serializer(Object value) {
    return MAPPER
        ._serializationContext()
        .findValueSerializer(value.getClass())
        .getClass()
        .getName();
  }

  @Test
  void a_value_without_a_form_is_refused_with_what_to_write_instead() {
    refused()
        .forEach(
            (value, message) -> {
              assertThatThrownBy(() -> MAPPER.writeValueAsString(value))
                  .isInstanceOf(DatabindException.class)
                  .hasMessageContaining(message);
              assertThatThrownBy(() -> MAPPER.writeValueAsString(Map.of("value", value)))
                  .isInstanceOf(DatabindException.class)
                  .hasMessageContaining(message);
            });
  }

  /** Returns the public types of the exported packages that a program can hold as values. */
  private static List<Class<?>> valueTypes() {
    Set<String> exported =
        Sets.union(exportedPackages(), ImmutableSet.of(Answers.class.getPackageName()));
    return new ClassFileImporter()
        .importUrls(List.of(location(Tracker.class), location(Answers.class))).stream()
            .filter(type -> exported.contains(type.getPackageName()))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.isEnum() && !type.isAssignableTo(Throwable.class))
            .filter(type -> !type.getSimpleName().endsWith("Builder"))
            .<Class<?>>map(JavaClass::reflect)
            .filter(ExportedValuesTest::isHeld)
            .toList();
  }

  /** Returns whether there are instances of a type: it has a method of instances. */
  private static boolean isHeld(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            method ->
                method.getDeclaringClass() != Object.class
                    && !Modifier.isStatic(method.getModifiers()));
  }

  private static Set<String> exportedPackages() {
    return ModuleFinder.of(Path.of(URI.create(location(Tracker.class).toString())))
        .findAll()
        .stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(export -> !export.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  /** Returns where the class files of the module of a type are. */
  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void a_problem_has_what_a_service_reports_to_its_client() {
    assertThat(MAPPER.writeValueAsString(PROBLEM))
        .isEqualTo(
            "{\"code\":\"UNKNOWN_ID\",\"severity\":\"ERROR\",\"type\":\"claim\",\"id\":\"KT17-07\","
                + "\"field\":\"evidence/0/source\",\"pointer\":\"/claims/3/evidence/0/source\","
                + "\"value\":\"KT18\",\"message\":\"claim KT17-07: source 'KT18' is not in the dossier\","
                + "\"place\":{\"file\":\"thaad.json\",\"line\":812,\"column\":22}}");
  }

  @Test
  void the_differences_of_two_dossiers_have_the_records_and_the_altered_members() {
    DossierDifferences differences =
        Dossiers.parse(Dossiers.format(CONTESTED).replace("P is so.", "P was so."))
            .differencesFrom(CONTESTED);
    assertThat(MAPPER.writeValueAsString(differences))
        .isEqualTo(
            "{\"added\":[],\"removed\":[],\"altered\":[{\"type\":\"proposition\",\"id\":\"p\","
                + "\"before\":{\"text\":\"P is so.\"},\"after\":{\"text\":\"P was so.\"}}]}");
  }

  /** A response of an application. */
  record Response(String title, Position position, List<Position> list) {}

  @Test
  void an_answer_inside_another_object_has_its_kind_and_no_envelope() {
    Position position = TRACKER.position("rok", "three-nos");
    JsonNode document = MAPPER.readTree(Answers.format(position));
    JsonNode body = document.get("position");
    JsonNode json =
        MAPPER.readTree(MAPPER.writeValueAsString(new Response("x", position, List.of(position))));
    for (JsonNode nested : List.of(json.get("position"), json.get("list").get(0))) {
      assertThat(nested.propertyNames().iterator().next()).isEqualTo("kind");
      assertThat(nested.get("kind").asString()).isEqualTo("position");
      assertThat(((ObjectNode) nested.deepCopy()).without("kind")).isEqualTo(body);
    }
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(position))).isEqualTo(document);
  }

  @Test
  void the_members_of_values_inside_answers_are_those_of_the_answers() {
    Explanation explanation = TRACKER.explain("rok", "three-nos");
    JsonNode whole = MAPPER.readTree(Answers.format(explanation)).get("explanation");
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(explanation.considered().get(0))))
        .isEqualTo(whole.get("considered").get(0));
    Chronology chronology = TRACKER.claims().chronology();
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(chronology.entries().get(0))))
        .isEqualTo(
            MAPPER.readTree(Answers.format(chronology)).get("chronology").get("entries").get(0));
  }
}
