package org.demarche.json;

import com.google.common.collect.ImmutableList;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.answer.Answer;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.json.answers.AnswerType;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.records.Codec;
import org.demarche.json.records.DocumentWriter;
import org.demarche.json.records.RecordCodecs;
import org.demarche.json.records.RecordType;
import org.demarche.json.records.TokenReader;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Membership;
import org.demarche.model.Problem;
import org.demarche.model.Reading;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A Jackson module with which an application's own mapper reads and writes the types of the model,
 * alone or within larger documents, in the form that a dossier has, and writes answers, the values
 * in them, and problems. Invalid input is refused with an exception of Jackson, whose cause is an
 * {@link InvalidDossierException} with every problem.
 *
 * <p>An answer that is the whole value of a mapper is the document that {@link Answers#format}
 * writes. Inside an object, a list or a map of the application it has no envelope: its first member
 * is {@code kind}, the name that the document has for it, and its other members follow. A value of
 * this library that has no form in JSON, such as a Tracker or a query, is refused, and the message
 * says what to write instead.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
 * Claim claim = mapper.readValue(json, Claim.class);
 * }</pre>
 *
 * @since 0.1
 */
public final class DemarcheModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  /**
   * Creates a module for {@code JsonMapper.builder().addModule(…)}; {@code findAndAddModules()}
   * finds it by itself.
   */
  public DemarcheModule() {
    super("demarche");
    setSerializerModifier(new UnwrittenTypes());
    RecordType.byName().values().forEach(this::add);
    addSerializer(
        DossierRecord.class,
        new ValueSerializer<DossierRecord>() {
          @Override
          public void serialize(
              DossierRecord item, JsonGenerator out, SerializationContext context) {
            RecordType.of(item).write(item, out);
          }
        });
    add(TermOfOffice.class, RecordCodecs.TERM);
    add(Evidence.class, RecordCodecs.EVIDENCE);
    add(Membership.class, RecordCodecs.MEMBERSHIP);
    add(Reading.class, RecordCodecs.READING);
    add(Description.class, RecordCodecs.DESCRIPTION);
    add(When.class, Codec.WHEN_OR_OPEN);
    addSerializer(
        Dossier.class,
        new ValueSerializer<Dossier>() {
          @Override
          public void serialize(Dossier dossier, JsonGenerator out, SerializationContext context) {
            DocumentWriter.write(dossier, Optional.empty(), out);
          }
        });
    addDeserializer(
        Dossier.class,
        new ValueDeserializer<Dossier>() {
          @Override
          public Dossier deserialize(JsonParser in, DeserializationContext context) {
            StringWriter json = new StringWriter();
            try (JsonGenerator out = CanonicalPrinter.compact(json)) {
              out.copyCurrentStructure(in); // token by token, so that duplicate members are kept
            }
            try {
              return Dossiers.parse(json.toString());
            } catch (InvalidDossierException refused) {
              throw refusal(in, refused.problems());
            }
          }
        });
    AnswerRegistry.plain().values().forEach(this::add);
    addSerializer(
        Answer.class,
        new ValueSerializer<Answer>() {
          @Override
          public void serialize(Answer answer, JsonGenerator out, SerializationContext context) {
            AnswerType<?> type = AnswerRegistry.plain().of(answer);
            if (out.streamWriteContext().inRoot()) {
              type.writeDocument(answer, out);
            } else {
              type.writeNested(answer, out);
            }
          }
        });
  }

  private <V> void add(AnswerRegistry.ValueType<V> value) {
    addSerializer(
        value.type(),
        new ValueSerializer<V>() {
          @Override
          public void serialize(V item, JsonGenerator out, SerializationContext context) {
            value.json().write(item, out);
          }
        });
  }

  private <R extends DossierRecord> void add(RecordType<R> type) {
    add(type.type(), type.codec(), type.name());
  }

  private <V> void add(Class<V> type, Codec<V> codec) {
    add(type, codec, "value");
  }

  private <V> void add(Class<V> type, Codec<V> codec, String name) {
    addSerializer(
        type,
        new ValueSerializer<V>() {
          @Override
          public void serialize(V value, JsonGenerator out, SerializationContext context) {
            codec.write(value, out);
          }
        });
    addDeserializer(
        type,
        new ValueDeserializer<V>() {
          @Override
          public V deserialize(JsonParser in, DeserializationContext context) {
            boolean opens = in.currentToken().isStructStart();
            int depth = in.streamReadContext().getNestingDepth() - (opens ? 1 : 0);
            TokenReader cursor = new TokenReader("json", depth).over(in, 0);
            cursor.enter(name, -1);
            Optional<V> value = codec.read(cursor);
            return value.orElseThrow(() -> refusal(in, cursor.problems()));
          }
        });
  }

  /** Returns the problems in words, without places: Jackson adds the place in its document. */
  private static DatabindException refusal(JsonParser in, Iterable<Problem> problems) {
    ImmutableList<Problem> all = ImmutableList.copyOf(problems);
    return DatabindException.from(
        in,
        all.stream().map(Problem::message).collect(Collectors.joining("; ")),
        new InvalidDossierException(all));
  }
}
