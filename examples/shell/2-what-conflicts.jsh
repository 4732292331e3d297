// The status of the three nos: which claims about it conflict, who made them, and when?

// Their status is an issue of its own, with its own propositions.
thaad.propositions("three-nos-status")
thaad.claims().characterising("three-nos")

// What does each party say about these propositions? Media count as parties of their own.
for (var id : List.of("3n-promise", "3n-only-position", "3n-agreement", "3n-policy")) {
  System.out.println(thaad.positionsOn(id).print());
  System.out.println();
}

// On which of them do the two governments contradict each other?
thaad.asOf("2017-11-24").compare("rok", "prc").onIssue("three-nos-status").label(CONTRADICTION)
thaad.asOf("2017-11-24").relation("rok", "prc", "3n-promise")
