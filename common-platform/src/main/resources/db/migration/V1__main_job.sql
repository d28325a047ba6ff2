-- The tables of the main job. Times are UTC; JSON documents have the shapes of the records that are
-- written to them. Every table has row-level security on: a role sees what it was granted and
-- nothing else, and the owner of the schema is the only one exempt.

create table market_candles (
  symbol       text             not null,
  timeframe    text             not null,
  open_time    timestamptz      not null,
  open         double precision not null,
  high         double precision not null,
  low          double precision not null,
  close        double precision not null,
  volume       double precision not null,
  spread       double precision not null,
  complete     boolean          not null,
  source       text             not null,
  received_at  timestamptz      not null,
  corrected_at timestamptz,
  primary key (symbol, timeframe, open_time),
  constraint candle_prices check (
    low > 0 and low <= least(open, close) and high >= greatest(open, close) and volume >= 0
    and spread >= 0 and high < 'Infinity' and volume < 'Infinity' and spread < 'Infinity')
);

-- The simulated market these candles are of, if they are: at most one, with the predictability that
-- was planted in it.
create table simulated_market (
  only_row     boolean     primary key default true check (only_row),
  kind         text        not null check (kind in ('REGIMES','RANDOM_WALK')),
  seed         bigint      not null,
  planted_edge jsonb       not null,
  since        timestamptz not null
);

create table ml_models (
  version            text        primary key,
  line               text        not null,
  timeframe          text        not null,
  status             text        not null check (status in
                       ('TRAINED','REJECTED','CANDIDATE','ACTIVE','RETIRED','ROLLED_BACK')),
  training_id        text        not null,
  created_at         timestamptz not null,
  manifest_sha256    text        not null,
  simulated          boolean     not null,
  report             jsonb       not null,
  gate               jsonb       not null,
  status_changed_at  timestamptz not null
);
create index ml_models_newest on ml_models (created_at desc, version desc);
create index ml_models_line on ml_models (line, created_at desc);

-- One row per line and timeframe: who serves it now. The row is the lock under which traffic changes.
create table ml_lines (
  line                  text        not null,
  timeframe             text        not null,
  champion              text        references ml_models (version),
  challenger            text        references ml_models (version),
  challenger_percentage integer     not null default 0 check (challenger_percentage between 0 and 99),
  previous              text        references ml_models (version),
  changed_at            timestamptz not null,
  primary key (line, timeframe),
  check (challenger is not null or challenger_percentage = 0),
  check (champion is not null or challenger is null),
  check (champion <> challenger),
  check (champion <> previous)
);

create table ml_rollouts (
  id                 bigint      generated always as identity primary key,
  at                 timestamptz not null,
  line               text        not null,
  version            text        not null,
  action             text        not null,
  traffic_percentage integer     not null,
  previous_champion  text,
  forced             boolean     not null,
  actor              text        not null,
  reason             text
);
create index ml_rollouts_newest on ml_rollouts (at desc, id desc);

-- Training runs: one row a run, whatever its end.
create table ml_generation_logs (
  training_id    text        primary key,
  status         text        not null check (status in
                   ('queued','running','succeeded','rejected','failed','cancelled','crashed')),
  line           text        not null,
  timeframe      text        not null,
  request        jsonb       not null,
  requested_by   text        not null,
  trigger        text        not null,
  queued_at      timestamptz not null,
  started_at     timestamptz,
  finished_at    timestamptz,
  heartbeat_at   timestamptz,
  step           text        not null,
  progress       double precision not null default 0 check (progress between 0 and 1),
  message        text        not null,
  model_version  text,
  metrics        jsonb,
  gate           jsonb,
  cancel_requested boolean   not null default false
);
create index ml_generation_logs_newest on ml_generation_logs (queued_at desc);
create unique index ml_generation_logs_one_running on ml_generation_logs ((true)) where status = 'running';
create unique index ml_generation_logs_one_queued on ml_generation_logs ((true)) where status = 'queued';

