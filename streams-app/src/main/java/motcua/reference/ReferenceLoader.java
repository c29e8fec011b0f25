package motcua.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import motcua.core.alert.AlertRules;
import motcua.core.calendar.CalendarTable;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.document.Letterheads;
import motcua.core.notice.Contacts;
import motcua.core.policy.Policy;
import motcua.core.score.ScoringTable;
import motcua.core.unit.Parsed;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitTree;
import motcua.schemas.sample.SampleFiles;

/** Reads the reference files; a bad one is refused with its name and every line that is wrong. */
public final class ReferenceLoader {
  private ReferenceLoader() {}

  /** What the files say. */
  public record Loaded(
      UnitTree units,
      UnitAliases aliases,
      ProcedureCatalogue procedures,
      WorkingCalendar calendar,
      Policy policy,
      Optional<ScoringTable> scoring,
      AlertRules alerts) {}

  /**
   * Reads the files; an absent one means: no units, no aliases, no procedures, the calendar
   * shipped, the default policy, no scoring table, the default rules of alerts.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static Loaded load(
      Optional<Path> units,
      Optional<Path> aliases,
      Optional<Path> procedures,
      Optional<Path> calendar,
      Optional<Path> policy,
      Optional<Path> scoring,
      Optional<Path> alerts) {
    UnitTree tree = read(units, UnitTree::parse, UnitTree.EMPTY);
    return new Loaded(
        tree,
        read(aliases, UnitAliases::parse, UnitAliases.NONE),
        read(procedures, ProcedureCatalogue::parse, ProcedureCatalogue.EMPTY),
        calendar
            .map(file -> calendar(file.toString(), text(file)))
            .orElseGet(() -> calendar("the calendar shipped", SampleFiles.HOLIDAYS.text())),
        policy.map(file -> PolicyFile.parse(file.toString(), text(file))).orElse(Policy.DEFAULT),
        scoring.map(file -> ScoringFile.parse(file.toString(), text(file))),
        alerts.map(file -> alertRules(file, tree)).orElse(AlertRules.DEFAULT));
  }

  /**
   * Reads letterheads.csv; an absent one means: no heading block.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static Letterheads letterheads(Optional<Path> file) {
    return read(file, Letterheads::parse, Letterheads.NONE);
  }

  /**
   * Reads the rules of alerts.
   *
   * @param units whose codes and levels they may name
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static AlertRules alertRules(Path file, UnitTree units) {
    return AlertRulesFile.parse(file.toString(), text(file), units);
  }

  /**
   * Reads contacts.csv; an absent one means: no contacts beside e-mail.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static Contacts contacts(Optional<Path> file) {
    return read(file, Contacts::parse, Contacts.NONE);
  }

  private static <T> T read(Optional<Path> file, Function<String, Parsed<T>> parse, T absent) {
    if (file.isEmpty()) {
      return absent;
    }
    String text = text(file.get());
    try {
      return parse.apply(text).orElseThrow();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.get() + ": " + e.getMessage(), e);
    }
  }

  private static WorkingCalendar calendar(String name, String text) {
    return switch (CalendarTable.parse(List.of(text.split("\\R", -1)))) {
      case CalendarTable.Outcome.Read read -> read.calendar();
      case CalendarTable.Outcome.Failed failed ->
          throw new IllegalArgumentException(name + ": " + String.join("; ", failed.problems()));
    };
  }

  private static String text(Path file) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
    try {
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      // The decoder stops at the first byte that is none.
      throw new IllegalArgumentException(
          file + ": line " + lineOf(bytes) + ": expected UTF-8 text", e);
    }
  }

  private static int lineOf(ByteBuffer stopped) {
    int line = 1;
    for (int i = 0; i < stopped.position(); i++) {
      line += stopped.get(i) == '\n' ? 1 : 0;
    }
    return line;
  }
}
