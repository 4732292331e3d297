/** The Paris Agreement dossier, read with the exported packages of Demarche only. */
module org.demarche.examples.paris {
  requires transitive org.demarche.json;

  exports org.demarche.examples.paris;
}
