package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.TestDossier.withTalks;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.demarche.model.InvalidDateException;
import org.demarche.model.SwappedArgumentsException;
import org.demarche.model.UnknownIdException;
import org.demarche.model.WidenedTrackerException;
import org.junit.jupiter.api.Test;

/** The kind, value and suggestions of refused arguments, as data that a program can show. */
class RefusedArgumentsTest {
  private final Tracker tracker =
      withTalks().says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01").tracker();

  private static UnknownIdException unknown(Runnable question) {
    return catchThrowableOfType(UnknownIdException.class, question::run);
  }

  private static void assertUnknown(
      Runnable question, String kind, String value, String... suggestions) {
    UnknownIdException unknown = unknown(question);
    assertThat(unknown.kind()).isEqualTo(kind);
    assertThat(unknown.value()).isEqualTo(value);
    assertThat(unknown.suggestions()).containsExactly(suggestions);
  }

  @Test
  void a_mistyped_id_carries_its_kind_and_the_nearest_ids() {
    assertUnknown(() -> tracker.positionsOf("x-moffa"), "party", "x-moffa", "x-mofa");
    assertUnknown(() -> tracker.position("x", "pp"), "proposition", "pp", "p");
    assertUnknown(() -> tracker.withoutRelay("wires"), "relay", "wires", "wire");
    assertUnknown(() -> tracker.withoutSpeaker("yi-zhu"), "speaker", "yi-zhu", "yi-zhou");
    assertUnknown(() -> tracker.readouts("talk"), "occasion", "talk", "talks");
    assertUnknown(() -> tracker.readouts("talks").point("c11"), "claim", "c11", "c1");
    assertUnknown(() -> tracker.claims().administration("bo-chen"), "head", "bo-chen", "bo-cheng");
    assertUnknown(() -> tracker.matrix("x").onIssue("thaad"), "issue", "thaad", "i");
    assertUnknown(() -> tracker.claims().frame("jobs"), "frame", "jobs");
  }

  @Test
  void an_id_of_another_type_carries_the_ids_that_its_message_names() {
    assertUnknown(() -> tracker.positionsOn("i"), "proposition", "i", "p", "q", "r", "s");
    assertUnknown(() -> tracker.claims().onIssue("p"), "issue", "p", "i");
    assertUnknown(() -> tracker.positionsOf("x").on("x"), "proposition", "x");
    assertUnknown(() -> tracker.administrations("x-mofa"), "state", "x-mofa", "x");
    assertUnknown(() -> tracker.positionsOn("p").party("x-mofa"), "party", "x-mofa", "x");
  }

  @Test
  void a_malformed_or_impossible_date_carries_its_text() {
    for (String text : List.of("2017-02-30", "2017/10/31", "[..2017]", "soon")) {
      InvalidDateException invalid =
          catchThrowableOfType(InvalidDateException.class, () -> tracker.asOf(text));
      assertThat(invalid.kind()).isEqualTo("date");
      assertThat(invalid.value()).isEqualTo(text);
      assertThat(invalid.suggestions()).isEmpty();
    }
  }

  @Test
  void swapped_arguments_carry_the_misplaced_argument_and_the_right_one() {
    assertSwapped(() -> tracker.position("p", "x"), "party", "p", "x");
    assertSwapped(() -> tracker.relation("p", "y", "x"), "party", "p", "x");
    assertSwapped(() -> tracker.claims().between("2018", "2017"), "date", "2018", "2017");
    assertSwapped(
        () -> tracker.asOf("2017").changesTo(tracker.asOf("2016")),
        "date",
        "2017-12-31",
        "2016-12-31");
  }

  private static void assertSwapped(
      Runnable question, String kind, String value, String suggestion) {
    SwappedArgumentsException swapped =
        catchThrowableOfType(SwappedArgumentsException.class, question::run);
    assertThat(swapped.kind()).isEqualTo(kind);
    assertThat(swapped.value()).isEqualTo(value);
    assertThat(swapped.suggestions()).containsExactly(suggestion);
  }

  @Test
  void a_widened_date_carries_the_limit() {
    WidenedTrackerException asOf =
        catchThrowableOfType(
            WidenedTrackerException.class, () -> tracker.asOf("2016-05-01").asOf("2017"));
    assertThat(asOf.kind()).isEqualTo("as of");
    assertThat(asOf.value()).isEqualTo("2017");
    assertThat(asOf.suggestions()).containsExactly("2016-05-01");
    WidenedTrackerException knownAt =
        catchThrowableOfType(
            WidenedTrackerException.class, () -> tracker.knownAt("2016").knownAt("2017-01-01"));
    assertThat(knownAt.kind()).isEqualTo("known at");
    assertThat(knownAt.suggestions()).containsExactly("2016-12-31");
  }

  @Test
  void the_data_survive_java_serialisation() throws IOException, ClassNotFoundException {
    UnknownIdException unknown = unknown(() -> tracker.positionsOf("x-moffa"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new IllegalStateException(unknown));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Throwable) in.readObject()).getCause())
          .hasMessage(unknown.getMessage())
          .isInstanceOfSatisfying(
              UnknownIdException.class,
              read -> {
                assertThat(read.kind()).isEqualTo("party");
                assertThat(read.value()).isEqualTo("x-moffa");
                assertThat(read.suggestions()).containsExactly("x-mofa");
              });
    }
  }
}
