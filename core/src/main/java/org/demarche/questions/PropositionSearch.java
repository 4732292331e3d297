package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.demarche.model.Proposition;
import org.demarche.rules.EvidenceView;

/** The search for propositions by a phrase. */
public final class PropositionSearch {
  private PropositionSearch() {}

  /** Returns all propositions, in the order of answers. */
  public static ImmutableList<Proposition> all(EvidenceView view) {
    return view.index().order().propositions();
  }

  /**
   * Returns the propositions that have a phrase in their sentence, id or issue. The marks that join
   * the words of an id count as spaces.
   */
  public static ImmutableList<Proposition> mentioning(EvidenceView view, String phrase) {
    PhraseSearch search = new PhraseSearch(words(phrase));
    return all(view).stream()
        .filter(
            proposition ->
                Stream.of(proposition.text(), proposition.id(), proposition.issue())
                    .anyMatch(text -> search.isIn(words(text))))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns a text with spaces for the marks that join the words of an id. */
  static String words(String text) {
    return text.replaceAll("[-._:/]+", " ");
  }
}
