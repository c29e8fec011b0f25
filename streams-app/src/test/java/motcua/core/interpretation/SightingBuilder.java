package motcua.core.interpretation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import motcua.core.interpretation.Sighting.ComponentFile;
import motcua.core.interpretation.Sighting.Kind;
import motcua.core.interpretation.Sighting.Supplement;

/**
 * Writes sightings in few words; times are local, {@code 2026-08-20 08:10:00} or without the
 * seconds.
 */
final class SightingBuilder {
  private final Kind kind;
  private final String status;
  private long position;
  private String senderUnit = "H99.31.07";
  private String unitCode;
  private String unitName;
  private String procedure = "1.990001.000.00.00.H99";
  private String field = "G99-MA01";
  private String channel = "1";
  private Instant received;
  private Instant due;
  private Instant completed;
  private Instant returned;
  private Instant refused;
  private Instant step;
  private String meaning;
  private String paidOnline = "0";
  private int feesPaid;
  private final List<ComponentFile> components = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<Supplement> supplements = new ArrayList<>();
  private final List<String> edgeMarks = new ArrayList<>();

  private SightingBuilder(Kind kind, String status) {
    this.kind = kind;
    this.status = status;
  }

  static SightingBuilder header(int status) {
    return header(Integer.toString(status));
  }

  static SightingBuilder header(String status) {
    return new SightingBuilder(Kind.DOSSIER, status);
  }

  static SightingBuilder row(int status, String time) {
    SightingBuilder row = new SightingBuilder(Kind.PROGRESS, Integer.toString(status));
    row.step = local(time);
    return row;
  }

  static Instant local(String time) {
    if (time == null) {
      return null;
    }
    return LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.ofHours(7));
  }

  SightingBuilder position(long value) {
    position = value;
    return this;
  }

  SightingBuilder sender(String value) {
    senderUnit = value;
    return this;
  }

  SightingBuilder unitCode(String value) {
    unitCode = value;
    return this;
  }

  SightingBuilder unitName(String value) {
    unitName = value;
    return this;
  }

  SightingBuilder procedure(String code, String fieldCode) {
    procedure = code;
    field = fieldCode;
    return this;
  }

  SightingBuilder channel(String value) {
    channel = value;
    return this;
  }

  SightingBuilder received(String time) {
    received = local(time);
    return this;
  }

  SightingBuilder due(String time) {
    due = local(time);
    return this;
  }

  SightingBuilder completed(String time) {
    completed = local(time);
    return this;
  }

  SightingBuilder returned(String time) {
    returned = local(time);
    return this;
  }

  SightingBuilder refused(String time) {
    refused = local(time);
    return this;
  }

  SightingBuilder noStepTime() {
    step = null;
    return this;
  }

  SightingBuilder says(String value) {
    meaning = value;
    return this;
  }

  SightingBuilder fees(int paid, String online) {
    feesPaid = paid;
    paidOnline = online;
    return this;
  }

  SightingBuilder file(boolean digitised, String link) {
    components.add(new ComponentFile(digitised, "0", false, link));
    return this;
  }

  SightingBuilder result(String link) {
    results.add(link);
    return this;
  }

  SightingBuilder supplement(String id, String asked, String done, String before, String after) {
    supplements.add(new Supplement(id, local(asked), local(done), local(before), local(after)));
    return this;
  }

  SightingBuilder edge(String mark) {
    edgeMarks.add(mark);
    return this;
  }

  Sighting build() {
    return new Sighting(
        kind,
        position,
        senderUnit,
        unitCode,
        unitName,
        kind == Kind.DOSSIER ? procedure : null,
        kind == Kind.DOSSIER ? field : null,
        kind == Kind.DOSSIER ? channel : null,
        status,
        null,
        received,
        due,
        completed,
        returned,
        refused,
        step,
        meaning,
        paidOnline,
        feesPaid,
        null,
        null,
        null,
        components,
        results,
        supplements,
        edgeMarks);
  }

  /** Seen at a local time. */
  SeenSighting at(String recorded) {
    return new SeenSighting(build(), local(recorded), false);
  }
}
