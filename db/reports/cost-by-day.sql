-- Question:   What did each API key spend on which model, day by day?
-- Parameters: from, to (times, of which the UTC days count; the last 7 days)
-- Columns:    day (UTC), model, caller (the key's or user's name), requests, input_tokens,
--             output_tokens, cost (in the currency of the models' prices)
\ir period.psql
SELECT day, model, caller, requests, input_tokens, output_tokens, cost
FROM report.cost_daily
WHERE day >= (:'from'::timestamptz AT TIME ZONE 'UTC')::date
    AND day <= (:'to'::timestamptz AT TIME ZONE 'UTC')::date
ORDER BY day, cost DESC, model, caller;
