import java.nio.file.Path;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;

/** Asks a dossier for one position. */
public class Ask {
  public static void main(String[] args) {
    Tracker tracker = Tracker.of(Dossiers.read(Path.of(args[0])));
    System.out.println(tracker.asOf("2017-11-24").position("rok", "three-nos").cellText());
  }
}
