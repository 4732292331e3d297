package org.demarche.examples.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.demarche.Tracker;
import org.demarche.coding.DraftImport;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.QuotationFinding;
import org.demarche.coding.Sentences;
import org.demarche.coding.Texts;
import org.demarche.coding.VocabularyGuide;
import org.demarche.coding.Worklist;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.DossierRecord;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.text.TextPage;

/**
 * The functions by which a coder turns the texts of a topic into claims, from the shell. A topic is
 * a folder with a dossier and the texts of its sources. Each step is on the disk at once.
 *
 * <pre>{@code
 * newRecord("fishing");                  // then save a text as fishing/texts/WIRE15.txt
 * text("WIRE15");                        // its sentences, numbered
 * code("WIRE15", 3);                     // starts a draft from the third
 * principal("usa"); stance(FOR);         // shows at each step what is missing
 * keep();
 * topic().position("usa", "quotas");
 * }</pre>
 *
 * <p>JShell completes no ids inside a string, so each setter without an argument lists them.
 */
public final class CodingFunctions {
  private static volatile Optional<CodingSession> session = Optional.empty();

  private CodingFunctions() {}

  /** Closes the record, for a new session. */
  static void close() {
    session = Optional.empty();
  }

  static CodingSession session() {
    return session.orElseThrow(
        () ->
            new IllegalStateException(
                "no record is open: newRecord(\"FOLDER\") starts one, openRecord(\"FOLDER\") opens one"));
  }

  // A topic

  /**
   * Starts a topic in a new folder, with a starter file of states, their heads and organs, to be
   * edited, and opens it.
   *
   * @param folder the folder, which must be new, empty, or have only a folder {@code texts}
   * @return what was made, and what to do next
   * @throws IllegalArgumentException if the folder has anything else
   */
  public static TextPage newRecord(String folder) {
    try {
      CodingSession made = CodingSession.create(ShellFunctions.path(folder));
      session = Optional.of(made);
      return CodingPages.made(made);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make " + folder, failed);
    }
  }

  /**
   * Opens the folder of a topic, with the drafts that were not finished.
   *
   * @param folder a folder with dossier files, and the folder {@code texts}
   * @return what the record has, and the current draft
   * @throws IllegalArgumentException if there is no such folder
   * @throws org.demarche.model.InvalidDossierException if its files do not form a valid dossier
   */
  public static TextPage openRecord(String folder) {
    try {
      CodingSession opened = CodingSession.open(ShellFunctions.path(folder));
      session = Optional.of(opened);
      return CodingPages.opened(opened);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot open " + folder, failed);
    }
  }

  /**
   * Returns the record that is open, to ask it questions.
   *
   * @return a tracker over the dossier, with the claims kept so far
   */
  public static Tracker topic() {
    return Tracker.of(session().dossier());
  }

  /**
   * Returns the files of the record. They hold everything: there is nothing to save.
   *
   * @return the files, and what each has
   */
  public static TextPage save() {
    return CodingPages.files(session());
  }

  // Records

  /**
   * Adds a source. If there is a text of it, notes its hash, so that a changed text is noticed.
   *
   * @param id the id, which is also the name of its text file
   * @param outlet the id of the medium or organ that published it
   * @param title the title
   * @param published the date, such as {@code 2017-11-24}
   * @return a confirmation
   */
  public static String newSource(String id, String outlet, String title, String published) {
    Source.Builder source =
        Source.builder().id(id).outlet(outlet).title(title).published(When.parse(published));
    TopicTexts read = session().texts();
    read.requireNotRefused(id);
    Texts texts = read.texts();
    if (texts.text(id).isPresent()) {
      source.textHash(texts.textHash(id));
    }
    return add(source.build());
  }

  /**
   * Adds a proposition: an affirmative sentence that one can be for or against.
   *
   * @param id the id
   * @param issue the issue to which it belongs, a slug
   * @param text the sentence
   * @param label a noun phrase for tables, such as {@code "the three nos"}
   * @return a confirmation
   */
  public static String newProposition(String id, String issue, String text, String label) {
    return add(Proposition.builder().id(id).issue(issue).text(text).label(label).build());
  }

  /**
   * Adds a person.
   *
   * @param id the id
   * @param name the name
   * @return a confirmation
   */
  public static String newPerson(String id, String name) {
    return add(Actor.builder().id(id).name(name).kind(ActorKind.PERSON).build());
  }

  /**
   * Adds a medium.
   *
   * @param id the id
   * @param name the name
   * @return a confirmation
   */
  public static String newMedium(String id, String name) {
    return add(Actor.builder().id(id).name(name).kind(ActorKind.MEDIA).build());
  }

