package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of limits that strangers read is the list of the limits in the code. */
class LimitsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([0-9,]+) \\|");

  private static Map<String, Long> limits(String type) throws ReflectiveOperationException {
    Map<String, Long> limits = new TreeMap<>();
    for (Field field : Class.forName(type).getDeclaredFields()) {
      if (!field.isSynthetic()) {
        field.setAccessible(true);
        limits.put(field.getName(), ((Number) field.get(null)).longValue());
      }
    }
    return limits;
  }

  @Test
  void the_documented_limits_are_those_of_the_code()
      throws IOException, ReflectiveOperationException {
    Map<String, Long> documented =
        ROW.matcher(Files.readString(Path.of("../.github/SECURITY.md")))
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult row) -> row.group(1),
                    row -> Long.valueOf(row.group(2).replace(",", ""))));

    Map<String, Long> all = limits("org.demarche.model.Limits");
    all.putAll(limits("org.demarche.json.files.Limits"));

    assertThat(documented).containsExactlyInAnyOrderEntriesOf(all);
  }
}
