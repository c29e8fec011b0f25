package motcua.standalone.personal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log file as the product writes it, with more in it: all of ours, INFO of the others. */
final class LogCapture implements AutoCloseable {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40} %msg %kvp%n";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("motcua");
  private final Level rootLevel = root.getLevel();
  private final Level oursLevel = ours.getLevel();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final FileAppender<ILoggingEvent> file = new FileAppender<>();

  private LogCapture(Path target) {
    LoggerContext context = root.getLoggerContext();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    file.setContext(context);
    file.setFile(target.toString());
    file.setEncoder(encoder);
    file.start();
  }

  static LogCapture to(Path target) {
    LogCapture capture = new LogCapture(target);
    // The console would be flooded.
    capture.root.iteratorForAppenders().forEachRemaining(capture.others::add);
    capture.others.forEach(capture.root::detachAppender);
    capture.root.addAppender(capture.file);
    // As Main does: the registry's client writes to java.util.logging.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    capture.root.setLevel(Level.INFO);
    capture.ours.setLevel(Level.ALL);
    return capture;
  }

  @Override
  public void close() {
    SLF4JBridgeHandler.uninstall();
    root.detachAppender(file);
    others.forEach(root::addAppender);
    root.setLevel(rootLevel);
    ours.setLevel(oursLevel);
    file.stop();
  }
}
