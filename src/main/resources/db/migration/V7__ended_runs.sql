-- A run that another node ended while it was being read could leave documents behind, and they were taken for accepted. What
-- they say is met as a change again at the next run.
delete from document where run_id in (select id from run where state in ('FAILED', 'DISCARDED'));
delete from absence where run_id in (select id from run where state in ('FAILED', 'DISCARDED'));
