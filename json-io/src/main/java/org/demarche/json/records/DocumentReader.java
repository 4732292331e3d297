package org.demarche.json.records;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Description;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A reader of the records of a {@code dossier.json}. */
public final class DocumentReader {
  private static final String BEGIN = "a dossier begins { \"demarche\": 1, …";

  private static final String UNREAD =
      "; nothing after this can be read, so the whole file is refused";

  private static final ImmutableMap<String, RecordType<?>> LISTS =
      Maps.uniqueIndex(RecordType.byName().values(), RecordType::list);

  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.<String>builder()
          .add(FormatVersion.MEMBER, FormatVersion.SCHEMA_MEMBER)
          .addAll(RecordCodecs.DESCRIPTION.names())
          .addAll(LISTS.keySet())
          .build();

  private final String text;
  private final DossierAssembly into;
  private final TokenReader in;
  private final ProblemLocator locator;

  private DocumentReader(
      String text, TokenReader in, ProblemLocator locator, DossierAssembly into) {
    this.text = text;
    this.in = in;
    this.locator = locator;
    this.into = into;
  }

  /** Reads all records of a file, and notes every problem. */
  public static void read(ByteSource source, String file, ReadLimits limits, DossierAssembly into)
      throws IOException {
    Utf8Decoder utf8 = new Utf8Decoder();
    String text = text(source, utf8, limits, into.budget());
    Optional<String> wide = SyntaxErrors.wideEncoding(text, utf8);
    if (wide.isPresent()) {
      into.refuse(FileErrors.problem(Problem.Code.SYNTAX, "", wide.get(), new Place(file, 1, 1)));
      return;
    }
    if (utf8.invalid().isPresent()) {
      Place place = ProblemLocator.ofDocument(text, file, limits.json()).place(text.length());
      into.refuse(SyntaxErrors.notUtf8(utf8.invalid().get(), 0, place));
      return;
    }
    read(text, file, limits, into, () -> locator(source, file, limits));
  }

  /** Returns the text of a file up to the first invalid byte, without a byte order mark. */
  private static String text(
      ByteSource source, Utf8Decoder utf8, ReadLimits limits, HeapBudget budget)
      throws IOException {
    BoundedInput in = BoundedInput.of(source.openStream(), limits.maxBytesAtOnce(), budget);
    try {
      return ByteOrderMark.strip(utf8.decode(in.readAllBytes()).toString());
    } finally { // without suppression: where memory is full, reading and closing throw one error
      in.close();
    }
  }

  private static ProblemLocator locator(ByteSource source, String file, ReadLimits limits) {
    try {
      return ProblemLocator.ofDocument(
          text(source, new Utf8Decoder(), limits, HeapBudget.ofUnknownSize()), file, limits.json());
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }

  /** Reads all records of a document, and notes every problem. */
  public static void read(String document, String file, ReadLimits limits, DossierAssembly into) {
    String text = ByteOrderMark.strip(document);
    read(text, file, limits, into, () -> ProblemLocator.ofDocument(text, file, limits.json()));
  }

  private static void read(
      String text,
      String file,
      ReadLimits limits,
      DossierAssembly into,
      Supplier<ProblemLocator> later) {
    JsonFactory json = limits.json();
    ProblemLocator locator = ProblemLocator.ofDocument(text, file, json);
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      TokenReader in = new TokenReader(file, TokenReader.IN_LIST).over(parser, 0);
      into.begin(in, new FileProblemLocator.OfDocument(later));
      new DocumentReader(text, in, locator, into).read();
      in.end();
    }
  }

  /**
   * Reads all records of a document that is the value of one member of a larger text, and notes
   * every problem.
   *
   * @param parser is at the beginning of the document, and ends at its end
   * @param member the name of the member, at the top of the text
   * @param text the larger text
   */
  public static void read(
      JsonParser parser,
      String member,
      String text,
      String file,
      ReadLimits limits,
      DossierAssembly into) {
    ProblemLocator locator = ProblemLocator.ofMember(member, text, file, limits.json());
    TokenReader in = new TokenReader(file, TokenReader.IN_LIST + 1).over(parser, 0);
    into.begin(in, new FileProblemLocator.OfDocument(() -> locator));
    if (in.token() == JsonToken.START_OBJECT) {
      new DocumentReader(text, in, locator, into).members();
      in.locate(0, locator);
    } else {
      in.wrongType("a dossier", "{\"demarche\": 1, …}");
    }
  }

