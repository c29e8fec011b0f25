package motcua.schemas.sample;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import motcua.schemas.sample.Cohort.Fate;
import motcua.schemas.sample.SampleDossier.Components;
import motcua.schemas.sample.SampleDossier.Fee;
import motcua.schemas.sample.SampleDossier.Supplement;
import motcua.schemas.sample.SampleDossier.Times;

/**
 * Draws the dossiers of one statement, one at a time. The cohorts come mixed; every total of the
 * plan comes out exactly.
 */
final class DossierSource {
  private static final DateTimeFormatter CODE_DATE = DateTimeFormatter.ofPattern("yyMMdd");

  private final StatementPlan plan;
  private final WorkingDays calendar;
  private final SeededRandom random;
  private final DossierTimeline timeline;
  private final Map<String, Integer> serials;
  private final int first;
  private final int last;
  private final Quotas quotas;

  /** Exact totals still to be drawn, see {@link StatementPlan.Shares}. */
  private record Quotas(
      Quota online,
      Quota postal,
      Quota full,
      Quota partial,
      Quota fee,
      Quota feeOnline,
      Quota result) {

    static Quotas of(StatementPlan plan) {
      StatementPlan.Shares shares = plan.shares();
      int received = plan.received();
      return new Quotas(
          new Quota(shares.online(), received),
          new Quota(shares.postal(), received - shares.online()),
          new Quota(shares.full(), received),
          new Quota(shares.partial(), received - shares.full()),
          new Quota(shares.feePaid(), received),
          new Quota(shares.feePaidOnline(), shares.feePaid()),
          new Quota(shares.results(), plan.closed()));
    }
  }

  /**
   * {@code serials} holds the last serial given per unit and day; statements of one set share it.
   */
  DossierSource(
      StatementPlan plan, WorkingDays calendar, SeededRandom random, Map<String, Integer> serials) {
    this.plan = plan;
    this.calendar = calendar;
    this.random = random;
    this.timeline = new DossierTimeline(calendar, random);
    this.serials = serials;
    this.first = calendar.firstFrom(plan.statement().from());
    this.last = calendar.lastUntil(plan.statement().to());
    this.quotas = Quotas.of(plan);
  }

  /**
   * Hands every dossier of the statement to the consumer; {@code number} of the first is {@code
   * firstNumber}.
   */
  void forEach(int firstNumber, Consumer<SampleDossier> consumer) {
    List<Cohort> cohorts = plan.cohorts();
    int[] left = cohorts.stream().mapToInt(Cohort::count).toArray();
    List<Quota> land = new ArrayList<>();
    cohorts.forEach(cohort -> land.add(new Quota(cohort.land(), cohort.count())));
    int total = plan.total();
    for (int done = 0; done < total; done++) {
      int index = pick(left, total - done);
      left[index]--;
      consumer.accept(draw(firstNumber + done, cohorts.get(index), land.get(index).take(random)));
    }
  }

  private int pick(int[] left, int total) {
    int drawn = random.nextInt(total);
    int index = 0;
    while (drawn >= left[index]) {
      drawn -= left[index];
      index++;
    }
    return index;
  }

  private SampleDossier draw(int number, Cohort cohort, boolean land) {
    SampleProcedure procedure = procedure(land, DossierDays.needsTerm(cohort));
    DossierDays days = DossierDays.draw(cohort, first, last, procedure.maxWorkingDays(), random);
    boolean counted = !cohort.carriedOver();
    int channel = channel(counted);
    Times times = timeline.times(days, channel == 2, cohort.fate() == Fate.CLOSED_LATE);
    Optional<Supplement> supplement =
        counted && times.apologised().isEmpty() ? timeline.supplement(days) : Optional.empty();
    SampleUnit unit = unit();
    boolean result = cohort.fate().isClosed() && quotas.result().take(random);
    return new SampleDossier(
        code(unit, times),
        number,
        unit,
        procedure,
        channel,
        times,
        supplement,
        components(counted),
        fee(counted),
        result);
  }

  private SampleProcedure procedure(boolean land, boolean needsTerm) {
    List<SampleProcedure> fitting =
        SampleProcedure.ALL.stream()
            .filter(procedure -> procedure.isLand() == land)
            .filter(procedure -> !needsTerm || procedure.maxWorkingDays() > 0)
            .toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private SampleUnit unit() {
    List<SampleUnit> units = plan.units();
    return units.get(random.percent(30) ? 0 : random.nextInt(units.size()));
  }

  private String code(SampleUnit unit, Times times) {
    String day = unit.code() + "-" + CODE_DATE.format(times.received());
    return "%s-%04d".formatted(day, serials.merge(day, 1, Integer::sum));
  }

  /** Dossiers received before the period take no part in its totals: theirs are free. */
  private int channel(boolean counted) {
    if (!counted) {
      return random.between(1, 2);
    }
    if (quotas.online().take(random)) {
      return 2;
    }
    return quotas.postal().take(random) ? 3 : 1;
  }

  private Components components(boolean counted) {
    if (counted && quotas.full().take(random)) {
      return Components.FULL;
    }
    if (counted && quotas.partial().take(random)) {
      return Components.PARTIAL;
    }
    return random.percent(50) ? Components.NONE : Components.ABSENT;
  }

  private Fee fee(boolean counted) {
    if (!counted || !quotas.fee().take(random)) {
      return Fee.NOT_PAID;
    }
    return quotas.feeOnline().take(random) ? Fee.PAID_ONLINE : Fee.PAID_AT_DESK;
  }
}
