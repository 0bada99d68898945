package id.simpul.demo;

/** Words from which the province is made up. */
final class Names {

	static final String[] MEN = words("""
			Agus Ahmad Andi Anton Ardi Arman Bagus Bambang Bayu Budi Cahyo Danu Dedi Dimas Eko Fajar Farid Galih Guntur
			Hadi Hasan Hendra Herman Ilham Imam Indra Irfan Iwan Joko Kurnia Lukman Mahmud Muhidin Nanang Nugroho Oki
			Pandu Rahmat Rizal Rudi Ruslan Saiful Sandi Slamet Sofyan Surya Syamsul Taufik Teguh Toni Umar Wahyu Wawan
			Yanto Yudi Yusuf Zainal Zulkifli René""");

	static final String[] WOMEN = words("""
			Aisyah Amelia Anggraini Anita Aulia Citra Dahlia Desi Dewi Diah Dina Eka Elvira Endang Erna Fatimah Fitri
			Halimah Hartati Ida Indah Intan Ira Kartika Komala Laila Lestari Lilis Maya Mega Melati Nadia Nani Nirmala
			Novi Nurul Puspita Putri Rahayu Ratna Retno Rini Rosita Sari Siti Sri Sulastri Susanti Tri Umi Utami Vera
			Wati Widya Winda Yanti Yulia Yuni Zahra Zoé""");

	static final String[] FAMILY = words("""
			Abdullah Adiputra Alamsyah Anwar Arifin Aziz Basri Budiman Chandra Darmawan Effendi Firmansyah Gunawan
			Hakim Halim Hamzah Harahap Hidayat Husin Ibrahim Iskandar Jaya Kusuma Lubis Mansyur Marzuki Maulana Mulyadi
			Nasution Oktavianus Permana Prabowo Pratama Purnama Putra Ramadhan Ridwan Rosidi Sabirin Saputra Sasmita
			Setiawan Siregar Subroto Suhendra Sulaiman Supriyadi Suryadi Sutanto Syarif Tanjung Usman Wibowo Widodo
			Wijaya Yahya Yunus Zakaria""");

	static final String[] TOWNS = words("""
			Palembang Baturaja Kayuagung Lahat Pagaralam Prabumulih Sekayu Indralaya Martapura Muaradua Curup Bengkulu
			Jambi Metro Kotabumi Lubuklinggau Tebingtinggi Pendopo Muaraenim Pangkalanbalai""");

	static final String[] STREETS = words("""
			Melati Kenanga Mawar Anggrek Cempaka Merdeka Sudirman Veteran Pahlawan Diponegoro Kartini Musi Lematang
			Ogan Komering Rawas Sriwijaya Dempo""");

	static final String[] UNITS = { "Dinas Pendidikan", "Dinas Kesehatan", "Dinas Pekerjaan Umum dan Penataan Ruang",
			"Dinas Sosial", "Dinas Perhubungan", "Dinas Pertanian", "Dinas Kependudukan dan Pencatatan Sipil",
			"Badan Perencanaan Pembangunan Daerah", "Badan Keuangan dan Aset Daerah", "Sekretariat Daerah",
			"Inspektorat Daerah", "Satuan Polisi Pamong Praja" };

	static final String[] POSTS = { "Pengelola Keuangan", "Pengadministrasi Umum", "Pengolah Data", "Penata Laporan",
			"Pengelola Kepegawaian", "Pengemudi", "Pramu Kebersihan", "Analis Tata Usaha" };

	static final String[] FUNCTIONS = { "Guru", "Perawat", "Bidan", "Penyuluh Pertanian", "Auditor", "Pranata Komputer",
			"Perencana", "Arsiparis" };

	static final String[] SCHOOLS = { "Universitas Musi Raya", "Universitas Bukit Siguntang", "Universitas Ampera",
			"Politeknik Lematang", "Universitas Danau Ranau" };

	static final String[] MAJORS = { "Administrasi Negara", "Ekonomi Pembangunan", "Teknik Sipil", "Keperawatan",
			"Pendidikan Matematika", "Ilmu Hukum" };

	static final String[] TITLES = { "S.AP.", "S.E.", "S.T.", "S.Kep.", "S.Pd.", "S.H." };

	static final String[] COURSES = { "Pengelolaan Arsip Digital", "Penyusunan Anggaran Berbasis Kinerja",
			"Pelayanan Publik Prima", "Pengadaan Barang dan Jasa", "Keamanan Informasi", "Penulisan Naskah Dinas",
			"Manajemen Risiko", "Analisis Data dengan Lembar Kerja", "Etika dan Antikorupsi", "Tanggap Bencana" };

	private Names() {
	}

	private static String[] words(String text) {
		return text.strip().split("\\s+");
	}

}
