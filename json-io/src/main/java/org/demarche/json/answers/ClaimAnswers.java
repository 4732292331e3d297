package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.CLAIM;
import static org.demarche.json.answers.SharedMembers.EVIDENCE;
import static org.demarche.json.answers.SharedMembers.GRADE;
import static org.demarche.json.answers.SharedMembers.PROPOSITION;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.VIEWPOINT;

import java.util.Map;
import java.util.stream.Stream;
import org.demarche.answer.Chronology;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.json.records.Codec;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import tools.jackson.core.JsonGenerator;

/** Answers that list claims or propositions. */
final class ClaimAnswers {
  private ClaimAnswers() {}

  private static final CsvColumns<Proposition> PROPOSITION_COLUMNS =
      new CsvColumns<Proposition>()
          .and("id", Proposition::id)
          .and("issue", Proposition::issue)
          .and("text", Proposition::text);

  static final AnswerType<Propositions> PROPOSITIONS =
      new AnswerType<>(
          "propositions",
          Propositions.class,
          new MemberWriter<Propositions>()
              .and("question", TEXT, Propositions::question)
              .and("rows", ValueWriter.list(PROPOSITION), Propositions::rows),
          propositions -> PROPOSITION_COLUMNS.table(propositions.rows()));

  static final AnswerType<FoundClaims> FOUND_CLAIMS =
      new AnswerType<>(
          "foundClaims",
          FoundClaims.class,
          new MemberWriter<FoundClaims>()
              .and("question", TEXT, FoundClaims::question)
              .and("viewpoint", VIEWPOINT, FoundClaims::viewpoint)
              .and("claims", ValueWriter.list(CLAIM), FoundClaims::claims),
          found -> SharedColumns.CLAIM.table(found.claims()));

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

  static final ValueWriter<Readouts.Point> POINT_MEMBERS =
      new MemberWriter<Readouts.Point>()
          .and("claim", CLAIM, Readouts.Point::claim)
          .and("reportedBy", TEXTS, Readouts.Point::reportedBy)
          .and("verdict", Codec.oneOf(Verdict.class), Verdict::of)
          .and("answeredBy", TEXTS, Readouts.Point::answeredBy);

  private static final CsvColumns<Readouts.Point> POINT_COLUMNS =
      new CsvColumns<Readouts.Point>()
          .and("verdict", Verdict::of)
          .and("reported_by", point -> CsvColumns.joined(point.reportedBy()))
          .and("answered_by", point -> CsvColumns.joined(point.answeredBy()))
          .and("", SharedColumns.CLAIM, Readouts.Point::claim);

  static final AnswerType<Readouts> READOUTS =
      new AnswerType<>(
          "readouts",
          Readouts.class,
          new MemberWriter<Readouts>()
              .and("occasion", TEXT, Readouts::occasion)
              .and("viewpoint", VIEWPOINT, Readouts::viewpoint)
              .and("states", TEXTS, Readouts::states)
              .and("points", ValueWriter.list(POINT_MEMBERS), Readouts::points),
          readouts -> POINT_COLUMNS.table(readouts.points()));

  /** A writer of the grade of a claim for each of its principals. */
  private static final ValueWriter<Map<String, Grade>> GRADES =
      new ValueWriter<>() {
        @Override
        public void write(Map<String, Grade> grades, JsonGenerator out) {
          out.writeStartObject();
          grades.forEach((principal, grade) -> out.writeStringProperty(principal, grade.name()));
          out.writeEndObject();
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "object");
          out.writeName("additionalProperties");
          out.writeStartObject();
          GRADE.schema(out);
          out.writeEndObject();
        }
      };

  static final ValueWriter<Chronology.Entry> ENTRY_MEMBERS =
      new MemberWriter<Chronology.Entry>()
          .and("claim", CLAIM, Chronology.Entry::claim)
          .and("undated", BOOLEAN, Chronology.Entry::isUndated)
          .and("evidence", EVIDENCE, Chronology.Entry::evidence)
          .and("grades", GRADES, Chronology.Entry::grades);

  /** One piece of evidence of an entry, which is one row of its table. */
  private record EntryEvidence(Claim claim, String grades, Evidence evidence) {
    static Stream<EntryEvidence> of(Chronology.Entry entry) {
      String grades = CsvColumns.joined(entry.grades().values()); // in the order of the principals
      return entry.evidence().stream()
          .map(evidence -> new EntryEvidence(entry.claim(), grades, evidence));
    }
  }

  private static final CsvColumns<EntryEvidence> ENTRY_COLUMNS =
      new CsvColumns<EntryEvidence>()
          .and("", SharedColumns.CLAIM, EntryEvidence::claim)
          .and("grades", EntryEvidence::grades)
          .and("source", row -> row.evidence().source())
          .and("mode", row -> row.evidence().mode())
          .and("via", row -> CsvColumns.joined(row.evidence().via()))
          .and("quote", row -> row.evidence().quote().orElse(""));

  static final AnswerType<Chronology> CHRONOLOGY =
      new AnswerType<>(
          "chronology",
          Chronology.class,
          new MemberWriter<Chronology>()
              .and("question", TEXT, Chronology::question)
              .and("entries", ValueWriter.list(ENTRY_MEMBERS), Chronology::entries),
          chronology ->
              ENTRY_COLUMNS.table(
                  chronology.entries().stream().flatMap(EntryEvidence::of).toList()));

  static final AnswerType<Framings> FRAMINGS =
      new AnswerType<>(
          "framings",
          Framings.class,
          new MemberWriter<Framings>()
              .and("question", TEXT, Framings::question)
              .and("frames", TEXTS, Framings::frames)
              .and("claims", ValueWriter.list(CLAIM), Framings::claims),
          framings -> SharedColumns.CLAIM.table(framings.claims()));
}
