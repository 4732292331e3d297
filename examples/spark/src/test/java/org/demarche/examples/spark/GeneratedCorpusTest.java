package org.demarche.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.junit.jupiter.api.Test;

/** The corpus on which answers are compared has all that decides where claims go. */
class GeneratedCorpusTest {
  private final List<DossierRecord> records = new GeneratedCorpus(2000, 12, 40, 10).records();

  private <R extends DossierRecord> long count(Class<R> type, Predicate<R> of) {
    return records.stream().filter(type::isInstance).map(type::cast).filter(of).count();
  }

  @Test
  void everything_that_decides_where_claims_go_occurs() {
    assertThat(count(Proposition.class, one -> one.about().isPresent())).isPositive();
    assertThat(count(Proposition.class, one -> !one.parts().isEmpty())).isPositive();
    assertThat(count(Proposition.class, one -> !one.excludes().isEmpty())).isPositive();
    assertThat(count(Source.class, one -> !one.issuedBy().isEmpty())).isPositive();
    assertThat(count(Source.class, one -> one.revises().isPresent())).isPositive();
    assertThat(
            count(
                Actor.class,
                one ->
                    one.kind() == ActorKind.ORGANISATION
                        && one.members().stream().anyMatch(m -> m.member().startsWith("o"))))
        .isPositive();
    assertThat(
            count(
                Actor.class,
                one -> one.terms().stream().anyMatch(term -> term.head().equals("s3-a"))))
        .isEqualTo(2);
    assertThat(count(Claim.class, one -> one.occasion().isPresent())).isGreaterThan(100);
    assertThat(count(Claim.class, one -> one.principals().size() > 1)).isGreaterThan(50);
  }

  @Test
  void lines_are_united_and_retractions_and_drafts_cross_groups() {
    ListMultimap<String, Claim> lines = ArrayListMultimap.create();
    records.forEach(
        record -> {
          if (record instanceof Claim claim) {
            lines.put(claim.id(), claim);
          }
        });
    int united = 0;
    int coded = 0;
    int codedElsewhere = 0;
    int retractedElsewhere = 0;
    for (String id : lines.keySet()) {
      Claim first = lines.get(id).get(0);
      for (Claim other : lines.get(id).subList(1, lines.get(id).size())) {
        united += first.isDraft() == other.isDraft() ? 1 : 0;
        coded += !first.isDraft() && other.isDraft() ? 1 : 0;
        codedElsewhere += other.proposition().equals("not-agreed-yet") ? 1 : 0;
      }
      for (String retracted : first.retracts()) {
        boolean isElsewhere =
            !lines.get(retracted).get(0).proposition().equals(first.proposition());
        retractedElsewhere += isElsewhere ? 1 : 0;
      }
    }
    assertThat(united).isGreaterThan(100);
    assertThat(coded).isGreaterThan(50);
    assertThat(codedElsewhere).isPositive();
    assertThat(retractedElsewhere).isPositive();
  }
}
