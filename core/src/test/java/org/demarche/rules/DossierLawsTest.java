package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;

/** Laws of adding, cutting out and correcting records, over generated dossiers. */
class DossierLawsTest {
  @Provide
  Arbitrary<Dossier> dossiers() {
    return GeneratedCases.dossiers();
  }

  private static Iterable<DossierRecord> records(Dossier dossier) {
    return Iterables.concat(
        dossier.sources(),
        dossier.actors(),
        dossier.occasions(),
        dossier.propositions(),
        dossier.claims());
  }

  private static List<Claim> some(Dossier dossier, int step) {
    List<Claim> some = new ArrayList<>();
    for (int i = step % 3; i < dossier.claims().size(); i += 1 + step % 5) {
      some.add(dossier.claims().get(i));
    }
    return some;
  }

  @Property(tries = 100)
  void a_closure_is_valid_idempotent_and_part_of_the_dossier(
      @ForAll("dossiers") Dossier dossier, @ForAll int number) {
    List<Claim> claims = some(dossier, number & 0xFF);
    Dossier closure = dossier.closure(claims);
    assertThat(closure.claims()).containsAll(claims);
    assertThat(Dossier.of(records(closure))).isEqualTo(closure);
    assertThat(closure.closure(claims)).isEqualTo(closure);
    assertThat(dossier.plus(closure)).isSameAs(dossier);
  }

  @Property(tries = 100)
  void no_record_can_be_removed_from_a_closure_except_its_claims(
      @ForAll("dossiers") Dossier dossier, @ForAll int number) {
    Dossier closure = dossier.closure(some(dossier, number & 0xFF));
    for (DossierRecord record : records(closure)) {
      if (!(record instanceof Claim)) {
        assertThat(isNeeded(closure, record)).as(record.id()).isTrue();
      }
    }
  }

  private static boolean isNeeded(Dossier closure, DossierRecord record) {
    try {
      closure.remove(record);
      return false;
    } catch (InvalidDossierException referred) {
      return true;
    }
  }

  @Property(tries = 100)
  void adding_records_one_by_one_equals_adding_them_at_once(@ForAll("dossiers") Dossier dossier) {
    Dossier whole =
        Dossier.of(
            Iterables.concat(
                dossier.sources(), dossier.actors(), dossier.occasions(), dossier.propositions()));
    Dossier grown = whole;
    List<Claim> inOrder = DossierVariants.inOrderOfReference(dossier);
    for (Claim claim : inOrder) {
      grown = grown.plus(claim);
    }
    assertThat(grown).isEqualTo(whole.plus(inOrder));
    assertThat(whole.plus(dossier.claims())).isEqualTo(dossier);
    assertThat(grown.differencesFrom(whole).added()).isEqualTo(inOrder);
  }

  @Property(tries = 50)
  void a_record_that_is_renamed_and_named_back_leaves_the_dossier_as_it_was(
      @ForAll("dossiers") Dossier dossier) {
    for (DossierRecord record : records(dossier)) {
      Dossier renamed = dossier.rename(record, "new-id");
      assertThat(renamed).isNotEqualTo(dossier);
      DossierRecord again =
          Iterables.tryFind(records(renamed), other -> other.id().equals("new-id")).get();
      assertThat(renamed.rename(again, record.id())).isEqualTo(dossier);
    }
  }
}
