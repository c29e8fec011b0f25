package motcua.ingest.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import motcua.ingest.offset.Horizon;
import org.junit.jupiter.api.Test;

class OpenTransactionsTest {
  private static final Instant NOON = Instant.parse("2026-09-15T05:00:00Z");

  private final OpenTransactions watch = new OpenTransactions(Duration.ofMinutes(15));

  @Test
  void shouldTellOfATransactionOnceWhenItIsOpenForLong() {
    assertFalse(watch.isNewlyLong(age("5:9:5", 0)));
    assertFalse(watch.isNewlyLong(age("5:20:5,12", 15)));
    Duration age = age("5:30:5", 16);
    assertEquals(Duration.ofMinutes(16), age);
    assertTrue(watch.isNewlyLong(age));
    assertFalse(watch.isNewlyLong(age("5:31:5", 17)));
  }

  @Test
  void shouldBeginAnewWithTheNextOldest() {
    age("5:9:5", 0);
    assertEquals(Duration.ZERO, age("8:9:8", 20));
    assertEquals(Duration.ZERO, age("9:9:", 50));
    assertEquals(Duration.ZERO, age("9:10:9", 60));
  }

  private Duration age(String snapshot, int minutes) {
    return watch.age(new Horizon(snapshot, List.of()), NOON.plus(Duration.ofMinutes(minutes)));
  }
}
