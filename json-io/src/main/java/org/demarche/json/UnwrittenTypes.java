package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.demarche.ClaimQuery;
import org.demarche.MatrixQuery;
import org.demarche.Tracker;
import org.demarche.answer.Wording;
import org.demarche.brief.Brief;
import org.demarche.brief.PartyProfile;
import org.demarche.brief.PartyProfiles;
import org.demarche.coding.Adjudication;
import org.demarche.coding.AgreementCoefficient;
import org.demarche.coding.ClaimDraft;
import org.demarche.coding.Codebook;
import org.demarche.coding.CodedUnit;
import org.demarche.coding.CoderRatings;
import org.demarche.coding.CodingComparison;
import org.demarche.coding.Disagreement;
import org.demarche.coding.DraftImport;
import org.demarche.coding.Passage;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.QuotationFinding;
import org.demarche.coding.Sentence;
import org.demarche.coding.Sentences;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.coding.Variant;
import org.demarche.coding.VocabularyGuide;
import org.demarche.coding.Worklist;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.text.Cell;
import org.demarche.text.Picture;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * A refusal of the types of this library that have no form in JSON. Jackson would otherwise write
 * them as it writes a bean: as {@code {}}, or with members that are no part of any format.
 */
final class UnwrittenTypes extends ValueSerializerModifier {
  private static final long serialVersionUID = 1;

  private static final ImmutableSet<String> PACKAGES =
      ImmutableSet.of(
          "org.demarche",
          "org.demarche.answer",
          "org.demarche.coding",
          "org.demarche.model",
          "org.demarche.network",
          "org.demarche.picture",
          "org.demarche.text");

  private static final ImmutableMap<Class<?>, String> INSTEAD =
      ImmutableMap.<Class<?>, String>builder()
          .put(Tracker.class, "write its dossier() and its viewpoint(), or one of its answers")
          .put(ClaimQuery.class, "write find() or chronology(), which are its answers")
          .put(MatrixQuery.class, "write at(…), which is its answer")
          .put(AgreementQuery.class, "write all(), which is its answer")
          .put(CongruenceQuery.class, "write network(), which is its answer")
          .put(AffiliationQuery.class, "write network(), which is its answer")
          .put(CodingComparison.class, "write the text of its page(), or the adjudicated dossier")
          .put(CodedUnit.class, "write its id() and its claimIds()")
          .put(Disagreement.class, "write its member() and its values()")
          .put(CoderRatings.class, "write its values()")
          .put(AgreementCoefficient.class, "write its value() and its interval(), or its text")
          .put(Adjudication.class, "write dossier(), which is its result")
          .put(Texts.class, "write text(source) of each source")
          .put(QuotationCheck.class, "write the text of its page(), or its rows()")
          .put(QuotationCheck.Row.class, "write its claim() and its verdict()")
          .put(QuotationFinding.class, "write its verdict() and its sentence()")
          .put(Passage.class, "write its words() and its selector()")
          .put(Sentences.class, "write the text of its page(), or its sentences()")
          .put(Sentence.class, "write its number() and its words()")
          .put(ClaimDraft.class, "write its claim(), once no member is missing")
          .put(VocabularyGuide.class, "write the text of its page(), or its constants()")
          .put(Worklist.class, "write the text of its page(), or its rows()")
          .put(Worklist.Row.class, "write its kind() and its todo()")
          .put(Variant.class, "write its kind() and its offset()")
          .put(DraftImport.class, "write its dossier(), or the text of its page()")
          .put(SubmittedDraft.class, "write its claim() and its problems()")
          .put(Brief.class, "write the text of its page(), or its sources()")
          .put(PartyProfile.class, "write the text of its page(), or its sources()")
          .put(PartyProfiles.class, "write the text of its page(), or its profiles()")
          .put(Cell.class, "write its text() and its target()")
          .put(Codebook.class, "write the text of its page()")
          .put(Picture.class, "write its svg(), which is a text")
          .put(Wording.class, "write its words()")
          .put(TextPage.class, "write print(style), which is a text")
          .put(TextPage.Table.class, "write its header() and its rows()")
          .put(Style.class, "write a page in this style: page.print(style)")
          .put(DossierReader.class, "write the dossier that it reads")
          .put(Snapshot.class, "write the dossier() of its tracker(), or one of its answers")
          .put(ClaimTable.class, "write the dossier of the claims that it loads")
          .put(LoadedClaims.class, "write its dossier() and its problems()")
          .put(Codings.class, "write its rows() and its account()")
          .put(DossierReader.Appended.class, "write its records(), each by Dossiers.line(record)")
          .put(AnswerWriter.class, "write the text of format(answer), or the answer itself")
          .put(DemarcheModule.class, "add it to the mapper instead")
          .buildOrThrow();

  /** Replaces a serialiser of Jackson itself; one of this module or of the application is kept. */
  @Override
  public ValueSerializer<?> modifySerializer(
      SerializationConfig config,
      BeanDescription.Supplier description,
      ValueSerializer<?> serializer) {
    Class<?> type = description.getBeanClass();
    boolean isOurs = PACKAGES.contains(type.getPackageName()) || INSTEAD.containsKey(type);
    boolean isGuess = serializer.getClass().getPackageName().startsWith("tools.jackson.");
    return isOurs && isGuess && !type.isEnum() ? new Refusal() : serializer;
  }

  private static final class Refusal extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      String other = message(value.getClass(), "write an answer, a dossier, or a record of one");
      String refusal =
          INSTEAD.entrySet().stream()
              .filter(entry -> entry.getKey().isInstance(value))
              .findFirst()
              .map(entry -> message(entry.getKey(), entry.getValue()))
              .orElse(other);
      throw DatabindException.from(out, refusal);
    }

    private static String message(Class<?> type, String instead) {
      return type.getSimpleName() + " has no form in JSON: " + instead;
    }
  }
}
