package motcua.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import motcua.schemas.events.DossierEvent;

/** A log in memory that is always settled. */
final class FakeEventLog implements EventLog {
  private final List<byte[]> values = new ArrayList<>();
  private final LocalDate clockDay;

  FakeEventLog(LocalDate clockDay) {
    this.clockDay = clockDay;
  }

  FakeEventLog add(DossierEvent event) {
    try {
      ByteBuffer buffer = event.toByteBuffer();
      byte[] value = new byte[buffer.remaining()];
      buffer.get(value);
      values.add(value);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  FakeEventLog add(byte[] value) {
    values.add(value);
    return this;
  }

  @Override
  public Point settle() {
    return new Point(Map.of(0, (long) values.size()), clockDay);
  }

  @Override
  public void read(Point point, Consumer<byte[]> each) {
    values.forEach(each);
  }

  @Override
  public Optional<LocalDate> firstDayLearnedSince(Point point) {
    return Optional.empty();
  }

  @Override
  public Optional<DossierEvent> decode(byte[] value) {
    try {
      return Optional.of(DossierEvent.fromByteBuffer(ByteBuffer.wrap(value)));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
