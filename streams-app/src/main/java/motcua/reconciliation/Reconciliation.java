package motcua.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import motcua.core.publication.Comparison;
import motcua.core.publication.Fault;
import motcua.core.publication.Finding;
import motcua.core.publication.LedgerFigure;
import motcua.core.publication.Verdict;
import motcua.readmodel.CellDossier;

/**
 * What came of reading one or several printed reports beside the ledger.
 *
 * @param knownOn the knowledge cut of the ledger's figures; null: everything known
 * @param statements by publication, in the order handed in
 */
public record Reconciliation(LocalDate knownOn, List<Compared> statements) {
  public Reconciliation {
    statements = List.copyOf(statements);
  }

  /** The three groups of faults, and what is only left open. */
  public enum Group {
    /** A sum or a part that does not fit its whole. */
    SUM,
    /** A percentage that no whole number can give, or that its own counts do not give. */
    PERCENTAGE,
    /** Something else that is wrong, or left unsaid. */
    REMARK;

    /** Of a finding. */
    public static Group of(Fault fault) {
      return switch (fault) {
        case Fault.SumFails f -> SUM;
        case Fault.PartExceedsWhole f -> SUM;
        case Fault.PercentUnreachable f -> PERCENTAGE;
        case Fault.FractionMismatch f -> PERCENTAGE;
        case Fault.RateAboveHundred f -> PERCENTAGE;
        case Fault.RecordedByReader f -> REMARK;
        case Fault.PercentUnproven f -> REMARK;
        case Fault.SplitNotStated f -> REMARK;
      };
    }
  }

  /**
   * One statement.
   *
   * @param comparison its figures, those of the ledger beside them where it was asked
   * @param note why the ledger was not asked; empty when it was
   * @param gaps what the ledger has in the columns that a failing sum leaves out
   * @param differences the figures that the ledger has otherwise
   */
  public record Compared(
      Comparison comparison, Optional<String> note, List<Gap> gaps, List<Difference> differences) {
    public Compared {
      gaps = List.copyOf(gaps);
      differences = List.copyOf(differences);
    }

    /** The findings of one group, in the order of the figures. */
    public List<Finding> findings(Group group) {
      return findings().filter(finding -> Group.of(finding.fault()) == group).toList();
    }

    Stream<Finding> findings() {
      return comparison.rows().stream().flatMap(row -> row.findings().stream());
    }

    /** Figures that the ledger keeps and was not asked for. */
    public long notCompared() {
      return comparison.rows().stream()
          .filter(row -> row.verdict() instanceof Verdict.NotCompared)
          .count();
    }
  }

  /**
   * A column of the ledger's report on the statement's scope and period, with its figure: the way
   * to the dossiers.
   */
  public record Cell(String column, long figure) {}

  /** What the ledger has where a printed sum says nothing. */
  public record Gap(Finding finding, List<Cell> cells, String words) {
    public Gap {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A figure that the ledger has otherwise.
   *
   * @param difference printed less the ledger's, in dossiers or in points of a percentage; empty
   *     where the ledger has no data
   * @param cells the columns the ledger's figure is made of
   * @param atPrint the ledger's figure as known on the day of printing; empty when that is not
   *     known
   * @param learned what became known after that day
   * @param words how far the difference can be followed to dossiers, in Vietnamese
   */
  public record Difference(
      Comparison.Row row,
      Optional<BigDecimal> difference,
      List<Cell> cells,
      Optional<LedgerFigure> atPrint,
      List<Learned> learned,
      String words) {
    public Difference {
      cells = List.copyOf(cells);
      learned = List.copyOf(learned);
    }
  }

  /**
   * What became known of one column after the day of printing.
   *
   * @param figure by how much it changed
   * @param dossiers how many dossiers changed it
   * @param first the first of them, by code
   */
  public record Learned(String column, long figure, long dossiers, List<CellDossier> first) {
    public Learned {
      first = List.copyOf(first);
    }
  }

  /** Number of findings of a group. */
  public long count(Group group) {
    return statements.stream().mapToLong(one -> one.findings(group).size()).sum();
  }

  /** Number of figures that the ledger has otherwise. */
  public long differences() {
    return statements.stream().mapToLong(one -> one.differences().size()).sum();
  }

  /** Number of figures that the ledger keeps and was not asked for. */
  public long notCompared() {
    return statements.stream().mapToLong(Compared::notCompared).sum();
  }

  /** Nothing contradicts itself, and every figure the ledger keeps was compared and is the same. */
  public boolean agrees() {
    Predicate<Finding> wrong = finding -> finding.fault().isInconsistent();
    return differences() == 0
        && notCompared() == 0
        && statements.stream().flatMap(Compared::findings).noneMatch(wrong);
  }
}
