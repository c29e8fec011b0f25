package motcua.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import motcua.alert.LateFigures;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.notice.AlertFacts;
import motcua.core.notice.DigestFacts;
import motcua.core.notice.LateField;
import motcua.core.notice.OpenDossier;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitRow;
import motcua.readmodel.DossierLine;
import motcua.readmodel.ReadModel;
import motcua.report.Reference;
import motcua.report.Reports;

/** Reads what is said of transitions beside their own figures. Thread-safe. */
public final class FactsReader {
  private static final int DUE_SOON = 20;
  private static final int WITHIN_WORKING_DAYS = 3;

  private final ReadModel readModel;
  private final LateFigures late;
  private final Reference reference;
  private final AlertRules rules;
  private final PageLinks links;

  /**
   * @param rules those in force; a transition of a rule that is gone is told with the one that took
   *     its place
   */
  public FactsReader(
      ReadModel readModel,
      Reports reports,
      Reference reference,
      AlertRules rules,
      PageLinks links) {
    this.readModel = Objects.requireNonNull(readModel, "readModel");
    this.late = new LateFigures(reports, readModel, reference);
    this.reference = Objects.requireNonNull(reference, "reference");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.links = Objects.requireNonNull(links, "links");
  }

  /** The transition's figures alone, with names and link. */
  AlertFacts brief(Transition step) {
    return facts(step, Optional.empty(), List.of());
  }

  /** With the field that holds most of the late ones, and the dossiers to save first. */
  AlertFacts full(Transition step, Instant now) {
    boolean ofRate = step.dossier() == null && !step.rule().equals(Transition.SOURCE_SILENT);
    return ofRate && step.kind() != Transition.Kind.CLEARED
        ? facts(step, worst(step), toSave(step, now))
        : brief(step);
  }

  /**
   * A digest.
   *
   * @param units whose head gets it
   */
  DigestFacts digest(LocalDate day, List<Transition> steps, Set<String> units) {
    Scope scope = new Scope("", units, false, reference.units());
    LocalDate last = reference.calendar().plusWorkingDays(day, WITHIN_WORKING_DAYS);
    Instant before = VietnamDay.startOf(last.plusDays(1));
    return new DigestFacts(
        day,
        steps.stream().map(this::brief).toList(),
        open(readModel.due(scope, before, 0, DUE_SOON), false, day),
        readModel.countDue(scope, before),
        WITHIN_WORKING_DAYS,
        links.page());
  }

  private AlertFacts facts(Transition step, Optional<LateField> worst, List<OpenDossier> toSave) {
    AlertRule rule = rule(step);
    return new AlertFacts(
        step,
        reference.units().name(step.scope(), VietnamDay.of(step.at())),
        rule.threshold(),
        rule.recovery(),
        worst,
        toSave,
        links.of(step));
  }

  private AlertRule rule(Transition step) {
    for (AlertRule rule : rules.rules()) {
      if (rule.id().equals(step.rule())) {
        return rule;
      }
    }
    UnitRow row = reference.units().row(step.scope(), VietnamDay.of(step.at()));
    return rules.of(step.scope(), row == null ? null : row.level()).orElse(AlertRule.DEFAULT);
  }

  private Optional<LateField> worst(Transition step) {
    LateFigures.Drawn drawn = late.draw(step.scope(), step.windowFrom(), VietnamDay.of(step.at()));
    return drawn.fields().stream()
        .filter(field -> !field.field().isEmpty())
        .findFirst()
        .map(field -> new LateField(field.name(), field.late(), drawn.figures().late()));
  }

  private List<OpenDossier> toSave(Transition step, Instant now) {
    LocalDate today = VietnamDay.of(now);
    LateFigures.ToSave toSave = late.toSave(step.scope(), today);
    return Stream.concat(
            open(toSave.overdue(), true, today).stream(), open(toSave.due(), false, today).stream())
        .toList();
  }

  private List<OpenDossier> open(List<DossierLine> lines, boolean overdue, LocalDate day) {
    return lines.stream()
        .map(
            line ->
                new OpenDossier(
                    line.dossierId(),
                    reference.units().name(line.unit(), day),
                    line.dueAt(),
                    overdue))
        .toList();
  }
}
