/** The THAAD dossier and a report on it, written with the exported packages of Demarche only. */
module org.demarche.examples.thaad {
  requires transitive org.demarche.json;

  exports org.demarche.examples.thaad;
}
