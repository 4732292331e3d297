// The status of the three nos: which claims about it conflict, whose, and when made?

// What is said of their status is a matter of its own, with propositions of its own.
thaad.propositions("three-nos-status")
thaad.claims().characterising("three-nos")

// Who holds which of these? Media answer for themselves.
for (var id : List.of("3n-promise", "3n-only-position", "3n-agreement", "3n-policy")) {
  System.out.println(thaad.positionsOn(id));
  System.out.println();
}

// Where do the two governments contradict one another?
thaad.asOf("2017-11-24").compare("rok", "prc").onIssue("three-nos-status").label(CONTRADICTION)
thaad.asOf("2017-11-24").relation("rok", "prc", "3n-promise")
