package id.simpul.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.simpul.pegawai.CodeLists;

/**
 * What the registry holds of somebody, in the keys it is read by (contract sections 3.1
 * to 3.9).
 */
final class RegistrySide {

	/**
	 * By resource: where the rows go, then pairs of the registry's key and ours;
	 * {@code @} marks a date.
	 */
	private static final Map<String, String> KEYS = Map.ofEntries(
			Map.entry("golongan",
					"golongan golonganId=golongan skNomor=nomorSk skTanggal=@tanggalSk "
							+ "tmtGolongan=@tmtGolongan jenisKPId=jenisKp masaKerjaGolonganTahun=masaKerjaTahun "
							+ "masaKerjaGolonganBulan=masaKerjaBulan"),
			Map.entry("jabatan",
					"jabatan jenisJabatan=jenisJabatan eselonId=eselon unorId=unorId unorNama=namaUnor "
							+ "namaUnor=namaUnor namaJabatan=namaJabatan nomorSk=nomorSk tanggalSk=@tanggalSk "
							+ "tmtJabatan=@tmtJabatan tmtPelantikan=@tmtPelantikan jenisMutasiId=jenisMutasi "
							+ "jenisPenugasanId=jenisPenugasan"),
			Map.entry("pendidikan",
					"pendidikan tkPendidikanId=tingkatPendidikan pendidikanNama=namaPendidikan "
							+ "tahunLulus=tahunLulus tglLulus=@tanggalLulus isPendidikanPertama=pendidikanPertama "
							+ "nomorIjasah=nomorIjazah namaSekolah=namaSekolah gelarBelakang=gelarBelakang"),
			Map.entry("diklat",
					"diklat latihanStrukturalId=latihanStruktural nomor=nomor tanggal=@tanggal "
							+ "tanggalSelesai=@tanggalSelesai tahun=tahun jumlahJam=jumlahJam "
							+ "institusiPenyelenggara=penyelenggara"),
			Map.entry("kursus",
					"kursus jenisDiklatId=jenisDiklat namaKursus=namaKursus noSertipikat=nomorSertifikat "
							+ "tanggalKursus=@tanggalKursus tanggalSelesaiKursus=@tanggalSelesai tahunKursus=tahun "
							+ "jumlahJam=jumlahJam institusiPenyelenggara=penyelenggara"),
			Map.entry("kinerja",
					"kinerja tahun=tahun hasilKinerjaNilai=hasilKerja PerilakuKerjaNilai=perilakuKerja "
							+ "KuadranKinerjaNilai=predikat statusPenilai=statusPenilai namaPenilai=namaPenilai "
							+ "nipNrpPenilai=nipPenilai penilaiJabatanNm=jabatanPenilai penilaiUnorNm=unorPenilai"),
			Map.entry("hukdis",
					"hukdis jenisHukuman=jenisHukuman jenisTingkatHukumanId=tingkatHukuman "
							+ "skNomor=nomorSk skTanggal=@tanggalSk hukumanTanggal=@tmtHukuman masaTahun=masaTahun "
							+ "masaBulan=masaBulan akhirHukumTanggal=@akhirHukuman nomorPp=nomorPp"),
			Map.entry("penghargaan",
					"penghargaan hargaId=jenisPenghargaan tahun=tahun skNomor=nomorSk " + "skDate=@tanggalSk"),
			Map.entry("angka-kredit", "angkakredit nomorSk=nomorSk tanggalSk=@tanggalSk bulanMulaiPenailan=bulanMulai "
					+ "tahunMulaiPenailan=tahunMulai bulanSelesaiPenailan=bulanSelesai "
					+ "tahunSelesaiPenailan=tahunSelesai kreditUtamaBaru=kreditUtama kreditBaruTotal=kreditTotal "
					+ "isKonversi=konversi"));

	private static final String SKP = "skp tahun=tahun jenisPeraturanKinerjaKd=basis nilaiPrestasiKerja=nilai";

	private static final String DATA_UTAMA = "nipBaru=nip nama=nama gelarBelakang=gelarBelakang "
			+ "tempatLahir=tempatLahir tglLahir=@tglLahir jenisKelamin=jenisKelamin agamaId=agama "
			+ "jenisKawinId=jenisKawin nik=nik email=email emailGov=emailGov noHp=noHp alamat=alamat noNpwp=noNpwp "
			+ "bpjs=bpjs kedudukanPnsId=kedudukanHukum jenisPegawaiId=jenisPegawai tmtCpns=@tmtCpns "
			+ "tglSkCpns=@tglSkCpns nomorSkCpns=nomorSkCpns tmtPns=@tmtPns tglSkPns=@tglSkPns nomorSkPns=nomorSkPns";

	private RegistrySide() {
	}

	static SeedPerson of(Person person) {
		String pnsId = id(person, "pegawai").toUpperCase(Locale.ROOT);
		Map<String, Object> master = new LinkedHashMap<>();
		master.put("id", pnsId);
		Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
		int number = 0;
		for (Fact fact : person.held) {
			if (fact.resource.equals("pegawai")) {
				fill(master, DATA_UTAMA.split(" "), 0, fact);
				continue;
			}
			boolean old = fact.resource.equals("kinerja") && fact.number("tahun") < 2022;
			String[] keys = (old ? SKP : KEYS.get(fact.resource)).split(" ");
			Map<String, Object> row = new LinkedHashMap<>();
			row.put(fact.resource.equals("penghargaan") ? "ID" : "id", id(person, keys[0] + number++));
			row.put("nipBaru", master.get("nipBaru"));
			fill(row, keys, 1, fact);
			names(row, fact);
			rows.computeIfAbsent(keys[0], (name) -> new ArrayList<>()).add(row);
		}
		if (person.kind == Kind.PARUH_WAKTU) {
			master.put("jenisPegawaiNama", "PPPK Paruh Waktu");
		}
		return new SeedPerson(person.sender.kode(), master, rows);
	}

	private static String id(Person person, String what) {
		return Career.id(person.sender.kode() + "/" + person.number + "/" + what).replace("-", "");
	}

	private static void fill(Map<String, Object> row, String[] pairs, int from, Fact fact) {
		for (int i = from; i < pairs.length; i++) {
			String[] pair = pairs[i].split("=");
			boolean date = pair[1].startsWith("@");
			String value = fact.get(date ? pair[1].substring(1) : pair[1]);
			if (value != null) {
				row.put(pair[0],
						date ? value.substring(8) + "-" + value.substring(5, 7) + "-" + value.substring(0, 4) : value);
			}
		}
	}

	private static void names(Map<String, Object> row, Fact fact) {
		if (fact.resource.equals("golongan")) {
			// the registry's own ids for PPPK are not known: there the name tells
			String code = fact.get("golongan");
			row.put("golongan", CodeLists.bundled().get("golongan").get(code).nama());
			if (code.startsWith("P")) {
				row.remove("golonganId");
			}
		}
		if (fact.resource.equals("jabatan") && fact.get("jabatanId") != null) {
			String key = "2".equals(fact.get("jenisJabatan")) ? "jabatanFungsional" : "jabatanFungsionalUmum";
			row.put(key + "Id", fact.get("jabatanId"));
			row.put(key + "Nama", fact.get("namaJabatan"));
		}
	}

}
