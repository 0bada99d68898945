-- Invented people of an invented instansi, ${people} of them, each with 24 rows of history; local codes and text dates in
-- the way real systems have them, so that a mapping has something to do.
create table pegawai as
select to_char(lahir, 'YYYYMMDD') || (extract(year from lahir) + 25)::text || '03' || (1 + i % 2)::text
		|| lpad((i % 999 + 1)::text, 3, '0') as nip,
	'167101' || lpad((extract(day from lahir)::int + 40 * (i % 2))::text, 2, '0') || to_char(lahir, 'MMYY')
		|| lpad((i % 9999 + 1)::text, 4, '0') as nik,
	'Warga Contoh ' || i as nama, 'S.E.' as gelar_belakang, 'Palembang' as tempat_lahir,
	to_char(lahir, 'DD-MM-YYYY') as tgl_lahir, (1 + i % 2)::text as jk, 'Islam' as agama, '1' as status,
	(extract(year from lahir) + 25)::text || '-03-01' as tmt_cpns, '813/' || i || '/BKD/' as sk_cpns,
	(extract(year from lahir) + 25)::text || '-02-20' as tgl_sk_cpns,
	(extract(year from lahir) + 26)::text || '-04-01' as tmt_pns, '821/' || i || '/BKD/' as sk_pns,
	(extract(year from lahir) + 26)::text || '-03-20' as tgl_sk_pns,
	'warga' || i || '@contoh.example' as email, '0812' || lpad(i::text, 8, '0') as no_hp,
	'Jalan Contoh Nomor ' || i || ', Palembang' as alamat, '1' as aktif, (extract(year from lahir) + 25)::int as masuk
from (select i, date '1975-01-01' + i % 3650 as lahir from generate_series(${first}, ${first} + ${people} - 1) i) orang;
alter table pegawai add primary key (nip);

create table golongan as
select nip, (array['9', '10', '11', '12'])[n + 1] as gol, '01-04-' || (masuk + (array[0, 4, 8, 12])[n + 1]) as tmt,
	'823/' || n || '/' || right(nip, 6) as no_sk, '15-03-' || (masuk + (array[0, 4, 8, 12])[n + 1]) as tgl_sk,
	n * 4 as mk_tahun
from pegawai, generate_series(0, 3) n;
create table jabatan as
select nip, case when n < 4 then '4' else '2' end as jenis,
	case when n < 4 then 'Pengelola Data Contoh ' || n else 'Analis Contoh Ahli Muda' end as nama,
	case when n < 4 then 'jfu-' || n else 'jf-1' end as jabatan_id, 'unor-' || right(nip, 2) as unor, 'Bidang Contoh ' || right(nip, 2) as nama_unor,
	'824/' || n || '/' || right(nip, 6) as no_sk, (masuk + 1 + n * 3) || '-05-02' as tgl_sk,
	(masuk + 1 + n * 3) || '-05-10' as tmt
from pegawai, generate_series(0, 4) n;
create table pendidikan as
select nip, (array['SMA', 'S-1'])[n + 1] as tingkat, (masuk - 6 + n * 5) as lulus, 'Sekolah Contoh ' || n as sekolah,
	'IJZ/' || n || '/' || right(nip, 6) as ijazah
from pegawai, generate_series(0, 1) n;
create table kursus as
select nip, 'Kursus Contoh Nomor ' || n as nama, 'SERT/' || n || '/' || right(nip, 6) as nomor,
	(2018 + n) || '-06-0' || (1 + n) as tanggal, 20 + n as jam, 'Lembaga Contoh' as penyelenggara
from pegawai, generate_series(0, 5) n;
create table kinerja as
select nip, 2022 + n as tahun, '2' as predikat, '2' as hasil, '2' as perilaku,
	'Atasan Contoh' as penilai, 'Kepala Bidang Contoh' as jabatan_penilai
from pegawai, generate_series(0, 3) n;
create table penghargaan as
select nip, 'SLKS X' as jenis, masuk + 11 as tahun, 'KEP/' || right(nip, 6) as no_sk, (masuk + 11) || '-08-17' as tgl_sk
from pegawai;
create table angka_kredit as
select nip, 'PAK/' || n || '/' || right(nip, 6) as no_sk, (2023 + n) || '-01-15' as tgl_sk, 2022 + n as tahun,
	(12.5 * (n + 1))::text as total
from pegawai, generate_series(0, 1) n;
-- real systems declare lengths
do $$ declare c record; begin for c in select table_name t, column_name n from information_schema.columns where table_schema = 'public' and data_type = 'text' loop execute format('alter table %I alter column %I type varchar(100)', c.t, c.n); end loop; end $$;
create index on golongan (nip, tmt);
create index on jabatan (nip, tmt);
create index on pendidikan (nip);
create index on kursus (nip, tanggal);
create index on kinerja (nip, tahun);
create index on penghargaan (nip);
create index on angka_kredit (nip, tgl_sk);
vacuum analyze;
