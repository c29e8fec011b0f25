-- Transfers are few, and a list of a province's opened every page of its months to find them. The condition is the one of LegAmount, word for word.
CREATE INDEX posting_page_with_transfers ON posting_page (generation, unit, month) WHERE leg && '{1, 2}'::smallint[];
