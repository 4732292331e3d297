/**
 * How fast it is, measured by JMH over made-up records and the votes of the UN General Assembly.
 */
package org.demarche.examples.benchmarks;
