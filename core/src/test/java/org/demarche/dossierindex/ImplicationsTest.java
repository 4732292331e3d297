package org.demarche.dossierindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The changes that an added proposition makes in the implications of those before it. */
class ImplicationsTest {
  private static final int ROUNDS = 2_000;

  private static Implications implications(Dossier dossier) {
    return new Implications(dossier, new RecordNumbers(dossier));
  }

  private static Proposition proposition(int number, Map<String, Stance> parts) {
    return Proposition.builder().id("p" + number).issue("i").text("P.").parts(parts).build();
  }

  @RepeatedTest(100)
  void the_propositions_that_bear_on_others_than_before_are_found(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Proposition> propositions = new ArrayList<>();
    for (int whole = 0; whole < 12; whole++) {
      Map<String, Stance> parts = new HashMap<>();
      for (int part = 0; whole >= 4 && part < whole; part++) {
        if (random.nextInt(6) == 0) {
          parts.put("p" + part, part == 1 ? Stance.AGAINST : Stance.FOR);
        }
      }
      propositions.add(proposition(whole, parts.size() < 2 ? Map.of() : parts));
    }
    int bound = 8;
    Implications before = implications(Dossier.of(propositions.subList(0, bound)));
    Implications after = implications(Dossier.of(propositions));

    assertThat(after.changedSince(before, bound))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, bound)
                .filter(
                    number ->
                        !Arrays.stream(Stance.values())
                            .allMatch(
                                stance ->
                                    after.of(number, stance).equals(before.of(number, stance))))
                .boxed()
                .toList());
  }

  @Test
  void unrelated_composites_are_not_compared() {
    assertThat(nanos(1_000)).isPositive(); // warms up
    assertThat(nanos(8_000)).isLessThan(4 * nanos(1_000));
  }

  /** Returns the time to find what an added composite changes beside many others, of three. */
  private static long nanos(int others) {
    List<Proposition> propositions = new ArrayList<>();
    propositions.add(proposition(0, Map.of()));
    propositions.add(proposition(1, Map.of()));
    for (int i = 2; i < 3 * others; i += 3) {
      propositions.add(proposition(i, Map.of()));
      propositions.add(proposition(i + 1, Map.of()));
      propositions.add(proposition(i + 2, Map.of("p" + i, Stance.FOR, "p" + (i + 1), Stance.FOR)));
    }
    int bound = propositions.size();
    Implications before = implications(Dossier.of(propositions));
    propositions.add(proposition(bound, Map.of("p0", Stance.FOR, "p1", Stance.FOR)));
    Implications after = implications(Dossier.of(propositions));
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(after.changedSince(before, bound)).containsExactly(0, 1);
      }
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
