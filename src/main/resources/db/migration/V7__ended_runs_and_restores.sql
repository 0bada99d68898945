-- A run that another node ended while it was being read could leave documents behind, and they were taken for accepted. What
-- they say is met as a change again at the next run.
delete from document where run_id in (select id from run where state in ('FAILED', 'DISCARDED'));
delete from absence where run_id in (select id from run where state in ('FAILED', 'DISCARDED'));

-- The latest run the database knew when it was found to be put back: only later ones have read the sources since, whatever
-- the clocks say. The number of a generation now rises with every restore and no longer with every start.
alter table generation add column last_run bigint default 0 not null;
update generation set last_run = coalesce((select max(r.id) from run r where r.started_at < generation.began_at), 0)
	where restored = true;
