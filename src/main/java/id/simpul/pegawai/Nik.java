package id.simpul.pegawai;

import java.util.Optional;

/**
 * NIK, 16 digits: province, kabupaten/kota and kecamatan of first registration, date of
 * birth as ddmmyy with 40 added to the day for women, serial from 0001. It never changes,
 * also when the date of birth is corrected later.
 */
public record Nik(String value) {

	public Nik {
		String fault = fault(value);
		if (fault != null) {
			throw new IllegalArgumentException(fault);
		}
	}

	public static Optional<Nik> parse(String text) {
		return (text != null && fault(text) == null) ? Optional.of(new Nik(text)) : Optional.empty();
	}

	/** Kemendagri code of the province of first registration. */
	public String provinsi() {
		return this.value.substring(0, 2);
	}

	public String jenisKelamin() {
		return (day() > 40) ? "F" : "M";
	}

	/**
	 * Day, month and two-digit year of birth as {@code ddMMyy}, the offset for women
	 * taken off.
	 */
	public String tanggalLahir() {
		return "%02d%s".formatted((day() > 40) ? day() - 40 : day(), this.value.substring(8, 12));
	}

	private int day() {
		return Integer.parseInt(this.value, 6, 8, 10);
	}

	private static String fault(String text) {
		if (text.length() != 16 || !isDigits(text)) {
			return "A NIK has 16 digits";
		}
		int day = Integer.parseInt(text, 6, 8, 10);
		int month = Integer.parseInt(text, 8, 10, 10);
		if (day == 0 || (day > 31 && day < 41) || day > 71 || month == 0 || month > 12) {
			return "Digits 7-10 of the NIK are no day and month";
		}
		return text.endsWith("0000") ? "The serial of a NIK starts at 0001" : null;
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.value.substring(0, 2) + "**************";
	}

}
