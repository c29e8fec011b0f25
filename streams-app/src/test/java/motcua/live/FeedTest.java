package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final FakeLive live = new FakeLive();
  private final Feed feed = new Feed(new FakeParts(live).rounds(), 2);

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void shouldAskNothingWhileNobodyListens() throws Exception {
    assertEquals(0, live.positionsAsked());
    Subscription one = listen("A");
    assertTrue(one.take(LONG).isPresent());
    one.close();

    assertEquals(0, feed.listeners());
    Subscription next = listen("B");
    assertTrue(next.take(LONG).isPresent());
  }

  @Test
  void shouldTellOfAChange() throws Exception {
    Subscription one = listen("A");
    one.take(LONG);
    live.receive("A");

    var figures = (FeedEvent.Figures) one.take(LONG).orElseThrow();

    assertEquals(1, figures.figures().today().received());
  }

  @Test
  void shouldTakeOnlySoManyListeners() {
    Subscription one = listen("A");
    listen("A");
    assertTrue(feed.subscribe("A", OptionalLong.empty()).isEmpty());

    one.close();

    assertTrue(feed.subscribe("A", OptionalLong.empty()).isPresent());
  }

  @Test
  void shouldGoOnWhenTheDatabaseIsBack() throws Exception {
    live.away(true);
    Subscription one = listen("A");
    assertTrue(one.take(Duration.ofMillis(50)).isEmpty());
    live.away(false);

    assertTrue(one.take(LONG).isPresent());
  }

  @Test
  void shouldEndEveryoneWhenItIsClosed() throws Exception {
    Subscription one = listen("A");
    one.take(LONG);
    feed.close();

    assertTrue(one.isClosed());
    assertTrue(one.take(LONG).isEmpty());
    assertTrue(feed.subscribe("A", OptionalLong.empty()).isEmpty());
  }

  private Subscription listen(String scope) {
    return feed.subscribe(scope, OptionalLong.empty()).orElseThrow();
  }
}
