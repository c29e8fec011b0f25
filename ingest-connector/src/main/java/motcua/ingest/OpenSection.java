package motcua.ingest;

import java.io.IOException;
import java.util.List;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.sheet.RowReader;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.Part;
import motcua.ingest.source.RawRecord;
import motcua.ingest.source.RecordReader;
import motcua.ingest.source.Section;
import motcua.ingest.table.RowPlace;
import motcua.ingest.table.TableMapping;
import motcua.ingest.table.TableRow;

/** A part of a file being read: cuts it into records and maps each. */
sealed interface OpenSection extends AutoCloseable {
  /**
   * What the next record gives: nothing, one record for the log or several; null at the end.
   *
   * @throws IOException when it cannot be read
   */
  List<Mapped> next(Stamp stamp, long arrival) throws IOException;

  /**
   * Fingerprint of the record given last, as a dead letter about it would tell it. To be asked
   * before the next one is.
   */
  String fingerprint();

  /** Place after the record given last, inside the part. */
  SpoolOffset offset();

  @Override
  void close() throws IOException;

  /** Opens a part after {@code start}, which counts inside it. */
  static OpenSection open(
      Section.Bytes section, SpoolOffset start, Mappings mappings, String name, int maxBytes)
      throws IOException {
    Origin origin = new Origin(name, section.placeName(), section.part().sha256());
    return new Bytes(section, section.open(start, maxBytes), mappings, origin, start);
  }

  /** Opens a table after {@code start}, which counts inside it. */
  static OpenSection open(
      Section.Table section, SpoolOffset start, TableMapping mapping, String name, int maxBytes)
      throws IOException {
    Part part = section.part();
    RowReader reader =
        RowReader.open(
            part.content(), section.format().kind(), mapping.spec(), start.records(), maxBytes);
    return new Rows(reader, mapping, new Origin(name, "row", part.sha256()), start);
  }

  /** Records that are stretches of bytes. */
  final class Bytes implements OpenSection {
    private final Section.Bytes section;
    private final RecordReader reader;
    private final Mappings mappings;
    private final Origin origin;
    private SpoolOffset offset;
    private RawRecord last;

    private Bytes(
        Section.Bytes section,
        RecordReader reader,
        Mappings mappings,
        Origin origin,
        SpoolOffset start) {
      this.section = section;
      this.reader = reader;
      this.mappings = mappings;
      this.origin = origin;
      this.offset = start;
    }

    @Override
    public List<Mapped> next(Stamp stamp, long arrival) throws IOException {
      RawRecord raw = reader.next();
      if (raw == null) {
        return null;
      }
      last = raw;
      Mapped mapped =
          switch (section) {
            case Section.Lines lines -> mappings.canonical().map(raw, origin, stamp, arrival);
            case Section.Batch batch -> {
              NationalMapping.Envelope envelope =
                  new NationalMapping.Envelope(batch.service(), batch.senderUnit());
              yield mappings.national().map(raw, envelope, origin, stamp, arrival);
            }
          };
      offset = new SpoolOffset(reader.positionBytes(), raw.number());
      return List.of(mapped);
    }

    @Override
    public String fingerprint() {
      return last.lengthBytes() == 0
          ? origin.inputFingerprint()
          : switch (last) {
            case RawRecord.Whole whole ->
                Fingerprint.of(whole.buffer(), whole.from(), whole.length());
            case RawRecord.TooLong tooLong -> tooLong.fingerprint();
            case RawRecord.BrokenTail tail -> tail.fingerprint();
          };
    }

    @Override
    public SpoolOffset offset() {
      return offset;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** Rows of a table. */
  final class Rows implements OpenSection {
    private final RowReader reader;
    private final TableMapping mapping;
    private final RowPlace place;
    private SpoolOffset offset;
    private String fingerprint;

    private Rows(RowReader reader, TableMapping mapping, Origin origin, SpoolOffset start) {
      this.reader = reader;
      this.mapping = mapping;
      this.place = new RowPlace(origin, 0, 0);
      this.offset = start;
    }

    @Override
    public List<Mapped> next(Stamp stamp, long arrival) throws IOException {
      TableRow row = reader.next();
      if (row == null) {
        return null;
      }
      fingerprint = row.fingerprint();
      offset = new SpoolOffset(0, row.number());
      return mapping.map(row, place, stamp, arrival);
    }

    @Override
    public String fingerprint() {
      return fingerprint;
    }

    @Override
    public SpoolOffset offset() {
      return offset;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