  private void read() {
    try {
      int start = skipSpace(0);
      if (text.startsWith("{", start)) {
        in.next();
        members();
        requireEnd();
      } else {
        noObject(start);
      }
    } catch (JacksonException broken) {
      SyntaxErrors.Fault fault = SyntaxErrors.fault(broken, in.offset(), text);
      in.leave();
      in.leaveUnread();
      in.problem(
          fault.code(),
          "",
          fault.value(),
          fault.message() + (into.leavesOut() ? UNREAD : ""),
          locator.place(fault.offset()));
    }
    in.locate(0, locator);
  }

  private void noObject(int start) {
    String word = SyntaxErrors.word(text, start);
    in.problem(
        Problem.Code.SYNTAX,
        "",
        word,
        word.isEmpty()
            ? "the file is empty; " + BEGIN
            : BEGIN + ", but this begins " + ValueInMessage.visible(word),
        locator.place(start));
  }

  private void members() {
    Place opening = in.place();
    Set<String> seen = new HashSet<>();
    RecordCodec<Description, ?>.Among description = RecordCodecs.DESCRIPTION.new Among(opening);
    boolean isDescribed = true;
    while (in.next() != JsonToken.END_OBJECT) {
      String name = in.name();
      Place place = in.place();
      in.next();
      if (!seen.add(name)) {
        in.duplicateMember(name, place);
        if (LISTS.containsKey(name)) {
          in.leaveUnread();
        }
        in.skip();
      } else if (name.equals(FormatVersion.MEMBER)) {
        FormatVersion.read(in);
      } else if (name.equals(FormatVersion.SCHEMA_MEMBER)) {
        Codec.TEXT.read(in);
      } else if (RecordCodecs.DESCRIPTION.names().contains(name)) {
        int noted = in.problemCount();
        description.read(name, in);
        isDescribed &= in.problemCount() == noted;
      } else if (LISTS.containsKey(name)) {
        records(LISTS.get(name));
      } else {
        unknown(name, place);
      }
    }
    Optional<Description> built = description.build(in);
    if (built.isPresent() && isDescribed) {
      into.describe(built.get(), opening);
    }
    if (!seen.contains(FormatVersion.MEMBER)) {
      in.problem(
          Problem.Code.MISSING,
          FormatVersion.MEMBER,
          "",
          "member 'demarche' is missing; " + BEGIN,
          opening);
    }
  }

  private void unknown(String name, Place place) {
    String hint = Nearest.hint(name, MEMBERS, 1);
    in.problem(
        Problem.Code.UNKNOWN_MEMBER,
        name,
        "a dossier has no member '"
            + ValueInMessage.abridged(name)
            + "'"
            + (hint.isEmpty() ? "; it has " + String.join(", ", MEMBERS) : hint),
        place);
    if (!hint.isEmpty() && in.token() == JsonToken.START_ARRAY) {
      in.leaveUnread();
    }
    in.skip();
  }

  private <R extends DossierRecord> void records(RecordType<R> type) {
    if (in.token() != JsonToken.START_ARRAY) {
      if (in.token() == JsonToken.VALUE_NULL) {
        in.nullValue();
      } else {
        in.wrongType("a list of records", "");
      }
      in.leaveUnread();
      return;
    }
    for (int index = 0; in.next() != JsonToken.END_ARRAY; index++) {
      in.enter(type.name(), index);
      Optional<R> record = type.codec().read(in);
      if (record.isPresent()) {
        into.add(type, record.get(), index);
        in.accept();
      } else {
        in.refuse();
      }
      in.leave();
    }
  }

  private void requireEnd() {
    int more = skipSpace(in.offset());
    if (more < text.length()) {
      String word = SyntaxErrors.word(text, more);
      in.problem(
          Problem.Code.SYNTAX,
          "",
          word,
          "the dossier ends before this, yet " + ValueInMessage.visible(word) + " follows",
          locator.place(more));
    }
  }

  /** Returns the offset of the next character that is not white space of JSON, or the end. */
  private int skipSpace(int from) {
    int offset = from;
    while (offset < text.length() && " \t\r\n".indexOf(text.charAt(offset)) >= 0) {
      offset++;
    }
    return offset;
  }
}
