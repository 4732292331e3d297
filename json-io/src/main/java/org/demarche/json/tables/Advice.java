package org.demarche.json.tables;

import org.demarche.model.Problem;

/** The problems of records that rows give, with the calls that help. */
final class Advice {
  private Advice() {}

  /** Returns the message of a problem, and the call that reads what was taken for an id. */
  static String message(Problem problem) {
    return problem.message() + advice(problem);
  }

  private static String advice(Problem problem) {
    boolean isOfIds =
        problem.code() == Problem.Code.BAD_ID || problem.code() == Problem.Code.UNKNOWN_ID;
    if (!isOfIds || Slug.isId(problem.value())) {
      return "";
    }
    return switch (problem.field().equals("id") ? problem.type() : problem.field()) {
      case "actor" -> "; principalsByName(…) and speakersByName(…) read names";
      case "principals" -> "; principalsByName(…) reads names";
      case "speakers" -> "; speakersByName(…) reads names";
      case "proposition" -> "; propositionBySentence(…) reads sentences";
      default -> problem.field().endsWith("/source") ? "; sources(…) makes ids of names" : "";
    };
  }
}
