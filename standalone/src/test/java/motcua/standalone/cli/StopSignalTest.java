package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  @Test
  void shouldEndWhenTheWorkCannotGoOn() {
    Queue<String> said = new ArrayDeque<>(Arrays.asList("", "the read model stopped: why"));
    StopSignal signal = StopSignal.listen();
    try {
      IOException failed =
          assertThrows(
              IOException.class,
              () ->
                  signal.awaitOrFail(
                      () -> {
                        String next = said.remove();
                        return next.isEmpty() ? null : next;
                      }));
      assertEquals("the read model stopped: why", failed.getMessage());
    } finally {
      signal.served();
    }
  }
}
