package id.simpul.simulator;

/**
 * The keys of every resource as section 3 of the contract lists them, in the words of
 * {@link Shape#of}.
 */
final class Shapes {

	static final Shape DATA_UTAMA = Shape.of("""
			id nipBaru nipLama nama gelarDepan gelarBelakang tempatLahir tempatLahirId tglLahir@
			agama<agamaId:agama agamaId email emailGov nik alamat noHp noTelp jenisPegawaiId
			jenisPegawaiNama<jenisPegawaiId:jenis-pegawai kedudukanPnsId
			kedudukanPnsNama<kedudukanPnsId:kedudukan-hukum statusPegawai jenisKelamin jenisIdDokumenId
			jenisIdDokumenNama nomorIdDocument noSeriKarpeg tkPendidikanTerakhirId
			tkPendidikanTerakhir<tkPendidikanTerakhirId:tingkat-pendidikan pendidikanTerakhirId
			pendidikanTerakhirNama<pendidikanTerakhirId:pendidikan tahunLulus tmtPns@ tglSkPns@ tmtCpns@
			tglSkCpns@ tmtPensiun@ bupPensiun latihanStrukturalNama instansiIndukId
			instansiIndukNama<instansiIndukId:instansi satuanKerjaIndukId
			satuanKerjaIndukNama<satuanKerjaIndukId:satuan-kerja kanregId kanregNama instansiKerjaId
			instansiKerjaNama<instansiKerjaId:instansi instansiKerjaKodeCepat satuanKerjaKerjaId
			satuanKerjaKerjaNama<satuanKerjaKerjaId:satuan-kerja unorId unorNama<unorId:unor unorIndukId
			unorIndukNama<unorIndukId:unor jenisJabatanId jenisJabatan<jenisJabatanId:jenis-jabatan
			jabatanNama jabatanStrukturalId jabatanStrukturalNama jabatanFungsionalId
			jabatanFungsionalNama<jabatanFungsionalId:jabatan-fungsional jabatanFungsionalUmumId
			jabatanFungsionalUmumNama<jabatanFungsionalUmumId:jabatan-fungsional-umum tmtJabatan@
			lokasiKerjaId lokasiKerja golRuangAwalId golRuangAwal<golRuangAwalId:golongan golRuangAkhirId
			golRuangAkhir<golRuangAkhirId:golongan tmtGolAkhir@ nomorSptm masaKerja mkTahun mkBulan
			eselon<eselonId:eselon eselonId eselonLevel tmtEselon@ gajiPokok kpknId kpknNama ktuaId ktuaNama
			taspenId taspenNama jenisKawinId statusPerkawinan<jenisKawinId:jenis-kawin statusHidup
			tglSuratKeteranganDokter@ noSuratKeteranganDokter jumlahIstriSuami jumlahAnak
			noSuratKeteranganBebasNarkoba tglSuratKeteranganBebasNarkoba@ skck tglSkck@ akteKelahiran
			akteMeninggal tglMeninggal@ noNpwp tglNpwp@ noAskes bpjs kodePos noSpmt tglSpmt@ noTaspen bahasa
			kppnId kppnNama pangkatAwal<golRuangAwalId:pangkat pangkatAkhir<golRuangAkhirId:pangkat tglSttpl@
			nomorSttpl nomorSkCpns nomorSkPns jenjang jabatanAsn kartuAsn validNik asnJenjangJabatan
			kode_jenjang_jabatan levelJabatan tanggal_taspen tabrum2 kelas_jabatan karis_karsu path
			genEmailAsn pertek_cpns_pns_l2th_nomor pertek_cpns_pns_l2th_tanggal""", """
			pns_orang_id>-!PnsOrangId agama_id>agamaId alamat email email_gov>emailGov kabupaten_id>-
			karis_karsu kelas_jabatan kpkn_id>kpknId lokasi_kerja_id>lokasiKerjaId nomor_bpjs>bpjs
			nomor_hp>noHp nomor_telpon>noTelp npwp_nomor>noNpwp npwp_tanggal>tglNpwp@ tanggal_taspen
			tapera_nomor>- taspen_nomor>noTaspen""");

	static final Shape GOLONGAN = Shape.of("""
			id idPns nipBaru nipLama golonganId golongan<golonganId:golongan pangkat<golonganId:pangkat
			skNomor skTanggal@ tmtGolongan^ noPertekBkn tglPertekBkn@ jumlahKreditUtama jumlahKreditTambahan
			jenisKPId jenisKPNama<jenisKPId:jenis-kp masaKerjaGolonganTahun masaKerjaGolonganBulan path""", "");

