package motcua.core.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.core.unit.Validity;

/**
 * Who is told of a unit on a day: its head, else the nearest head above. A head is somebody with an
 * address in a channel that is on.
 */
public final class Directory {
  private final UnitTree units;
  private final Contacts contacts;
  private final Set<NoticeChannel> channels;
  private final Optional<Addressee> operator;

  /**
   * @param channels those that are on
   * @param operator e-mail address of whom is told what has no head; empty: nobody
   */
  public Directory(
      UnitTree units, Contacts contacts, Set<NoticeChannel> channels, Optional<String> operator) {
    this.units = Objects.requireNonNull(units, "units");
    this.contacts = Objects.requireNonNull(contacts, "contacts");
    this.channels = channels.isEmpty() ? Set.of() : EnumSet.copyOf(channels);
    this.operator =
        operator
            .filter(address -> channels.contains(NoticeChannel.EMAIL))
            .map(address -> new Addressee(NoticeChannel.EMAIL, address));
  }

  /** Channels that are on. */
  public Set<NoticeChannel> channels() {
    return Set.copyOf(channels);
  }

  /** The addresses of the unit's head, else of the nearest head above, else of the operator. */
  public List<Addressee> told(String unit, LocalDate day) {
    return holder(unit, day).map(holder -> addresses(holder, day)).orElseGet(this::operator);
  }

  /**
   * The addresses of the next head above the one who is told of the unit: another person, else the
   * operator.
   */
  public List<Addressee> above(String unit, LocalDate day) {
    Optional<String> holder = holder(unit, day);
    if (holder.isEmpty()) {
      return operator();
    }
    List<Addressee> below = addresses(holder.get(), day);
    for (String ancestor : units.ancestors(holder.get(), day)) {
      List<Addressee> head = addresses(ancestor, day);
      if (head.stream().anyMatch(address -> !below.contains(address))) {
        return head;
      }
    }
    return operator();
  }

  /** The operator's address; empty when there is none. */
  public List<Addressee> operator() {
    return operator.stream().toList();
  }

  /** For every head with an address the units whose head they stand for, sorted. */
  public Map<Addressee, Set<String>> heads(LocalDate day) {
    Map<Addressee, Set<String>> heads = new LinkedHashMap<>();
    for (String unit : units.codes()) {
      // A unit that was merged is its successor's matter.
      if (units.successor(unit, day).equals(unit)) {
        holder(unit, day).stream()
            .flatMap(holder -> addresses(holder, day).stream())
            .forEach(head -> heads.computeIfAbsent(head, known -> new TreeSet<>()).add(unit));
      }
    }
    return heads;
  }

  private Optional<String> holder(String unit, LocalDate day) {
    if (!addresses(unit, day).isEmpty()) {
      return Optional.of(unit);
    }
    return units.ancestors(unit, day).stream()
        .filter(ancestor -> !addresses(ancestor, day).isEmpty())
        .findFirst();
  }

  private List<Addressee> addresses(String unit, LocalDate day) {
    UnitRow row = units.row(unit, day);
    if (row == null || !new Validity(row.validFrom(), row.validTo()).holdsOn(day)) {
      return List.of();
    }
    List<Addressee> addresses = new ArrayList<>(2);
    if (row.headEmail() != null) {
      addresses.add(new Addressee(NoticeChannel.EMAIL, row.headEmail()));
    }
    addresses.addAll(contacts.of(unit, day));
    addresses.removeIf(address -> !channels.contains(address.channel()));
    return addresses;
  }
}
