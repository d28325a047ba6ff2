-- The list of migrations is Flyway's own table; it gets the same protection as ours.
do $$
begin
  if not (select relrowsecurity from pg_class where oid = 'flyway_schema_history'::regclass) then
    alter table flyway_schema_history enable row level security;
    revoke all on flyway_schema_history from public;
  end if;
end $$;
