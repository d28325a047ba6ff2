-- The factor that the indicator weights in force put on the confidence of an answer: with it a
-- decision can be taken again from its row, whatever the weights are by then. Rows from before this
-- migration were answered under neutral weights, whose factor is exactly 1; so are those that a
-- service of the release before writes while it is being replaced, which is why the default stays.
alter table ml_predictions add column weight_factor double precision not null default 1;