	static final Shape JABATAN = Shape.of("""
			id idPns nipBaru nipLama jenisJabatan instansiKerjaId instansiKerjaNama<instansiKerjaId:instansi
			satuanKerjaId satuanKerjaNama<satuanKerjaId:satuan-kerja unorId unorNama<unorId:unor unorIndukId
			unorIndukNama<unorIndukId:unor eselon<eselonId:eselon eselonId jabatanFungsionalId
			jabatanFungsionalNama<jabatanFungsionalId:jabatan-fungsional jabatanFungsionalUmumId
			jabatanFungsionalUmumNama<jabatanFungsionalUmumId:jabatan-fungsional-umum tmtJabatan@ nomorSk
			tanggalSk@ namaUnor<unorId:unor
			namaJabatan<jabatanFungsionalId:jabatan-fungsional
			<jabatanFungsionalUmumId:jabatan-fungsional-umum <unorId:jabatan-unor
			tmtPelantikan@ path jenisPenugasanId jenisMutasiId subJabatanId tmtMutasi@ createdAt@ updatedAt@
			deletedAt?""", """
			unorId!UnorID instansiId>instansiKerjaId!InstansiKerjaID pnsId>-!PnsOrangId nomorSk!NomorSk
			satuanKerjaId!SatuanKerjaId instansiIndukId>- jenisJabatan eselonId jabatanFungsionalId
			jabatanFungsionalUmumId subJabatanId jenisMutasiId jenisPenugasanId tanggalSk@ tmtJabatan@
			tmtMutasi@ tmtPelantikan@""");

	static final Shape PENDIDIKAN = Shape.of("""
			id idPns nipBaru nipLama pendidikanId pendidikanNama<pendidikanId:pendidikan tkPendidikanId
			tkPendidikanNama<tkPendidikanId:tingkat-pendidikan tahunLulus tglLulus@ isPendidikanPertama? nomorIjasah
			namaSekolah gelarDepan gelarBelakang path""", "");

	static final Shape DIKLAT = Shape.of("""
			id idPns nipBaru nipLama latihanStrukturalId
			latihanStrukturalNama<latihanStrukturalId:latihan-struktural nomor tanggal@ tanggalSelesai@ tahun
			jumlahJam institusiPenyelenggara path""", """
			pnsOrangId>-!PnsOrangId latihanStrukturalId nomor tanggal@ tanggalSelesai@ tahun# jumlahJam#
			bobot>-# jenisKompetensi>- institusiPenyelenggara""");

	static final Shape KURSUS = Shape.of("""
			id idPns nipBaru nipLama jenisDiklatId jenisKursusId jenisKursusNama jenisKursusSertifikat namaKursus
			institusiPenyelenggara noSertipikat jumlahJam tahunKursus tanggalKursus@ tanggalSelesaiKursus@ path""", """
			pnsOrangId>-!PnsOrangId instansiId>- jenisDiklatId jenisKursus>jenisKursusId jenisKursusId
			jenisKursusSertipikat>jenisKursusSertifikat namaKursus nomorSertipikat>noSertipikat institusiPenyelenggara
			jumlahJam# lokasiId>- tahunKursus# tanggalKursus@ tanggalSelesaiKursus@""");

	static final Shape KINERJA = Shape.of("""
			id tahun pnsDinilaiId hasilKinerja<hasilKinerjaNilai:kinerja hasilKinerjaNilai
			perilakuKerja<PerilakuKerjaNilai:kinerja PerilakuKerjaNilai kuadranKinerja<KuadranKinerjaNilai:kuadran
			KuadranKinerjaNilai statusPenilai namaPenilai nipNrpPenilai penilaiGolonganId penilaiJabatanNm
			penilaiUnorNm path""", """
			pnsDinilaiOrang>-!PnsDinilaiOrang tahun# hasilKinerjaNilai# perilakuKerjaNilai>PerilakuKerjaNilai#
			kuadranKinerjaNilai>KuadranKinerjaNilai# statusPenilai penilaiNipNrp>nipNrpPenilai penilaiNama>namaPenilai
			penilaiJabatan>penilaiJabatanNm penilaiGolongan>penilaiGolonganId penilaiUnorNama>penilaiUnorNm""");

