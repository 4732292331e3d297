// Did Seoul ever promise the three nos? The answer is who says what, not yes or no.

// Promises and agreements by Seoul on the three nos or a part of them: their grade tells how they are known.
var promises = thaad.claims().party("rok").touching("three-nos").commitments();
promises.chronology()

// What counts is what is at least reported. A promise that is only narrated is a hint.
promises.grade(REPORTED).count() + promises.grade(OWN_WORDS).count()

// What Seoul did do.
thaad.claims().party("rok").touching("three-nos").force(STATE_INTENTION).chronology()

// Who calls it a promise, and who denies that?
thaad.claims().on("3n-promise").chronology()
