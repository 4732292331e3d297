/**
 * Tracks what governments are reported to have said, and derives the positions that they therefore
 * held.
 *
 * <p>{@link org.demarche.Tracker} is the entry point: a dossier indexed for questions. The
 * packages:
 *
 * <ul>
 *   <li>{@link org.demarche.model}: the stored records. A {@link org.demarche.model.Dossier} of
 *       sources, actors, occasions, propositions and claims is checked as a whole.
 *   <li>{@link org.demarche.answer}: the answers, such as a {@link org.demarche.answer.Position}
 *       with the claims that carry it, or a {@link org.demarche.answer.Matrix} of positions.
 *   <li>{@link org.demarche.network}: agreement of positions and congruence of claims among many
 *       parties.
 *   <li>{@link org.demarche.picture}: pictures of how positions changed.
 *   <li>{@link org.demarche.coding}: the texts of sources and the quotations in them, and the
 *       agreement of coders.
 *   <li>{@link org.demarche.text}: tables, widths and styles of print; suggestions for mistyped
 *       ids.
 *   <li>{@code org.demarche.questions} (internal): the questions of a Tracker, each in a file named
 *       for it.
 *   <li>{@code org.demarche.rules} (internal): the rules by which a position is derived.
 *   <li>{@code org.demarche.dossierindex} (internal): the index of a dossier; it does not derive
 *       positions.
 *   <li>{@code org.demarche.index} (internal): storage of rows and lists of ints.
 *   <li>{@code org.demarche.typography} (internal): quotation marks, dashes and spaces.
 * </ul>
 *
 * <p>Imports run one way: model, answer, the index of a dossier, rules, questions, this package,
 * network. All values are immutable and may be shared between threads.
 *
 * <h2>Glossary</h2>
 *
 * <dl>
 *   <dt>dossier
 *   <dd>the validated set of sources, actors, occasions, propositions and claims; data only
 *   <dt>tracker
 *   <dd>a dossier indexed for questions, from one viewpoint
 *   <dt>viewpoint
 *   <dd>the limits of an answer: as of a date, known at a date, and which evidence counts
 *   <dt>as of
 *   <dd>the day by which something was said
 *   <dt>known at
 *   <dd>the day by which the source that reports it was published
 *   <dt>claim
 *   <dd>one stance on one proposition, with one force, on behalf of one principal or several
 *       jointly, with evidence
 *   <dt>speaker
 *   <dd>the person or body that uttered a claim
 *   <dt>principal
 *   <dd>the actor on whose behalf a claim counts
 *   <dt>party
 *   <dd>an actor whose positions can be asked for: a state or organisation with its organs, an
 *       organ, a person or a medium
 *   <dt>organisation
 *   <dd>an alliance, union or movement whose word is its own, and only hints at its members'
 *   <dt>successor
 *   <dd>a state that continues another and inherits its positions
 *   <dt>relay
 *   <dd>an actor between speaker and source who passes the words on; relays are listed nearest the
 *       outlet first
 *   <dt>source
 *   <dd>a text that reports claims; its outlet published it, and its issuers put it out
 *   <dt>evidence
 *   <dd>the support that one source gives for a claim: the quotation, the mode, the relays
 *   <dt>mode
 *   <dd>how a source renders the words of a speaker: quoted, reported, recorded and so on
 *   <dt>grade
 *   <dd>how near evidence is to the principal's own words, from OWN_WORDS to IMPUTED
 *   <dt>proposition
 *   <dd>an affirmative sentence, dated by itself, that one can be for or against
 *   <dt>composite
 *   <dd>a proposition made of parts, each with the stance for which it calls
 *   <dt>stance
 *   <dd>FOR, AGAINST or UNCOMMITTED, which is stated openness and never silence
 *   <dt>force
 *   <dd>the speech act: asserts, promises, urges, denies and so on
 *   <dt>condition
 *   <dd>the words on which a claim depends; each answer carries them
 *   <dt>retraction
 *   <dd>a claim that takes back an earlier claim of its own side
 *   <dt>draft
 *   <dd>a coded claim that a person has yet to check
 *   <dt>frame
 *   <dd>the light in which a speaker puts a matter
 *   <dt>occasion
 *   <dd>a meeting or event on which claims were made; a read-out is one participant's account of it
 *   <dt>position
 *   <dd>derived: the stance of a party on a proposition, known, contested or unknown, with evidence
 *   <dt>support
 *   <dd>the claims that carry a position; the headline is the claim to cite
 *   <dt>hint
 *   <dd>a claim that bears on a question and never counts
 *   <dt>disputing claim
 *   <dd>a claim that would stand against a position, but is outweighed
 *   <dt>report
 *   <dd>a claim that a medium makes in its own voice
 *   <dt>standing
 *   <dd>CURRENT if last evidenced under the administration in office, INHERITED if under an earlier
 *       one
 *   <dt>independent roots
 *   <dd>sources that draw on no common source
 * </dl>
 */
@NullMarked
@ImmutablesStyle
package org.demarche;

import org.jspecify.annotations.NullMarked;
