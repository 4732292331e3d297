package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.INTEGER;
import static org.demarche.json.answers.SharedMembers.TEXT;

import org.demarche.json.records.Codec;
import org.demarche.model.Problem;

/** Writers of the problems of records, for a service that reports them to its clients. */
final class ProblemMembers {
  private ProblemMembers() {}

  /** The severity of a problem. */
  private enum Severity {
    ERROR,
    WARNING;

    static Severity of(Problem problem) {
      return problem.isWarning() ? WARNING : ERROR;
    }
  }

  static final MemberCodec<Problem.Place> PLACE =
      new MemberCodec<Problem.Place>(AnswerForm.PLAIN)
          .and("file", TEXT, Problem.Place::file)
          .and("line", INTEGER, Problem.Place::line)
          .and("column", INTEGER, Problem.Place::column);

  static final MemberCodec<Problem> PROBLEM =
      new MemberCodec<Problem>(AnswerForm.PLAIN)
          .and("code", Codec.oneOf(Problem.Code.class), Problem::code)
          .and("severity", Codec.oneOf(Severity.class), Severity::of)
          .and("type", TEXT, Problem::type)
          .and("id", TEXT, Problem::id)
          .and("field", TEXT, Problem::field)
          .and("pointer", TEXT, Problem::pointer)
          .and("value", TEXT, Problem::value)
          .and("message", TEXT, Problem::message)
          .maybe("place", PLACE, Problem::place);
}
