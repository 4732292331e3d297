/**
 * Who sides with whom: agreement between positions, and congruence between claims, of many parties
 * at once.
 *
 * <p>{@link org.demarche.network.AgreementQuery} compares the positions that parties hold, as
 * students of roll calls do; {@link org.demarche.network.CongruenceQuery} and {@link
 * org.demarche.network.AffiliationQuery} count claims, as discourse network analysis does (P.
 * Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016; and the manual of his Discourse Network
 * Analyzer). All three are asked of a {@link org.demarche.Tracker}, so the dates and the evidence
 * are chosen already, and every choice of theirs stands in the question of the answer.
 */
@NullMarked
package org.demarche.network;

import org.jspecify.annotations.NullMarked;
