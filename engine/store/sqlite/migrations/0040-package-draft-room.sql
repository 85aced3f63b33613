-- What each draft takes with all its revisions: 512 bytes a row beside the packed contents. What is forgotten is nobody's any more, and is cleared away piece by piece.
ALTER TABLE package_drafts ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE package_drafts ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
UPDATE package_drafts SET kept =
  512 * (SELECT count(*) FROM package_draft_revisions r WHERE r.draft = package_drafts.id)
  + (SELECT coalesce(sum(512 + coalesce(length(f.content), 0)), 0) FROM package_draft_files f WHERE f.draft = package_drafts.id);
CREATE INDEX package_drafts_kept ON package_drafts (agency, kept) WHERE forgotten = 0;
CREATE INDEX package_drafts_thrown ON package_drafts (agency, discarded_at) WHERE discarded_at IS NOT NULL AND forgotten = 0;
CREATE INDEX package_drafts_forgotten ON package_drafts (id) WHERE forgotten = 1;
