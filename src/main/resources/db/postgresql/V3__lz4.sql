-- Documents are the largest thing we write; lz4 costs the server half of what its older compression costs. A server built
-- without it keeps the older one.
do $$
begin
	alter table document alter column doc set compression lz4;
exception when others then
	raise notice 'no lz4 here';
end
$$;
