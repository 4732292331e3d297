// What did one know on 1 November 2017, and what is known today of that day?

var thatDay = thaad.asOf("2017-11-01");
var asKnownThen = thatDay.knownAt("2017-11-01");

asKnownThen.positionsOf("rok").known()
asKnownThen.positionsOf("prc").known()

// Nothing was known of these: one had not been published, the other was hinted at.
asKnownThen.position("rok", "three-nos")
asKnownThen.position("prc", "harms-prc-security")

// What has been learned since about that very day?
asKnownThen.differencesTo(thatDay).party("rok", "prc")
