/** Dossiers as JSON. */
module org.demarche.json {
  requires transitive org.demarche;
  requires tools.jackson.core;
  requires static org.jspecify;

  exports org.demarche.json;
}
