package motcua.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tree of ledger.md 6 and its file. */
class UnitTreeTest {
  private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
  private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

  /**
   * Two districts; D1 ends into the commune H1.C, whose old commune D1.A merges; D1.B goes on; D2.X
   * ends for good.
   */
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H1,Tỉnh,,tinh,,,,,
              D1,Huyện 1,H1,huyen,,2025-06-30,H1.C,,
              D1.A,Xã A,D1,xa,,2025-06-30,H1.C,,
              D1.B,Xã B,D1,xa,,,,,
              D2,Huyện 2,H1,huyen,,,,,
              D2.X,Xã X,D2,xa,,2025-06-30,,,
              H1.C,Xã C mới,H1,xa,2025-07-01,,,,
              H10,Thị xã,D2,xa,2020-01-01,2025-06-30,,,
              H10,Phường Mười,H1,xa,2025-07-01,,,,
              """)
          .orElseThrow();

  @Test
  void shouldPutEachUnitBelowItsParentOfTheDay() {
    assertEquals("D1", TREE.parent("D1.A", BEFORE));
    assertEquals("D2", TREE.parent("H10", BEFORE));
    assertEquals("H1", TREE.parent("H10", AFTER));
    assertEquals(List.of("D2", "H1"), TREE.ancestors("H10", BEFORE));
    assertEquals("Thị xã", TREE.name("H10", BEFORE));
    assertEquals("Phường Mười", TREE.name("H10", AFTER));
    assertEquals("Thị xã", TREE.name("H10", LocalDate.parse("2019-12-31")));
  }

  @Test
  void shouldPutAMergedUnitBelowItsSuccessor() {
    assertEquals("H1.C", TREE.parent("D1.A", AFTER));
    assertTrue(TREE.scope("H1.C", AFTER).includes("D1.A"));
    assertFalse(TREE.scope("H1.C", BEFORE).includes("D1.A"));
    assertEquals("H1.C", TREE.successor("D1.A", AFTER));
    assertEquals("D1.A", TREE.successor("D1.A", BEFORE));
  }

  @Test
  void shouldPutAUnitWhoseParentEndedBelowTheParentsSuccessor() {
    assertEquals("H1.C", TREE.parent("D1.B", AFTER));
    assertEquals(Set.of("H1.C", "D1", "D1.A", "D1.B"), TREE.scope("H1.C", AFTER).units());
  }

  @Test
  void shouldLeaveAUnitThatEndedBelowItsLastParent() {
    assertEquals("D2", TREE.parent("D2.X", AFTER));
  }

  @Test
  void shouldPutAUnitNotBegunBelowItsFirstParent() {
    assertEquals("H1", TREE.parent("H1.C", BEFORE));
    assertEquals("D2", TREE.parent("H10", LocalDate.parse("2019-01-01")));
  }

  @Test
  void shouldNotReadAncestryFromTheTextOfCodes() {
    UnitTree two =
        UnitTree.parse("code,name,parent\nH1,Một,\nH10,Mười,\nH1.1,Con,H10\n").orElseThrow();

    assertEquals(Set.of("H1"), two.scope("H1", AFTER).units());
    assertEquals(Set.of("H10", "H1.1"), two.scope("H10", AFTER).units());
  }

  @Test
  void shouldPutUnknownUnitsBelowTheOnlyRoot() {
    assertEquals(List.of("H1"), TREE.roots(AFTER));
    assertTrue(TREE.scope("H1", AFTER).includes("ghost"));
    assertTrue(TREE.scope(UnitTree.ALL, AFTER).includes("ghost"));
    assertFalse(TREE.scope("D2", AFTER).includes("ghost"));
    assertTrue(TREE.scope("UNKNOWN/ghost", AFTER).includes("ghost"));
    assertFalse(TREE.scope("UNKNOWN/D2", AFTER).includes("D2"));
    assertEquals("UNKNOWN/ghost", TREE.displayCode("ghost"));
    assertEquals("D2", TREE.displayCode("D2"));
    assertEquals("ghost", TREE.name("ghost", AFTER));
  }

  @Test
  void shouldPutUnknownUnitsInAllOnlyWhenThereAreSeveralRoots() {
    UnitTree two = UnitTree.parse("code,name,parent\nA,a,\nB,b,\n").orElseThrow();

    assertFalse(two.scope("A", AFTER).includes("ghost"));
    assertTrue(two.scope(UnitTree.ALL, AFTER).includes("ghost"));
  }

  @Test
  void shouldCallNothingUnknownWithoutATree() {
    assertTrue(UnitTree.EMPTY.isKnown("x"));
    assertEquals("x", UnitTree.EMPTY.displayCode("x"));
    assertTrue(UnitTree.EMPTY.scope(UnitTree.ALL, AFTER).includes("x"));
    assertTrue(UnitTree.EMPTY.scope("x", AFTER).includes("x"));
  }

  @Test
  void shouldShowTheRowsKnownOnADay() {
    UnitTree tree =
        UnitTree.parse(
                """
                code,name,parent,validFrom,validTo,successor,recordedAt
                R,Tỉnh,,,,,
                A,Xã A,R,,,,
                A,Xã A,R,,2025-06-30,B,2025-06-20T23:30:00+00:00
                B,Xã B,R,,,,
                """)
            .orElseThrow();

    assertEquals("R", tree.asKnownOn(LocalDate.parse("2025-06-20")).parent("A", AFTER));
    assertEquals("B", tree.asKnownOn(LocalDate.parse("2025-06-21")).parent("A", AFTER));
    assertEquals("B", tree.parent("A", AFTER));
    assertEquals(tree.version(), tree.asKnownOn(AFTER).version());
    assertNotEquals(tree.version(), tree.asKnownOn(LocalDate.parse("2025-06-20")).version());
  }

  @Test
  void shouldKeepItsVersionForOtherLineOrderAndOtherHeads() {
    String one = "code,name,parent,headName\nA,a,,x\nB,b,A,y\n";
    String other = "\uFEFFheadName,code,name,parent\r\n\r\nz,\"B\",b,A\r\n,A,\"a\",\r\n";

    assertEquals(
        UnitTree.parse(one).orElseThrow().version(), UnitTree.parse(other).orElseThrow().version());
    assertNotEquals(
        UnitTree.parse(one).orElseThrow().version(),
        UnitTree.parse(one.replace("B,b", "B,c")).orElseThrow().version());
  }

  @Test
  void shouldReadQuotedCellsAndDecomposedLetters() {
    UnitTree tree =
        UnitTree.parse("code,name,parent\nA,\"Xa\u0303 \"\"Một\"\",\nhai\",\n").orElseThrow();

    assertEquals("Xã \"Một\",\nhai", tree.name("A", AFTER));
  }

  @Test
  void shouldNameEachBadLine() {
    assertProblems("", "line 1: empty file, expected columns code,name,parent");
    assertProblems("code,name\nA,a\n", "line 1: no column parent, expected code,name,parent");
    assertProblems(
        "code,name,parent,validFrom\nA,,\n\nB,b,,1/7/2025\n",
        "line 2: no name",
        "line 4: validFrom is not a day like 2025-07-01");
    assertProblems(
        "code,name,parent\nA,a,X\n", "line 2: parent X of unit A is no unit of this file");
    assertProblems(
        "code,name,parent,validTo,successor\nA,a,,2025-06-30,X\n",
        "line 2: successor X of unit A is no unit of this file");
    assertProblems(
        "code,name,parent,successor\nA,a,,B\nB,b,,\n",
        "line 2: unit A has a successor and no validTo");
    assertProblems(
        "code,name,parent,validFrom,validTo\nA,a,,2025-07-01,2025-06-30\n",
        "line 2: validTo 2025-06-30 lies before validFrom 2025-07-01");
    assertProblems("code,name,parent\nALL,a,\n", "line 2: code ALL is reserved");
    assertProblems("code,name,parent\nA,\"a,\n", "line 2: a quoted cell is not closed");
  }

  @Test
  void shouldRefuseOverlappingValidities() {
    assertProblems(
        "code,name,parent,validFrom,validTo\nA,a,,,2025-07-01\nA,b,,2025-07-01,\n",
        "line 3: validity of unit A overlaps that of line 2");
    assertProblems(
        "code,name,parent\nA,a,\nA,b,\n",
        "line 3: unit A has a second row with the same validFrom");
  }

  @Test
  void shouldRefuseCycles() {
    assertProblems("code,name,parent\nA,a,A\n", "line 2: unit A lies below itself");
    assertProblems("code,name,parent\nA,a,C\nB,b,A\nC,c,B\n", "line 2: unit A lies below itself");
    assertProblems(
        """
        code,name,parent,validFrom,validTo,successor
        R,r,,,,
        A,a,R,,2025-06-30,B
        B,b,R,,2025-07-31,A
        """,
        "line 3: unit A lies below itself on 2025-08-01");
  }

  @Test
  void shouldThrowWhatIsWrongWithRows() {
    UnitRow row = new UnitRow("A", "a", "A", null, null, null, null, null, null, null);

    assertThrows(IllegalArgumentException.class, () -> UnitTree.of(List.of(row)));
  }

  private static void assertProblems(String csv, String... problems) {
    Parsed<UnitTree> parsed = UnitTree.parse(csv);
    assertEquals(
        List.of(problems),
        parsed instanceof Parsed.Failed<UnitTree> failed
            ? failed.problems().stream().map(Object::toString).toList()
            : List.of("no problem"));
  }
}
