package org.demarche.json.answers;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Answer;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.json.records.DocumentReader;
import org.demarche.json.records.DossierAssembly;
import org.demarche.json.records.FormatVersion;
import org.demarche.json.records.ProblemLocator;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.records.SyntaxErrors;
import org.demarche.json.records.TokenReader;
import org.demarche.json.records.ValueInMessage;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** A reader of documents that hold one answer, which notes every problem with its place. */
public final class AnswerReader {
  private static final String ONE =
      "a document holds one answer, such as {\"demarche\": 1, \"comparison\": {…}}";
  private static final ImmutableSet<String> OTHERS =
      ImmutableSet.of(
          FormatVersion.MEMBER,
          FormatVersion.SCHEMA_MEMBER,
          AnswerDocument.RECORDS,
          AnswerWords.MEMBER);
  private static final int DEPTH = 1;

  private final String text;
  private final String file;
  private final ReadingContext context = new ReadingContext();
  private final AnswerRegistry registry = new AnswerRegistry(AnswerForm.toRead(context));
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Dossier> records = Optional.empty();
  private Optional<AnswerType<?>> type = Optional.empty();
  private Optional<Draft> draft = Optional.empty();
  private final Set<String> seen = new HashSet<>();
  private boolean hasVersion;

  private AnswerReader(String text, String file) {
    this.text = text;
    this.file = file;
  }

  /**
   * Reads the answer of a document in UTF-8, which may be packed.
   *
   * @param name the name of the stream in problems
   * @throws InvalidDossierException with every problem, if the document holds no valid answer
   */
  public static Answer read(InputStream stream, String name) {
    return HeapBudget.within(name, budget -> read(stream, name, budget));
  }

  private static Answer read(InputStream stream, String name, HeapBudget budget) {
    try (BoundedInput in =
        BoundedInput.leavingOpen(stream, ReadLimits.DEFAULT.maxBytesAtOnce(), budget)) {
      byte[] bytes = in.readAllBytes();
      Utf8Decoder utf8 = new Utf8Decoder();
      String document = utf8.decode(bytes).toString();
      Optional<String> wide = SyntaxErrors.wideEncoding(document, utf8);
      if (wide.isPresent()) {
        throw FileErrors.refused(
            FileErrors.problem(Problem.Code.SYNTAX, "", wide.get(), new Place(name, 1, 1)));
      }
      if (utf8.invalid().isPresent()) {
        String valid = ByteOrderMark.strip(document);
        Place place = locator(valid, name).place(valid.length());
        throw FileErrors.refused(SyntaxErrors.notUtf8(utf8.invalid().get(), 0, place));
      }
      return read(document, name, Optional.empty());
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(FileErrors.tooLarge(large, name));
    } catch (IOException failed) {
      throw FileErrors.unreadable(name, failed);
    }
  }

  private static ProblemLocator locator(String text, String file) {
    return ProblemLocator.ofDocument(text, file, ReadLimits.DEFAULT.json());
  }

  /**
   * Reads the answer of a document.
   *
   * @param file the name of the document in problems
   * @param names has the names and texts to print; if empty, the records of the document have them
   * @throws InvalidDossierException with every problem, if the document holds no valid answer
   */
  public static Answer read(String document, String file, Optional<Dossier> names) {
    AnswerReader reader = new AnswerReader(ByteOrderMark.strip(document), file);
    reader.parse();
    reader.refuseIfAny();
    Dossier known = names.or(() -> reader.records).orElse(Dossier.empty());
    reader.context.resolve(reader.records, known);
    Optional<Answer> answer = reader.made(reader.type.orElseThrow());
    reader.problems.addAll(reader.context.problems());
    reader.refuseIfAny();
    return answer.orElseThrow();
  }

  private <A extends Answer> Optional<Answer> made(AnswerType<A> kind) {
    return context.make(draft.orElseThrow(), kind.make()).map(answer -> answer);
  }

