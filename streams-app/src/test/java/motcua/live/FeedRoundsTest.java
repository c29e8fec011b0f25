package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import motcua.core.alert.Severity;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.ToldTransition;
import org.junit.jupiter.api.Test;

class FeedRoundsTest {
  private final FakeLive live = new FakeLive();
  private final FakeParts parts = new FakeParts(live);
  private final FeedRounds rounds = parts.rounds();

  @Test
  void shouldGiveEverythingFirstAndThenOnlyWhatChanged() throws Exception {
    Subscription one = listener("H");
    rounds.turn(List.of(one));
    assertEquals(0, received(one));
    rounds.turn(List.of(one));
    assertEquals(List.of(), events(one));

    live.receive("H");
    rounds.turn(List.of(one));

    assertEquals(1, received(one));
  }

  @Test
  void shouldAskOnceForAllScopesAndSendEachItsOwn() throws Exception {
    List<Subscription> all = List.of(listener("A"), listener("B"), listener("A"), listener("H"));
    rounds.turn(all);
    all.forEach(FeedRoundsTest::drop);
    int before = live.asked();

    live.receive("A");
    rounds.turn(all);

    assertEquals(before + 1, live.asked());
    assertEquals(3, live.lastQuery().scopes().size());
    assertEquals(1, received(all.get(0)));
    assertEquals(List.of(), events(all.get(1)), "nothing changed in B");
    assertEquals(1, received(all.get(2)));
  }

  @Test
  void shouldAskForNothingButThePositionWhileNothingMoves() {
    Subscription one = listener("A");
    rounds.turn(List.of(one));
    for (int round = 0; round < 100; round++) {
      rounds.turn(List.of(one));
    }

    assertEquals(1, live.asked());
    assertEquals(101, live.positionsAsked());
  }

  @Test
  void shouldGreetANewcomerWithoutDisturbingTheOthers() throws Exception {
    Subscription first = listener("A");
    rounds.turn(List.of(first));
    drop(first);
    Subscription second = listener("A");

    rounds.turn(List.of(first, second));

    assertEquals(List.of(), events(first));
    assertEquals(0, received(second));
  }

  @Test
  void shouldCallANewDayAChange() throws Exception {
    Subscription one = listener("A");
    rounds.turn(List.of(one));
    drop(one);
    parts.setTo(FakeParts.NOON.plusSeconds(86_400));

    rounds.turn(List.of(one));

    assertEquals("2024-09-17", figures(one).today().toString());
  }

  @Test
  void shouldTellTheStepsOfAlertsOfTheScope() throws Exception {
    Subscription inside = listener("A");
    Subscription above = listener("H");
    Subscription beside = listener("B");
    List<Subscription> all = List.of(inside, above, beside);
    rounds.turn(all);
    all.forEach(FeedRoundsTest::drop);
    parts.alert("A", "SURE", false);
    live.tell(new ToldTransition(7, FakeParts.transition("A", Severity.SURE)));

    rounds.turn(all);

    var told = assertInstanceOf(FeedEvent.Told.class, events(inside).getFirst());
    assertEquals(AlertPhase.RAISED, told.phase());
    assertEquals(7, told.step().position());
    assertInstanceOf(FeedEvent.Told.class, events(above).getFirst());
    assertTrue(events(beside).stream().noneMatch(FeedEvent.Told.class::isInstance));
  }

  @Test
  void shouldTellWhoComesBackWhatItMissed() throws Exception {
    parts.alert("A", "SURE", false);
    live.tell(new ToldTransition(7, FakeParts.transition("A", Severity.LIKELY)));
    live.tell(new ToldTransition(9, FakeParts.transition("A", Severity.SURE)));
    Subscription back = new Subscription("A", OptionalLong.of(7), ended -> {});
    Subscription fresh = listener("A");

    rounds.turn(List.of(back, fresh));

    List<FeedEvent> missed = events(back);
    assertEquals(2, missed.size());
    assertEquals(9, assertInstanceOf(FeedEvent.Told.class, missed.getFirst()).step().position());
    assertEquals(9, assertInstanceOf(FeedEvent.Figures.class, missed.getLast()).told());
    assertEquals(1, events(fresh).size(), "what was told before is no news");
  }

  @Test
  void shouldTellThatASourceFellSilentThoughNothingMoves() throws Exception {
    parts.heardAt(FakeParts.NOON.minusSeconds(3_600));
    Subscription one = listener("A");
    Subscription other = listener("B");
    rounds.turn(List.of(one, other));
    assertEquals(Optional.empty(), figures(one).stale());
    drop(other);

    parts.heardAt(FakeParts.NOON.minusSeconds(30 * 86_400));
    for (int round = 0; round < 30; round++) {
      rounds.turn(List.of(one, other));
    }

    List<FeedEvent> events = events(one);
    assertEquals(1, events.size());
    var silence = assertInstanceOf(FeedEvent.Silence.class, events.getFirst());
    assertEquals(List.of("one"), silence.stale().orElseThrow().sources());
    assertEquals(List.of(), events(other));
  }

  @Test
  void shouldReplaceFiguresNobodyTook() throws Exception {
    Subscription slow = listener("A");
    rounds.turn(List.of(slow));
    for (int batch = 0; batch < 50; batch++) {
      live.receive("A");
      rounds.turn(List.of(slow));
    }

    assertEquals(50, received(slow));
    assertEquals(List.of(), events(slow));
  }

  @Test
  void shouldDropWhoNeverTakesWhatIsTold() throws Exception {
    parts.alert("A", "SURE", false);
    Subscription dead = listener("A");
    rounds.turn(List.of(dead));
    for (int step = 1; step <= 1_001; step++) {
      live.tell(new ToldTransition(step, FakeParts.transition("A", Severity.SURE)));
    }
    rounds.turn(List.of(dead));
    rounds.turn(List.of(dead));

    assertTrue(dead.isClosed());
    assertEquals(Optional.empty(), dead.take(Duration.ZERO));
  }

  private static Subscription listener(String scope) {
    return new Subscription(scope, OptionalLong.empty(), ended -> {});
  }

  private static void drop(Subscription listener) {
    events(listener);
  }

  private static long received(Subscription listener) {
    return figures(listener).figures().today().received();
  }

  private static FeedEvent.Figures figures(Subscription listener) {
    List<FeedEvent> events = events(listener);
    assertEquals(1, events.size(), events.toString());
    return assertInstanceOf(FeedEvent.Figures.class, events.getFirst());
  }

  private static List<FeedEvent> events(Subscription listener) {
    List<FeedEvent> events = new ArrayList<>();
    try {
      for (var next = listener.take(Duration.ZERO);
          next.isPresent();
          next = listener.take(Duration.ZERO)) {
        events.add(next.get());
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return events;
  }
}
