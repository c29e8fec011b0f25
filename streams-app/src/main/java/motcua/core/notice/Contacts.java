package motcua.core.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.unit.CsvTable;
import motcua.core.unit.CsvTable.Row;
import motcua.core.unit.Parsed;
import motcua.core.unit.Validity;

/**
 * Where heads are reached beside e-mail (contacts.csv: unit,channel,address,validFrom,validTo); the
 * e-mail address stands in units.csv. Immutable.
 */
public final class Contacts {
  /** No contact at all. */
  public static final Contacts NONE = new Contacts(List.of());

  private static final String ZALO = "zalo";

  private final Map<String, List<Contact>> byUnit = new HashMap<>();

  private Contacts(List<Contact> contacts) {
    for (Contact contact : contacts) {
      byUnit.computeIfAbsent(contact.unit(), unit -> new ArrayList<>(1)).add(contact);
    }
  }

  /** Reads the text of contacts.csv; the one channel it may name is {@code zalo}. */
  public static Parsed<Contacts> parse(String csv) {
    CsvTable table = new CsvTable(csv, "unit", "channel", "address");
    List<Contact> contacts = new ArrayList<>();
    for (Row row : table.problems().isEmpty() ? table.rows() : List.<Row>of()) {
      Contact contact = contact(table, row);
      if (contact != null) {
        if (contacts.stream().anyMatch(other -> sameTwice(other, contact))) {
          table.problem(row.line(), "validity overlaps that of another line with this address");
        }
        contacts.add(contact);
      }
    }
    return table.problems().isEmpty()
        ? new Parsed.Read<>(new Contacts(contacts))
        : new Parsed.Failed<>(table.problems());
  }

  private static Contact contact(CsvTable table, Row row) {
    String unit = table.required(row, "unit");
    String channel = table.required(row, "channel");
    String address = table.required(row, "address");
    Validity validity = table.validity(row);
    if (channel != null && !channel.equals(ZALO)) {
      table.problem(row.line(), "channel is not zalo (e-mail addresses stand in units.csv)");
    }
    return unit == null || channel == null || address == null
        ? null
        : new Contact(unit, new Addressee(NoticeChannel.ZALO, address), validity);
  }

  private static boolean sameTwice(Contact one, Contact other) {
    return one.unit().equals(other.unit())
        && one.addressee().equals(other.addressee())
        && one.validity().overlaps(other.validity());
  }

  /** Where a unit's head is reached on a day. */
  public List<Addressee> of(String unit, LocalDate day) {
    return byUnit.getOrDefault(unit, List.of()).stream()
        .filter(contact -> contact.validity().holdsOn(day))
        .map(Contact::addressee)
        .toList();
  }
}
