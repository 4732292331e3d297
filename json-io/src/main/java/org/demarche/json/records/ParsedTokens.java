package org.demarche.json.records;

import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tokens of a parser, which knows the place of each. */
record ParsedTokens(JsonParser parser) implements Tokens {
  @Override
  public JsonToken next() {
    parser.nextToken();
    return token();
  }

  @Override
  public JsonToken token() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  @Override
  public String name() {
    return parser.currentName();
  }

  @Override
  public String text() {
    return parser.getString();
  }

  @Override
  public void skip() {
    parser.skipChildren();
  }

  @Override
  public int depth() {
    return parser.streamReadContext().getNestingDepth();
  }

  @Override
  public String pointer() {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  @Override
  public Place place(String file, int linesBefore) {
    return ProblemLocator.ofToken(parser, file, linesBefore);
  }

  @Override
  public int offset() {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }
}
