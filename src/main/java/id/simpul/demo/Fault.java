package id.simpul.demo;

import java.time.LocalDate;
import java.util.function.BiConsumer;

import static id.simpul.demo.Kind.CPNS;
import static id.simpul.demo.Kind.FUNGSIONAL;
import static id.simpul.demo.Kind.PARUH_WAKTU;
import static id.simpul.demo.Kind.PELAKSANA;
import static id.simpul.demo.Kind.PPPK;
import static id.simpul.demo.Kind.STRUKTURAL;

/**
 * What can be wrong with somebody. Each says whom it needs, what it does to them, and
 * what must be found because of it.
 */
enum Fault {

	// the person as a whole
	NIP_17_ANGKA(FUNGSIONAL, 40, PersonFaults::nipShort), NIP_FORMAT(PELAKSANA, 44, PersonFaults::nipFormat),
	NIP_TGLLAHIR(FUNGSIONAL, 41, PersonFaults::nipTglLahir), NIP_JK(PELAKSANA, 36, PersonFaults::nipJenisKelamin),
	NIP_TMTCPNS(PELAKSANA, 47, PersonFaults::nipTmtCpns), NIP_JENISASN(PPPK, 35, PersonFaults::nipJenisAsn),
	NIP_JENISASN_PW(PARUH_WAKTU, 31, PersonFaults::nipJenisAsnPartTime),
	NIP_TAHUN_PPPK(PPPK, 33, PersonFaults::nipTahunPppk), NIP_USIA_MASUK(PELAKSANA, 49, 43, PersonFaults::usiaMasuk),
	NIK_FORMAT(FUNGSIONAL, 38, PersonFaults::nikFormat), NIK_15_ANGKA(PELAKSANA, 42, PersonFaults::nikShort),
	NIK_TGLLAHIR(FUNGSIONAL, 45, PersonFaults::nikTglLahir), NIK_JK(PPPK, 37, PersonFaults::nikJenisKelamin),
	NIP_GANDA_1(PELAKSANA, 40, (p, day) -> p.shared = "NIP_GANDA"), NIP_GANDA_2(PELAKSANA, 40, PersonFaults::nipGanda),
	NIK_GANDA_1(FUNGSIONAL, 43, (p, day) -> p.shared = "NIK_GANDA"),
	NIK_GANDA_2(FUNGSIONAL, 43, (p, day) -> p.shared = "NIK_GANDA"),
	PEGAWAI_GANDA(PPPK, 36, PersonFaults::pegawaiGanda), CPNS_LEWAT(CPNS, 27, PersonFaults::cpnsLewat),
	TMT_CPNS_PNS(PELAKSANA, 39, PersonFaults::tmtCpnsPns), TMT_PNS_KOSONG(PELAKSANA, 41, PersonFaults::tmtPnsKosong),
	KEDUDUKAN_ASN(FUNGSIONAL, 37, PersonFaults::kedudukan), PPPK_KONTRAK(PPPK, 34, PersonFaults::kontrakHabis),
	PPPK_KONTRAK_LAMA(PPPK, 54, PersonFaults::kontrakLama), EMAIL_HP_KOSONG(PELAKSANA, 43, PersonFaults::hpKosong),
	AGAMA_TAK_DIKENAL(PPPK, 29, PersonFaults::agama), ALAMAT_PANJANG(PELAKSANA, 46, PersonFaults::alamat),
	TGL_SK_PNS_DEPAN(FUNGSIONAL, 35, PersonFaults::skPnsDepan), GELAR_KOSONG(STRUKTURAL, 44, PersonFaults::gelarKosong),

	// their histories
	GOL_SKEMA(PPPK, 32, CareerFaults::golSkema), GOL_TMT(PELAKSANA, 40, CareerFaults::golTmt),
	GOL_URUT(FUNGSIONAL, 42, CareerFaults::golUrut), GOL_KODE(PELAKSANA, 45, CareerFaults::golKode),
	GOL_PENDIDIKAN(STRUKTURAL, 46, CareerFaults::golPendidikan), GOL_TANGGAL(FUNGSIONAL, 39, CareerFaults::golTanggal),
	JAB_TMT(FUNGSIONAL, 44, CareerFaults::jabTmt), JAB_ESELON(STRUKTURAL, 45, CareerFaults::jabEselon),
	JAB_JENJANG(FUNGSIONAL, 38, CareerFaults::jabJenjang), JAB_UNOR_KOSONG(FUNGSIONAL, 40, CareerFaults::jabUnor),
	PPPK_STRUKTURAL(PPPK, 40, CareerFaults::pppkStruktural), JAB_GANDA(STRUKTURAL, 47, CareerFaults::jabGanda),
	JAB_ID_KOSONG(PELAKSANA, 37, CareerFaults::jabIdKosong), JAB_DITOLAK(PELAKSANA, 39, CareerFaults::jabDitolak),
	JAB_BUP(PELAKSANA, 57, CareerFaults::bupDekat), JAB_BUP_LEWAT(PELAKSANA, 59, CareerFaults::bupLewat),
	JAB_SK_KOSONG(FUNGSIONAL, 41, CareerFaults::jabSkKosong), JAB_SK_DEPAN(STRUKTURAL, 43, CareerFaults::jabSkDepan),
	DIDIK_LEVEL(FUNGSIONAL, 40, CareerFaults::didikLevel), DIDIK_TANGGAL(FUNGSIONAL, 36, CareerFaults::didikTanggal),
	DIDIK_TURUN(STRUKTURAL, 48, CareerFaults::didikTurun), DIDIK_KOSONG(PPPK, 35, CareerFaults::didikKosong),
	DIDIK_TAHUN(FUNGSIONAL, 44, CareerFaults::didikTahun),

