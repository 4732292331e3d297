package org.demarche.network;

import java.time.LocalDate;
import org.demarche.answer.Network;

/**
 * A network at one time of several.
 *
 * <pre>{@code
 * Congruence.of(tracker).windows(90).filter(slice -> slice.claims() > 20).map(Slice::network)
 * }</pre>
 *
 * @param first the first day that counts
 * @param day the day in the middle
 * @param last the last day that counts
 * @param claims how many claims count
 * @param network the network of these claims
 */
public record Slice(LocalDate first, LocalDate day, LocalDate last, int claims, Network network) {}
