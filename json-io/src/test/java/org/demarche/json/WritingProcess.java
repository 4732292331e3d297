package org.demarche.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process, which says on its standard output what it does, until it is killed. */
final class WritingProcess {
  /** The word of a process that has written the first of several pieces. */
  static final String INSIDE = "inside";

  /** The word of a process that has written all of them. */
  static final String OUTSIDE = "outside";

  /** The word of a process that has removed a torn line. */
  static final String REPAIRED = "repaired";

  /** The longest time, in milliseconds, from such a word to the kill. */
  static final int LONGEST_DELAY = 15;

  private static final String ACKNOWLEDGED = "acknowledged ";

  /** The milliseconds for which a process may be silent. */
  private static final long LONGEST_SILENCE = 600_000;

  private final Process process;
  private final Thread listener;
  private final List<String> said = new ArrayList<>();
  private int insidesToKill;
  private int delay;
  private boolean isKilled;

  private WritingProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen);
  }

  static WritingProcess start(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    WritingProcess started =
        new WritingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    started.listener.start();
    return started;
  }

  // In the other process

  static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  static void acknowledge(String what) {
    say(ACKNOWLEDGED + what);
  }

  // In this process

  private void listen() {
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (hears(line)) {
          Thread.sleep(delay);
          destroy();
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      destroy();
    } finally {
      hears("");
    }
  }

  /** Notes a line, and returns whether the process is to be killed now. */
  private synchronized boolean hears(String line) {
    said.add(line);
    notifyAll();
    return line.equals(INSIDE) && insidesToKill > 0 && --insidesToKill == 0;
  }

  /** Kills the process as {@code kill -9} does, so that the rest of its words can be read. */
  private synchronized void destroy() {
    isKilled |= process.isAlive();
    process.toHandle().destroyForcibly();
  }

  /**
   * Kills the process at a moment of its writing.
   *
   * @param insides how often it is inside a write until then
   * @param afterMillis how long after that
   * @return whether it was inside a write
   */
  boolean kill(int insides, int afterMillis) throws InterruptedException {
    synchronized (this) {
      delay = afterMillis;
      insidesToKill = insides;
    }
    awaitEnd();
    return said.get(said.size() - 2).equals(INSIDE);
  }

  /** Kills the process now, if it was not killed before. */
  void end() throws InterruptedException {
    destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    int heard;
    do {
      heard = heard();
      listener.join(LONGEST_SILENCE);
    } while (listener.isAlive() && heard() > heard);
    if (listener.isAlive()) {
      destroy();
      listener.join();
      throw failure("was silent for " + LONGEST_SILENCE / 1000 + " seconds");
    }
    if (!isKilled) {
      throw failure("ended by itself");
    }
  }

  private synchronized int heard() {
    return said.size();
  }

  /** Waits until the process has acknowledged a number of writes. */
  synchronized void awaitAcknowledged(int count) throws InterruptedException {
    while (acknowledged().size() < count) {
      int heard = heard();
      wait(LONGEST_SILENCE);
      if (heard == heard() || !listener.isAlive()) {
        throw failure("acknowledged less than was expected");
      }
    }
  }

  private synchronized AssertionError failure(String what) {
    return new AssertionError("the process " + what + "; it said:\n" + String.join("\n", said));
  }

  /** Returns what the process has acknowledged. */
  synchronized List<String> acknowledged() {
    return said.stream()
        .filter(line -> line.startsWith(ACKNOWLEDGED))
        .map(line -> line.substring(ACKNOWLEDGED.length()))
        .toList();
  }

  /** Returns how often the process has removed a torn line. */
  synchronized int repairs() {
    return (int) said.stream().filter(REPAIRED::equals).count();
  }
}
