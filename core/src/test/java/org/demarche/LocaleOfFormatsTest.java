package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No number is formatted in the default locale, in which its digits may be Arabic: a pattern with a
 * number is near its locale, and all others have {@code %s}.
 */
class LocaleOfFormatsTest {
  private static final Pattern NUMBER = Pattern.compile("%[-0-9,.+]*[dfeg]");
  private static final int NEAR = 120;

  @Test
  void no_number_is_formatted_in_the_default_locale() throws IOException {
    MainSources.read()
        .forEach(
            (file, text) -> {
              Matcher number = NUMBER.matcher(text);
              while (number.find()) {
                assertThat(text.substring(Math.max(0, number.start() - NEAR), number.start()))
                    .as("%s, %s", file, number.group())
                    .contains("Locale.ROOT");
              }
            });
  }
}
