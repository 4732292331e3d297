// Did Seoul's position change by 2022, and did its government change in between?
//
// An argument selects another proposition: demarche examples/shell/7-change-of-government.jsh three-nos

String proposition = args.isEmpty() ? "additional-thaad" : args.get(0);

// One column per administration, as of its last day. Inherited positions are marked ◊.
thaad.administrations("rok").on(proposition)

// The change between the last two, in a sentence, and whether the evidence is of the same quality.
var change = thaad.asOf("2017-11-24").changeTo(thaad.asOf("2022-08-11"), "rok", proposition);
change

// The record shows that the change coincides with a new government, but not that the government caused it.
change.hasAdministrationChanged()
change.hasUnlikeEvidence()

// Do the claims mention the previous government?
thaad.claims().party("rok").touching(proposition).mentioning("previous").chronology()
