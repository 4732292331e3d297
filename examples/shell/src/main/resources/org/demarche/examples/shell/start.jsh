/set mode demarche -quiet
/set prompt demarche "\ndemarche> " "     ...> "
/set format demarche display "{value}{post}" expression,varvalue-ok
/set truncation demarche 100000000
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import org.demarche.*;
import org.demarche.answer.*;
import org.demarche.brief.*;
import org.demarche.coding.*;
import org.demarche.json.*;
import org.demarche.model.*;
import org.demarche.network.*;
import org.demarche.picture.*;
import org.demarche.text.*;
import static org.demarche.answer.Change.Label.*;
import static org.demarche.answer.Grade.*;
import static org.demarche.answer.Relation.Label.*;
import static org.demarche.answer.Relation.Label.SILENT;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;
import static org.demarche.model.Mode.DIRECT;
import static org.demarche.model.Mode.PARTIAL;
import static org.demarche.model.Mode.INDIRECT;
import static org.demarche.model.Mode.PRESUPPOSED;
import static org.demarche.model.Mode.RECORDED;
import static org.demarche.examples.shell.CodingFunctions.*;
import static org.demarche.examples.shell.DraftFunctions.*;
import static org.demarche.examples.shell.ShellFunctions.*;
Tracker thaad = Tracker.of(org.demarche.examples.thaad.ThaadDossier.read()), tracker = thaad;
Tracker then = thaad.asOf("2017-11-24"), now = thaad.asOf("2022-08-11");
String help = help(), exit = exit(), quit = quit();
