package id.simpul.source;

import java.time.ZoneId;
import java.util.Map;

/**
 * An agency that sends data: a province, a kabupaten, a kota.
 *
 * @param kode Kemendagri code, for instance {@code 16.71}; never the BPS code, which is
 * another for some
 * @param jadwal Quartz cron expression of its runs, in its own zone
 * @param petak its place in the tile map of the province
 * @param siasnInstansi the registry's id of the instansi, which saves of positions want
 * @param siasnSatuanKerja the registry's id of its satuan kerja
 * @param batas limits of the brake that differ from the usual ones, by name
 */
public record Instansi(String kode, String nama, String bps, ZoneId zona, String jadwal, Petak petak,
		String siasnInstansi, String siasnSatuanKerja, Map<String, Batas> batas) {

	/** A tile, counted from 0. */
	public record Petak(int kolom, int baris) {
	}

	/**
	 * A limit of the brake.
	 *
	 * @param persen share of the people accepted before
	 * @param minimal up to this many the share does not matter
	 */
	public record Batas(double persen, long minimal) {
	}

	public Instansi {
		batas = Map.copyOf(batas);
	}

}
