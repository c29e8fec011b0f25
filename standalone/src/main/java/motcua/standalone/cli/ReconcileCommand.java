package motcua.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.core.publication.Counterpart;
import motcua.core.publication.FiguresRead;
import motcua.core.publication.PublishedFiguresCsv;
import motcua.core.publication.ReadingFault;
import motcua.reconciliation.Reconciliation;
import motcua.reconciliation.ReconciliationText;
import motcua.reconciliation.ReconciliationView;
import motcua.reconciliation.UnreadableFiguresException;
import motcua.standalone.Product;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reconcile}: printed reports beside the ledger; 0 only when everything agrees. */
@Command(
    name = "reconcile",
    description =
        "Reads figures of printed reports beside the ledger: sums that fail, percentages that cannot be, figures that differ. Fails when there is any.")
final class ReconcileCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Figures in the form of published-figures.csv; columns scope, field and printed_on may say where the ledger keeps the same.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private LedgerTarget target;

  @Option(
      names = "--scope",
      paramLabel = "CODE",
      description = "Unit of figures whose scope is not in the file.")
  private String scope;

  @Option(
      names = "--printed-on",
      paramLabel = "DAY",
      description =
          "Day of printing, where it is not in the file: what became known later is told.")
  private LocalDate printedOn;

  @Option(
      names = "--known-on",
      paramLabel = "DAY",
      description = "The ledger as known on this day; default: everything known.")
  private LocalDate knownOn;

  @Option(names = "--json", description = "Prints JSON, as over HTTP.")
  private boolean json;

  ReconcileCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Map<String, String>> installation = target.check(spec);
    FiguresRead figures = read();
    if (!figures.faults().isEmpty()) {
      return unreadable(figures.faults());
    }
    Asked asked = new Asked(figures);
    target.look(installation, wiring.onlooker(), common, "reconciling", asked::of);
    if (asked.answer == null) {
      return unreadable(asked.faults);
    }
    print(asked.answer);
    return asked.answer.agrees() ? 0 : 1;
  }

  /** What is asked, and how it was answered. */
  private final class Asked {
    private final FiguresRead figures;
    private Reconciliation answer;
    private List<ReadingFault> faults = List.of();

    Asked(FiguresRead figures) {
      this.figures = figures;
    }

    void of(Product product) throws IOException {
      try {
        answer = product.reconcile(figures, knownOn);
      } catch (UnreadableFiguresException unreadable) {
        faults = unreadable.faults();
      }
    }
  }

  private FiguresRead read() throws IOException {
    try {
      Checks.file("FILE", file);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    try {
      return PublishedFiguresCsv.read(
          Files.readString(file),
          new Counterpart(
              Optional.ofNullable(scope), Optional.empty(), Optional.ofNullable(printedOn)));
    } catch (CharacterCodingException otherwise) {
      throw new ParameterException(
          spec.commandLine(), "FILE: " + file + " is not UTF-8", otherwise);
    }
  }

  /** Every fault in a line of its own: the file is put right in one go. */
  private int unreadable(List<ReadingFault> faults) {
    faults.forEach(
        fault -> spec.commandLine().getErr().println("motcua: " + file + ": " + fault.text()));
    return 2;
  }

  private void print(Reconciliation answer) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(ReconciliationView.of(answer)));
    } else {
      out.print(ReconciliationText.of(answer));
    }
  }
}
