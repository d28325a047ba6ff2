-- What a trainer needs to go on with a run that another began: its plan with every default filled
-- in, who executes it now, and how often it was taken from a trainer that vanished.
alter table ml_generation_logs add column plan jsonb;
alter table ml_generation_logs add column executed_by text;
alter table ml_generation_logs add column takeovers integer not null default 0;

-- The fits of a run, made by whichever trainer claims them. The outcome is kept until the run ends.
create table ml_fits (
  training_id     text        not null references ml_generation_logs (training_id),
  number          integer     not null,
  kind            text        not null check (kind in ('search','fold','refit')),
  fold            integer     not null,
  seed            bigint      not null,
  hyperparameters jsonb       not null,
  epochs          integer,
  state           text        not null default 'waiting'
                    check (state in ('waiting','running','done','failed')),
  claimed_by      text,
  claimed_at      timestamptz,
  takeovers       integer     not null default 0,
  progress        jsonb,
  finished_at     timestamptz,
  message         text,
  outcome         bytea       check (octet_length(outcome) <= 67108864),
  primary key (training_id, number)
);

-- One execution per fit that is not done, in the form of db-scheduler's own table; apart from it,
-- so that a trainer fits no more at once than it has cores.
create table ml_fit_tasks (like scheduled_tasks including all);

-- A run that is taken over writes each of its fits into the ledger once.
alter table ml_trials add column fit integer;
alter table ml_trials add column stage text not null default 'fold' check (stage in ('search','fold'));
create unique index ml_trials_once on ml_trials (training_id, fit) where fit is not null;

do $$
declare t text;
begin
  foreach t in array array['ml_fits','ml_fit_tasks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('revoke all on %I from public', t);
  end loop;
end $$;
