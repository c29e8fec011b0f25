/**
 * Component indices of QĐ 766/QĐ-TTg as far as the ledger's columns allow (rules.md 7): numerator,
 * denominator, score. Item points and formulas come from a description in circulation (F766), not
 * from the decision itself; every index says what its data lacks.
 */
package motcua.core.index;
