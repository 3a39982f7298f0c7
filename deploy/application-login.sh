#!/bin/sh
# Run once by the database container on an empty volume: the login of the application, which owns nothing.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set "password=$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE glabella_app LOGIN PASSWORD :'password';
SQL
