package org.demarche.examples.pages;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that is open in a browser, with what it has done since.
 *
 * <pre>{@code
 * BrowserPage page = browser.open(file, Scheme.DARK, 390);
 * assertThat(page.console()).isEmpty();
 * assertThat(page.faults()).isEmpty();
 * }</pre>
 */
final class BrowserPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Lists what can run: elements, handlers of events and addresses that are programs. */
  private static final String ACTIVE =
      """
      const active = 'script iframe object embed base form foreignObject animate set'.split(' ');
      const found = [];
      for (const element of document.querySelectorAll('*')) {
        if (active.includes(element.localName)) found.push(element.localName);
        for (const { name, value } of element.attributes) {
          const program = /(href|src|action|data)$/i.test(name)
            && !/^(#|https?:|\\.\\/[a-z0-9-]+\\.html$)/i.test(value.trim());
          if (/^on/i.test(name) || program)
            found.push(element.localName + ' ' + name + '=' + value.slice(0, 60));
        }
      }
      if (window.ran) found.push('ran ' + window.ran);
      return found;
      """;

  private static final String FIRST_PAINT =
      """
      const done = arguments[arguments.length - 1];
      new PerformanceObserver(list => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) done(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
      """;

  private static final String FAULTS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false }).then(
        found => done(found.violations
          .filter(fault => ['serious', 'critical'].includes(fault.impact))
          .flatMap(fault => fault.nodes.map(node =>
            fault.id + ' (' + fault.impact + '): ' + fault.help + ': ' + node.html.slice(0, 200)
              + ' ' + (node.any[0] || node.all[0] || node.none[0] || {}).message))),
        failure => done(['axe failed: ' + failure]));
      """;

  private final ChromeDriver driver;
  private final ImmutableList<String> console;
  private final ImmutableList<String> requests;
  private final ImmutableList<String> dialogs;

  private BrowserPage(
      ChromeDriver driver, List<String> console, List<String> requests, List<String> dialogs) {
    this.driver = driver;
    this.console = ImmutableList.copyOf(console);
    this.requests = ImmutableList.copyOf(requests);
    this.dialogs = ImmutableList.copyOf(dialogs);
  }

  static BrowserPage open(ChromeDriver driver, Path file) {
    messages(driver, LogType.BROWSER); // forgets the page before
    messages(driver, LogType.PERFORMANCE);
    String address = file.toUri().toString();
    driver.get(address);
    List<String> requests = new ArrayList<>();
    List<String> dialogs = new ArrayList<>();
    for (String message : messages(driver, LogType.PERFORMANCE)) {
      JsonNode event = JSON.readTree(message).path("message");
      String requested = event.at("/params/request/url").asString("");
      switch (event.path("method").asString("")) {
        case "Network.requestWillBeSent" -> {
          if (!requested.equals(address)) {
            requests.add(requested);
          }
        }
        case "Page.javascriptDialogOpening" ->
            dialogs.add("dialog " + event.at("/params/message").asString(""));
        default -> {
          // Of no interest.
        }
      }
    }
    return new BrowserPage(driver, messages(driver, LogType.BROWSER), requests, dialogs);
  }

  private static List<String> messages(ChromeDriver driver, String log) {
    List<String> messages = new ArrayList<>();
    driver.manage().logs().get(log).forEach(entry -> messages.add(entry.getMessage()));
    return messages;
  }

  /** Returns the messages of the console, among them what the policy of the page refused. */
  ImmutableList<String> console() {
    return console;
  }

  /** Returns the addresses that were requested, without that of the page. */
  ImmutableList<String> requests() {
    return requests;
  }

  /** Returns the scripts that have run, and whatever could run when a reader clicks. */
  ImmutableList<String> scripts() {
    ImmutableList.Builder<String> scripts = ImmutableList.builder();
    scripts.addAll(dialogs);
    texts(driver.executeScript(ACTIVE)).forEach(scripts::add);
    return scripts.build();
  }

  /** Returns the serious and critical faults that axe finds. */
  ImmutableList<String> faults() {
    if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
      driver.executeScript(Axe.SOURCE);
    }
    return texts(driver.executeAsyncScript(FAULTS));
  }

  private static ImmutableList<String> texts(@Nullable Object list) {
    return ((List<?>) requireNonNull(list))
        .stream().map(Object::toString).collect(ImmutableList.toImmutableList());
  }

  /** Returns the time from the start of the navigation to the first text or picture. */
  Duration firstPaint() {
    double millis = ((Number) requireNonNull(driver.executeAsyncScript(FIRST_PAINT))).doubleValue();
    return Duration.ofMillis(Math.round(millis));
  }

  /** Returns by how many pixels the page is wider than the window. */
  long overflow() {
    Object pixels =
        driver.executeScript(
            "const root = document.documentElement; return root.scrollWidth - root.clientWidth;");
    return (Long) requireNonNull(pixels);
  }

  /** Returns the texts of the elements that a selector finds, in order. */
  ImmutableList<String> texts(String selector) {
    return texts(
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent)",
            selector));
  }

  /** Returns the targets of links into the page that are not on it, or are not shown. */
  ImmutableList<String> deadLinks() {
    return texts(
        driver.executeScript(
            "return [...document.querySelectorAll('a[href^=\"#\"]')]"
                + ".map(link => link.getAttribute('href').slice(1))"
                + ".filter(id => !document.getElementById(id)?.getClientRects().length)"));
  }

  /** Returns whether all elements that a selector finds are shown; false if none of them is. */
  boolean areShown(String selector) {
    Object shown =
        driver.executeScript(
            "return [...new Set([...document.querySelectorAll(arguments[0])]"
                + ".map(it => it.getClientRects().length > 0))].join()",
            selector);
    return switch (String.valueOf(shown)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new AssertionError(selector + " is shown in part: " + shown);
    };
  }

  /** Returns the page as it is printed on paper. */
  byte[] pdf() {
    return Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
  }

  /** The script of axe, read once. */
  private static final class Axe {
    static final String SOURCE = source();

    private static String source() {
      try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
        return new String(requireNonNull(in, "/axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
