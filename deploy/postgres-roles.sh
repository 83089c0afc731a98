#!/bin/sh
# Run once by the image of PostgreSQL, on an empty cluster: the owner of the database, the role that serves, the role of the replica.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres \
    --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set replication="$REPLICATION_PASSWORD" <<'SQL'
create role ledger_owner login password :'owner';
create role ledger_app login password :'app';
create role ledger_replication login replication password :'replication';
create database ledger owner ledger_owner;
SQL
echo 'host replication ledger_replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
