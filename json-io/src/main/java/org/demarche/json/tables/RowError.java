package org.demarche.json.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;

/** The error of a row that gives no claim, because of one template or column. */
final class RowError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String value;

  /**
   * Makes an error.
   *
   * @param message what is wrong, in which the value is abridged wherever it is named
   */
  RowError(String field, String value, String message) {
    super(value.isEmpty() ? message : message.replace(value, ShownValue.of(value)));
    this.field = field;
    this.value = value;
  }

  /** Returns this error with the name of the column that was turned into its row. */
  RowError inColumn(String column) {
    return new RowError(field, value, "column " + column + ": " + message());
  }

  /** Returns the error of a row that gives no valid record, with all problems of the record. */
  static RowError of(InvalidDossierException refused) {
    Problem first = refused.problems().get(0);
    return new RowError(
        first.field(),
        first.value(),
        refused.problems().stream().map(Advice::message).collect(Collectors.joining("; ")));
  }

  /** Returns the name of the template or column. */
  String field() {
    return field;
  }

  /** Returns the offending value. */
  String value() {
    return value;
  }

  private String message() {
    return String.valueOf(getMessage());
  }

  /** A collector of all errors of one row. */
  static final class Collector {
    private final List<RowError> errors = new ArrayList<>();

    /** Runs a step, and keeps its error unless another step had the same one. */
    void attempt(Runnable step) {
      try {
        step.run();
      } catch (RowError error) {
        add(error);
      } catch (InvalidDossierException refused) {
        add(RowError.of(refused));
      }
    }

    private void add(RowError error) {
      if (errors.stream()
          .noneMatch(one -> one.value.equals(error.value) && one.field.equals(error.field))) {
        errors.add(error);
      }
    }

    /** Throws all errors as one, if there are any. */
    void throwAny() {
      if (!errors.isEmpty()) {
        String all = errors.stream().map(RowError::message).collect(Collectors.joining("; "));
        throw new RowError(errors.get(0).field, errors.get(0).value, all);
      }
    }
  }
}
