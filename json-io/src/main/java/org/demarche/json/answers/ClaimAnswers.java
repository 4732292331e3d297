package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.GRADE;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.value;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.FoundParticulars;
import org.demarche.json.answers.ReadingContext.Reference;
import org.demarche.json.answers.SharedMembers.EvidenceOf;
import org.demarche.json.records.Codec;
import org.demarche.json.records.ValueCodec;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;

/** Answers that list claims or propositions. */
final class ClaimAnswers {
  private static final AnswerFactory FACTORY = AnswerFactory.get();
  private static final IdMap<Grade, Grade> GRADES =
      new IdMap<>("an object of ids and grades", "{\"prc-mfa\": \"REPORTED\"}", GRADE, id -> {});
  private static final IdMap<Collection<? extends String>, List<String>> IDS =
      new IdMap<>("an object of lists of ids", "{\"AP22-09\": [\"ET22-02\"]}", TEXTS, id -> {});

  private final SharedMembers shared;
  private final AnswerForm form;
  final MemberCodec<Readouts.Point> pointMembers;
  final MemberCodec<Chronology.Entry> entryMembers;
  final AnswerType<Propositions> propositions;
  final AnswerType<FoundClaims> foundClaims;
  final AnswerType<Readouts> readouts;
  final AnswerType<Chronology> chronology;
  final AnswerType<Framings> framings;

  ClaimAnswers(SharedMembers shared) {
    this.shared = shared;
    this.form = shared.form;
    pointMembers =
        new MemberCodec<Readouts.Point>(form)
            .and("claim", shared.claim, Readouts.Point::claim)
            .and("reportedBy", shared.actors, Readouts.Point::reportedBy)
            .and("verdict", Codec.oneOf(Verdict.class), Verdict::of)
            .and("answeredBy", TEXTS, Readouts.Point::answeredBy);
    entryMembers =
        new MemberCodec<Chronology.Entry>(form)
            .and("claim", shared.claim, Chronology.Entry::claim)
            .derived("undated", BOOLEAN, value(Chronology.Entry::isUndated))
            .usually(
                "evidence",
                shared.evidence,
                value(entry -> EvidenceOf.all(entry.claim(), entry.evidence())),
                value(entry -> EvidenceOf.all(entry.claim(), entry.claim().evidence())))
            .and("grades", GRADES, Chronology.Entry::grades)
            .unless(
                SharedMembers.NO_CLAIMS,
                "responses",
                shared.citedClaims,
                Chronology.Entry::responses)
            .unless(
                SharedMembers.NO_SOURCES,
                "revisedSources",
                shared.revisedSources,
                Chronology.Entry::revisedSources);
    propositions = propositions();
    foundClaims = foundClaims();
    readouts = readouts();
    chronology = chronology();
    framings = framings();
  }

  private static final CsvColumns<Proposition> PROPOSITION_COLUMNS =
      new CsvColumns<Proposition>()
          .and("id", Proposition::id)
          .and("issue", Proposition::issue)
          .and("text", Proposition::text);

  private AnswerType<Propositions> propositions() {
    return new AnswerType<>(
        "propositions",
        Propositions.class,
        new MemberCodec<Propositions>(form)
            .and("question", TEXT, Propositions::question)
            .and("rows", ValueCodec.list(shared.proposition), Propositions::rows),
        in ->
            FACTORY.propositions(
                in.get("question"),
                form.reading()
                    .<Reference<Proposition>, Proposition>each(
                        in,
                        "rows",
                        reference -> form.reading().proposition(in, "rows", reference))),
        answer -> PROPOSITION_COLUMNS.table(answer.rows()));
  }

  private AnswerType<FoundClaims> foundClaims() {
    return new AnswerType<>(
        "foundClaims",
        FoundClaims.class,
        new MemberCodec<FoundClaims>(form)
            .and("question", TEXT, FoundClaims::question)
            .and("viewpoint", shared.viewpoint, FoundClaims::viewpoint)
            .and("claims", ValueCodec.list(shared.claim), FoundClaims::claims)
            .unless(
                ImmutableMap.<String, Collection<String>>of(),
                "answeredBy",
                IDS,
                answer -> answer.answeredBy().asMap()),
        in -> {
          ImmutableSetMultimap.Builder<String, String> answers = ImmutableSetMultimap.builder();
          in.<Map<String, List<String>>>find("answeredBy")
              .ifPresent(ids -> ids.forEach(answers::putAll));
          return FACTORY.foundClaims(
              in.get("question"),
              shared.viewpoint(in.get("viewpoint")),
              shared.claims(in, "claims"),
              FoundParticulars.of(answers.build()),
              form.reading().names());
        },
        ClaimAnswers::table);
  }

