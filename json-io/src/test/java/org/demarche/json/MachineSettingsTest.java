package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The locale, time zone, encoding and line separator of a machine change no byte of what is printed
 * or written. Four settings of ten are tried, or {@code -Ddemarche.settings}.
 */
@Tag("slow")
class MachineSettingsTest {
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1"),
          List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Apia"),
          List.of(
              "-Duser.language=th",
              "-Duser.country=TH",
              "-Duser.extensions=u-ca-buddhist-nu-thai",
              "-Dline.separator=\r\n"),
          List.of("-Duser.language=hi", "-Duser.country=IN", "-Dfile.encoding=UTF-16"),
          List.of("-Duser.language=ja", "-Duser.country=JP", "-Duser.variant=JP"),
          List.of("-Duser.language=fa", "-Duser.country=IR", "-Duser.timezone=Asia/Tehran"),
          List.of("-Duser.language=de", "-Duser.country=DE", "-Dfile.encoding=US-ASCII"),
          List.of("-Duser.timezone=Asia/Kathmandu"),
          List.of("-Dline.separator=\r", "-Dsun.jnu.encoding=ANSI_X3.4-1968"),
          List.of("-Duser.language=az", "-Duser.script=Cyrl", "-Duser.timezone=America/St_Johns"));

  private static final int TRIED = Integer.getInteger("demarche.settings", 4);

  @TempDir Path folder;

  private List<String> digests(String name, List<String> settings)
      throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve(name));
    Path printed = folder.resolve(name + ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // it ends soon
    command.addAll(settings);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AnsweredBytes.class.getName(), files.toString()));
    Path errors = folder.resolve(name + ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue())
        .as(Files.readString(errors, StandardCharsets.ISO_8859_1))
        .isZero();
    // UTF-16 prints a zero beside each letter of a line that is all ASCII.
    String text = Files.readString(printed, StandardCharsets.ISO_8859_1);
    return text.replaceAll("[^ -~\n]", "").lines().toList();
  }

  @Test
  void the_settings_of_a_machine_change_no_byte() throws IOException, InterruptedException {
    List<String> usual = digests("usual", List.of());
    assertThat(usual).hasSizeGreaterThan(1000);
    for (int i = 0; i < Math.min(TRIED, SETTINGS.size()); i++) {
      assertThat(digests("setting-" + i, SETTINGS.get(i)))
          .as("with %s", SETTINGS.get(i))
          .containsExactlyElementsOf(usual);
    }
  }
}
