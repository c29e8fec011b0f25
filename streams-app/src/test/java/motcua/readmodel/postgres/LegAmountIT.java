package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The few arrays give what the view of all arrays gives, for every leg there can be. */
class LegAmountIT {
  private static final TestDatabase DATABASE = TestDatabase.create();

  @BeforeAll
  static void everyLeg() {
    DATABASE.execute(
        """
        SELECT ensure_posting_month('2024-09-01');
        INSERT INTO posting_page SELECT 1, 'H23.1', '2024-09-01', '2024-09-30', 's', 'p', false, now(),
          array_agg('d' || row_number), array_agg(row_number), array_agg(leg), array_agg(''::text), array_agg(''::text), array_agg(''::text),
          array_agg(channel), array_agg(from_bucket), array_agg(to_bucket), array_agg(counter), array_agg(count),
          array_agg('2024-09-16'::date), array_agg('2024-09-16'::date), array_agg('c'::text)
        FROM (SELECT *, row_number() OVER () FROM
          (SELECT generate_series(0, 2)::smallint AS leg), (SELECT generate_series(0, 10)::smallint AS from_bucket),
          (SELECT generate_series(0, 10)::smallint AS to_bucket),
          (SELECT nullif(generate_series(-1, 7), -1)::smallint AS counter), (SELECT nullif(generate_series(-1, 2), -1)::smallint AS channel),
          (VALUES (1::smallint), (-1::smallint)) AS counted (count)) AS every""");
  }

  @Test
  void shouldSumWhatTheViewSums() {
    for (Measure measure : Measure.values()) {
      assertEquals(
          sumsOf(measure.name().toLowerCase(Locale.ROOT), "posting_amounts"),
          sums(List.of(measure)),
          measure.name());
    }
    for (Column column : Column.values()) {
      String all =
          String.join(
              " + ",
              column.measures().stream()
                  .map(measure -> measure.name().toLowerCase(Locale.ROOT))
                  .toList());
      assertEquals(sumsOf(all, "posting_amounts"), sums(column.measures()), column.name());
    }
  }

  @Test
  void shouldOpenNoMoreThanItNeeds() {
    String legs = LegAmount.of(List.of(Measure.FEE_PAID)).legs(List.of("counterpart"));

    assertTrue(legs.contains("unnest(counter) AS counter"), legs);
    assertTrue(legs.contains("unnest(counterpart) AS counterpart"), legs);
    assertTrue(!legs.contains("cause") && !legs.contains("to_bucket"), legs);
  }

  private static String sums(List<Measure> measures) {
    LegAmount amount = LegAmount.of(measures);
    return sumsOf(amount.sql(), amount.legs(List.of("counterpart", "procedure")));
  }

  /** What each leg adds that adds something; legs that add nothing may be left out. */
  private static String sumsOf(String amount, String legs) {
    String each =
        DATABASE.text(
            "SELECT string_agg(dossier_id || ':' || (%1$s), ',' ORDER BY dossier_id) FROM %2$s WHERE (%1$s) <> 0"
                .formatted(amount, legs));
    assertTrue(each.contains(":1") && each.contains(":-1"), amount);
    return each;
  }
}
