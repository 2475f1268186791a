-- Of several corrections of a fact the newest counts, and of the same moment the one that says void.
UPDATE fact
SET state = (
  SELECT said.state FROM correction said WHERE said.fact = fact.id ORDER BY said.said_at DESC, said.state DESC LIMIT 1)
WHERE id IN (SELECT fact FROM correction)
  AND state <> (
    SELECT said.state FROM correction said WHERE said.fact = fact.id ORDER BY said.said_at DESC, said.state DESC LIMIT 1)
