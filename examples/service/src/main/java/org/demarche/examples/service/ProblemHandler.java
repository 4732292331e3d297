package org.demarche.examples.service;

import java.util.List;
import org.demarche.model.*;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Reports refused requests as problem details (RFC 9457). */
@RestControllerAdvice
@Order(-1) // before the handler of Spring, which knows no claims
class ProblemHandler {
  @ExceptionHandler
  ProblemDetail unknownId(UnknownIdException refused) {
    return problem(HttpStatus.NOT_FOUND, refused, "suggestions", refused.suggestions());
  }

  @ExceptionHandler
  ProblemDetail invalidDate(InvalidDateException refused) {
    return problem(HttpStatus.BAD_REQUEST, refused, "suggestions", refused.suggestions());
  }

  @ExceptionHandler
  ProblemDetail swappedArguments(SwappedArgumentsException refused) {
    return problem(HttpStatus.BAD_REQUEST, refused, "suggestions", refused.suggestions());
  }

  @ExceptionHandler
  ProblemDetail widenedTracker(WidenedTrackerException refused) {
    return problem(HttpStatus.BAD_REQUEST, refused, "suggestions", refused.suggestions());
  }

  @ExceptionHandler
  ProblemDetail otherArgument(IllegalArgumentException refused) {
    return problem(HttpStatus.BAD_REQUEST, refused, "suggestions", List.of());
  }

  /** A problem with a JSON pointer into the body of the request. */
  private record ClaimProblem(String pointer, Problem.Code code, String detail) {
    ClaimProblem(Problem problem) {
      this(problem.pointer(), problem.code(), problem.message());
    }
  }

  /** The body is no valid claim, or no JSON at all. */
  @ExceptionHandler
  ProblemDetail invalidClaim(InvalidDossierException refused) {
    boolean isJson = refused.problems().stream().noneMatch(p -> p.code() == Problem.Code.SYNTAX);
    HttpStatus status = isJson ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
    List<ClaimProblem> problems = refused.problems().stream().map(ClaimProblem::new).toList();
    return problem(status, refused, "problems", problems);
  }

  private static ProblemDetail problem(
      HttpStatus status, Exception refused, String member, List<?> values) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
    detail.setProperty(member, values);
    return detail;
  }
}
