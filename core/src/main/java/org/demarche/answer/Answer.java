package org.demarche.answer;

import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * An answer of a tracker: an immutable value that states its question, prints itself for people,
 * and can be written for programs. Every answer has four lengths:
 *
 * <ul>
 *   <li>{@code toString()}: the question and the result in one line of constants and ids, for logs
 *   <li>{@link #sentence()}: the answer in sentences, to be pasted into a text
 *   <li>{@link #page()}: the sentences with their evidence, or a table
 *   <li>{@link #full()}: the page with the derivation of its positions, or with a page for each row
 * </ul>
 *
 * <p>The last three are in English, or in another {@link Wording}; the steps of a query and the
 * measures of networks are in English only. {@link #codes()} is the page in constants and ids. The
 * kinds of answers are
 *
 * <ul>
 *   <li>{@link AgreementTable}: the agreement of each pair of parties
 *   <li>{@link Change}: the change of one position between two dates
 *   <li>{@link Changes}: the changes of positions between two dates
 *   <li>{@link Chronology}: claims in chronological order, with their evidence
 *   <li>{@link Comparison}: the relations between the positions of several parties
 *   <li>{@link Difference}: the difference between one position on two bodies of evidence
 *   <li>{@link Differences}: the differences between two bodies of evidence
 *   <li>{@link Explanation}: the claims considered for a position, with the ruling on each
 *   <li>{@link FoundClaims}: the claims that a query found
 *   <li>{@link Framings}: the frames in which speakers put a matter
 *   <li>{@link Histories}: the histories of the positions of some parties
 *   <li>{@link History}: the successive changes of one position
 *   <li>{@link Matrix}: positions by party, proposition and date
 *   <li>{@link Network}: a matrix of ties among actors or propositions
 *   <li>{@link Position}: the position of a party on a proposition
 *   <li>{@link Positions}: the positions of one party, or on one proposition
 *   <li>{@link Propositions}: propositions on which positions can be requested
 *   <li>{@link Readouts}: the accounts that participants gave of an occasion
 *   <li>{@link Relation}: the relation between the positions of two parties
 *   <li>{@link StanceGrid}: the outcomes of positions, by party and proposition
 *   <li>{@link Tally}: the agreement of two parties
 *   <li>{@link Timeline}: the days on which parties changed their positions
 *   <li>{@link Updates}: what added records changed
 * </ul>
 *
 * <pre>{@code
 * Answer answer = tracker.asOf("2022-08-11").compare("rok", "prc");
 * System.out.println(answer);           // Comparison of rok and prc, as of 2022-08-11: 35 relations
 * System.out.println(answer.print());   // the page
 * System.out.println(answer.page().print(Style.whole().markdown()));
 * Answers.write(answer, Path.of("comparison.json"));   // of demarche-json-io
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Answer extends Printable
    permits AgreementTable,
        Change,
        Changes,
        Chronology,
        Comparison,
        Difference,
        Differences,
        Explanation,
        FoundClaims,
        Framings,
        Histories,
        History,
        Matrix,
        Network,
        Position,
        Positions,
        Propositions,
        Readouts,
        Relation,
        StanceGrid,
        Tally,
        Timeline,
        Updates {
  /**
   * Returns the answer in sentences that can be read and pasted without anything around them. An
   * answer of many rows is summed up.
   *
   * @param wording the language
   * @return text without line feeds
   */
  String sentence(Wording wording);

  /** {@return the answer in English sentences} */
  default String sentence() {
    return sentence(Wording.english());
  }

  /**
   * Returns the page of this answer in a wording: sentences with their evidence, or a table.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the page, to be rendered by {@link TextPage#print}
   */
  TextPage page(Wording wording);

  /** {@return the page in English} */
  @Override
  default TextPage page() {
    return page(Wording.english());
  }

  /**
   * Returns this answer in full: for one position, or two that are compared, the page with the
   * derivation of each; for a list, the table and the page of each row with its evidence.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the page, to be rendered by {@link TextPage#print}; the same as {@link #page(Wording)}
   *     for an answer that has nothing to add
   */
  default TextPage full(Wording wording) {
    return page(wording);
  }

  /** {@return this answer in full, in English} */
  default TextPage full() {
    return full(Wording.english());
  }

  /** {@return the page in constants and ids, as programs and further questions use them} */
  default TextPage codes() {
    return page(Wording.codes());
  }
}
