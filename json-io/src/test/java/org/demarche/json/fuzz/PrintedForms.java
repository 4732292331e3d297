package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableMap;
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
  private static final ImmutableMap<String, Style> STYLES =
      ImmutableMap.of(
          "plain", Style.standard(),
          "whole", Style.whole(),
          "ASCII", Style.whole().ascii(),
          "Markdown", Style.whole().markdown(),
          "HTML", Style.whole().html());

  private PrintedForms() {}

  /**
   * Returns everything that can be printed about a dossier of {@link HostileDossier}: each kind of
   * answer, the pages of coders, briefs and pictures.
   */
  public static List<Printable> printables(Dossier dossier) {
    Tracker tracker = Tracker.of(dossier);
    List<Answer> answers = AnswersTest.answers(tracker);
    List<Printable> all = new ArrayList<>(answers);
    Texts texts = Texts.of(dossier);
    all.add(tracker);
    all.add(tracker.claims());
    all.add(Codebook.of(dossier));
    all.add(CodingComparison.of(dossier));
    all.add(QuotationCheck.of(dossier, texts));
    all.add(Worklist.of(dossier, texts));
    all.add(Sentences.of(dossier, texts, "s"));
    all.add(dossier.differencesFrom(Dossier.empty()));
    all.add(Brief.of(tracker).parties("x", "y").on("p"));
    all.add(Brief.ofParty(tracker, "x"));
    all.add(Brief.ofParties(tracker));
    answers.forEach(answer -> Pictures.of(answer).ifPresent(all::add));
    all.add(TimelinePicture.of(tracker).on("p").parties("x", "y"));
    all.add(Pictures.responses(tracker.claims().chronology()));
    all.add(Pictures.frames(tracker.claims().framings()));
    all.add(Pictures.agreement(AgreementQuery.of(tracker).all()));
    all.add(Pictures.relations(tracker, "x", "y", "p"));
    return all;
  }

  /** Returns the texts of a dossier itself, of its records and of its warnings. */
  public static Map<String, String> of(Dossier dossier) {
    Map<String, String> forms = new LinkedHashMap<>();
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
    return forms;
  }

  /** Returns each form of something printable by its name, such as {@code Known, Markdown}. */
  public static Map<String, String> of(Printable printable) {
    Map<String, String> forms = new LinkedHashMap<>();
    String name = printable.getClass().getSimpleName();
    forms.put(name + ", line", printable.toString());
    STYLES.forEach((form, style) -> forms.put(name + ", " + form, printable.page().print(style)));
    printable
        .page()
        .tables()
        .forEach(table -> forms.put(name + ", table " + forms.size(), table.print() + table));
    if (printable instanceof Answer answer) {
      forms.put(name + ", sentence", answer.sentence());
      forms.put(name + ", codes", answer.codes().print());
      forms.put(name + ", CSV", Answers.csv(answer));
      STYLES.forEach(
          (form, style) -> forms.put(name + ", full, " + form, answer.full().print(style)));
    }
    if (printable instanceof Picture picture) {
      forms.put(name + ", SVG", picture.svg());
      forms.put(name + ", title", picture.title());
      forms.put(name + ", narrow", String.join("\n", picture.narrow()));
    }
    return forms;
  }
}
