package org.demarche.examples.shell;

import static org.demarche.examples.shell.CodingFunctions.session;

import com.google.common.collect.ImmutableList;
import org.demarche.answer.Grade;
import org.demarche.coding.ClaimDraft;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.UnknownIdException;
import org.demarche.text.Style;
import org.demarche.text.TextPage;

/**
 * The functions that make a claim from a sentence, member by member. Each returns the draft, with
 * what is missing and what is wrong, and has written it to the disk. A setter without an argument
 * lists what it takes.
 *
 * <pre>{@code
 * code("KT17", 93);
 * quote("China \\"valued\\" Seoul's stance");
 * speaker("wang-yi"); principal("prc-mfa"); asserted("Wednesday");
 * proposition("three-nos"); stance(FOR); force(WELCOME); mode(PARTIAL);
 * keep();
 * }</pre>
 */
public final class DraftFunctions {
  /** The number of values that are shown with a message. */
  private static final int FEW = 12;

  private DraftFunctions() {}

  /**
   * Starts a draft from a sentence. A draft that is not kept yet is put aside.
   *
   * @param source the id of a source
   * @param sentence the number of a sentence, which {@code text(source)} shows
   * @return the draft, and the drafts that are put aside
   */
  public static TextPage code(String source, int sentence) {
    CodingSession record = session();
    if (record.dossier().source(source).isEmpty()
        && record.texts().texts().text(source).isPresent()) {
      throw new IllegalArgumentException(
          "there is a text of '%s', but no such source: newSource(\"%s\", OUTLET, TITLE, PUBLISHED) adds it"
              .formatted(source, source));
    }
    ImmutableList<ClaimDraft> aside = record.drafts();
    return CodingPages.started(record, record.start(source, sentence), aside);
  }

  /**
   * Returns the current draft.
   *
   * @return the draft
   */
  public static ClaimDraft draft() {
    return session().current();
  }

  /**
   * Returns the current draft after several steps on one line, so that it prints once: {@code
   * draft(stance(FOR), force(URGE))}.
   *
   * @param steps calls of the functions below
   * @return the draft
   */
  public static ClaimDraft draft(ClaimDraft... steps) {
    return draft();
  }

  /**
   * Lists the unfinished drafts, the current one last.
   *
   * @return the drafts, with the numbers by which {@link #resume} takes them up
   */
  public static TextPage drafts() {
    return CodingPages.drafts(session());
  }

  /**
   * Takes up a draft that was put aside.
   *
   * @param number its number in {@link #drafts}
   * @return the draft
   */
  public static ClaimDraft resume(int number) {
    return session().resume(number);
  }

  /**
   * Discards the current draft; {@link #undo} brings it back.
   *
   * @return a confirmation
   */
  public static TextPage drop() {
    return TextPage.empty().line(0, 2, "Dropped " + session().drop() + "; undo() brings it back.");
  }

  /**
   * Adds the current draft to the dossier, if it is complete and has no error.
   *
   * @return a confirmation, with any warnings
   */
  public static TextPage keep() {
    ClaimDraft draft = session().current();
    Claim claim = session().keep();
    return CodingPages.kept(session(), claim, draft);
  }

  /**
   * Takes back the last step: of a draft, or of what was added to the dossier in this session.
   *
   * @return the state before
   */
  public static TextPage undo() {
    return session().undo()
        ? CodingPages.undone(session())
        : TextPage.empty().line(0, 2, "There is nothing to take back.");
  }

  /**
   * Sets members of the current draft; with no value, leaves a member out again.
   *
   * @param member the name of the member in files
   * @param values its values
   * @return the draft
   */
  public static ClaimDraft set(String member, String... values) {
    try {
      return session().step(member, values);
    } catch (UnknownIdException unknown) {
      Style few =
          Style.standard().width(TerminalInfo.width()).rows(FEW).remedy("; without an id: all");
      throw new IllegalArgumentException(
          unknown.getMessage()
              + Menus.adding(member)
              + "\n"
              + menu(member).print(few)); // which says all of the cause
    }
  }

  private static TextPage menu(String member) {
    return Menus.of(member, session());
  }

  /**
   * Quotes other words of the text, such as a part of the sentence, to the letter.
   *
   * @param words words of the text; {@code …} between parts
   * @return the draft
   */
  public static ClaimDraft quote(String words) {
    return session().step("quote", words);
  }

