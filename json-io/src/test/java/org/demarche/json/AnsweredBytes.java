package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Tracker;
import org.demarche.json.fuzz.HostileDossier;
import org.demarche.json.fuzz.PrintedForms;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.text.Printable;

/**
 * A program that prints a digest of everything that the library prints and writes about two small
 * dossiers, one digest on each line.
 */
public final class AnsweredBytes {
  private static final String TABLE =
      "id;who;view;day;words\nc1;İdil;yes;2/1/2018;It said 1,5.\nc2;Iğdır;no;31.12.2018;No.\n";

  private final Path folder;
  private final Map<String, String> digests = new TreeMap<>();

  private AnsweredBytes(Path folder) {
    this.folder = folder;
  }

  /**
   * Prints the digests.
   *
   * @param arguments a folder for files
   */
  public static void main(String[] arguments) {
    AnsweredBytes all = new AnsweredBytes(Path.of(arguments[0]));
    try {
      all.add();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    all.digests.forEach((what, digest) -> System.out.print(what + " " + digest + "\n"));
  }

  private void add() throws IOException {
    addDossier("hostile", HostileDossier.with(List.of("“1,234.5 – 6”", "İstanbul ٣")));
    Dossier complete = SampleDossiers.completeDossier();
    addFiles("complete", complete);
    Tracker tracker = Tracker.of(complete);
    addPrintables("complete", AnswersTest.answers(tracker));
    addRefusals(tracker);
    addTable();
  }

  private void addDossier(String name, Dossier dossier) throws IOException {
    PrintedForms.of(dossier).forEach((form, text) -> add(name + " " + form, text));
    addPrintables(name, PrintedForms.printables(dossier));
    addFiles(name, dossier);
  }

  private void addPrintables(String name, List<? extends Printable> all) {
    for (int i = 0; i < all.size(); i++) {
      String number = name + " " + i + " ";
      PrintedForms.of(all.get(i)).forEach((form, text) -> add(number + form, text));
    }
  }

  private void addFiles(String name, Dossier dossier) throws IOException {
    Path document = folder.resolve(name + ".json");
    Path lines = folder.resolve(name + ".jsonl");
    Dossiers.write(dossier, document);
    Dossiers.write(dossier, lines);
    add(name + " document", document);
    add(name + " lines", lines);
    add(name + " citations", Dossiers.citations(dossier.sources(), dossier));
    add(name + " annotations", WebAnnotations.format(dossier));
    add(name + " snapshot", Dossiers.snapshot(lines).tracker().claims().list().toString());
    add(name + " read", Dossiers.read(document).claims().toString());
    Printable grid = Tracker.of(dossier).stanceGrid(ActorKind.STATE);
    for (String ending : List.of(".json", ".csv", ".md", ".txt", ".html")) {
      Path file = folder.resolve(name + "-grid" + ending);
      Answers.write(grid, file);
      add(name + " grid" + ending, file);
    }
    Path workbook = folder.resolve(name + "-grid.xlsx");
    Answers.write(grid, workbook);
    add(name + " workbook", workbook);
  }

  private void addRefusals(Tracker tracker) {
    List<Runnable> refused =
        List.of(
            () -> tracker.asOf("2017-13-01"),
            () -> tracker.asOf("32. Mai"),
            () -> tracker.position("ROK", "binding"),
            () -> tracker.position("INDIA", "three-NOS"),
            () -> tracker.readouts("TALKS-I"),
            () -> Dossiers.parse("{\"demarche\": 1.5, \"ACTORS\": [1234567]}"),
            () -> Dossiers.read(folder.resolve("İ.json")),
            () -> ClaimTable.of(folder.resolve("t.csv")).years(12_345, 1).read());
    for (int i = 0; i < refused.size(); i++) {
      try {
        refused.get(i).run();
        throw new AssertionError("accepted: " + i);
      } catch (RuntimeException expected) {
        add("refusal " + i, requireNonNull(expected.getMessage()).replace(folder.toString(), ""));
      }
    }
  }

  private void addTable() throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), TABLE, UTF_8);
    LoadedClaims load =
        ClaimTable.of(file)
            .separator(';')
            .onto(SampleDossiers.completeDossier())
            .actors(ActorKind.STATE, "{who}")
            .propositions("issue", "It is so.")
            .values("view", Map.of("yes", "FOR", "no", "AGAINST"))
            .id("{id}")
            .principals("{who}")
            .proposition("so")
            .stance("{view}")
            .force("ASSERT")
            .asserted("{day}", "d/M/yyyy", "d.M.yyyy")
            .source(source().id())
            .mode("INDIRECT")
            .quote("{words}")
            .read();
    add("table", load.toString().replace(folder.toString(), ""));
    add("table as document", Dossiers.format(load.dossier()));
  }

  private static Source source() {
    return SampleDossiers.completeDossier().source("KT17").orElseThrow();
  }

  private void add(String what, Path file) throws IOException {
    addBytes(what, Files.readAllBytes(file));
  }

  private void add(String what, String text) {
    addBytes(what, text.getBytes(StandardCharsets.UTF_8));
  }

  private void addBytes(String what, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      digests.put(what.replace(' ', '_'), HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
