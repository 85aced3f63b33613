-- One running application per correlation key, where a process that a message begins asks for it.
ALTER TABLE instances ADD COLUMN conversation TEXT;
CREATE UNIQUE INDEX instances_conversation ON instances (agency, conversation)
  WHERE conversation IS NOT NULL AND status NOT IN ('completed', 'terminated');
ALTER TABLE start_messages ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0;
