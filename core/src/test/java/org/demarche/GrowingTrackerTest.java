package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/**
 * The memory that one claim more takes in a large tracker, and the answers of a tracker that grew
 * by many. A tenth of the claims are on one pair of a party and a proposition; some are on
 * composites, some respond to others, and some are told by another state.
 */
class GrowingTrackerTest {
  private static final int STATES = 50;
  private static final int PROPOSITIONS = 200;
  private static final int CLAIMS_PER_SOURCE = 20;
  private static final int CLAIMS = 100_000;
  private static final int MORE = 1_000;
  private static final LocalDate START = LocalDate.of(2000, 1, 1);
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 1, 1);

  private static List<DossierRecord> actorsAndPropositions() {
    List<DossierRecord> records = new ArrayList<>();
    records.add(Actor.builder().id("wire").name("Wire").kind(ActorKind.MEDIA).build());
    for (int i = 0; i < STATES; i++) {
      records.add(Actor.builder().id("s" + i).name("S" + i).kind(ActorKind.STATE).build());
      records.add(
          Actor.builder()
              .id("s" + i + "-ministry")
              .name("Ministry of S" + i)
              .kind(ActorKind.ORGAN)
              .of("s" + i)
              .authority(Authority.MINISTRY)
              .build());
    }
    for (int i = 0; i < PROPOSITIONS; i++) {
      Proposition.Builder proposition =
          Proposition.builder().id("p" + i).issue("i").text("It is so in case " + i + ".");
      if (i < 20 && i % 4 == 0) {
        proposition.putParts("p" + (i + 1), Stance.FOR).putParts("p" + (i + 2), Stance.AGAINST);
      }
      records.add(proposition.build());
    }
    return records;
  }

  private static Source source(int number) {
    return Source.builder()
        .id("d" + number)
        .outlet(number % 5 == 0 ? "s" + number % STATES : "wire")
        .title("Report " + number)
        .published(When.on(PUBLISHED))
        .build();
  }

  private static Claim claim(int number, Random random) {
    boolean isCrowded = random.nextInt(10) == 0;
    String state = "s" + (isCrowded ? 7 : random.nextInt(STATES));
    String principal = random.nextBoolean() ? state : state + "-ministry";
    LocalDate day = START.plusDays(random.nextInt(7_000));
    Claim.Builder claim =
        Claim.builder()
            .id("c" + number)
            .addSpeakers(principal)
            .addPrincipals(principal)
            .asserted(
                random.nextInt(30) == 0
                    ? When.parse(day.minusDays(random.nextInt(1, 90)) + "/" + day)
                    : When.on(day))
            .proposition("p" + (isCrowded ? 77 : random.nextInt(PROPOSITIONS)))
            .stance(random.nextInt(3) == 0 ? Stance.AGAINST : Stance.FOR)
            .force(Force.ASSERT)
            .addEvidence(evidence(number / CLAIMS_PER_SOURCE));
    if (random.nextInt(15) == 0 && number >= CLAIMS_PER_SOURCE) {
      claim.addEvidence(evidence(random.nextInt(number / CLAIMS_PER_SOURCE)));
    }
    if (number % 50 == 7) {
      claim.addRespondsTo("c" + random.nextInt(number));
    }
    return claim.build();
  }

  private static Evidence evidence(int source) {
    return Evidence.builder().source("d" + source).mode(Mode.DIRECT).quote("“It is so.”").build();
  }

  @Test
  void one_claim_more_takes_little_memory_however_many_there_are() {
    Random random = new Random(1);
    List<DossierRecord> records = actorsAndPropositions();
    List<DossierRecord> more = new ArrayList<>();
    for (int i = 0; i < CLAIMS + MORE; i++) {
      List<DossierRecord> some = i < CLAIMS ? records : more;
      if (i % CLAIMS_PER_SOURCE == 0) {
        some.add(source(i / CLAIMS_PER_SOURCE));
      }
      some.add(claim(i, random));
    }
    Tracker first = Tracker.of(Dossier.of(records));
    Tracker growing = first;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<Long> allocated = new ArrayList<>();
    for (DossierRecord record : more) {
      long before = threads.getCurrentThreadAllocatedBytes();
      growing = growing.plus(record);
      allocated.add(threads.getCurrentThreadAllocatedBytes() - before);
    }
    allocated.sort(null);
    assertThat(allocated.get(allocated.size() / 2)).isLessThan(50_000);
    assertThat(allocated.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isLessThan(400_000);

    Tracker fresh = Tracker.of(growing.dossier());
    Tracker atOnce = first.plus(more);
    assertThat(atOnce.dossier()).isEqualTo(fresh.dossier());
    for (String day : List.of("2003", "2010-05", "2016-02-29", "2019-12")) {
      assertThat(growing.asOf(day).stanceGrid(ActorKind.STATE))
          .isEqualTo(fresh.asOf(day).stanceGrid(ActorKind.STATE));
      assertThat(atOnce.asOf(day).stanceGrid(ActorKind.STATE))
          .isEqualTo(fresh.asOf(day).stanceGrid(ActorKind.STATE));
      assertThat(growing.asOf(day).position("s7", "p77"))
          .isEqualTo(fresh.asOf(day).position("s7", "p77"));
    }
    assertThat(growing.timeline("p77").rows()).isEqualTo(fresh.timeline("p77").rows());
    assertThat(first.dossier().claims()).hasSize(CLAIMS);
  }
}
