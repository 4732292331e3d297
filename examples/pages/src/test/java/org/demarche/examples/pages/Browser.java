package org.demarche.examples.pages;

import static java.util.Objects.requireNonNullElse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * An installed Chromium without a window, driven by an installed driver; nothing is downloaded. It
 * has one page open at a time.
 */
final class Browser implements AutoCloseable {
  /** The colours that a reader prefers. */
  enum Scheme {
    LIGHT,
    DARK
  }

  private static final int HEIGHT = 800;
  private static final int NARROWEST_DESK = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts a browser, or skips the tests where there is none. */
  static Browser start() {
    Optional<Path> browser = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = program("chromedriver");
    assumeTrue(
        browser.isPresent() && driver.isPresent(),
        "pages are not tested in a browser: there is no "
            + (browser.isEmpty() ? "chromium" : "chromedriver")
            + " on the PATH; Debian has the packages chromium and chromium-driver");
    ChromeDriver started =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .build(),
            options(browser.orElseThrow()));
    started.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return new Browser(started);
  }

  private static Optional<Path> program(String... names) {
    List<String> folders =
        Splitter.on(File.pathSeparatorChar)
            .splitToList(requireNonNullElse(System.getenv("PATH"), ""));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static ChromeOptions options(Path browser) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  /** Opens a file as a reader does. */
  BrowserPage open(Path file, Scheme scheme, int width) {
    return open(file, scheme, width, false);
  }

  /** Opens a file as if it had no content security policy, so that its text alone protects it. */
  BrowserPage openWithoutPolicy(Path file) {
    return open(file, Scheme.LIGHT, 1280, true);
  }

  private BrowserPage open(Path file, Scheme scheme, int width, boolean isUnprotected) {
    driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", isUnprotected));
    resize(width);
    prefer(scheme);
    return BrowserPage.open(driver, file);
  }

  /** Gives the window another width, in pixels of CSS; a narrow one is that of a phone. */
  void resize(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            HEIGHT,
            "deviceScaleFactor",
            1,
            "mobile",
            width < NARROWEST_DESK));
  }

  /** Changes the colours that the reader prefers, also those of the open page. */
  void prefer(Scheme scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name", "prefers-color-scheme", "value", Ascii.toLowerCase(scheme.name())))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
