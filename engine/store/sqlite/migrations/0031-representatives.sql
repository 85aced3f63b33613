-- Who agreed in the applicant's place, where that was somebody with power to act.
ALTER TABLE assistances ADD COLUMN representative TEXT;
