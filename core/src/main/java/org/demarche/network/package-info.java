/**
 * Queries for networks of many parties at once: agreement between positions, and congruence between
 * claims.
 *
 * <p>{@link org.demarche.network.AgreementQuery} compares the positions of parties, as in the study
 * of roll calls. {@link org.demarche.network.CongruenceQuery} and {@link
 * org.demarche.network.AffiliationQuery} count claims, as in discourse network analysis (P.
 * Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016; and the manual of his Discourse Network
 * Analyzer). Each query takes its dates and its evidence from a {@link org.demarche.Tracker}, and
 * each answer states the options used.
 *
 * <h2>Agreement</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.network.AgreementQuery} counts how often parties hold the same
 *       position.
 * </ul>
 *
 * <h2>Congruence</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.network.CongruenceQuery} ties actors who make the same claims, or
 *       propositions on which the same actors make claims. Its methods select the pairs of claims
 *       that are counted, and a divisor that normalizes the count, so that frequent speakers do not
 *       appear close to everyone.
 *   <li>{@link org.demarche.network.Kernel} weights claims by their distance in time.
 * </ul>
 *
 * <h2>Affiliation</h2>
 *
 * <ul>
 *   <li>{@link org.demarche.network.AffiliationQuery} ties actors with the propositions on which
 *       they make claims.
 * </ul>
 *
 * <h2>Shared options</h2>
 *
 * <ul>
 *   <li>{@code amongStates()}, {@code amongPrincipals()} and {@code amongSpeakers()} choose the
 *       role in which actors are counted.
 *   <li>{@link org.demarche.network.DuplicateCounting} says how often the same claim counts.
 * </ul>
 */
@NullMarked
package org.demarche.network;

import org.jspecify.annotations.NullMarked;