  /**
   * Sets who uttered the words.
   *
   * @param ids the ids of actors
   * @return the draft
   */
  public static ClaimDraft speaker(String... ids) {
    return set("speakers", ids);
  }

  /**
   * Lists what {@link #speaker(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage speaker() {
    return menu("speakers");
  }

  /**
   * Sets on whose behalf the claim counts.
   *
   * @param ids the ids of actors
   * @return the draft
   */
  public static ClaimDraft principal(String... ids) {
    return set("principals", ids);
  }

  /**
   * Lists what {@link #principal(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage principal() {
    return menu("principals");
  }

  /**
   * Sets the capacity in which the speaker spoke.
   *
   * @param words words of the source
   * @return the draft
   */
  public static ClaimDraft role(String words) {
    return set("role", words);
  }

  /**
   * Lists what {@link #role(String)} takes.
   *
   * @return a menu
   */
  public static TextPage role() {
    return menu("role");
  }

  /**
   * Sets when the words were said.
   *
   * @param date a date such as {@code 2017-11-22} or {@code [..2017-11-24]}, or a weekday before
   *     the publication
   * @return the draft
   */
  public static ClaimDraft asserted(String date) {
    return set("asserted", date);
  }

  /**
   * Lists what {@link #asserted(String)} takes.
   *
   * @return a menu
   */
  public static TextPage asserted() {
    return menu("asserted");
  }

  /**
   * Sets the basis of the date.
   *
   * @param basis {@code STATED}, {@code RESOLVED} or {@code INFERRED}
   * @return the draft
   */
  public static ClaimDraft basis(String basis) {
    return set("basis", basis);
  }

  /**
   * Lists what {@link #basis(String)} takes.
   *
   * @return a menu
   */
  public static TextPage basis() {
    return menu("basis");
  }

  /**
   * Sets the meeting or event at which the words were said.
   *
   * @param id the id of an occasion
   * @return the draft
   */
  public static ClaimDraft occasion(String id) {
    return set("occasion", id);
  }

  /**
   * Lists what {@link #occasion(String)} takes.
   *
   * @return a menu
   */
  public static TextPage occasion() {
    return menu("occasion");
  }

  /**
   * Sets who was addressed.
   *
   * @param ids the ids of actors
   * @return the draft
   */
  public static ClaimDraft audience(String... ids) {
    return set("audience", ids);
  }

  /**
   * Lists what {@link #audience(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage audience() {
    return menu("audience");
  }

  /**
   * Sets the sentence on which a stance is taken.
   *
   * @param id the id of a proposition
   * @return the draft
   */
  public static ClaimDraft proposition(String id) {
    return set("proposition", id);
  }

  /**
   * Lists what {@link #proposition(String)} takes.
   *
   * @return a menu
   */
  public static TextPage proposition() {
    return menu("proposition");
  }

  /**
   * Sets the stance.
   *
   * @param name {@code FOR}, {@code AGAINST} or {@code UNCOMMITTED}
   * @return the draft
   */
  public static ClaimDraft stance(String name) {
    return set("stance", name);
  }

  /**
   * Lists what {@link #stance(String)} takes.
   *
   * @return a menu
   */
  public static TextPage stance() {
    return menu("stance");
  }

  /**
   * Sets the speech act.
   *
   * @param name the name of a force
   * @return the draft
   */
  public static ClaimDraft force(String name) {
    return set("force", name);
  }

  /**
   * Lists what {@link #force(String)} takes.
   *
   * @return a menu
   */
  public static TextPage force() {
    return menu("force");
  }

  /**
   * Sets how the source renders the words.
   *
   * @param name the name of a mode
   * @return the draft
   */
  public static ClaimDraft mode(String name) {
    return set("mode", name);
  }

  /**
   * Lists what {@link #mode(String)} takes.
   *
   * @return a menu
   */
  public static TextPage mode() {
    return menu("mode");
  }

  /**
   * Sets the relays between the outlet and the speaker.
   *
   * @param ids the ids of actors, nearest the outlet first
   * @return the draft
   */
  public static ClaimDraft via(String... ids) {
    return set("via", ids);
  }

