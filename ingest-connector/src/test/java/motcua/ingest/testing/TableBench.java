package motcua.ingest.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.table.MappingFile;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.RowPlace;
import motcua.ingest.table.TableMapping;
import motcua.ingest.table.TableRow;
import motcua.ingest.table.UnitNames;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;

/** Maps single rows without any file. */
public final class TableBench {
  private final TableMapping mapping;
  private final RecordedAt mode;

  public TableBench(String yaml, RecordedAt mode, UnitNames units) {
    PersonalData guard = new PersonalData(List.of(Pattern.compile("OK-\\d{12}")));
    mapping = new TableMapping(spec(yaml), "h99", units, guard);
    this.mode = mode;
  }

  public TableBench(String yaml) {
    this(yaml, RecordedAt.BACKFILL, UnitNames.NONE);
  }

  public static MappingSpec spec(String yaml) {
    return switch (MappingFile.parse(yaml)) {
      case MappingFile.Result.Read(MappingSpec spec) -> spec;
      case MappingFile.Result.Failed(List<String> faults) ->
          throw new AssertionError(String.join("\n", faults));
    };
  }

  public static List<String> faults(String yaml) {
    return switch (MappingFile.parse(yaml)) {
      case MappingFile.Result.Read(MappingSpec spec) -> List.of();
      case MappingFile.Result.Failed(List<String> faults) -> faults;
    };
  }

  /** Maps a row given as name, text, name, text. */
  public List<Mapped> map(String... cells) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < cells.length; i += 2) {
      names.add(cells[i]);
      values.add(cells[i + 1]);
    }
    RowPlace place = new RowPlace(new Origin("a.csv", "row", "file"), 100, 20);
    return mapping.map(TableRow.of(3, names, values), place, new Stamp(mode, MappingBench.NOW), 7);
  }

  public List<DossierEvent> events(String... cells) {
    return map(cells).stream()
        .map(
            mapped ->
                switch (mapped) {
                  case Mapped.Event event -> event.event();
                  case Mapped.Dead dead -> throw new AssertionError(dead.letter().getReason());
                })
        .toList();
  }

  public DossierEvent event(String... cells) {
    List<DossierEvent> events = events(cells);
    if (events.size() != 1) {
      throw new AssertionError(events.size() + " events");
    }
    return events.get(0);
  }

  public DeadLetter dead(String... cells) {
    List<Mapped> mapped = map(cells);
    if (mapped.size() == 1 && mapped.get(0) instanceof Mapped.Dead dead) {
      return dead.letter();
    }
    throw new AssertionError("not one dead letter: " + mapped);
  }

  public String reason(String... cells) {
    return dead(cells).getReason();
  }

  public static Map<String, String> kept(DeadLetter letter) {
    return letter.getKept();
  }
}