  /** Returns one row for each claim found. */
  private static List<List<String>> table(FoundClaims found) {
    return new CsvColumns<Claim>()
        .and("", SharedColumns.CLAIM, claim -> claim)
        .and("answered_by", claim -> CsvColumns.joined(found.answeredBy().get(claim.id())))
        .table(found.claims());
  }

  /** The extent to which a point is reported. */
  private enum Verdict {
    MUTUAL,
    ONE_SIDED,
    UNREPORTED;

    static Verdict of(Readouts.Point point) {
      if (point.isMutual()) {
        return MUTUAL;
      }
      return point.isReported() ? ONE_SIDED : UNREPORTED;
    }
  }

  private static final CsvColumns<Readouts.Point> POINT_COLUMNS =
      new CsvColumns<Readouts.Point>()
          .and("verdict", Verdict::of)
          .and("reported_by", point -> CsvColumns.joined(point.reportedBy()))
          .and("answered_by", point -> CsvColumns.joined(point.answeredBy()))
          .and("", SharedColumns.CLAIM, Readouts.Point::claim);

  private AnswerType<Readouts> readouts() {
    return new AnswerType<>(
        "readouts",
        Readouts.class,
        new MemberCodec<Readouts>(form)
            .and("occasion", shared.occasion, Readouts::occasion)
            .and("viewpoint", shared.viewpoint, Readouts::viewpoint)
            .and("states", shared.actors, Readouts::states)
            .and("points", ValueCodec.list(pointMembers), Readouts::points),
        in ->
            FACTORY.readouts(
                in.get("occasion"),
                shared.viewpoint(in.get("viewpoint")),
                in.<String>list("states"),
                form.reading().<Draft, Readouts.Point>each(in, "points", this::point),
                form.reading().names()),
        answer -> POINT_COLUMNS.table(answer.points()));
  }

  private Readouts.Point point(Draft in) {
    Verdict verdict = in.get("verdict");
    Readouts.Point point =
        FACTORY.readoutPoint(
            shared.claim(in),
            in.<String>list("reportedBy"),
            verdict == Verdict.MUTUAL,
            in.<String>list("answeredBy"));
    if (verdict != Verdict.of(point)) {
      throw form.reading()
          .refused(
              in,
              "verdict",
              verdict.name(),
              "is %s, but reportedBy gives %s".formatted(verdict, Verdict.of(point)));
    }
    return point;
  }

  /** One piece of evidence of an entry, which is one row of its table. */
  private record EntryEvidence(Claim claim, String grades, String answers, Evidence evidence) {
    static Stream<EntryEvidence> of(Chronology.Entry entry) {
      String grades = CsvColumns.joined(entry.grades().values()); // in the order of the principals
      String answers =
          CsvColumns.joined(entry.responses().stream().map(one -> one.claim().id()).toList());
      return entry.evidence().stream()
          .map(evidence -> new EntryEvidence(entry.claim(), grades, answers, evidence));
    }
  }

  private static final CsvColumns<EntryEvidence> ENTRY_COLUMNS =
      new CsvColumns<EntryEvidence>()
          .and("", SharedColumns.CLAIM, EntryEvidence::claim)
          .and("grades", EntryEvidence::grades)
          .and("", SharedColumns.PIECE, EntryEvidence::evidence)
          .and("answered_by", EntryEvidence::answers);

  private AnswerType<Chronology> chronology() {
    return new AnswerType<>(
        "chronology",
        Chronology.class,
        new MemberCodec<Chronology>(form)
            .and("question", TEXT, Chronology::question)
            .and("entries", ValueCodec.list(entryMembers), Chronology::entries),
        in ->
            FACTORY.chronology(
                in.get("question"),
                form.reading().<Draft, Chronology.Entry>each(in, "entries", this::entry)),
        answer ->
            ENTRY_COLUMNS.table(answer.entries().stream().flatMap(EntryEvidence::of).toList()));
  }

  private Chronology.Entry entry(Draft in) {
    Claim claim = shared.claim(in);
    ImmutableList<Evidence> evidence = shared.evidence(in, claim);
    Map<String, Grade> grades = in.get("grades");
    return entryMembers.checked(
        in,
        FACTORY.chronologyEntry(
            claim, evidence, grades, shared.aftermath(in), form.reading().names()));
  }

  private AnswerType<Framings> framings() {
    MemberCodec<Framings> members =
        new MemberCodec<Framings>(form)
            .and("question", TEXT, Framings::question)
            .derived("frames", TEXTS, value(answer -> answer.frames().asList()))
            .and("claims", ValueCodec.list(shared.claim), Framings::claims);
    return new AnswerType<>(
        "framings",
        Framings.class,
        members,
        in ->
            members.checked(
                in,
                FACTORY.framings(
                    in.get("question"), shared.claims(in, "claims"), form.reading().names())),
        answer -> SharedColumns.CLAIM.table(answer.claims()));
  }
}