	static final Shape KINERJA_PERIODIK = Shape.of("""
			id tahun nip nama hasilKinerja<hasilKinerjaNilai:kinerja hasilKinerjaNilai
			perilakuKerja<perilakuKerjaNilai:kinerja perilakuKerjaNilai kuadranKinerjaNilai kuadranNilai
			koefisenId jabatan kriteria persentase periodikId periodikNama<periodikId:periodik pnsDinilaiId
			statusPenilai namaPenilai penilaiNipNrp penilaiPnsId penilaiGolonganId penilaiJabatanNama
			penilaiUnorNm instansiId instansiNama unorId unorNama path""", """
			pnsDinilaiId>-!PnsDinilaiId koefisienId>koefisenId~!KoefisienId periodikId~!PeriodikId
			bulanMulaiPenilaian~!BulanMulaiPenilaian tahunMulaiPenilaian~!TahunMulaiPenilaian
			bulanSelesaiPenilaian~!BulanSelesaiPenilaian tahunSelesaiPenilaian~!TahunSelesaiPenilaian tahun#
			hasilKinerjaNilai# perilakuKerjaNilai# kuadranKinerjaNilai# statusPenilai penilaiNipNrp
			penilaiNama>namaPenilai penilaiJabatanNama penilaiGolongan>penilaiGolonganId
			penilaiUnorNama>penilaiUnorNm""");

	private static final String SKP = """
			tahun~ nilaiSkp~ orientasiPelayanan~ integritas~ komitmen~ disiplin~ kerjasama~ kepemimpinan~
			inisiatifKerja~ nilaiPerilakuKerja~ nilaiPrestasiKerja~ jumlah~ nilairatarata~ konversiNilai~
			nilaiIntegrasi~ jenisJabatan~ jenisPeraturanKinerjaKd pejabatPenilai atasanPejabatPenilai penilaiNipNrp
			penilaiNama penilaiJabatan penilaiGolongan penilaiTmtGolongan@ penilaiUnorNama atasanPenilaiNipNrp
			atasanPenilaiNama atasanPenilaiJabatan atasanPenilaiGolongan atasanPenilaiTmtGolongan@
			atasanPenilaiUnorNama statusPenilai statusAtasanPenilai""";

	static final Shape SKP_LAMA = Shape.of("id pns path " + SKP.replace("~", ""),
			"pnsDinilaiOrang>-!PnsDinilaiOrang " + SKP);

	static final Shape HUKDIS = Shape.of("""
			id rwHukumanDisiplin golongan golonganLama kedudukanHukum jenisHukuman
			jenisHukumanNama<jenisHukuman:jenis-hukuman jenisTingkatHukumanId pnsOrang skNomor skTanggal@
			hukumanTanggal@ masaTahun masaBulan akhirHukumTanggal@ nomorPp alasanHukumanDisiplin
			alasanHukumanDisiplinNama<alasanHukumanDisiplin:alasan-hukuman-disiplin keterangan
			skPembatalanNomor skPembatalanTanggal@ path""", """
			pnsOrangId>-!PnsOrangId jenisHukumanId>jenisHukuman jenisTingkatHukumanId
			alasanHukumanDisiplinId>alasanHukumanDisiplin golonganId>golongan golonganLama
			kedudukanHukumId>kedudukanHukum hukumanTanggal@ akhirHukumanTanggal>akhirHukumTanggal@ masaTahun~
			masaBulan~ nomorPp skNomor skTanggal@ skPembatalanNomor skPembatalanTanggal@
			hukdisYangDiberhentikanId>- keterangan""");

	static final Shape PENGHARGAAN = Shape.of(
			"ID tahun skNomor skDate@ hargaId hargaNama<hargaId:penghargaan pnsOrangId path",
			"pnsOrangId>-!PnsOrangId hargaId tahun# skNomor skDate@");

	static final Shape ANGKA_KREDIT = Shape.of("""
			id pns rwJabatan namaJabatan nomorSk tanggalSk@ bulanMulaiPenailan tahunMulaiPenailan bulanSelesaiPenailan
			tahunSelesaiPenailan kreditUtamaBaru kreditPenunjangBaru kreditBaruTotal isAngkaKreditPertama isIntegrasi
			isKonversi Sumber created_at updated_at path""", """
			pnsId>-!PnsId rwJabatanId>rwJabatan nomorSk tanggalSk@ bulanMulaiPenailan tahunMulaiPenailan
			bulanSelesaiPenailan tahunSelesaiPenailan kreditUtamaBaru% kreditPenunjangBaru% kreditBaruTotal%
			isAngkaKreditPertama isIntegrasi isKonversi""");

	/** Rows that are shown as they were given. */
	static final Shape AS_GIVEN = Shape.of("", "");

	private Shapes() {
	}

}
