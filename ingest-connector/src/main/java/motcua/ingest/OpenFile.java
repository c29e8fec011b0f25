package motcua.ingest;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;
import motcua.ingest.source.FileFacts;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.InputFault;
import motcua.ingest.source.RawRecord;
import motcua.ingest.source.RecordReader;
import motcua.ingest.source.SpoolFile;

/**
 * A claimed file being read: gives mapped records and remembers the offset of the last one. Reading
 * can be taken up again after a fault, since the reader is opened anew at that offset.
 */
final class OpenFile implements Reading {
  private final SpoolFile file;
  private final Mappings mappings;
  private final int maxBytes;
  private final Origin origin;
  private final Map<String, String> partition;
  private final SpoolOffset start;
  private SpoolOffset offset;
  private RecordReader reader;
  private RawRecord last;
  private boolean ended;
  private boolean rejected;

  OpenFile(SpoolFile file, SpoolOffset start, Mappings mappings, int maxBytes) {
    this.file = file;
    this.start = start;
    this.offset = start;
    this.mappings = mappings;
    this.maxBytes = maxBytes;
    this.rejected = file instanceof SpoolFile.Refused;
    String place = file instanceof SpoolFile.Readable readable ? readable.placeName() : "file";
    FileFacts facts = file.facts();
    this.origin = new Origin(facts.name(), place, facts.sha256());
    this.partition = partition(facts).toMap();
  }

  /** Identity of a file in the stored offsets. */
  static SpoolPartition partition(FileFacts facts) {
    return new SpoolPartition(facts.name(), facts.sha256());
  }

  @Override
  public String name() {
    return file.facts().name();
  }

  @Override
  public String sha256() {
    return file.facts().sha256();
  }

  @Override
  public Map<String, String> partition() {
    return partition;
  }

  @Override
  public SpoolOffset offset() {
    return offset;
  }

  /**
   * Fingerprint of the record given last, as a dead letter about it would tell it. To be asked
   * before the next one is.
   */
  String fingerprint() {
    return last.lengthBytes() == 0
        ? sha256()
        : switch (last) {
          case RawRecord.Whole whole ->
              Fingerprint.of(whole.buffer(), whole.from(), whole.length());
          case RawRecord.TooLong tooLong -> tooLong.fingerprint();
          case RawRecord.BrokenTail tail -> tail.fingerprint();
        };
  }

  @Override
  public boolean isUntouched() {
    return offset.equals(start);
  }

  /** True when no record of it could be read, or it changed under the reader. */
  @Override
  public boolean isRejected() {
    return rejected;
  }

  @Override
  public Mapped next(Stamp stamp, long arrival) throws IOException {
    if (ended) {
      return null;
    }
    return switch (file) {
      case SpoolFile.Readable readable -> nextOf(readable, stamp, arrival);
      case SpoolFile.Refused(FileFacts facts, InputFault fault) -> {
        ended = true;
        yield offset.records() > 0 ? null : refuse(fault, stamp);
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      RecordReader open = reader;
      reader = null;
      open.close();
    }
  }

  private Mapped nextOf(SpoolFile.Readable readable, Stamp stamp, long arrival) throws IOException {
    if (reader == null) {
      reader = readable.open(offset, maxBytes);
    }
    RawRecord raw = reader.next();
    if (raw == null) {
      ended = true;
      close();
      return afterEnd(stamp);
    }
    last = raw;
    Mapped mapped = map(readable, raw, stamp, arrival);
    offset = new SpoolOffset(reader.positionBytes(), raw.number());
    return mapped;
  }

  private Mapped map(SpoolFile.Readable readable, RawRecord raw, Stamp stamp, long arrival) {
    return switch (readable) {
      case SpoolFile.Lines lines -> mappings.canonical().map(raw, origin, stamp, arrival);
      case SpoolFile.Batch batch -> {
        NationalMapping.Envelope envelope =
            new NationalMapping.Envelope(batch.service(), batch.senderUnit());
        yield mappings.national().map(raw, envelope, origin, stamp, arrival);
      }
    };
  }

  /**
   * A file somebody wrote to while it was read may have lost records: that is said and the file set
   * aside.
   */
  private Mapped afterEnd(Stamp stamp) throws IOException {
    if (!file.facts().changed()) {
      return null;
    }
    rejected = true;
    return refuse(InputFault.CHANGED, stamp);
  }

  private Mapped refuse(InputFault fault, Stamp stamp) {
    long size = file.facts().sizeBytes();
    offset = new SpoolOffset(Math.max(size, offset.bytes()), offset.records() + 1);
    Optional<String> source = mappings.source();
    return origin.refuseInput(fault.reason(), size, source.orElse(null), stamp);
  }
}
