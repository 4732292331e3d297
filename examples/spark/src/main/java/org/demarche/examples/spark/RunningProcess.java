package org.demarche.examples.spark;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of some machine, which a lock names.
 *
 * @param host the name of the machine
 * @param pid its number there, or -1 if the lock cannot be read
 * @param start when it began, since numbers are given anew
 */
record RunningProcess(String host, long pid, String start) {
  /** The name of machines that are not known by one, which may be many. */
  private static final String NO_NAME = "localhost";

  private static final Pattern TEXT =
      Pattern.compile("process (\\d{1,18}) on (\\S+) since (\\S+)\\R?");

  /** Returns the process of this program. */
  static RunningProcess ofThis() {
    ProcessHandle process = ProcessHandle.current();
    return new RunningProcess(hostOfThis(), process.pid(), start(process));
  }

  private static String hostOfThis() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return NO_NAME;
    }
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  /** Reads the text of a process. */
  static RunningProcess parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? new RunningProcess(matcher.group(2), Long.parseLong(matcher.group(1)), matcher.group(3))
        : new RunningProcess("an unknown machine", -1, "unknown");
  }

  String text() {
    return "process " + pid + " on " + host + " since " + start + "\n";
  }

  /** Returns whether the process certainly runs no more, which only its own machine can tell. */
  boolean hasEnded() {
    Optional<ProcessHandle> found = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return pid > 0
        && !host.equals(NO_NAME)
        && host.equals(hostOfThis())
        && !found.map(RunningProcess::start).equals(Optional.of(start));
  }

  @Override
  public String toString() {
    return text().strip();
  }
}
