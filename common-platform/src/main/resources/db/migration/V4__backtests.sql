-- Backtests and validations: the queue of those to come and the history of those that were, and the
-- files that came of them. The files of old ones are dropped; their figures stay.

create table backtests (
  job_id           text        primary key,
  kind             text        not null check (kind in ('backtest','validation')),
  status           text        not null check (status in
                     ('queued','running','succeeded','failed','cancelled','crashed')),
  request          jsonb       not null,
  requested_by     text        not null,
  queued_at        timestamptz not null,
  started_at       timestamptz,
  finished_at      timestamptz,
  heartbeat_at     timestamptz,
  progress         double precision not null default 0 check (progress between 0 and 1),
  message          text        not null,
  model_version    text,
  result           jsonb,
  cancel_requested boolean     not null default false
);
create index backtests_newest on backtests (kind, queued_at desc, job_id desc);
create unique index backtests_one_running on backtests ((true)) where status = 'running';

create table backtest_files (
  job_id   text  not null references backtests (job_id) on delete cascade,
  name     text  not null,
  content  bytea not null check (length(content) <= 33554432),
  primary key (job_id, name)
);

-- A fit is asked for by a training run or by a backtest that retrains as it goes; both count.
alter table ml_trials alter column training_id drop not null;
alter table ml_trials add column backtest_id text references backtests (job_id);
alter table ml_trials add constraint ml_trials_asked_for
  check (num_nonnulls(training_id, backtest_id) = 1);

alter table backtests enable row level security;
alter table backtest_files enable row level security;
revoke all on backtests from public;
revoke all on backtest_files from public;
