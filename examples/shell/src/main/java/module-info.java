/** JShell with Demarche loaded. */
module org.demarche.examples.shell {
  requires java.desktop;
  requires jdk.jshell;
  requires transitive org.demarche.json;
  requires org.demarche.examples.thaad;
  requires com.google.common;
  requires org.dhatim.fastexcel;
  requires org.dhatim.fastexcel.reader;
  requires static org.jspecify;

  exports org.demarche.examples.shell;

  provides jdk.jshell.spi.ExecutionControlProvider with
      org.demarche.examples.shell.ShellExecutionControlProvider;
}
