package motcua.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterheadsTest {
  private static final Letterheads HEADS =
      Letterheads.parse(
              """
              scope,superior,agency,number,place,signer,recipients,validFrom,validTo
              H56,UBND TỈNH X,SỞ NỘI VỤ,,Thành phố X,GIÁM ĐỐC,Như trên; Lưu: VT,,2025-06-30
              H56,UBND TỈNH Y,SỞ NỘI VỤ,12/BC-SNV,Thành phố Y,,,2025-07-01,
              *,,VĂN PHÒNG,,Thành phố X,,,,
              """)
          .orElseThrow();

  @Test
  void shouldGiveTheHeadingOfTheDay() {
    Letterhead then = head("H56", "2025-06-30");
    assertEquals("UBND TỈNH X", then.superior());
    assertEquals("GIÁM ĐỐC", then.signer());
    assertEquals(List.of("Như trên", "Lưu: VT"), then.recipients());
    assertEquals(LocalDate.parse("2025-06-30"), then.date());

    assertEquals("12/BC-SNV", head("H56", "2025-07-01").number());
    assertEquals("VĂN PHÒNG", head("H1", "2025-07-01").agency());
  }

  @Test
  void shouldGiveNoneWhereNoneIsWritten() {
    assertEquals(Optional.empty(), Letterheads.NONE.of("ALL", LocalDate.parse("2025-07-01")));
  }

  @Test
  void shouldNameEveryLineThatIsWrong() {
    String wrong =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Letterheads.parse(
                            """
                            scope,agency,place,validFrom,validTo
                            H1,SỞ,,,
                            H2,SỞ,X,2025-07-01,
                            H2,SỞ,X,2026-01-01,
                            H3,SỞ,X,2026-01-01,2025-01-01
                            """)
                        .orElseThrow())
            .getMessage();

    assertTrue(wrong.contains("line 2: no place"), wrong);
    assertTrue(wrong.contains("line 4: validity overlaps"), wrong);
    assertTrue(wrong.contains("line 5: validTo 2025-01-01 lies before"), wrong);
  }

  private static Letterhead head(String scope, String day) {
    return HEADS.of(scope, LocalDate.parse(day)).orElseThrow();
  }
}
