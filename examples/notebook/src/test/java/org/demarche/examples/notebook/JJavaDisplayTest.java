package org.demarche.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ServiceLoader;
import org.demarche.Tracker;
import org.demarche.examples.thaad.ThaadDossier;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Picture;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** Renders values as the kernel of JJava does. */
class JJavaDisplayTest {
  private static final Tracker THAAD = Tracker.of(ThaadDossier.read());
  private final Renderer renderer = new Renderer();

  JJavaDisplayTest() {
    JJavaDisplay.register(renderer);
  }

  private static String html(DisplayData data) {
    return (String) data.getData(MIMEType.TEXT_HTML);
  }

  private static String text(DisplayData data) {
    return (String) data.getData(MIMEType.TEXT_PLAIN);
  }

  @Test
  void the_kernel_finds_the_extension() {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJavaDisplay.class);
  }

  @Test
  void an_answer_is_a_frame_in_which_nothing_can_run() {
    for (Object value :
        new Object[] {
          MarkupDossier.tracker().position("a", "p"),
          MarkupDossier.tracker().position("a", "p").page()
        }) {
      DisplayData data = renderer.render(value);
      assertThat(html(data)).matches(MarkupDossier.FRAME);
      assertThat(MarkupDossier.framed(html(data)))
          .contains("&lt;script&gt;")
          .doesNotContain("<script", "<img");
      assertThat(text(data)).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void a_frame_holds_the_page_and_the_text_is_what_is_printed() {
    DisplayData data = renderer.render(THAAD.position("rok", "three-nos"));
    assertThat(MarkupDossier.framed(html(data)))
        .startsWith("<!DOCTYPE html>")
        .contains("ET22-02", "Content-Security-Policy");
    assertThat(text(data)).isEqualTo(THAAD.position("rok", "three-nos").print());
  }

  @Test
  void a_picture_is_an_image_beside_its_tables() {
    Picture picture = TimelinePicture.of(THAAD).parties("rok", "prc").on("three-nos");
    DisplayData data = renderer.render(picture);
    String[] parts = html(data).split("data:image/svg\\+xml;base64,|\">$");
    assertThat(parts).hasSize(2);
    assertThat(new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo(picture.svg());
    assertThat(text(data)).isEqualTo(picture.print());
  }

  @Test
  void the_title_of_a_picture_is_escaped() {
    Picture picture = TimelinePicture.of(MarkupDossier.tracker()).parties("a").on("p");
    assertThat(html(renderer.render(picture)))
        .matches("<img alt=\"[^<>\"]*\" style=\"[^\"]*\" src=\"[^<>\"]*\">");
    assertThat(picture.title()).contains("<script>");
  }

  @Test
  void any_other_value_is_plain_text() {
    DisplayData data = renderer.render(MarkupDossier.tracker().dossier().claim("C"));
    assertThat(html(data)).isNull();
    assertThat(text(data)).contains("<script>");
  }
}
