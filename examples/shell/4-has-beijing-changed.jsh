// Has Beijing's position on THAAD changed from 2015 to 2022?

String[] matter = {"deployment", "harms-prc-security", "surveils-china", "three-nos"};
thaad.matrix("prc").on(matter).at("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11")

// Step by step: what is only carried on is UNCHANGED, what is said again REAFFIRMED.
thaad.asOf("2015-02-04").changesTo(thaad.asOf("2017-10-31")).party("prc").on(matter)
thaad.asOf("2017-10-31").changesTo(thaad.asOf("2017-11-24")).party("prc").on(matter)
thaad.asOf("2017-11-24").changesTo(thaad.asOf("2022-08-11")).party("prc").on(matter)

// What it asked for, day by day.
thaad.history("prc", "three-nos")

// What has it not said again for two years?
thaad.asOf("2022-08-11").positionsOf("prc").staleSince("2020-08-11")
