package org.demarche.network;

import java.time.LocalDate;
import org.demarche.answer.Network;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A network at one time of several.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).windows(90).filter(slice -> slice.claims() > 20).map(NetworkWindow::network)
 * }</pre>
 *
 * @param first the first day of the window
 * @param day the day in the middle
 * @param last its last day
 * @param claims how many claims count
 * @param network the network of these claims
 */
public record NetworkWindow(
    LocalDate first, LocalDate day, LocalDate last, int claims, Network network)
    implements Printable {
  /** The days, how many claims count, and the network. */
  @Override
  public TextPage page() {
    return TextPage.of("%s, from %s to %s: %d claims".formatted(day, first, last, claims))
        .gap()
        .page(network.page());
  }

  /** Returns its page in the standard style. */
  @Override
  public String toString() {
    return page().toString();
  }
}
