package motcua.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import motcua.core.dossier.Channel;
import org.junit.jupiter.api.Test;

class ReportRowTest {
  private static final Account U1 = new Account("U1", "F", "P", Channel.POSTAL);
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

  private static Posting move(Account from, Bucket leaves, Account to, Bucket enters, int count) {
    return new Posting(new Posting.Entry.Move(from, leaves, to, enters), count, DAY, DAY, "e");
  }

  @Test
  void shouldBookAReceiptInTheBucketAndByChannel() {
    List<Leg> legs = Legs.of(move(U1, Bucket.NONE, U1, Bucket.OPEN_IN_TIME, 1));
    Amounts expected = Amounts.of(Measure.RECEIVED_POSTAL, 1).plus(Measure.OPEN_IN_TIME, 1);
    assertEquals(List.of(new Leg(0, "U1", null, "F", "P", Channel.POSTAL, expected)), legs);
  }

  @Test
  void shouldBookAReversalWithTheOtherSign() {
    Posting posting = move(U1, Bucket.OPEN_OVERDUE, U1, Bucket.CLOSED_LATE, 1);
    Amounts booked = Legs.of(posting).getFirst().amounts();
    assertEquals(booked.negated(), Legs.of(posting.reversed()).getFirst().amounts());
    assertTrue(booked.plus(booked.negated()).isZero());
  }

  @Test
  void shouldBookATransferInBothUnits() {
    List<Leg> legs = Legs.of(move(U1, Bucket.SUSPENDED, U1.in("U2"), Bucket.SUSPENDED, 1));
    assertEquals(2, legs.size());
    assertEquals("U1", legs.get(0).unit());
    assertEquals("U2", legs.get(0).counterpartUnit());
    assertEquals(
        Amounts.of(Measure.TRANSFERRED_OUT, 1).plus(Measure.SUSPENDED, -1), legs.get(0).amounts());
    assertEquals("U1", legs.get(1).counterpartUnit());
    assertEquals(
        Amounts.of(Measure.TRANSFERRED_IN, 1).plus(Measure.SUSPENDED, 1), legs.get(1).amounts());
    Amounts inside = legs.get(0).amounts().plus(legs.get(1).amounts()).withoutTransfers();
    assertTrue(inside.isZero(), "a move inside a scope cancels");
  }

  @Test
  void shouldBookACounter() {
    Posting posting =
        new Posting(new Posting.Entry.Count(U1, Counter.SAME_DAY), -1, DAY, DAY.plusDays(1), "e");
    Leg leg = Legs.of(posting).getFirst();
    assertEquals(Amounts.of(Measure.SAME_DAY, -1), leg.amounts());
    assertEquals(
        new LedgerCell("U1", "F", null, DAY, DAY.plusDays(1)), LedgerCell.of(leg, posting));
  }

  @Test
  void shouldCarryBalancesOverAndFlowsNot() {
    Amounts before = Amounts.of(Measure.OPEN_IN_TIME, 3).plus(Measure.CLOSED_LATE, 9);
    Amounts period =
        Amounts.of(Measure.RECEIVED_ONLINE, 2)
            .plus(Measure.RECEIVED_DIRECT, 1)
            .plus(Measure.OPEN_IN_TIME, -1)
            .plus(Measure.CLOSED_EARLY, 4);
    ReportRow row = ReportRow.of(before, period);
    assertEquals(3, row.carriedOver());
    assertEquals(3, row.received());
    assertEquals(0, row.closedLate());
    assertEquals(2, row.openInTime());
    assertTrue(row.isBalanced());
    assertFalse(ReportRow.of(before, period.plus(Measure.REFUSED, 1)).isBalanced());
    assertEquals(row, ReportRow.of(before.balances(), period));
  }

