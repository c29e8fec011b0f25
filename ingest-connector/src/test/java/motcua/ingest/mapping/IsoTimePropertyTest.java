package motcua.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import motcua.ingest.testing.Seed;
import org.junit.jupiter.api.Test;

class IsoTimePropertyTest {
  @Test
  void shouldReadEveryTimeAsTheJdkDoes() {
    Random random = Seed.random();
    for (int i = 0; i < 200_000; i++) {
      OffsetDateTime time =
          OffsetDateTime.of(
              random.nextInt(10_000),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60),
              random.nextInt(1_000_000_000) / pow10(random.nextInt(10)),
              ZoneOffset.ofTotalSeconds(random.nextInt(2 * 18 * 60 + 1) * 60 - 18 * 3600));
      assertEquals(
          new TimeReading.At(micros(time)), IsoTime.read(time.toString()), time.toString());
    }
  }

  @Test
  void shouldKnowExactlyTheDaysThatExist() {
    for (int year : new int[] {0, 1, 4, 100, 400, 1900, 1970, 2000, 2023, 2024, 9999}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String text = "%04d-%02d-%02dT12:00:00Z".formatted(year, month, day);
          assertEquals(byJdk(text), IsoTime.read(text), text);
        }
      }
    }
  }

  private static TimeReading byJdk(String text) {
    try {
      return new TimeReading.At(micros(OffsetDateTime.parse(text)));
    } catch (DateTimeException e) {
      return new TimeReading.Unreadable();
    }
  }

  private static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(
        OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
        time.truncatedTo(ChronoUnit.MICROS));
  }

  private static int pow10(int exponent) {
    int value = 1;
    for (int i = 0; i < exponent; i++) {
      value *= 10;
    }
    return value;
  }
}
