package org.demarche.examples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages with each of the faults that a page can have, which the browser has to find. */
class BrowserPageTest {
  private static final String SOUND =
      "<!DOCTYPE html><html lang=\"en\"><title>t</title><main><h1>Sound</h1></main></html>";

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private Path file(String html) throws IOException {
    return Files.writeString(folder.resolve("page.html"), html);
  }

  private BrowserPage open(String html) throws IOException {
    return browser.open(file(html), Browser.Scheme.LIGHT, 1280);
  }

  @Test
  void a_sound_page_has_no_finding() throws IOException {
    BrowserPage page = open(SOUND);
    assertThat(page.console()).isEmpty();
    assertThat(page.requests()).isEmpty();
    assertThat(page.scripts()).isEmpty();
    assertThat(page.faults()).isEmpty();
    assertThat(page.overflow()).isZero();
    assertThat(page.firstPaint()).isPositive();
  }

  @Test
  void scripts_are_found_when_they_run_and_when_they_wait_for_a_click() throws IOException {
    BrowserPage page =
        open("<script>ran = 1; alert('hello')</script><a href=\"javascript:x\" onclick='y'>z</a>");
    assertThat(page.scripts())
        .containsExactly("dialog hello", "script", "a href=javascript:x", "a onclick=y", "ran 1");
  }

  @Test
  void requests_and_messages_are_found() throws IOException {
    BrowserPage page = open("<img src=\"nothing.png\"><script>console.log('hi')</script>");
    assertThat(page.requests()).containsExactly(folder.resolve("nothing.png").toUri().toString());
    assertThat(page.console()).anyMatch(message -> message.contains("hi"));
  }

  @Test
  void a_policy_that_refuses_a_script_leaves_a_message_and_can_be_switched_off()
      throws IOException {
    Path file =
        file(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"
                + "<script>ran = 1</script>");
    BrowserPage kept = browser.open(file, Browser.Scheme.LIGHT, 1280);
    assertThat(kept.console()).singleElement().asString().contains("Content Security Policy");
    assertThat(kept.scripts()).containsExactly("script");
    assertThat(browser.openWithoutPolicy(file).scripts()).containsExactly("script", "ran 1");
  }

  @Test
  void faults_of_contrast_are_found_in_the_scheme_that_has_them() throws IOException {
    Path file =
        file(
            SOUND.replace(
                "<title>",
                "<style>:root { color-scheme: light dark; background: Canvas } h1 { color: #ddd; font-size: 1rem }"
                    + "</style><title>"));
    assertThat(browser.open(file, Browser.Scheme.LIGHT, 1280).faults())
        .singleElement()
        .asString()
        .startsWith("color-contrast (serious)");
    assertThat(browser.open(file, Browser.Scheme.DARK, 1280).faults()).isEmpty();
  }

  @Test
  void a_page_that_is_too_wide_for_a_phone_is_found() throws IOException {
    Path file =
        file(
            "<meta name=\"viewport\" content=\"width=device-width\">"
                + "<body style=\"margin: 0\"><div style=\"width: 400px\">wide</div>");
    assertThat(browser.open(file, Browser.Scheme.LIGHT, 390).overflow()).isEqualTo(10);
    assertThat(browser.open(file, Browser.Scheme.LIGHT, 1280).overflow()).isZero();
  }

  @Test
  void a_page_is_printed_as_pdf() throws IOException {
    assertThat(new String(open(SOUND).pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }
}
