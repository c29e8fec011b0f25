package motcua.ingest.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.EventContent;
import motcua.ingest.mapping.Reason;
import motcua.ingest.mapping.RecordedAt;

/**
 * Reads one event out of one row. Its id, where the mapping gives none, is made of what names it in
 * its source: the dossier, the type and the columns of {@code identity}; an event whose type stands
 * in the row, as in an event log, is told apart by its moment instead. So the same export again
 * changes nothing and a corrected value is a revision.
 */
final class EventRow {
  private final MappingSpec.EventSpec spec;
  private final Map<TableField, ValueSpec> fields = new EnumMap<>(TableField.class);
  private final boolean typeIsFixed;
  private final UnitNames units;

  EventRow(MappingSpec.EventSpec spec, Map<TableField, ValueSpec> shared, UnitNames units) {
    this.spec = spec;
    this.units = units;
    fields.putAll(shared);
    fields.putAll(spec.fields());
    ValueSpec type = fields.get(TableField.TYPE);
    this.typeIsFixed = type != null && type.origin() instanceof ValueSpec.Origin.Constant;
  }

  /**
   * The event, empty when the row has none of this kind; what is wrong with it is refused in {@code
   * values}.
   *
   * @param defaultSource system of a row that names none, null when it must
   */
  Optional<EventContent> read(RowValues values, String defaultSource, RecordedAt mode) {
    if (!values.holds(spec.when()) || saysNothing(values)) {
      return Optional.empty();
    }
    Long occurredAt = values.time(TableField.OCCURRED_AT, of(TableField.OCCURRED_AT), null);
    ValueSpec when = of(TableField.OCCURRED_AT);
    LocalDate day = occurredAt == null ? null : when.dates().day(occurredAt);
    String named = values.text(TableField.SOURCE, of(TableField.SOURCE), day);
    String source = named == null ? defaultSource : named;
    EventContent content = content(values, source, occurredAt, day);
    content.refusal(mode).ifPresent(values::refuse);
    return Optional.of(content);
  }

  private EventContent content(RowValues values, String source, Long occurredAt, LocalDate day) {
    String dossierId = text(values, TableField.DOSSIER_ID, day);
    String type = text(values, TableField.TYPE, day);
    String given = text(values, TableField.EVENT_ID, day);
    boolean retracted =
        Boolean.TRUE.equals(values.truth(TableField.RETRACTED, of(TableField.RETRACTED), day));
    return new EventContent(
        given == null && !fields.containsKey(TableField.EVENT_ID)
            ? id(values, dossierId, type, occurredAt)
            : given,
        source,
        dossierId,
        type,
        unit(values, source, day),
        text(values, TableField.PROCEDURE, day),
        text(values, TableField.FIELD, day),
        Channels.name(text(values, TableField.CHANNEL, day)),
        text(values, TableField.REASON, day),
        text(values, TableField.COMPONENTS, day),
        occurredAt,
        values.time(TableField.RECORDED_AT, of(TableField.RECORDED_AT), day),
        values.time(TableField.DUE_AT, of(TableField.DUE_AT), day),
        values.truth(TableField.ONLINE, of(TableField.ONLINE), day),
        retracted);
  }

  private boolean saysNothing(RowValues values) {
    ValueSpec type = of(TableField.TYPE);
    return type != null && values.find(type, null) instanceof RowValues.Found.Nothing;
  }

  /** A unit that is named: its code, or, unknown to the aliases, the name itself, never lost. */
  private String unit(RowValues values, String source, LocalDate day) {
    String text = text(values, TableField.UNIT, day);
    ValueSpec spec = of(TableField.UNIT);
    if (text == null || !spec.byAlias() || source == null || day == null) {
      return text;
    }
    return units.code(source, text, day).orElse(text);
  }

  private String id(RowValues values, String dossierId, String type, Long occurredAt) {
    require(values, dossierId, TableField.DOSSIER_ID);
    require(values, type, TableField.TYPE);
    if (dossierId == null || type == null) {
      return null;
    }
    StringBuilder id = new StringBuilder(dossierId).append(':').append(type);
    List<String> identity = spec.identity();
    for (String column : identity) {
      String text = values.cell(column);
      id.append(':').append(text == null ? "" : text);
    }
    if (identity.isEmpty() && !typeIsFixed && occurredAt != null) {
      id.append(':').append(Instant.EPOCH.plus(occurredAt, ChronoUnit.MICROS));
    }
    return values.checked(TableField.EVENT_ID, id.toString());
  }

  /** Said before the id is missed, which is made of it. */
  private static void require(RowValues values, String value, TableField field) {
    if (value == null) {
      values.refuse(Reason.MISSING.text(field.key()));
    }
  }

  private String text(RowValues values, TableField field, LocalDate day) {
    return values.text(field, of(field), day);
  }

  private ValueSpec of(TableField field) {
    return fields.get(field);
  }
}
