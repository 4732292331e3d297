package org.demarche.examples.paris;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.demarche.coding.QuotationCheck;
import org.demarche.json.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The quotations against the texts of their sources, which rights forbid shipping. It runs where a
 * folder with one text for each source, named by the id of the source, is given:
 *
 * <pre>{@code
 * mvn test -pl examples/paris -am -Dtest=QuotationsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemarche.paris.texts=FOLDER
 * }</pre>
 */
@EnabledIfSystemProperty(named = QuotationsTest.TEXTS, matches = ".+")
class QuotationsTest {
  static final String TEXTS = "demarche.paris.texts";

  @Test
  void every_quotation_is_in_the_text_of_its_source() {
    Path texts = Path.of(System.getProperty(TEXTS));
    QuotationCheck check = QuotationCheck.of(ParisDossier.read(), Dossiers.readTexts(texts));
    assertThat(check.rows()).hasSize(145);
    assertThat(check.rows()).as(check.print()).allMatch(row -> row.verdict().isFound());
  }
}