  /**
   * Lists what {@link #via(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage via() {
    return menu("via");
  }

  /**
   * Sets the aspects under which the matter is presented.
   *
   * @param slugs slugs
   * @return the draft
   */
  public static ClaimDraft frames(String... slugs) {
    return set("frames", slugs);
  }

  /**
   * Lists what {@link #frames(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage frames() {
    return menu("frames");
  }

  /**
   * Sets the words on which the claim depends.
   *
   * @param words words of the source
   * @return the draft
   */
  public static ClaimDraft condition(String words) {
    return set("condition", words);
  }

  /**
   * Lists what {@link #condition(String)} takes.
   *
   * @return a menu
   */
  public static TextPage condition() {
    return menu("condition");
  }

  /**
   * Sets the day by which it is to be done.
   *
   * @param date a date
   * @return the draft
   */
  public static ClaimDraft due(String date) {
    return set("due", date);
  }

  /**
   * Lists what {@link #due(String)} takes.
   *
   * @return a menu
   */
  public static TextPage due() {
    return menu("due");
  }

  /**
   * Sets the claims to which this one responds.
   *
   * @param ids the ids of claims
   * @return the draft
   */
  public static ClaimDraft respondsTo(String... ids) {
    return set("respondsTo", ids);
  }

  /**
   * Lists what {@link #respondsTo(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage respondsTo() {
    return menu("respondsTo");
  }

  /**
   * Sets the claims that this one takes back.
   *
   * @param ids the ids of claims
   * @return the draft
   */
  public static ClaimDraft retracts(String... ids) {
    return set("retracts", ids);
  }

  /**
   * Lists what {@link #retracts(String...)} takes.
   *
   * @return a menu
   */
  public static TextPage retracts() {
    return menu("retracts");
  }

  /**
   * Sets the language of the quotation.
   *
   * @param tag a BCP 47 tag, such as {@code fr}
   * @return the draft
   */
  public static ClaimDraft quotedIn(String tag) {
    return set("language", tag);
  }

  /**
   * Lists what {@link #quotedIn(String)} takes.
   *
   * @return a menu
   */
  public static TextPage quotedIn() {
    return menu("language");
  }

  /**
   * Sets your translation of the quotation.
   *
   * @param words the translation
   * @return the draft
   */
  public static ClaimDraft translation(String words) {
    return set("translation", words);
  }

  /**
   * Lists what {@link #translation(String)} takes.
   *
   * @return a menu
   */
  public static TextPage translation() {
    return menu("translation");
  }

  /**
   * Sets the claim in one line, in your words.
   *
   * @param line one line
   * @return the draft
   */
  public static ClaimDraft gist(String line) {
    return set("gist", line);
  }

  /**
   * Lists what {@link #gist(String)} takes.
   *
   * @return a menu
   */
  public static TextPage gist() {
    return menu("gist");
  }

  /**
   * Sets a remark.
   *
   * @param words your words
   * @return the draft
   */
  public static ClaimDraft note(String words) {
    return set("note", words);
  }

  /**
   * Lists what {@link #note(String)} takes.
   *
   * @return a menu
   */
  public static TextPage note() {
    return menu("note");
  }

  /**
   * Sets who codes: the current draft, and those started until the end of the session.
   *
   * @param name a name
   * @return a confirmation
   */
  public static String coder(String name) {
    session().coder(name);
    return "drafts are now coded by " + name;
  }

  /**
   * Sets the stance by its constant, which Tab completes.
   *
   * @param stance the stance
   * @return the draft
   */
  public static ClaimDraft stance(Stance stance) {
    return set("stance", stance.name());
  }

  /**
   * Sets the force by its constant, which Tab completes.
   *
   * @param force the force
   * @return the draft
   */
  public static ClaimDraft force(Force force) {
    return set("force", force.name());
  }

  /**
   * Sets the mode by its constant, which Tab completes.
   *
   * @param mode the mode
   * @return the draft
   */
  public static ClaimDraft mode(Mode mode) {
    return set("mode", mode.name());
  }

  /**
   * Sets the mode by the grade of the same name: the shell knows NARRATED and IMPUTED as grades.
   *
   * @param mode {@code NARRATED} or {@code IMPUTED}
   * @return the draft
   */
  public static ClaimDraft mode(Grade mode) {
    return set("mode", mode.name());
  }
}
