-- Who is meant by a reason to hold a plan: a few people each, so that those who decide need not take a figure's word.
create table hold_sample (
	run_id bigint not null,
	reason varchar(20) not null,
	subject varchar(80),
	kunci varchar(60) not null,
	resource varchar(20),
	entry_key varchar(300)
);
create index hold_sample_run on hold_sample (run_id);
