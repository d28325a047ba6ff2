-- How much a version uses each indicator; null for versions from before it was measured.
alter table ml_models add column attribution jsonb;

-- Weights of indicators that were better out of sample than those before them, a row per version.
create table ml_indicator_weights (
  version           text        primary key,
  line              text        not null,
  timeframe         text        not null,
  active            boolean     not null,
  created_at        timestamptz not null,
  actor             text        not null,
  basis             text        not null check (basis in ('predictions','trades')),
  model_version     text        references ml_models (version),
  weights           jsonb       not null,
  importance        jsonb       not null,
  improvement_score double precision not null,
  evidence          jsonb       not null,
  retired_at        timestamptz,
  check (active = (retired_at is null))
);
create unique index ml_indicator_weights_active on ml_indicator_weights (line, timeframe) where active;
create index ml_indicator_weights_newest on ml_indicator_weights (line, timeframe, created_at desc, version desc);

do $$
begin
  alter table ml_indicator_weights enable row level security;
  revoke all on ml_indicator_weights from public;
end $$;