  @Test
  void shouldBeEmptyOnlyWithoutAnyFigure() {
    assertTrue(ReportRow.of(Amounts.of(Measure.CLOSED_LATE, 9), Amounts.ZERO).isEmpty());
    assertFalse(ReportRow.of(Amounts.of(Measure.SUSPENDED, 1), Amounts.ZERO).isEmpty());
    assertFalse(ReportRow.of(Amounts.ZERO, Amounts.of(Measure.SAME_DAY, 1)).isEmpty());
  }

  @Test
  void shouldKeepNumeratorAndDenominator() {
    Amounts period =
        Amounts.of(Measure.CLOSED_EARLY, 5)
            .plus(Measure.CLOSED_ON_TIME, 3)
            .plus(Measure.CLOSED_LATE, 2)
            .plus(Measure.CLOSED_UNDATED, 1)
            .plus(Measure.OPEN_IN_TIME, 6)
            .plus(Measure.OPEN_OVERDUE, 4)
            .plus(Measure.OPEN_UNDATED, 7)
            .plus(Measure.SUSPENDED, 8)
            .plus(Measure.RECEIVED_ONLINE, 20)
            .plus(Measure.RECEIVED_DIRECT, 10)
            .plus(Measure.COMPONENTS_DIGITISED, 12)
            .plus(Measure.RESULTS_DIGITISED, 9)
            .plus(Measure.FEE_PAID, 15)
            .plus(Measure.FEE_PAID_ONLINE, 11)
            .plus(Measure.LATE_APOLOGISED, 1);
    ReportRow row = ReportRow.of(Amounts.ZERO, period);
    assertEquals(new Ratio.Value(8, 10), Ratio.ON_TIME.of(row));
    assertEquals(new Ratio.Value(2, 10), Ratio.LATE.of(row));
    assertEquals(new Ratio.Value(4, 10), Ratio.OVERDUE_OPEN.of(row));
    assertEquals(new Ratio.Value(12, 30), Ratio.COMPONENTS_DIGITISED.of(row));
    assertEquals(new Ratio.Value(9, 11), Ratio.RESULTS_DIGITISED.of(row));
    assertEquals(new Ratio.Value(20, 30), Ratio.ONLINE.of(row));
    assertEquals(new Ratio.Value(11, 15), Ratio.PAID_ONLINE.of(row));
    assertEquals(new Ratio.Value(1, 2), Ratio.APOLOGISED.of(row));
    assertFalse(Ratio.LATE.of(ReportRow.of(Amounts.ZERO, Amounts.ZERO)).hasData());
  }

  @Test
  void shouldPrintNumbersAsOfficialsReadThem() {
    assertEquals("99,74%", VietnameseNumbers.percent(new Ratio.Value(65_965, 66_136)));
    assertEquals("89,41%", VietnameseNumbers.percent(new Ratio.Value(15_739, 17_604)));
    assertEquals("0,00%", VietnameseNumbers.percent(new Ratio.Value(0, 3)));
    assertEquals("100,00%", VietnameseNumbers.percent(new Ratio.Value(3, 3)));
    assertEquals("0,01%", VietnameseNumbers.percent(new Ratio.Value(1, 20_000)));
    assertEquals("1.250,00%", VietnameseNumbers.percent(new Ratio.Value(25, 2)));
    assertEquals("không có số liệu", VietnameseNumbers.percent(new Ratio.Value(0, 0)));
    assertEquals("không có số liệu", VietnameseNumbers.percent(new Ratio.Value(-1, -1)));
    assertEquals("12.860", VietnameseNumbers.whole(12_860));
    assertEquals("-1.234.567", VietnameseNumbers.whole(-1_234_567));
    assertEquals("-123", VietnameseNumbers.whole(-123));
    assertEquals("0", VietnameseNumbers.whole(0));
  }

  @Test
  void shouldFillUpAVectorWrittenBeforeMeasuresWereAdded() {
    assertEquals(Amounts.of(Measure.RECEIVED_DIRECT, 7), Amounts.of(new long[] {0, 7}));
    assertThrows(IllegalArgumentException.class, () -> Amounts.of(new long[Measure.COUNT + 1]));
  }
}
