// Two accounts of one meeting: what does each side tell of 9 August 2022?

// What only one side tells is not for that a disagreement.
thaad.readouts("qingdao-2022-08-09")

// The words behind one point, and through whom they come.
thaad.claims().occasion("qingdao-2022-08-09").joint().chronology()

// Without the paraphrased copy, what is left of Beijing's account?
thaad.without("ET22").readouts("qingdao-2022-08-09")