  /**
   * Adds an organ of a state or organisation.
   *
   * @param id the id
   * @param name the name
   * @param of the id of the state or organisation
   * @param authority {@code HEAD}, {@code HEAD_OFFICE}, {@code MINISTRY}, {@code UNSPECIFIED} or
   *     {@code NONE}
   * @return a confirmation
   */
  public static String newOrgan(String id, String name, String of, String authority) {
    return add(
        Actor.builder()
            .id(id)
            .name(name)
            .kind(ActorKind.ORGAN)
            .of(of)
            .authority(Menus.constant(Authority.class, authority))
            .build());
  }

  /**
   * Adds a meeting or event at which claims were made.
   *
   * @param id the id
   * @param label a noun phrase
   * @param when the date
   * @param participants the ids of the states that took part
   * @return a confirmation
   */
  public static String newOccasion(String id, String label, String when, String... participants) {
    return add(Occasion.of(id, label, When.parse(when), participants));
  }

  /**
   * Adds any record that is made by its builder.
   *
   * @param record a source, actor, occasion, proposition or claim
   * @return a confirmation
   * @throws org.demarche.model.InvalidDossierException if it does not fit the dossier
   */
  public static String add(DossierRecord record) {
    session().add(record);
    return "added " + record.id();
  }

  // Texts

  /**
   * Returns the text of a source with numbered sentences, those that are coded marked by the ids of
   * their claims.
   *
   * @param source the id of a source, the name of its file in {@code texts}
   * @return the sentences
   */
  public static Sentences text(String source) {
    return Sentences.of(session().dossier(), session().textsWith(source), source);
  }

  /**
   * Returns the sources, and how far each is coded.
   *
   * @return a table
   */
  public static TextPage text() {
    return CodingPages.texts(session());
  }

  /**
   * Finds a quotation in the text of a source.
   *
   * @param source the id of the source
   * @param words the quotation
   * @return its places, or the nearest passages
   */
  public static QuotationFinding quotation(String source, String words) {
    return session().textsWith(source).quotation(source, words);
  }

  /**
   * Compares every quotation of the dossier with the text of its source.
   *
   * @return a row for each quotation
   */
  public static QuotationCheck check() {
    return QuotationCheck.of(session().dossier(), session().texts().texts());
  }

  /**
   * Lists what is left: mistakes, and sentences that may report a claim. {@link
   * DraftFunctions#drafts} lists the unfinished drafts.
   *
   * @return the worklist
   */
  public static Worklist worklist() {
    return Worklist.of(session().dossier(), session().texts().texts());
  }

  // Drafts from elsewhere

  /**
   * Adds the drafts of a file, one claim per line, such as those of a program or a student. Those
   * whose quotation is not in the text of its source are refused, and so are the others that do not
   * fit the dossier.
   *
   * @param file the path of the file
   * @param coder the coder of the drafts that name none
   * @return each draft with the reason why it was refused, or a remark
   */
  public static DraftImport importDrafts(String file, String coder) {
    DraftImport drafts =
        DraftImport.of(
            session().dossier(),
            session().texts().texts(),
            Dossiers.readDrafts(ShellFunctions.path(file)),
            coder);
    drafts.drafts().stream()
        .filter(draft -> !draft.isRefused())
        .flatMap(draft -> draft.claim().stream())
        .forEach(CodingFunctions::add);
    return drafts;
  }

  /**
   * Makes a draft that a person has checked a coded claim.
   *
   * @param claim the id of the draft
   * @param reviewer the name of the person, who is not its coder
   * @return a confirmation
   * @throws IllegalArgumentException if there is no such draft, or its coder is the reviewer
   */
  public static String review(String claim, String reviewer) {
    session().add(session().dossier().review(claim, reviewer).claim(claim).orElseThrow());
    return claim + " is coded, checked by " + reviewer;
  }

  // Vocabularies

  /**
   * Returns the forces, each with its meaning and the verbs that usually go with it.
   *
   * @return the guide to the forces
   */
  public static VocabularyGuide forces() {
    return VocabularyGuide.forces();
  }

  /**
   * Returns the forces that a verb may express, and when to choose which.
   *
   * @param verb an English verb in any form, such as {@code "acknowledged"}
   * @return a guide to these forces; if there is none, the nearest verbs
   */
  public static VocabularyGuide forces(String verb) {
    return VocabularyGuide.forces().with(verb);
  }

  /**
   * Returns the modes, each with its meaning.
   *
   * @return the guide to the modes
   */
  public static VocabularyGuide modes() {
    return VocabularyGuide.modes();
  }

  /**
   * Returns the stances, each with its meaning.
   *
   * @return the guide to the stances
   */
  public static VocabularyGuide stances() {
    return VocabularyGuide.stances();
  }
}
