package org.demarche.network;

import java.time.LocalDate;
import org.demarche.answer.Network;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * The network of one time window.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).windows(90).filter(window -> window.claims() > 20).map(NetworkWindow::network)
 * }</pre>
 *
 * @param first the first day of the window
 * @param day the day in the middle of the window
 * @param last the last day of the window
 * @param claims the number of claims that count
 * @param network the network of these claims
 */
public record NetworkWindow(
    LocalDate first, LocalDate day, LocalDate last, int claims, Network network)
    implements Printable {
  /** {@return the days, the number of claims that count, and the network} */
  @Override
  public TextPage page() {
    return TextPage.of("%s, from %s to %s: %d claims".formatted(day, first, last, claims))
        .gap()
        .page(network.page());
  }

  /** {@return the page in the default style} */
  @Override
  public String toString() {
    return page().toString();
  }
}
