package org.demarche.examples.service;

import com.google.common.base.Throwables;
import java.util.List;
import org.demarche.model.*;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
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
  ProblemDetail otherArgument(IllegalArgumentException refused) {
    return problem(HttpStatus.BAD_REQUEST, refused, "suggestions", List.of());
  }

  /** A problem with a JSON pointer into the body of the request. */
  private record ClaimProblem(String pointer, Problem.Code code, String detail) {
    ClaimProblem(Problem problem) {
      this(pointerTo(problem), problem.code(), problem.message());
    }
  }

  private static String pointerTo(Problem problem) {
    return problem.field().isEmpty() ? "" : "/" + problem.field();
  }

  @ExceptionHandler
  ProblemDetail invalidClaim(InvalidDossierException refused) {
    List<ClaimProblem> problems = refused.problems().stream().map(ClaimProblem::new).toList();
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused, "problems", problems);
  }

  /** The body is JSON but no claim, or no JSON at all. */
  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException refused) {
    return Throwables.getCausalChain(refused).stream()
        .filter(InvalidDossierException.class::isInstance)
        .map(cause -> invalidClaim((InvalidDossierException) cause))
        .findFirst()
        .orElseGet(() -> problem(HttpStatus.BAD_REQUEST, refused, "problems", List.of()));
  }

  private static ProblemDetail problem(
      HttpStatus status, Exception refused, String member, List<?> values) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
    detail.setProperty(member, values);
    return detail;
  }
}
