package motcua.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.List;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
  private static final Account FIRST = new Account("H1.1", "DD", "1.001", Channel.ONLINE);
  private static final Account SECOND = FIRST.in("H1.2");

  private static Posting on(LocalDate day, Entry entry) {
    return new Posting(entry, 1, day, day, "e");
  }

  private static Entry receipt(Account account) {
    return new Entry.Move(account, Bucket.NONE, account, Bucket.OPEN_IN_TIME);
  }

  @Test
  void shouldNameEachUnitOnceAndTheFirstAndTheLastDay() {
    Books books =
        Books.NONE.with(
            List.of(
                on(DAY, receipt(FIRST)),
                on(DAY.minusDays(3), new Entry.Count(FIRST, Counter.FEE_PAID)),
                on(
                    DAY.plusDays(1),
                    new Entry.Move(FIRST, Bucket.OPEN_IN_TIME, SECOND, Bucket.OPEN_IN_TIME))));

    int first = (int) DAY.minusDays(3).toEpochDay();
    int last = (int) DAY.plusDays(1).toEpochDay();
    assertEquals(new Books(List.of("H1.1", "H1.2"), first, last), books);
    assertEquals(List.of("H1.1"), books.otherThan("H1.2"));
    assertEquals(List.of("H1.1", "H1.2"), books.otherThan(null));
  }

  @Test
  void shouldKeepABookWhosePostingsAreReversed() {
    Posting wrong = on(DAY, receipt(FIRST));

    Books books =
        Books.NONE.with(List.of(wrong)).with(List.of(wrong.reversed(), on(DAY, receipt(SECOND))));

    assertEquals(List.of("H1.1", "H1.2"), books.units());
    assertSame(books, books.with(List.of(on(DAY, receipt(SECOND)))));
  }
}
