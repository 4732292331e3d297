package org.demarche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No number is formatted in the default locale, in which its digits may be Arabic: a pattern with a
 * number is near its locale, and all others have {@code %s}.
 */
class LocaleOfFormatsTest {
  private static final Pattern NUMBER = Pattern.compile("%[-0-9,.+]*[dfeg]");
  private static final int NEAR = 120;

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "../json-io/src/main/java"})
  void no_number_is_formatted_in_the_default_locale(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(folder)) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(100);
    for (Path source : sources) {
      String text = Files.readString(source, UTF_8);
      Matcher number = NUMBER.matcher(text);
      while (number.find()) {
        assertThat(text.substring(Math.max(0, number.start() - NEAR), number.start()))
            .as("%s, %s", source, number.group())
            .contains("Locale.ROOT");
      }
    }
  }
}
