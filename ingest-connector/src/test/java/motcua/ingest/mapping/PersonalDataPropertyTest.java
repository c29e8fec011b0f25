package motcua.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import motcua.ingest.testing.Seed;
import org.junit.jupiter.api.Test;

class PersonalDataPropertyTest {
  private static final int VALUES = 300_000;
  private static final String[] PARTS = {
    " ", ".", "  ", "-", "(", ")", "+", " +84 ", "84.", "H", "x"
  };

  /** Numbers in groups, as the rule says it, without the question that is asked before. */
  private static final List<Pattern> GROUPED =
      List.of(
          Pattern.compile(
              "(?<![\\d.])(0|\\(?\\+?84\\)?[ .]?)\\d{2,3}[ .]\\d{3,4}[ .]\\d{3,4}(?![\\d.])"),
          Pattern.compile("(?<!\\d)\\d{3} \\d{3} \\d{3}( \\d{3})?(?!\\d)"));

  @Test
  void shouldFindEveryNumberInGroupsAndNothingElse() {
    Random random = Seed.random();
    PersonalData guard = new PersonalData(List.of());
    int found = 0;
    for (int i = 0; i < VALUES; i++) {
      String value = value(random);
      boolean expected = GROUPED.stream().anyMatch(pattern -> pattern.matcher(value).find());
      assertEquals(expected, guard.isIn(value), value);
      found += expected ? 1 : 0;
    }
    assertTrue(found > VALUES / 100 && found < VALUES / 2, "of both kinds: " + found);
  }

  /** Groups of at most four digits, never two side by side: a long run is another rule. */
  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    int groups = 3 + random.nextInt(4);
    for (int i = 0; i < groups; i++) {
      int digits = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 3;
      for (int j = 0; j < digits; j++) {
        value.append((char) ('0' + (random.nextInt(3) == 0 ? 0 : random.nextInt(10))));
      }
      value.append(random.nextInt(3) > 0 ? " " : PARTS[random.nextInt(PARTS.length)]);
    }
    return value.toString();
  }
}
