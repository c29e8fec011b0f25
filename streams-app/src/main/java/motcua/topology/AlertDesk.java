package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import motcua.codec.AlertStateCodec;
import motcua.codec.Micros;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertInput;
import motcua.core.alert.AlertMachine;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertState;
import motcua.core.alert.SilenceMachine;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.schemas.internal.AlertAct;
import motcua.schemas.internal.Hearing;
import motcua.schemas.internal.UnitTotals;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the alerts of all scopes and sources: hands what it learns to the core, stores the state,
 * sends the transitions. A desk that does not decide only takes over what another ledger found, so
 * that a rebuilt one tells nobody anything twice (decision 16).
 */
final class AlertDesk {
  private static final byte SCOPE = 'S';
  private static final byte SOURCE = 'Q';
  private static final byte HEARD = 'H';
  private static final char SEPARATOR = '\u001f';

  private final UnitTree tree;
  private final Alerting alerting;
  private final Consumer<Transition> sender;
  private final Map<String, AlertState> scopes = new TreeMap<>();
  private final Map<String, AlertState> sources = new TreeMap<>();
  private final Hearings hearings = new Hearings();
  private final Set<String> silent = new HashSet<>();
  private final KeyValueStore<byte[], byte[]> store;
  private boolean hearingsChanged = true;

  AlertDesk(
      UnitTree tree,
      Alerting alerting,
      KeyValueStore<byte[], byte[]> store,
      Consumer<Transition> sender) {
    this.tree = tree;
    this.alerting = alerting;
    this.store = store;
    this.sender = sender;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        String name = new String(entry.key, 1, entry.key.length - 1, UTF_8);
        switch (entry.key[0]) {
          case SCOPE -> scopes.put(name, AlertStateCodec.fromBytes(entry.value));
          case SOURCE -> sources.put(name, AlertStateCodec.fromBytes(entry.value));
          default -> recallHearing(name, ByteBuffer.wrap(entry.value).getLong());
        }
      }
    }
  }

  private void recallHearing(String name, long micros) {
    int at = name.indexOf(SEPARATOR);
    String unit = name.substring(0, at);
    hearings.heard(name.substring(at + 1), scopesOf(unit, today(micros)), micros);
  }

  private static LocalDate today(long micros) {
    return VietnamDay.of(Micros.toInstant(micros));
  }

  private List<String> scopesOf(String unit, LocalDate day) {
    List<String> all = new ArrayList<>();
    if (tree.isKnown(unit)) {
      all.add(unit);
      all.addAll(tree.ancestors(unit, day));
    }
    return all;
  }

  /** Which sources brought a unit something. */
  void hear(UnitTotals totals) {
    for (Hearing hearing : totals.getHeard()) {
      String unit = totals.getUnit();
      long micros = hearing.getAtMicros();
      hearingsChanged |= hearings.heard(hearing.getSource(), scopesOf(unit, today(micros)), micros);
      byte[] key = key(HEARD, unit + SEPARATOR + hearing.getSource());
      byte[] known = store.get(key);
      if (known == null || ByteBuffer.wrap(known).getLong() < micros) {
        store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
      }
    }
  }

  /** The rule of a scope on a day; empty for what is no unit. */
  Optional<AlertRule> rule(String scope, LocalDate day) {
    if (!tree.isKnown(scope)) {
      return Optional.empty();
    }
    UnitRow row = tree.row(scope, day);
    return alerting.rules().of(scope, row == null ? null : row.level());
  }

  /**
   * Figures of a scope.
   *
   * @param day today of the ledger
   * @param applied latest recordedAt among them
   */
  void observe(
      String scope,
      AlertRule rule,
      AlertFigures figures,
      LocalDate day,
      Cause cause,
      Instant applied) {
    if (!alerting.decides()) {
      return;
    }
    Instant begun = VietnamDay.startOf(day);
    decide(
        scope,
        rule,
        new AlertInput.Observed(
            figures,
            rule.window().from(day),
            cause.event(),
            cause.backfill(),
            applied.isBefore(begun) ? begun : applied));
  }

  /** What a person did. */
  void act(AlertAct act) {
    Instant at = Micros.toInstant(act.getAtMicros());
    rule(act.getScope(), VietnamDay.of(at))
        .filter(rule -> alerting.decides() && scopes.containsKey(act.getScope()))
        .ifPresent(
            rule ->
                decide(
                    act.getScope(),
                    rule,
                    "UNDO".equals(act.getAct())
                        ? new AlertInput.Unacknowledged(act.getActId(), at)
                        : new AlertInput.Acknowledged(
                            act.getActId(), Micros.toInstant(act.getUntilMicros()), at)));
  }

  /** Time has come so far in every part of the ledger. */
  void tick(Instant now) {
    if (!alerting.decides()) {
      return;
    }
    listen(now);
    for (Map.Entry<String, AlertState> scope : List.copyOf(scopes.entrySet())) {
      if (scope.getValue().isRaised()) {
        rule(scope.getKey(), VietnamDay.of(now))
            .ifPresent(rule -> decide(scope.getKey(), rule, new AlertInput.Ticked(now)));
      }
    }
  }

  /** Which sources are silent by now, and whose figures stand still with them. */
  private void listen(Instant now) {
    boolean changed = hearingsChanged;
    for (Map.Entry<String, Long> source : hearings.bySource().entrySet()) {
      String name = source.getKey();
      boolean isSilent =
          alerting
              .rules()
              .silence()
              .isSilent(name, Micros.toInstant(source.getValue()), now, alerting.calendar());
      changed |= isSilent ? silent.add(name) : silent.remove(name);
      SilenceMachine.decide(name, sources.get(name), isSilent, now)
          .ifPresent(
              decision -> {
                sources.put(name, decision.state());
                store.put(key(SOURCE, name), AlertStateCodec.toBytes(decision.state()));
                decision.transitions().forEach(sender);
              });
    }
    if (changed) {
      hearingsChanged = false;
      for (String scope : hearings.scopes()) {
        var heard = new AlertInput.Heard(hearings.hasOnly(scope, silent), now);
        rule(scope, VietnamDay.of(now)).ifPresent(rule -> decide(scope, rule, heard));
      }
    }
  }

  /** A transition that the ledger before this one found. */
  void adopt(Transition step) {
    if (step.rule().equals(Transition.LATE_REWRITTEN)) {
      return;
    }
    boolean ofSource = step.rule().equals(Transition.SOURCE_SILENT);
    keep(
        ofSource ? SOURCE : SCOPE,
        ofSource ? sources : scopes,
        step.scope(),
        AlertMachine.adopt((ofSource ? sources : scopes).get(step.scope()), step));
  }

  private void decide(String scope, AlertRule rule, AlertInput input) {
    var decision = AlertMachine.decide(scope, rule, scopes.get(scope), input, alerting.calendar());
    keep(SCOPE, scopes, scope, decision.state());
    decision.transitions().forEach(sender);
  }

  private void keep(byte kind, Map<String, AlertState> states, String name, AlertState state) {
    if (!state.equals(states.put(name, state))) {
      store.put(key(kind, name), AlertStateCodec.toBytes(state));
    }
  }

  private static byte[] key(byte kind, String name) {
    byte[] text = name.getBytes(UTF_8);
    byte[] key = Arrays.copyOf(new byte[] {kind}, text.length + 1);
    System.arraycopy(text, 0, key, 1, text.length);
    return key;
  }
}
