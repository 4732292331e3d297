// Did Beijing's position on THAAD change between 2015 and 2022?

String[] propositions = {"deployment", "harms-prc-security", "surveils-china", "three-nos"};
thaad.matrix("prc").on(propositions).at("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11")

// Step by step: “no newer claim” means no newer evidence, “reaffirmed” means that Beijing said it again.
thaad.asOf("2015-02-04").changesTo(thaad.asOf("2017-10-31")).party("prc").on(propositions)
thaad.asOf("2017-10-31").changesTo(thaad.asOf("2017-11-24")).party("prc").on(propositions)
thaad.asOf("2017-11-24").changesTo(thaad.asOf("2022-08-11")).party("prc").on(propositions)

// Every change of its position on the three nos, by date.
thaad.history("prc", "three-nos")

// Which positions had it not restated for two years?
thaad.asOf("2022-08-11").positionsOf("prc").staleSince("2020-08-11")
