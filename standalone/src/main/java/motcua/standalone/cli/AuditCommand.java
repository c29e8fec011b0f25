package motcua.standalone.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import motcua.readmodel.AuditResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit}: recounts the ledger from the event log; 0 only when nothing differs. */
@Command(
    name = "audit",
    description =
        "Recounts the ledger from the event log and compares; fails with the first difference.")
final class AuditCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @ArgGroup(multiplicity = "1")
  private LedgerTarget target;

  AuditCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    AtomicReference<AuditResult> audited = new AtomicReference<>();
    target.look(
        target.check(spec),
        wiring.onlooker(),
        common,
        "recounting",
        product -> audited.set(product.audit()));
    AuditResult result = audited.get();
    if (result.drift() == 0) {
      spec.commandLine().getOut().println(AuditSummary.of(result));
      return 0;
    }
    spec.commandLine().getErr().println(AuditSummary.of(result));
    return 1;
  }
}
