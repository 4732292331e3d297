// What was Seoul's position on more THAAD batteries under Moon, and what is it under Yoon?
//
//   examples/shell/demarche examples/shell/1-where-did-seoul-stand.jsh

var then = thaad.asOf("2017-11-24");
var now = thaad.asOf("2022-08-11");

// Each position is stated in sentences that can be pasted, followed by all supporting claims with their sources.
then.position("rok", "additional-thaad")
now.position("rok", "additional-thaad")

// What kind of change is this? Withdrawing a commitment is not the same as reversing a position. A label is a constant.
then.changeTo(now, "rok", "additional-thaad").label()

// Which claims were considered, and which rule excluded each hint?
now.explain("rok", "additional-thaad")
