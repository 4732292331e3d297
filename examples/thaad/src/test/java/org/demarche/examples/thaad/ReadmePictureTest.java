package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.demarche.picture.TimelinePicture;
import org.junit.jupiter.api.Test;

/**
 * The picture in README is the one that its call draws. The system property {@code
 * demarche.picture=write} writes it anew.
 */
class ReadmePictureTest {
  private static final Path PICTURE = Path.of("three-nos.svg");

  @Test
  void the_picture_in_the_readme_is_that_of_the_dossier() throws IOException {
    String drawn =
        TimelinePicture.of(Tracker.of(DOSSIER))
            .parties("rok", "prc")
            .on("three-nos", "3n-promise", "additional-thaad")
            .svg();
    if (System.getProperty("demarche.picture", "").equals("write")) {
      Files.writeString(PICTURE, drawn);
    }
    assertThat(PICTURE).hasContent(drawn.stripTrailing());
  }
}
