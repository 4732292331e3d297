package org.demarche.network;

import java.time.LocalDate;
import org.demarche.answer.Network;
import org.demarche.text.Page;
import org.demarche.text.Printable;

/**
 * A network at one time of several.
 *
 * <pre>{@code
 * Congruence.of(tracker).windows(90).filter(slice -> slice.claims() > 20).map(Slice::network)
 * }</pre>
 *
 * @param first the first day of the window
 * @param day the day in the middle
 * @param last its last day
 * @param claims how many claims count
 * @param network the network of these claims
 */
public record Slice(LocalDate first, LocalDate day, LocalDate last, int claims, Network network)
    implements Printable {
  /** The days, how many claims count, and the network. */
  @Override
  public Page page() {
    return Page.of("%s, from %s to %s: %d claims".formatted(day, first, last, claims))
        .gap()
        .page(network.page());
  }

  /** Returns its page in the standard style. */
  @Override
  public String toString() {
    return page().toString();
  }
}
