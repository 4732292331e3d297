package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dossiers of so many claims that several threads check them. */
class ManyClaimsCheckTest {
  private static final int CLAIMS = 50_000;

  /** Every claim of such a number has a quotation without quotation marks. */
  private static final int DOUBTFUL = 997;

  private static List<DossierRecord> records() {
    List<DossierRecord> records = new ArrayList<>();
    records.add(Actor.builder().id("paper").name("The Paper").kind(ActorKind.MEDIA).build());
    records.add(Actor.builder().id("state").name("The State").kind(ActorKind.STATE).build());
    records.add(
        Source.builder()
            .id("s")
            .outlet("paper")
            .title("A report")
            .published(When.parse("2018"))
            .build());
    records.add(Proposition.builder().id("p").issue("i").text("It is so.").build());
    for (int i = 0; i < CLAIMS; i++) {
      records.add(claim(i, "state"));
    }
    return records;
  }

  private static Claim claim(int number, String speaker) {
    return Claim.builder()
        .id("c" + number)
        .addSpeakers(speaker)
        .addPrincipals("state")
        .asserted(When.parse("2017-10-31"))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(
            Evidence.builder()
                .source("s")
                .mode(Mode.DIRECT)
                .quote(number % DOUBTFUL == 0 ? "it is so" : "“it is so”")
                .build())
        .build();
  }

  @Test
  void warnings_are_in_the_order_of_the_claims() {
    assertThat(Dossier.of(records()).warnings().stream().map(Problem::id))
        .isEqualTo(
            IntStream.range(0, CLAIMS)
                .filter(i -> i % DOUBTFUL == 0)
                .mapToObj(i -> "c" + i)
                .toList());
  }

  @Test
  void errors_are_in_the_order_of_the_claims_with_their_suggestions() {
    List<DossierRecord> records = records();
    int first = records.size() - CLAIMS;
    List<String> expected = new ArrayList<>();
    for (int i = 10; i < CLAIMS; i += 9_999) {
      records.set(first + i, claim(i, "stat"));
      expected.add(
          "claim c%d: speaker 'stat' is not in the dossier (did you mean 'state'?)".formatted(i));
    }
    assertThat(
            catchThrowableOfType(InvalidDossierException.class, () -> Dossier.of(records))
                .problems()
                .stream()
                .map(Problem::message))
        .isEqualTo(expected);
  }
}
