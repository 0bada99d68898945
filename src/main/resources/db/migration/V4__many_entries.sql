-- Where each entry of a document came from takes a dozen characters; somebody with thousands of courses is read like
-- anybody and does not stop the run of all others.
alter table document alter column origins set data type varchar(1000000);
