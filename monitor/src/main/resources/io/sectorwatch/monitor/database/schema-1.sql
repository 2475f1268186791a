-- What the topics say, as tables. Times are ISO 8601 in UTC with milliseconds, so that their order as text is that of time;
-- periods are as in SDMX. {text} is a text that is compared byte by byte.

-- How far each topic has been read: the next offset, in the same transaction as what was read.
CREATE TABLE topic_offset (
  topic {text} NOT NULL,
  partition_no INTEGER NOT NULL,
  topic_id {text} NOT NULL,
  next_offset BIGINT NOT NULL,
  known_at {text},
  PRIMARY KEY (topic, partition_no)
);

-- Every vintage: what a source said, at a moment, of one period of a series. No value withdraws the period's.
CREATE TABLE fact (
  id {text} PRIMARY KEY,
  series {text} NOT NULL,
  indicator {text} NOT NULL,
  area {text} NOT NULL,
  sector {text} NOT NULL,
  frequency {text} NOT NULL,
  period {text} NOT NULL,
  value {text},
  number DOUBLE PRECISION,
  comparator {text},
  unit {text},
  status {text} NOT NULL,
  published {text} NOT NULL,
  source {text} NOT NULL,
  locator {text},
  url {text},
  next_release {text},
  release {text},
  state {text} NOT NULL
);
CREATE INDEX fact_of_series ON fact (series, period, published);
CREATE INDEX fact_with_next ON fact (next_release) WHERE next_release IS NOT NULL;

-- Every version of every policy event; its sectors with a space before and behind each.
CREATE TABLE policy (
  id {text} PRIMARY KEY,
  policy {text} NOT NULL,
  title {text} NOT NULL,
  area {text} NOT NULL,
  sectors {text} NOT NULL,
  kind {text} NOT NULL,
  stance {text} NOT NULL,
  occurred {text} NOT NULL,
  published {text} NOT NULL,
  source {text} NOT NULL,
  locator {text},
  url {text},
  instruments {text} NOT NULL,
  actors {text} NOT NULL,
  release {text},
  state {text} NOT NULL
);
CREATE INDEX policy_of_area ON policy (area, published);
CREATE INDEX policy_versions ON policy (policy, published);

-- What was said about facts after they were published: void, or valid again.
CREATE TABLE correction (
  fact {text} NOT NULL,
  state {text} NOT NULL,
  because {text} NOT NULL,
  said_at {text} NOT NULL,
  PRIMARY KEY (fact, said_at, state)
);

-- Every record of a rule; one without content ends it.
CREATE TABLE rule (
  partition_no INTEGER NOT NULL,
  record_offset BIGINT NOT NULL,
  rule {text} NOT NULL,
  effective {text} NOT NULL,
  hash {text},
  title {text},
  severity {text},
  json {text},
  PRIMARY KEY (partition_no, record_offset)
);

CREATE TABLE release (
  release {text} PRIMARY KEY,
  source {text} NOT NULL,
  title {text},
  published {text} NOT NULL,
  added INTEGER,
  revised INTEGER,
  withdrawn INTEGER
);
CREATE INDEX release_by_time ON release (published, release);

-- Each moment at which the topics say that nothing but time has passed.
CREATE TABLE tick (
  told_at {text} PRIMARY KEY
);

-- Every transition; newest is 1 for the last one of its alert and 0 for those before.
CREATE TABLE transition (
  partition_no INTEGER NOT NULL,
  record_offset BIGINT NOT NULL,
  alert {text} NOT NULL,
  transition {text} NOT NULL,
  reason {text} NOT NULL,
  rule {text} NOT NULL,
  rule_hash {text} NOT NULL,
  severity {text} NOT NULL,
  series {text} NOT NULL,
  indicator {text} NOT NULL,
  area {text} NOT NULL,
  sector {text} NOT NULL,
  since {text} NOT NULL,
  period {text} NOT NULL,
  certainty {text} NOT NULL,
  message {text} NOT NULL,
  decided_at {text} NOT NULL,
  release {text},
  newest INTEGER NOT NULL,
  json {text} NOT NULL,
  PRIMARY KEY (partition_no, record_offset)
);
CREATE INDEX transition_of_alert ON transition (alert, record_offset);
CREATE INDEX transition_by_time ON transition (decided_at);
CREATE INDEX transition_of_rule ON transition (rule, record_offset);
CREATE INDEX transition_of_release ON transition (release);
CREATE INDEX transition_of_series ON transition (series);
CREATE INDEX newest_transition ON transition (decided_at, alert) WHERE newest = 1;

-- The facts that a transition rests on, of many the newest.
CREATE TABLE evidence (
  fact {text} NOT NULL,
  partition_no INTEGER NOT NULL,
  record_offset BIGINT NOT NULL,
  PRIMARY KEY (fact, partition_no, record_offset)
);

-- The newest card of each sector of each area, and, with area *, of each sector.
CREATE TABLE scorecard (
  area {text} NOT NULL,
  sector {text} NOT NULL,
  state {text},
  known_at {text} NOT NULL,
  json {text} NOT NULL,
  PRIMARY KEY (area, sector)
);

-- What could not be accepted, with where it came from; its content as text, and no more than its beginning.
CREATE TABLE dead_letter (
  record_offset BIGINT PRIMARY KEY,
  topic {text},
  partition_no INTEGER,
  origin_offset BIGINT,
  reason {text} NOT NULL,
  came_at {text} NOT NULL,
  content {text},
  redriven INTEGER NOT NULL
);

-- Every vintage that is not void, with the moment from which another one counted in its place.
CREATE VIEW vintage AS
SELECT fact.*,
  LEAD(published) OVER (
    PARTITION BY series, period ORDER BY published, source, (value IS NOT NULL), number, id) AS superseded
FROM fact
WHERE state = 'valid';

-- What is known now.
CREATE VIEW current_value AS
SELECT * FROM vintage WHERE superseded IS NULL AND value IS NOT NULL;

-- Every alert, as its newest transition says, with when it was last raised.
CREATE VIEW alert AS
SELECT last.*,
  (SELECT MAX(raised.decided_at) FROM transition raised
   WHERE raised.alert = last.alert AND raised.transition = 'RAISED') AS raised_at
FROM transition last
WHERE last.newest = 1;

CREATE VIEW open_alert AS
SELECT * FROM alert WHERE transition IN ('RAISED', 'UPDATED');
