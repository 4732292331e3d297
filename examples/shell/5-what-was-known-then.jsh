// What was known on 1 November 2017, and what is known today about that day?

var thatDay = thaad.asOf("2017-11-01");
var asKnownThen = thatDay.knownAt("2017-11-01");

asKnownThen.positionsOf("rok").known()
asKnownThen.positionsOf("prc").known()

// Neither was known: claims about the first had not been published, and about the second there were only hints.
asKnownThen.position("rok", "three-nos")
asKnownThen.position("prc", "harms-prc-security")

// What have we learned since about that day?
asKnownThen.differencesTo(thatDay).party("rok", "prc")
