// Is Seoul's line of 2022 a change, and did the government change in between?
//
// The matter may be given: demarche examples/shell/7-change-of-government.jsh three-nos

String matter = args.isEmpty() ? "additional-thaad" : args.get(0);

// A column a government, as of its last day: what is inherited is marked.
thaad.administrations("rok").on(matter)

// The change between two of them: its label, and whether the evidence is alike.
var change = thaad.asOf("2017-11-24").changeTo(thaad.asOf("2022-08-11"), "rok", matter);
change

// That it coincides with a new government is on record; that it is its effect is not.
change.hasAdministrationChanged()
change.hasUnlikeEvidence()

// Does the new line speak of the old government itself?
thaad.claims().party("rok").touching(matter).mentioning("previous").chronology()
