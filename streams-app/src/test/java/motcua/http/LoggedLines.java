package motcua.http;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Counts what some loggers say, without keeping it: it may be much. */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<Logger> loggers;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<String> first = new AtomicReference<>("");

  private LoggedLines(List<Logger> loggers) {
    this.loggers = loggers;
  }

  static LoggedLines of(String... loggers) {
    var lines =
        new LoggedLines(
            Stream.of(loggers).map(name -> (Logger) LoggerFactory.getLogger(name)).toList());
    lines.start();
    lines.loggers.forEach(logger -> logger.addAppender(lines));
    return lines;
  }

  int count() {
    return count.get();
  }

  String first() {
    return first.get();
  }

  @Override
  protected void append(ILoggingEvent event) {
    count.incrementAndGet();
    first.compareAndSet("", event.getFormattedMessage());
  }

  @Override
  public void close() {
    loggers.forEach(logger -> logger.detachAppender(this));
    stop();
  }
}
