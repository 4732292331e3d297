/** The record of who is reported to have said what, and the positions that it shows. */
module org.demarche {
  requires transitive com.google.common;
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;

  exports org.demarche;
  exports org.demarche.answer;
  exports org.demarche.brief;
  exports org.demarche.coding;
  exports org.demarche.model;
  exports org.demarche.network;
  exports org.demarche.picture;
  exports org.demarche.text;
  exports org.demarche.answer.factory to
      org.demarche.json;
  exports org.demarche.index to
      org.demarche.json;
  exports org.demarche.snapshot to
      org.demarche.json;
  exports org.demarche.suggestion to
      org.demarche.json;
}
