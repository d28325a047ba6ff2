-- What checks of a line's champion for drift found; a row a check. Of the daily ones there is one a
-- line and UTC day, however many trainers there are.
create table drift_reports (
  report_id       bigint           generated always as identity primary key,
  checked_at      timestamptz      not null,
  line            text             not null,
  timeframe       text             not null,
  model_version   text             not null references ml_models (version),
  trigger         text             not null check (trigger in ('DAILY','REQUEST')),
  state           text             not null check (state in
                    ('STABLE','DRIFTED','INCONCLUSIVE','NO_REFERENCE')),
  symbols_drifted integer          not null check (symbols_drifted >= 0),
  symbols_judged  integer          not null check (symbols_judged >= symbols_drifted),
  worst_ratio     double precision not null check (worst_ratio >= 0),
  training_id     text             references ml_generation_logs (training_id),
  report          jsonb            not null
);
create unique index drift_reports_one_a_day
  on drift_reports (line, timeframe, ((checked_at at time zone 'UTC')::date))
  where trigger = 'DAILY';
create index drift_reports_line on drift_reports (line, timeframe, checked_at desc, report_id desc);
create index drift_reports_newest on drift_reports (checked_at desc, report_id desc);

do $$
begin
  alter table drift_reports enable row level security;
  revoke all on drift_reports from public;
end $$;