	BANGKOM_URUT(FUNGSIONAL, 41, RecordFaults::bangkomUrut), BANGKOM_DEPAN(PELAKSANA, 40, RecordFaults::bangkomDepan),
	BANGKOM_JP(FUNGSIONAL, 42, RecordFaults::bangkomJp),
	BANGKOM_JP_KOSONG(PELAKSANA, 43, RecordFaults::bangkomJpKosong),
	BANGKOM_JAM(PELAKSANA, 45, RecordFaults::bangkomJam), BANGKOM_JENIS(PELAKSANA, 46, RecordFaults::bangkomJenis),
	BANGKOM_GANDA(FUNGSIONAL, 39, RecordFaults::bangkomGanda),
	KURSUS_TANGGAL(PELAKSANA, 38, RecordFaults::kursusTanggal), KURSUS_NOMOR(FUNGSIONAL, 43, RecordFaults::kursusNomor),
	RIWAYAT_GANDA(FUNGSIONAL, 44, RecordFaults::riwayatGanda),
	RIWAYAT_BERBEDA(PELAKSANA, 41, RecordFaults::riwayatBerbeda),
	KUNCI_KOSONG(PELAKSANA, 40, RecordFaults::kunciKosong), BARIS_YATIM(FUNGSIONAL, 40, RecordFaults::barisYatim),
	BARIS_PATAH(PELAKSANA, 42, RecordFaults::barisPatah), SKP_TANPA_DASAR(PELAKSANA, 39, RecordFaults::skpTanpaDasar),
	SKP_RENTANG(FUNGSIONAL, 45, RecordFaults::skpRentang), SKP_KUADRAN(FUNGSIONAL, 36, RecordFaults::skpKuadran),
	SKP_KUADRAN_W(FUNGSIONAL, 38, RecordFaults::skpKuadranRagu), SKP_BASIS_TAHUN(PELAKSANA, 47, RecordFaults::skpBasis),
	SKP_PENILAI(FUNGSIONAL, 37, RecordFaults::skpPenilai), SKP_KOSONG(PELAKSANA, 36, RecordFaults::skpKosong),
	SKP_TAHUN(FUNGSIONAL, 46, RecordFaults::skpTahun), HUKDIS_TINGKAT(PELAKSANA, 44, RecordFaults::hukdisTingkat),
	HUKDIS_MASA(FUNGSIONAL, 42, RecordFaults::hukdisMasa),
	HUKDIS_TERLAMBAT(PELAKSANA, 41, RecordFaults::hukdisTerlambat), HUKDIS_SKP(FUNGSIONAL, 40, RecordFaults::hukdisSkp),
	PENGHARGAAN_TAHUN(PELAKSANA, 48, RecordFaults::penghargaanTahun),
	PENGHARGAAN_BEDA(STRUKTURAL, 49, RecordFaults::penghargaanBeda), AK_PPPK(PPPK, 36, RecordFaults::akPppk),
	AK_PERIODE(FUNGSIONAL, 38, RecordFaults::akPeriode), AK_DITOLAK(FUNGSIONAL, 41, RecordFaults::akDitolak);

	private final Kind kind;

	private final int age;

	private final int entryAge;

	private final BiConsumer<Person, LocalDate> plant;

	Fault(Kind kind, int age, BiConsumer<Person, LocalDate> plant) {
		this(kind, age, 0, plant);
	}

	Fault(Kind kind, int age, int entryAge, BiConsumer<Person, LocalDate> plant) {
		this.kind = kind;
		this.age = age;
		this.entryAge = entryAge;
		this.plant = plant;
	}

	Kind kind() {
		return this.kind;
	}

	int age() {
		return this.age;
	}

	/** The age at which the person came in, or 0 for a usual one. */
	int entryAge() {
		return this.entryAge;
	}

	/** Whether it is the second of two who share a number. */
	boolean isSecond() {
		return this == NIP_GANDA_2 || this == NIK_GANDA_2;
	}

	void plant(Person person, LocalDate today) {
		this.plant.accept(person, today);
	}

}
