package org.demarche.json.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.brief.Brief;
import org.demarche.coding.Codebook;
import org.demarche.coding.CodingComparison;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.Sentences;
import org.demarche.coding.Texts;
import org.demarche.coding.Worklist;
import org.demarche.json.Answers;
import org.demarche.json.AnswersTest;
import org.demarche.json.WebAnnotations;
import org.demarche.model.Dossier;
import org.demarche.model.Problem;
import org.demarche.network.AgreementQuery;
import org.demarche.picture.Pictures;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Picture;
import org.demarche.text.Printable;
import org.demarche.text.Style;

/** All that is printed of a dossier and of the answers about it, in every form. */
public final class PrintedForms {
  private static final Map<String, Style> STYLES =
      Map.of(
          "plain", Style.standard(),
          "whole", Style.whole(),
          "ASCII", Style.whole().ascii(),
          "Markdown", Style.whole().markdown(),
          "HTML", Style.whole().html());

  private final Map<String, String> forms = new LinkedHashMap<>();

  private PrintedForms() {}

  /** Returns each printed form by its name, such as {@code Known 12, Markdown}. */
  public static Map<String, String> of(Dossier dossier) {
    PrintedForms printed = new PrintedForms();
    printed.add(dossier);
    return printed.forms;
  }

  private void add(Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    forms.put("dossier", dossier.toString());
    Stream.of(
            dossier.sources(),
            dossier.actors(),
            dossier.occasions(),
            dossier.propositions(),
            dossier.claims())
        .flatMap(List::stream)
        .forEach(record -> forms.put("record " + record.id(), record.toString()));
    forms.put("description", dossier.description().toString());
    for (Problem warning : dossier.warnings()) {
      forms.put("warning " + forms.size(), warning.toString());
    }
    forms.put("annotations left out", String.join("\n", WebAnnotations.unwritten(dossier)));
    List<Answer> answers = AnswersTest.answers(tracker);
    for (Answer answer : answers) {
      addAnswer(answer);
    }
    List<Printable> others = new ArrayList<>();
    Texts texts = Texts.of(dossier);
    others.add(tracker);
    others.add(tracker.claims());
    others.add(Codebook.of(dossier));
    others.add(CodingComparison.of(dossier));
    others.add(QuotationCheck.of(dossier, texts));
    others.add(Worklist.of(dossier, texts));
    others.add(Sentences.of(dossier, texts, "s"));
    others.add(dossier.differencesFrom(Dossier.empty()));
    others.add(Brief.of(tracker).parties("x", "y").on("p"));
    others.add(Brief.ofParty(tracker, "x"));
    others.add(Brief.ofParties(tracker));
    for (Printable printable : others) {
      addPrintable(name(printable), printable);
    }
    answers.forEach(answer -> Pictures.of(answer).ifPresent(this::addPicture));
    addPicture(TimelinePicture.of(tracker).on("p").parties("x", "y"));
    addPicture(Pictures.responses(tracker.claims().chronology()));
    addPicture(Pictures.frames(tracker.claims().framings()));
    addPicture(Pictures.agreement(AgreementQuery.of(tracker).all()));
    addPicture(Pictures.relations(tracker, "x", "y", "p"));
  }

  private String name(Printable printable) {
    return printable.getClass().getSimpleName() + " " + forms.size();
  }

  private void addAnswer(Answer answer) {
    String name = name(answer);
    addPrintable(name, answer);
    forms.put(name + ", sentence", answer.sentence());
    forms.put(name + ", codes", answer.codes().print());
    forms.put(name + ", CSV", Answers.csv(answer));
    STYLES.forEach(
        (form, style) -> forms.put(name + ", full, " + form, answer.full().print(style)));
  }

  private void addPrintable(String name, Printable printable) {
    forms.put(name + ", line", printable.toString());
    STYLES.forEach((form, style) -> forms.put(name + ", " + form, printable.page().print(style)));
    printable.page().tables().forEach(table -> forms.put(name + ", " + table.title(), table.print()));
  }

  private void addPicture(Picture picture) {
    String name = name(picture);
    addPrintable(name, picture);
    forms.put(name + ", SVG", picture.svg());
    forms.put(name + ", title", picture.title());
    forms.put(name + ", narrow", String.join("\n", picture.narrow()));
  }
}