-- Every fit that was ever scored: the denominator of every later claim of skill.
create table ml_trials (
  id              bigint      generated always as identity primary key,
  training_id     text        not null references ml_generation_logs (training_id),
  line            text        not null,
  fold            integer     not null,
  seed            bigint      not null,
  hyperparameters jsonb       not null,
  metrics         jsonb       not null,
  created_at      timestamptz not null
);
create index ml_trials_line on ml_trials (line, created_at desc);
create index ml_trials_training on ml_trials (training_id);

-- What a run was fed: one row per symbol.
create table ml_training_samples (
  training_id  text        not null references ml_generation_logs (training_id),
  symbol       text        not null,
  timeframe    text        not null,
  candles      integer     not null,
  samples      integer     not null,
  sell         integer     not null,
  hold         integer     not null,
  buy          integer     not null,
  first_bar    timestamptz not null,
  last_bar     timestamptz not null,
  data_hash    text        not null,
  primary key (training_id, symbol)
);

create table ml_predictions (
  prediction_id   uuid             not null,
  created_at      timestamptz      not null,
  symbol          text             not null,
  timeframe       text             not null,
  as_of           timestamptz      not null,
  line            text             not null,
  model_version   text             not null,
  variant         text             not null,
  schema_hash     text             not null,
  weights_version text             not null,
  input           bytea            not null,
  input_kind      text             not null,
  imputed         text[]           not null,
  p_sell          real             not null,
  p_hold          real             not null,
  p_buy           real             not null,
  direction       text             not null,
  confidence      double precision not null,
  recommendation  text             not null,
  simulated       boolean          not null,
  request_id      text             not null,
  user_id         text,
  latency_micros  bigint           not null,
  primary key (prediction_id, created_at)
) partition by range (created_at);
create index ml_predictions_latest on ml_predictions (timeframe, symbol, created_at desc);
create table ml_predictions_default partition of ml_predictions default;

-- Makes the partition of the month that holds `first_day` and of the months after it, `months` in
-- all. May be called at any time, by anybody who may write the journal, any number of times. Rows
-- that the default partition has taken for such a month move over.
create function ml_predictions_partitions(first_day date, months integer) returns integer
  language plpgsql security definer as $$
declare
  made     integer := 0;
  month    timestamp;
  starts   timestamptz;
  ends     timestamptz;
  name     text;
begin
  perform pg_advisory_xact_lock(hashtext('ml_predictions_partitions'));
  for i in 0 .. months - 1 loop
    month  := date_trunc('month', first_day::timestamp) + make_interval(months => i);
    starts := month at time zone 'UTC';
    ends   := (month + interval '1 month') at time zone 'UTC';
    name   := 'ml_predictions_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(name) is not null;
    execute format('create table %I (like ml_predictions including all)', name);
    execute format('alter table %I enable row level security', name);
    execute format('revoke all on %I from public', name);
    execute format('with moved as (delete from ml_predictions_default
                      where created_at >= %L and created_at < %L returning *)
                    insert into %I select * from moved', starts, ends, name);
    execute format('alter table ml_predictions attach partition %I for values from (%L) to (%L)',
                   name, starts, ends);
    made := made + 1;
  end loop;
  return made;
end $$;

create table audit_log (
  id         bigint      generated always as identity primary key,
  at         timestamptz not null,
  actor      text        not null,
  action     text        not null,
  subject    text        not null,
  detail     jsonb       not null,
  request_id text
);
create index audit_log_newest on audit_log (at desc, id desc);
create index audit_log_subject on audit_log (subject, at desc);

create table api_keys (
  key_id     text        primary key,
  name       text        not null,
  role       text        not null check (role in ('READ','PREDICT','OPERATE')),
  sha256     text        not null unique,
  created_at timestamptz not null,
  created_by text        not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

-- db-scheduler's table, in the form of its version 16.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

do $$
declare t text;
begin
  foreach t in array array['market_candles','simulated_market','ml_models','ml_lines','ml_rollouts',
    'ml_generation_logs','ml_trials','ml_training_samples','ml_predictions',
    'ml_predictions_default','audit_log','api_keys','scheduled_tasks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('revoke all on %I from public', t);
  end loop;
  -- It runs with its owner's rights: it must find our tables and nobody else's.
  execute format('alter function ml_predictions_partitions set search_path = %I, pg_temp',
                 current_schema());
  revoke all on function ml_predictions_partitions from public;
end $$;
