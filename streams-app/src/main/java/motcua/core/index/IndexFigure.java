package motcua.core.index;

import java.math.BigDecimal;
import java.util.Optional;
import motcua.core.ledger.Ratio;

/**
 * An index of one scope, period and cut.
 *
 * @param value empty when it cannot be reckoned at all
 * @param score points, two decimals; empty without data, which is not 0 points
 */
public record IndexFigure(Index index, Optional<Ratio.Value> value, Optional<BigDecimal> score) {}
