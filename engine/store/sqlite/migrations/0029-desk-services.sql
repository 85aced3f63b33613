-- Open tasks of one service, in the order of the desk.
CREATE INDEX tasks_service ON tasks (agency, service, due, rank, opened_at, instance, id) WHERE status = 'open';
