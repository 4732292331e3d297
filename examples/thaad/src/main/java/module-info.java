/** Demarche on the THAAD dossier, over exported packages only. */
module org.demarche.examples.thaad {
  requires transitive org.demarche.json;

  exports org.demarche.examples.thaad;
}
