package org.demarche.answer;

import org.demarche.text.Printable;

/**
 * What a Tracker answers: a value that knows its question, prints itself for people, and can be
 * written for programs.
 *
 * <pre>{@code
 * Answer answer = tracker.asOf("2022-08-11").compare("rok", "prc");
 * System.out.println(answer);
 * System.out.println(answer.page().print(Style.whole().form(Style.Form.MARKDOWN)));
 * Answers.write(answer, Path.of("comparison.json"));   // of demarche-json-io
 * }</pre>
 */
public sealed interface Answer extends Printable
    permits Position,
        Change,
        Changes,
        Difference,
        Differences,
        Relation,
        Comparison,
        Matrix,
        StanceGrid,
        Timeline,
        History,
        Positions,
        Propositions,
        Readouts,
        Chronology,
        FoundClaims,
        Framings,
        Explanation,
        Tally,
        AgreementTable,
        Network {}
