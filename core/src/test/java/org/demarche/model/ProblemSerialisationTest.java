package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java serialisation of an InvalidDossierException, as remote calls use it. */
class ProblemSerialisationTest {
  private static final Problem BARE =
      Problem.of(Problem.Code.MISSING, "claim", "X", "force", "", "claim X: no force");
  private final InvalidDossierException invalid =
      new InvalidDossierException(
          List.of(BARE, BARE.asWarning().at(3).at(new Problem.Place("thaad.json", 812, 22))));

  private static Object throughBytes(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void an_exception_keeps_its_message_and_problems() throws IOException, ClassNotFoundException {
    InvalidDossierException read = (InvalidDossierException) throughBytes(invalid);
    assertThat(read).hasMessage(invalid.getMessage());
    assertThat(read.problems()).isEqualTo(invalid.problems());
    assertThat(read.problems().get(1).isWarning()).isTrue();
    assertThat(read.problems().get(1).pointer()).isEqualTo("/claims/3/force");
    assertThat(read.problems().get(1).place()).contains(new Problem.Place("thaad.json", 812, 22));
  }

  @Test
  void an_exception_inside_another_keeps_its_problems() throws IOException, ClassNotFoundException {
    RuntimeException outer = new IllegalStateException("refused", invalid);
    outer.addSuppressed(invalid);
    RuntimeException read = (RuntimeException) throughBytes(outer);
    assertThat(read.getCause())
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            cause -> assertThat(cause.problems()).isEqualTo(invalid.problems()));
    assertThat(read.getSuppressed()[0]).isSameAs(read.getCause());
  }
}
