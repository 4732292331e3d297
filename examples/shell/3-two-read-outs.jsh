// Two accounts of one meeting: how did each side describe the talks of 9 August 2022?

// A point reported by one side only is not therefore disputed.
thaad.readouts("qingdao-2022-08-09")

// The words behind each joint claim, and who passed them on.
thaad.claims().occasion("qingdao-2022-08-09").joint().chronology()

// What remains of Beijing's account without ET22, which paraphrases another article?
thaad.without("ET22").readouts("qingdao-2022-08-09")
