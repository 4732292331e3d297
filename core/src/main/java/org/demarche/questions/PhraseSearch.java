package org.demarche.questions;

import org.demarche.suggestion.ShownValue;
import org.demarche.typography.SearchText;
import org.demarche.typography.SearchWords;
import org.demarche.typography.SearchWords.PhraseTerms;

/**
 * A search for a word or phrase in a text. It ignores case, accents, soft hyphens, the form of
 * quotation marks and spaces, and whether words are separated by a hyphen or a space, and never
 * matches inside another word, as {@link SearchWords} has it.
 */
public final class PhraseSearch {
  private final String foldedPhrase;

  /**
   * Prepares the search for a phrase.
   *
   * @param phrase a text with at least one letter or digit
   * @throws IllegalArgumentException if the phrase has no letter or digit
   */
  public PhraseSearch(String phrase) {
    this.foldedPhrase = SearchText.fold(phrase).strip();
    if (foldedPhrase.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw ShownValue.refused("'" + phrase + "' has no letter or digit to look for");
    }
  }

  /** Returns whether a text contains the phrase. */
  public boolean isIn(String text) {
    String folded = SearchText.fold(text);
    for (int at = folded.indexOf(foldedPhrase);
        at >= 0;
        at = folded.indexOf(foldedPhrase, at + 1)) {
      if (SearchWords.begins(folded, at) && SearchWords.ends(folded, at + foldedPhrase.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the terms that every text with the phrase has. */
  PhraseTerms terms() {
    return SearchWords.ofPhrase(foldedPhrase);
  }
}
