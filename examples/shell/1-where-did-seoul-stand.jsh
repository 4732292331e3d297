// Where did Seoul stand on more THAAD batteries under Moon, and where under Yoon?
//
//   examples/shell/demarche examples/shell/1-where-did-seoul-stand.jsh

var then = thaad.asOf("2017-11-24");
var now = thaad.asOf("2022-08-11");

// The stance, the force of the claim to cite, and every claim that carries it, with its source.
then.position("rok", "additional-thaad")
now.position("rok", "additional-thaad")

// What kind of change is that? A word that is withdrawn is not one that is reversed.
then.changeTo(now, "rok", "additional-thaad").label()

// Which claims were looked at, and which rule kept a hint from counting?
now.explain("rok", "additional-thaad")
