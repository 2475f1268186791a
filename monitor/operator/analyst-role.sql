-- Run once in the monitor's PostgreSQL database, as the user that the monitor connects with; that user must be allowed to make
-- roles. Analysts and Grafana connect as analyst, and can read everything and change nothing.
CREATE ROLE analyst LOGIN;
ALTER ROLE analyst SET default_transaction_read_only = on;
ALTER ROLE analyst SET statement_timeout = '60s';
GRANT USAGE ON SCHEMA public TO analyst;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO analyst;
-- Tables of later versions, too.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO analyst;
