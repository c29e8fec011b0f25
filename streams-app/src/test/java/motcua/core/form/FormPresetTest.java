package motcua.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Column;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormPresetTest {
  /** No two sums of its columns are alike: a figure tells what it is made of. */
  private static final ReportRow ROW =
      ReportRow.of(
          Amounts.of(Measure.OPEN_IN_TIME, 4_000).plus(Measure.SUSPENDED, 30),
          Amounts.of(Measure.RECEIVED_ONLINE, 10_000)
              .plus(Measure.RECEIVED_DIRECT, 2_000)
              .plus(Measure.RECEIVED_POSTAL, 500)
              .plus(Measure.TRANSFERRED_IN, 70)
              .plus(Measure.TRANSFERRED_OUT, 6)
              .plus(Measure.CLOSED_EARLY, 8_000)
              .plus(Measure.CLOSED_ON_TIME, 1_000)
              .plus(Measure.CLOSED_LATE, 201)
              .plus(Measure.CLOSED_UNDATED, 40)
              .plus(Measure.REFUSED, 3)
              .plus(Measure.WITHDRAWN, 5)
              .plus(Measure.OPEN_IN_TIME, 3_232)
              .plus(Measure.OPEN_OVERDUE, 90)
              .plus(Measure.OPEN_UNDATED, 11)
              .plus(Measure.SUSPENDED, -18));

  @Test
  void shouldPrintFormII06aAsTheOfficesTemplateDoes() {
    assertTrue(ROW.isBalanced());
    assertEquals(
        "{3=16594, 4=10000, 5=2500, 6=4094, 7=9249, 8=8000, 9=1048, 10=201, 11=7345, 12=7255, 13=90}",
        byNumber().toString());
  }

  /** T16: withdrawn inside on time, suspended inside within due; the preset says so. */
  @Test
  void shouldSayInFormII06aWhatItPutInside() {
    assertEquals(
        List.of(Column.CLOSED_ON_TIME, Column.CLOSED_UNDATED, Column.REFUSED, Column.WITHDRAWN),
        numbered(9).added());
    assertNote("Cột 9", "từ chối", "rút", "không có ngày hẹn trả");
    assertEquals(
        List.of(Column.OPEN_IN_TIME, Column.OPEN_UNDATED, Column.SUSPENDED), numbered(12).added());
    assertNote("Cột 12", "tạm dừng", "không có ngày hẹn trả");
    assertEquals(List.of(Column.TRANSFERRED_OUT), numbered(6).subtracted());
    assertNote("Cột 6", "chuyển đến", "chuyển đi");
  }

  /** T16: what is neither on time nor late stands on its own. */
  @Test
  void shouldPrintPresetStrictWithEachOnItsOwn() {
    SequencedMap<String, Long> printed = new LinkedHashMap<>();
    FormPreset.STRICT.columns().forEach(column -> printed.put(column.code(), column.of(ROW)));
    assertEquals(
        "{receivedTotal=16594, receivedOnline=10000, receivedDirectPostal=2500, carriedOver=4030, transferredIn=70, transferredOut=6, "
            + "finishedTotal=9249, closedEarly=8000, closedOnTime=1000, closedLate=201, closedUndated=40, refused=3, withdrawn=5, "
            + "openTotal=7345, openInTime=7232, openOverdue=90, openUndated=11, suspended=12}",
        printed.toString());
  }

  @ParameterizedTest
  @EnumSource
  void shouldPrintEveryDossierOfTheIdentityOnce(FormPreset preset) {
    Map<Column, Integer> parts = new EnumMap<>(Column.class);
    for (FormColumn column : preset.columns()) {
      if (!column.code().endsWith("Total")) {
        column.added().forEach(part -> parts.merge(part, 1, Integer::sum));
        column.subtracted().forEach(part -> parts.merge(part, 1, Integer::sum));
      }
    }
    Map<Column, Integer> expected = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (column.compareTo(Column.SUSPENDED) <= 0 && column != Column.RECEIVED) {
        expected.put(column, 1);
      }
    }
    assertEquals(expected, parts, "RECEIVED stands by its three channels");
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveOneMeaningForACodeAndGroupsSideBySide(FormPreset preset) {
    assertEquals(
        preset.columns().size(),
        new TreeSet<>(preset.columns().stream().map(FormColumn::code).toList()).size());
    List<FormGroup> groups = preset.columns().stream().map(FormColumn::group).toList();
    assertEquals(groups.stream().sorted().toList(), groups);
    assertTrue(preset.notes().size() >= 3);
    assertEquals(Optional.of(preset), FormPreset.of(preset.code()));
  }

  @Test
  void shouldKnowNoOtherPreset() {
    for (String code : List.of("", "STRICT", "II.06A", "II_06A", "ii.06a")) {
      assertEquals(Optional.empty(), FormPreset.of(code), code);
    }
  }

  @Test
  void shouldRefuseAColumnWithoutFigures() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FormColumn(
                "x", OptionalInt.empty(), FormGroup.OPEN, "X", List.of(), List.of(Column.REFUSED)));
  }

  private static Map<Integer, Long> byNumber() {
    Map<Integer, Long> printed = new TreeMap<>();
    for (FormColumn column : FormPreset.II_06A.columns()) {
      printed.put(column.number().orElseThrow(), column.of(ROW));
    }
    return printed;
  }

  private static FormColumn numbered(int number) {
    return FormPreset.II_06A.columns().stream()
        .filter(column -> column.number().equals(OptionalInt.of(number)))
        .findFirst()
        .orElseThrow();
  }

  private static void assertNote(String about, String... words) {
    String note =
        FormPreset.II_06A.notes().stream()
            .filter(sentence -> sentence.startsWith(about + " "))
            .findFirst()
            .orElseThrow();
    for (String word : words) {
      assertTrue(note.contains(word), word + ": " + note);
    }
  }
}
