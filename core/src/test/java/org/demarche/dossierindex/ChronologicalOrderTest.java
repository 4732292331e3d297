package org.demarche.dossierindex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;

/** Laws of the order of claims in lists. */
class ChronologicalOrderTest {
  private static final List<String> DATES =
      List.of(
          "2016-01-01",
          "2016-01-02",
          "2016-01",
          "2015",
          "[..2016-01-01]",
          "[..2016-01-31]",
          "2015-12-01/2016-01-01",
          "[2016-01-01..2016-01-02]",
          "1969-12-31",
          "0044-03-15");

  private static Claim claim(int number, Random random) {
    return Claim.builder()
        .id("c" + random.nextInt(10) + "-" + number)
        .addSpeakers("x")
        .addPrincipals("x")
        .asserted(When.parse(DATES.get(random.nextInt(DATES.size()))))
        .proposition("p")
        .stance(Stance.FOR)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("s").mode(Mode.RECORDED).build())
        .build();
  }

  private static List<Claim> inOrder(List<Claim> claims) {
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(
        Comparator.comparing(ChronologicalOrderTest::firstDay)
            .thenComparing(claim -> claim.asserted().latest())
            .thenComparing(Claim::id));
    return sorted;
  }

  private static LocalDate firstDay(Claim claim) {
    return claim.asserted().earliest().orElse(claim.asserted().latest());
  }

  @Property(tries = 300)
  void claims_are_in_order_however_they_were_added_and_whichever_are_asked_for(
      @ForAll @IntRange(max = 120) int size, @ForAll Random random) {
    List<Claim> claims = IntStream.range(0, size).mapToObj(i -> claim(i, random)).toList();
    int first = random.nextInt(size + 1);
    int second = first + random.nextInt(size - first + 1);
    ChronologicalOrder order = new ChronologicalOrder(claims.subList(0, first));
    if (random.nextBoolean()) {
      assertThat(order.all()).hasSize(first);
    }
    order = order.plus(claims.subList(0, second));
    if (random.nextBoolean()) {
      assertThat(order.all()).hasSize(second);
    }
    order = order.plus(claims);
    List<Integer> some = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(some, random);
    some = some.subList(0, random.nextInt(size + 1));
    assertThat(Ints.asList(order.sorted(Ints.toArray(some))).stream().map(claims::get))
        .containsExactlyElementsOf(inOrder(some.stream().map(claims::get).toList()));
    assertThat(Ints.asList(order.all()).stream().map(claims::get))
        .containsExactlyElementsOf(inOrder(claims));
  }
}
