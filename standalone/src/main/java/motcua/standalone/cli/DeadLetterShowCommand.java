package motcua.standalone.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.readmodel.DeadLetterEntry;
import motcua.readmodel.DeadLetterQuery;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters show}: all that is known of a record. */
@Command(
    name = "show",
    description = "Shows where a record lies, why it was refused and what is kept of it.")
final class DeadLetterShowCommand implements Callable<Integer> {
  private static final int MOST = 100;

  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FINGERPRINT", description = "Of the record, or its first characters.")
  private String fingerprint;

  @ArgGroup(multiplicity = "1")
  private LedgerTarget target;

  DeadLetterShowCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    List<DeadLetterEntry> found = new ArrayList<>();
    DeadLetterQuery query =
        new DeadLetterQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(fingerprint),
            DeadLetterQuery.State.ALL);
    target.look(
        target.check(spec),
        wiring.onlooker(),
        common,
        "asking",
        product -> found.addAll(product.deadLetters().letters(query, 0, MOST)));
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("motcua: no dead letter of fingerprint " + fingerprint);
      return 1;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    found.forEach(letter -> out.print(DeadLetterText.whole(letter)));
    return 0;
  }
}
