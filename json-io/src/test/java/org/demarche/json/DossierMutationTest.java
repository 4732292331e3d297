package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.json.records.RecordType;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents and records in which one member or element is removed, duplicated or altered are either
 * refused, with the place of every problem, or read and written again.
 */
class DossierMutationTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Dossier COMPLETE = SampleDossiers.completeDossier();

  /** Something that reads a text, and returns what is wrong with how it did. */
  private interface Reading {
    Optional<String> fault(String text);
  }

  private static void assertNoFault(JsonNode sound, Reading reading) {
    List<String> faults = new ArrayList<>();
    for (String place : JsonMutants.places(sound).values()) {
      for (String mutant : JsonMutants.of(sound, place)) {
        fault(mutant, reading).ifPresent(fault -> faults.add(place + ": " + fault + "\n" + mutant));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static Optional<String> fault(String text, Reading reading) {
    try {
      return reading.fault(text);
    } catch (InvalidDossierException refused) {
      return unplaced(refused.problems());
    } catch (RuntimeException thrown) {
      return Optional.of("throws " + thrown);
    }
  }

  private static Optional<String> unplaced(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.place().isEmpty())
        .map(problem -> "no place: " + problem)
        .findFirst();
  }

  @Test
  void a_mutated_document_is_refused_with_places_or_read() {
    assertNoFault(
        JSON.readTree(Dossiers.format(COMPLETE)),
        text -> {
          Dossier dossier = Dossiers.parse(text);
          return Dossiers.parse(Dossiers.format(dossier)).equals(dossier)
              ? Optional.empty()
              : Optional.of("is read as another dossier");
        });
  }

  static Stream<RecordType<?>> types() {
    return RecordType.byName().values().stream().filter(type -> !records(type).isEmpty());
  }

  private static List<? extends DossierRecord> records(RecordType<?> type) {
    return RecordType.records(COMPLETE).filter(type.type()::isInstance).toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_mutated_record_is_refused_with_places_or_read(RecordType<?> type) {
    for (DossierRecord record : records(type)) {
      assertNoFault(
          JSON.readTree(Dossiers.line(record)),
          line -> {
            DossierRecord read = Dossiers.record(line);
            return Dossiers.record(Dossiers.line(read)).equals(read)
                ? Optional.empty()
                : Optional.of("is read as another record");
          });
    }
  }

  private static boolean isRead(String line) {
    try {
      Dossiers.record(line);
      return true;
    } catch (InvalidDossierException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_mutated_record_is_checked_as_it_is_read(RecordType<?> type) {
    for (DossierRecord record : records(type)) {
      JsonNode members = JSON.readTree(Dossiers.line(record)).get(type.name());
      assertNoFault(
          members,
          text -> {
            List<Problem> problems = Dossiers.check(text, type.type(), COMPLETE);
            boolean isRefused = problems.stream().anyMatch(problem -> !problem.isWarning());
            return isRead("{\"%s\": %s}".formatted(type.name(), text)) || isRefused
                ? unplaced(problems)
                : Optional.of("has no error, but cannot be read");
          });
    }
  }
}
