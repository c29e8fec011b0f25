package motcua.core.score;

import java.math.BigDecimal;
import java.util.Optional;
import motcua.core.ledger.Ratio;

/**
 * What a criterion gives.
 *
 * @param met the threshold that holds; empty: none, or no data
 * @param points empty: no data, or the decision as we have it does not say
 */
public record Score(
    Criterion criterion, Ratio.Value value, Optional<Step> met, Optional<BigDecimal> points) {}
