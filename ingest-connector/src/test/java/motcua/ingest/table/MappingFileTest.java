package motcua.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.ingest.testing.TableBench;
import org.junit.jupiter.api.Test;

class MappingFileTest {
  @Test
  void shouldTellEveryFaultWithItsLineAndKey() {
    List<String> faults =
        TableBench.faults(
            """
            version: 1
            rows: events
            dates: [bb/MM/yyyy]
            zone: Hanoi
            table: {delimiter: colon, headerRow: 0}
            codes:
              c:
                - {text: a, code: X, validTo: 2026-07-01}
                - {text: A, code: Y, validFrom: 2026-07-01}
            fields:
              dossierId: {column: a, constant: b}
              owner: name
              unit: {column: a, codes: d}
              occurredAt: {template: "{a"}
            events:
              - fields: {type: {constant: RECEIVED}, occurredAt: a}
                when: {column: a}
              - fields: {type: {constant: RECEIVED}, occurredAt: b}
            """);
    List<String> expected =
        List.of(
            "line 2: rows: expected event or dossier",
            "line 3: dates: no pattern of a date",
            "line 4: zone: no such time zone",
            "line 5: table.delimiter: expected auto, comma",
            "line 5: table.headerRow: expected a row",
            "line 9: codes.c: 'A' stands there twice",
            "line 11: fields.dossierId: expected one of column, constant, template",
            "line 12: fields.owner: no such field",
            "line 13: fields.unit.codes: no code table of this name",
            "line 14: fields.occurredAt.template: expected a text with columns in braces",
            "line 17: events[1].when: expected present, absent",
            "events[2].identity: another event has this type too");
    for (String fault : expected) {
      assertTrue(
          faults.stream().anyMatch(found -> found.contains(fault)), () -> fault + " in " + faults);
    }
  }

  @Test
  void shouldRefuseWhatIsNoMapping() {
    assertEquals(List.of("line 1: expected keys and values"), TableBench.faults(""));
    assertTrue(TableBench.faults("a: [").get(0).startsWith("line "));
    assertTrue(
        TableBench.faults("version: 1\nversion: 1\n").get(0).startsWith("line 2: Duplicate"));
    assertTrue(TableBench.faults("[".repeat(40)).get(0).contains("nested too deep"));
  }

  @Test
  void shouldReadOnlyTheColumnsItNames() {
    MappingSpec spec =
        TableBench.spec(
            """
            version: 1
            rows: event
            when: {present: w}
            fields:
              dossierId: [a, b]
              type: {constant: COMPLETED}
              occurredAt: {template: "{day} {time}"}
            events: [{when: {absent: x}, identity: i}]
            """);
    assertEquals(java.util.Set.of("a", "b", "day", "time", "w", "x", "i"), spec.columns());
    assertTrue(spec.needed().contains(List.of("a", "b")));
  }

  @Test
  void shouldFindUnitsByNameSourceAndDay() {
    String csv =
        "source,name,code,validFrom,validTo\nh,Sở  Y tế,A,,2026-06-30\nh,Sở Y tế,B,2026-07-01,\n";
    if (!(AliasTable.parse(csv) instanceof AliasTable.Result.Read(AliasTable table))) {
      throw new AssertionError(AliasTable.parse(csv));
    }
    assertEquals(Optional.of("A"), table.code("h", "sở y tế", LocalDate.of(2026, 6, 30)));
    assertEquals(Optional.of("B"), table.code("h", "SỞ Y TẾ", LocalDate.of(2026, 7, 1)));
    assertEquals(Optional.empty(), table.code("k", "Sở Y tế", LocalDate.of(2026, 7, 1)));
    assertEquals(
        new AliasTable.Result.Failed(
            List.of("line 3: validity overlaps that of another line with this source and name")),
        AliasTable.parse("source,name,code\nh,a,1\nh,A,2\n"));
  }
}
