package motcua.standalone.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import motcua.readmodel.DeadLetterQuery;
import motcua.readmodel.DeadLetterReadModel;
import motcua.standalone.Product;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: counts by source and reason, then the letters. */
@Command(name = "list", description = "Counts dead letters by source and reason, and lists them.")
final class DeadLetterListCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private LetterOptions letters;

  @ArgGroup(multiplicity = "1")
  private LedgerTarget target;

  @Option(names = "--resolved", description = "Those that were resolved, not the open ones.")
  private boolean resolved;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Most letters to list; default: ${DEFAULT-VALUE}.")
  private int limit;

  DeadLetterListCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    StringBuilder answer = new StringBuilder();
    target.look(
        target.check(spec),
        wiring.onlooker(),
        common,
        "asking",
        product -> answer.append(list(product)));
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(answer);
    return 0;
  }

  private String list(Product product) {
    DeadLetterReadModel model = product.deadLetters();
    DeadLetterQuery query =
        letters.query(resolved ? DeadLetterQuery.State.RESOLVED : DeadLetterQuery.State.OPEN);
    StringBuilder text = new StringBuilder(DeadLetterText.summary(model.summary(query)));
    model.letters(query, 0, limit).forEach(letter -> text.append(DeadLetterText.line(letter)));
    return text.toString();
  }
}
