package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.demarche.TestDossier;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;

/** Laws of the import of drafts, on generated drafts, of which many are bad. */
class DraftImportLawsTest {
  private static final String TEXT =
      "Seoul’s minister said:\n“We will not\ndeploy more.” The plan, the min-\nister said, is off.";
  private static final Texts TEXTS = Texts.of(Map.of("S1", TEXT));
  private static final Dossier DOSSIER =
      TestDossier.of("p")
          .with(draft("a", "x-mofa", "p", "The plan", List.of()).gist("Coded.").build())
          .build();

  private static Claim.Builder draft(
      String id, String principal, String proposition, String quote, List<String> answered) {
    return TestDossier.claim(id, principal, proposition, Stance.FOR, Force.ASSERT, "2016-05-01")
        .respondsTo(answered.stream().filter(other -> !other.equals(id)).toList())
        .addEvidence(Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(quote).build());
  }

  @Provide
  Arbitrary<List<Claim>> drafts() {
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
    Arbitrary<String> quotes =
        Arbitraries.of(
            "The plan",
            "the minister said",
            "seoul's minister",
            "minister … is off",
            "\"We will not deploy more\"",
            "We will deploy more of them soon",
            "Nobody promised that",
            "said");
    return Combinators.combine(
            ids,
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just("x-mofa")), Tuple.of(1, Arbitraries.just("x-mofb"))),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just("p")), Tuple.of(1, Arbitraries.just("q"))),
            quotes,
            ids.list().ofMaxSize(2))
        .as(
            (id, principal, proposition, quote, answered) ->
                draft(id, principal, proposition, quote, answered).build())
        .list()
        .ofMaxSize(10);
  }

  @Property(tries = 500)
  void each_draft_is_in_the_dossier_or_refused_with_an_error(
      @ForAll @From("drafts") List<Claim> drafts) {
    List<SubmittedDraft> submitted = drafts.stream().map(SubmittedDraft::of).toList();
    DraftImport imported = DraftImport.of(DOSSIER, TEXTS, submitted, "model");
    assertThat(imported.drafts())
        .extracting(SubmittedDraft::id)
        .containsExactlyElementsOf(drafts.stream().map(Claim::id).toList());
    Set<String> in = new HashSet<>();
    for (SubmittedDraft draft : imported.drafts()) {
      Claim claim = draft.claim().orElseThrow();
      if (draft.isRefused()) {
        assertThat(imported.dossier().claims()).doesNotContain(claim);
      } else {
        assertThat(in.add(draft.id())).isTrue();
        assertThat(imported.dossier().claim(draft.id())).contains(claim);
        assertThat(claim.isDraft()).isTrue();
      }
    }
    assertThat(imported.dossier().claims()).hasSize(1 + in.size());
  }

  @Property(tries = 500)
  void every_accepted_quotation_is_in_its_text_to_the_letter(
      @ForAll @From("drafts") List<Claim> drafts) {
    DraftImport imported =
        DraftImport.of(DOSSIER, TEXTS, drafts.stream().map(SubmittedDraft::of).toList(), "model");
    QuotationCheck check = QuotationCheck.of(imported.dossier(), TEXTS);
    assertThat(check.rows())
        .extracting(QuotationCheck.Row::verdict)
        .isSubsetOf(QuotationVerdict.FOUND, QuotationVerdict.SEVERAL);
    assertThat(check.rows()).noneMatch(QuotationCheck.Row::hasWrongSelector);
  }

  @Property(tries = 300)
  void importing_the_accepted_drafts_again_changes_nothing(
      @ForAll @From("drafts") List<Claim> drafts) {
    DraftImport once =
        DraftImport.of(DOSSIER, TEXTS, drafts.stream().map(SubmittedDraft::of).toList(), "model");
    ImmutableList<SubmittedDraft> accepted =
        once.drafts().stream()
            .filter(draft -> !draft.isRefused())
            .map(draft -> SubmittedDraft.of(draft.claim().orElseThrow()))
            .collect(ImmutableList.toImmutableList());
    DraftImport again = DraftImport.of(once.dossier(), TEXTS, accepted);
    assertThat(again.drafts()).noneMatch(SubmittedDraft::isRefused);
    assertThat(again.dossier()).isEqualTo(once.dossier());
  }
}
