package org.demarche.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.demarche.Tracker;
import org.demarche.json.fuzz.HostileDossier;
import org.demarche.json.fuzz.PrintedForms;
import org.demarche.model.Dossier;
import org.demarche.model.When;
import org.demarche.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Characters that a terminal obeys, that turn the direction of a text or end a line, and halves of
 * surrogate pairs: no form of printing has one, and wherever it was, its code is shown.
 */
class HostileCharactersTest {
  /** Every control character but tab and line breaks, the bidi controls of UAX 9, and halves. */
  static Stream<Integer> characters() {
    return Stream.of(
            IntStream.rangeClosed(0, 0x08),
            IntStream.rangeClosed(0x0E, 0x1F),
            IntStream.rangeClosed(0x7F, 0x84),
            IntStream.rangeClosed(0x86, 0x9F),
            IntStream.of(0x061C, 0x200E, 0x200F),
            IntStream.rangeClosed(0x202A, 0x202E),
            IntStream.rangeClosed(0x2066, 0x2069),
            IntStream.of(0xD800, 0xDFFF))
        .flatMap(IntStream::boxed);
  }

  /** Line breaks of which a page makes line feeds, or which it shows. */
  private static final String BREAKS = "\u000B\f\r\u0085\u2028\u2029";

  /** The texts of {@link HostileDossier} that are an address or a slug. */
  private static final List<Integer> OTHERWISE_CHECKED = List.of(3, 12, 15, 20);

  /** The text of {@link HostileDossier} that is a label, of which the length is limited. */
  private static final int LABEL = 14;

  private static final Map<String, String> FORMS = forms();

  /** Returns the texts and the values of attributes in all parts of a workbook. */
  private static String workbook(Printable printable) {
    StringBuilder text = new StringBuilder();
    try {
      Path file = Files.createTempFile("hostile", ".xlsx");
      Answers.write(printable, file);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry part : Collections.list(zip.entries())) {
          read(zip.getInputStream(part), text);
        }
      }
      Files.delete(file);
    } catch (IOException | XMLStreamException failed) {
      throw new AssertionError(failed);
    }
    return text.toString();
  }

  private static void read(InputStream part, StringBuilder text) throws XMLStreamException {
    XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(part);
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      }
      for (int i = 0;
          event == XMLStreamConstants.START_ELEMENT && i < xml.getAttributeCount();
          i++) {
        text.append('\n').append(xml.getAttributeValue(i));
      }
    }
  }

  private static Map<String, String> forms() {
    StringBuilder hostile = new StringBuilder("a");
    characters().forEach(c -> hostile.append((char) c.intValue()).append('b'));
    BREAKS.chars().forEach(c -> hostile.append((char) c).append('b'));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < HostileDossier.TEXTS; i++) {
      texts.add(OTHERWISE_CHECKED.contains(i) ? "" : "t" + i + hostile);
    }
    texts.set(LABEL, "t\u001Bb\u009Bb\u202Eb\u061Cb\u2028b");
    Dossier dossier = HostileDossier.with(texts);
    Map<String, String> forms = new LinkedHashMap<>(PrintedForms.of(dossier));
    List<Printable> all = PrintedForms.printables(dossier);
    for (int i = 0; i < all.size(); i++) {
      String number = i + ": ";
      PrintedForms.of(all.get(i)).forEach((form, text) -> forms.put(number + form, text));
      forms.put(
          number + all.get(i).getClass().getSimpleName() + ", workbook", workbook(all.get(i)));
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("characters")
  void is_raw_in_no_printed_form(int c) {
    assertThat(FORMS).hasSizeGreaterThan(900);
    FORMS.forEach((form, text) -> assertThat(text.indexOf(c)).as(form).isEqualTo(-1));
  }

  @Test
  void no_line_ends_with_anything_but_a_line_feed() {
    BREAKS
        .chars()
        .forEach(
            c -> FORMS.forEach((form, text) -> assertThat(text.indexOf(c)).as(form).isEqualTo(-1)));
  }

  @ParameterizedTest
  @MethodSource("characters")
  void is_shown_as_its_code(int c) {
    String shown = String.format(Locale.ROOT, "%s[U+%04X]b", c == 0 ? "a" : "b", c);
    assertThat(FORMS.get("record x")).contains(shown);
    List<String> forms =
        List.of("plain", "whole", "ASCII", "Markdown", "HTML", "CSV", "SVG", "workbook");
    for (String form : forms) {
      assertThat(FORMS.entrySet())
          .filteredOn(entry -> entry.getKey().endsWith(", " + form))
          .as(form)
          .anySatisfy(entry -> assertThat(entry.getValue().replace("\\", "")).contains(shown));
    }
  }

  @ParameterizedTest
  @MethodSource("characters")
  void is_shown_in_messages_about_what_was_asked(int c) {
    String asked = "a" + (char) c + "b";
    String shown = String.format(Locale.ROOT, "a[U+%04X]b", c);
    Tracker tracker = Tracker.of(SampleDossiers.completeDossier());
    List<Runnable> questions =
        List.of(
            () -> tracker.position(asked, "binding"),
            () -> tracker.position("rok", asked),
            () -> tracker.asOf(asked),
            () -> tracker.readouts(asked),
            () -> tracker.claims().source(asked),
            () -> tracker.claims().onIssue(asked),
            () -> When.parse(asked),
            () -> ClaimTable.of(Path.of("t.csv")).id("{" + asked).read(),
            () -> tracker.dossier().review(asked, "park"),
            () -> tracker.stanceGrid(asked));
    for (Runnable question : questions) {
      RuntimeException refused = catchThrowableOfType(RuntimeException.class, question::run);
      assertThat(refused).hasMessageContaining(shown);
      String message = requireNonNull(refused.getMessage());
      assertThat(message.indexOf(c)).as(message).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"=", "+", "-", "@", "＝", "＋", "－", "＠"})
  void a_cell_that_begins_with_the_sign_of_a_formula_is_escaped(String sign) {
    List<String> texts = new ArrayList<>(Collections.nCopies(HostileDossier.TEXTS, ""));
    texts.set(13, sign + "cmd");
    Tracker tracker = Tracker.of(HostileDossier.with(texts));
    assertThat(Answers.csv(tracker.propositions())).contains("'" + sign + "cmd");
    assertThat(Answers.rawCsv(tracker.propositions())).doesNotContain("'" + sign);
  }

  @Test
  void letters_joiners_and_emoji_stay() {
    String text = "می\u200Cخواهم 👩\u200D🚀 한국";
    List<String> texts = new ArrayList<>(Collections.nCopies(HostileDossier.TEXTS, ""));
    texts.set(7, text);
    Dossier dossier = HostileDossier.with(texts);
    assertThat(dossier.actor("x").orElseThrow().toString()).contains(text);
    assertThat(Tracker.of(dossier).position("x", "q").print()).contains(text);
  }
}