  private void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(
          problems.stream()
              .sorted(
                  Comparator.comparing((Problem p) -> p.place().map(Place::line).orElse(1))
                      .thenComparing(p -> p.place().map(Place::column).orElse(1)))
              .toList());
    }
  }

  private void parse() {
    try (JsonParser parser =
        ReadLimits.DEFAULT.json().createParser(ObjectReadContext.empty(), text)) {
      TokenReader in = new TokenReader(file, DEPTH).over(parser, 0);
      try {
        document(in, parser);
      } catch (JacksonException broken) {
        SyntaxErrors.Fault fault = SyntaxErrors.fault(broken, in.offset(), text);
        note(
            fault.code(),
            fault.value(),
            fault.message(),
            locator(text, file).place(fault.offset()));
      }
      in.locateIn(text, ReadLimits.DEFAULT.json());
      problems.addAll(in.problems());
    }
  }

  private void document(TokenReader in, JsonParser parser) {
    if (in.next() != JsonToken.START_OBJECT) {
      note(Problem.Code.SYNTAX, "", ONE, new Place(file, 1, 1));
      return;
    }
    Place opening = in.place();
    while (in.next() != JsonToken.END_OBJECT) {
      String name = in.name();
      Place place = in.place();
      in.next();
      if (name.equals(AnswerType.KIND) && registry.byName().containsKey(in.text())) {
        problems.clear();
        note(Problem.Code.UNKNOWN_MEMBER, name, nested(in.text()), place);
        return; // its other members are of the answer
      }
      member(in, parser, name, place);
    }
    if (!hasVersion) {
      note(
          Problem.Code.MISSING,
          "",
          "member '%s' is missing; %s".formatted(FormatVersion.MEMBER, ONE),
          opening);
    }
    if (type.isEmpty() && problems.isEmpty() && in.problems().isEmpty()) {
      note(Problem.Code.MISSING, "", "there is no answer; " + ONE, opening);
    }
    if (in.next() != JsonToken.NOT_AVAILABLE) {
      note(Problem.Code.SYNTAX, "", "the document ends before this; " + ONE, in.place());
    }
  }

  private void member(TokenReader in, JsonParser parser, String name, Place place) {
    if (!seen.add(name)) {
      in.duplicateMember(name, place);
      in.skip();
    } else if (name.equals(FormatVersion.MEMBER)) {
      hasVersion = true;
      FormatVersion.read(in, "an answer");
    } else if (name.equals(FormatVersion.SCHEMA_MEMBER) || name.equals(AnswerWords.MEMBER)) {
      in.skip();
    } else if (name.equals(AnswerDocument.RECORDS)) {
      records(parser);
    } else if (registry.byName().containsKey(name) && type.isEmpty()) {
      type = Optional.ofNullable(registry.byName().get(name));
      in.enter(name, -1);
      draft = type.flatMap(kind -> kind.json().read(in));
      in.leave();
    } else {
      note(Problem.Code.UNKNOWN_MEMBER, name, unknown(name), place);
      in.skip();
    }
  }

  private static String nested(String kind) {
    return "this answer of kind '%1$s' was part of another document; as a document it is {\"demarche\": 1, \"%1$s\": {…}}, without the member kind"
        .formatted(kind);
  }

  private String unknown(String name) {
    if (registry.byName().containsKey(name)) {
      return ONE + ", got '" + name + "' too";
    }
    ImmutableSet<String> known =
        ImmutableSet.<String>builder().addAll(registry.byName().keySet()).addAll(OTHERS).build();
    String hint = Nearest.hint(name, known, 1);
    return "there is no kind of answer '"
        + ValueInMessage.abridged(name)
        + "'"
        + (hint.isEmpty()
            ? "; the kinds are " + String.join(", ", registry.byName().keySet())
            : hint);
  }

  private void records(JsonParser parser) {
    DossierAssembly assembly = new DossierAssembly();
    DocumentReader.read(parser, AnswerDocument.RECORDS, text, file, ReadLimits.DEFAULT, assembly);
    try {
      records = Optional.of(assembly.dossier());
    } catch (InvalidDossierException refused) {
      records = Optional.of(Dossier.empty());
      problems.addAll(refused.problems());
    }
  }

  private void note(Problem.Code code, String value, String message, Place place) {
    problems.add(FileErrors.problem(code, value, message, place));
  }
}
