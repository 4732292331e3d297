// Did Seoul ever promise the three nos? The answer is not yes or no, but who says what.

// Promises and agreements by Seoul on the three nos or any part of them, each with the grade of its evidence.
var promises = thaad.claims().party("rok").touching("three-nos").commitments();
promises.chronology()

// Only claims graded REPORTED or better count. A promise that an article merely narrates is a hint.
promises.grade(REPORTED).count() + promises.grade(OWN_WORDS).count()

// What Seoul did say: it stated intentions.
thaad.claims().party("rok").touching("three-nos").force(STATE_INTENTION).chronology()

// Who calls the three nos a promise, and who denies it?
thaad.claims().on("3n-promise").chronology()
