package id.simpul.simulator;

import java.util.HashMap;
import java.util.Map;

/** The short code lists of section 5 of the contract: one line a code, id and name. */
final class ReferenceCodes {

	static final Map<String, String> TABLES = new HashMap<>();

	static {
		TABLES.put("golongan", """
				11 I/a
				12 I/b
				13 I/c
				14 I/d
				21 II/a
				22 II/b
				23 II/c
				24 II/d
				31 III/a
				32 III/b
				33 III/c
				34 III/d
				41 IV/a
				42 IV/b
				43 IV/c
				44 IV/d
				45 IV/e""");
		TABLES.put("pangkat", """
				11 Juru Muda
				12 Juru Muda Tingkat I
				13 Juru
				14 Juru Tingkat I
				21 Pengatur Muda
				22 Pengatur Muda Tingkat I
				23 Pengatur
				24 Pengatur Tingkat I
				31 Penata Muda
				32 Penata Muda Tingkat I
				33 Penata
				34 Penata Tingkat I
				41 Pembina
				42 Pembina Tingkat I
				43 Pembina Utama Muda
				44 Pembina Utama Madya
				45 Pembina Utama""");
		TABLES.put("jenis-jabatan", """
				1 Struktural
				2 Fungsional Tertentu
				3 Rangkap
				4 Fungsional Umum""");
		TABLES.put("eselon", """
				00 -
				10 I.a
				11 I.a
				12 I.b
				21 II.a
				22 II.b
				31 III.a
				32 III.b
				41 IV.a
				42 IV.b
				51 V.a
				52 V.b
				99 NON""");
		TABLES.put("agama", """
				1 Islam
				2 Kristen
				3 Katholik
				4 Hindu
				5 Budha
				6 Konghucu
				7 Lainnya""");
		TABLES.put("jenis-kawin", """
				1 Menikah
				2 Cerai
				3 Janda/Duda
				4 Belum Kawin""");
		TABLES.put("tingkat-pendidikan", """
				05 Sekolah Dasar
				10 SLTP
				12 SLTP Kejuruan
				15 SLTA
				17 SLTA Kejuruan
				18 SLTA Keguruan
				20 Diploma I
				25 Diploma II
				30 Diploma III/Sarjana Muda
				35 Diploma IV
				40 S-1/Sarjana
				42 Profesi
				45 S-2
				47 Spesialis
				49 Subspesialis
				50 S-3/Doktor""");
		TABLES.put("kedudukan-hukum", """
				01 Aktif
				02 CLTN
				03 Tugas Belajar
				04 Pemberhentian Sementara
				05 Penerima Uang Tunggu
				11 Pegawai Titipan
				13 Perpanjangan CLTN
				15 Kena hukuman disiplin
				20 MPP
				51 CPNS belum terima SK
				52 Tidak Aktif
				66 Diberhentikan
				77 Berhenti tanpa hak pensiun
				88 Berhenti dengan hak pensiun
				92 Pemblokiran data
				98 Mencapai BUP
				99 Pensiun""");
		TABLES.put("jenis-pegawai", """
				1 PNS Pusat
				10 PNS Daerah Provinsi
				15 PNS Daerah Kab/Kota""");
		TABLES.put("jenis-diklat", """
				1 Struktural
				2 Fungsional
				3 Teknis
				4 Workshop
				5 Manajerial
				6 Sosial Kultural
				7 Sosialisasi
				8 Bimbingan Teknis
				9 Seminar
				10 Magang
				11 Kursus
				12 Penataran
				13 Klasikal lainnya
				14 Coaching
				15 Mentoring
				16 E-Learning
				17 Jarak Jauh
				18 Detasering
				19 Alam Terbuka
				20 Benchmarking
				21 Pertukaran PNS-swasta
				22 Belajar Mandiri
				23 Komunitas Belajar
				24 Bimbingan di tempat kerja
				25 Nonklasikal lainnya""");
		TABLES.put("latihan-struktural", """
				1 SEPADA
				2 PIM IV
				3 PIM III
				4 PIM II
				5 PIM I
				6 SESPIM
				7 SESPATI
				8 lainnya""");
		TABLES.put("jenis-hukuman", """
				1 Teguran lisan
				2 Teguran tertulis
				3 Pernyataan tidak puas secara tertulis
				4 Penundaan kenaikan gaji berkala 1 tahun
				5 Penurunan gaji paling lama 1 tahun
				6 Penundaan gaji paling lama 1 tahun
				7 Penundaan kenaikan pangkat 1 tahun
				8 Penurunan pangkat setingkat selama 1 tahun
				9 Pembebasan dari jabatan
				10 Pemberhentian dengan hormat tidak atas permintaan sendiri
				11 Pemberhentian tidak dengan hormat
				12 Pengaktifan hukuman disiplin
				13 Pemindahan dalam rangka penurunan jabatan setingkat
				14 Penurunan pangkat setingkat selama 3 tahun
				21 Sanksi moral terbuka
				22 Sanksi moral tertutup
				23 Pemotongan tunjangan kinerja 25% selama 6 bulan
				24 Pemotongan tunjangan kinerja 25% selama 9 bulan
				25 Pemotongan tunjangan kinerja 25% selama 12 bulan
				27 Penurunan jabatan setingkat selama 12 bulan
				28 Pembebasan jabatan menjadi pelaksana selama 12 bulan""");
		TABLES.put("penghargaan", """
				100 Bintang
				201 Satyalancana Karya Satya 10 Tahun
				202 Satyalancana Karya Satya 20 Tahun
				203 Satyalancana Karya Satya 30 Tahun
				204 Wira Karya
				300 Tanda jasa lainnya
				304 Teladan nasional
				305 Teladan provinsi
				306 Teladan kabupaten/kota
				307 Prestasi luar biasa
				308 Penemuan
				400 Lainnya""");
		TABLES.put("jenis-kp", """
				101 Reguler
				201 Pilihan jabatan struktural
				202 Pilihan jabatan fungsional
				203 Pilihan penyesuaian ijazah
				205 Pilihan selesai tugas belajar
				211 Pengadaan""");
		TABLES.put("kinerja", """
				1 DIATAS EKSPEKTASI
				2 SESUAI EKSPEKTASI
				3 DIBAWAH EKSPEKTASI""");
		TABLES.put("kuadran", """
				1 SANGAT BAIK
				2 BAIK
				3 BUTUH PERBAIKAN
				4 KURANG
				5 SANGAT KURANG""");
		TABLES.put("periodik", """
				1 Bulanan
				2 Triwulan""");
	}

	private ReferenceCodes() {
	}

}
