package org.demarche.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.model.Stance;

/** Tests that a pattern that was read once gives what Java gives, whatever it is filled in with. */
class PhraseTest {
  private static final List<Object> VALUES =
      List.of("text", "", "{0}", "it's", 0, 1, 2, 12345.5, LocalDate.EPOCH, Stance.FOR);

  private static final String REFUSED = "refused";

  @Provide
  Arbitrary<String> pattern() {
    return Arbitraries.of(
            "{0}",
            "{1}",
            "{2}",
            "''",
            " ",
            "of",
            "한",
            "{0,choice,0#none|1#one|1<{1} things}",
            "{0,number}",
            "'{0}'",
            "{ 1 }")
        .list()
        .ofMaxSize(7)
        .map(parts -> String.join("", parts))
        .filter(PhraseTest::isValid);
  }

  private static boolean isValid(String pattern) {
    try {
      new MessageFormat(pattern, Locale.ENGLISH);
      return true;
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }

  @Property
  void a_phrase_gives_what_a_message_format_gives(
      @ForAll("pattern") String pattern, @ForAll("values") List<Object> values) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.KOREAN)) {
      Phrase phrase = Phrase.of(pattern, locale);
      Object[] arguments = values.toArray();
      String expected = filled(new MessageFormat(pattern, locale), arguments);
      assertThat(expected.equals(REFUSED) ? REFUSED : phrase.with(arguments)).isEqualTo(expected);
      assertThat(expected.equals(REFUSED) ? REFUSED : phrase.with(arguments)).isEqualTo(expected);
    }
  }

  private static String filled(MessageFormat format, Object... arguments) {
    try {
      return format.format(arguments);
    } catch (IllegalArgumentException ofOtherType) {
      return REFUSED;
    }
  }

  @Provide
  Arbitrary<List<Object>> values() {
    return Arbitraries.of(VALUES).list().ofMaxSize(3);
  }
}
