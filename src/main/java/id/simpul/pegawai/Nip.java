package id.simpul.pegawai;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * NIP of a PNS or NI PPPK, 18 digits: 1-8 date of birth, 9-12 year of appointment, 13-14
 * month of appointment (PNS, 01-12) or number of the work agreement (PPPK, 21 and up), 15
 * sex, 16-18 serial. A wrong one cannot exist.
 */
public record Nip(String value) {

	public Nip {
		String fault = fault(value);
		if (fault != null) {
			throw new IllegalArgumentException(fault);
		}
	}

	/** The NIP, or empty if the text is none. */
	public static Optional<Nip> parse(String text) {
		return (text != null && fault(text) == null) ? Optional.of(new Nip(text)) : Optional.empty();
	}

	public LocalDate tglLahir() {
		return LocalDate.of(number(0, 4), number(4, 6), number(6, 8));
	}

	public int tahunPengangkatan() {
		return number(8, 12);
	}

	/** Whether digits 13-14 number a work agreement, as in an NI PPPK. */
	public boolean isPppk() {
		return number(12, 14) > 20;
	}

	/** Month of appointment as CPNS; empty for a PPPK. */
	public Optional<YearMonth> bulanCpns() {
		return isPppk() ? Optional.empty() : Optional.of(YearMonth.of(number(8, 12), number(12, 14)));
	}

	/** {@code M} or {@code F}, the codes of list jenis-kelamin. */
	public String jenisKelamin() {
		return (this.value.charAt(14) == '1') ? "M" : "F";
	}

	private int number(int from, int to) {
		return Integer.parseInt(this.value, from, to, 10);
	}

	private static String fault(String text) {
		if (text.length() != 18 || !isDigits(text)) {
			return "A NIP has 18 digits";
		}
		int year = Integer.parseInt(text, 0, 4, 10);
		int appointed = Integer.parseInt(text, 8, 12, 10);
		if (year < 1900 || year > 2099 || appointed < 1900 || appointed > 2099) {
			return "A year within the NIP is out of range";
		}
		try {
			LocalDate.of(year, Integer.parseInt(text, 4, 6, 10), Integer.parseInt(text, 6, 8, 10));
		}
		catch (DateTimeException ex) {
			return "The NIP does not begin with a date";
		}
		int month = Integer.parseInt(text, 12, 14, 10);
		if (month == 0 || (month > 12 && month < 21)) {
			return "Digits 13-14 of the NIP are neither a month nor the number of a work agreement";
		}
		char sex = text.charAt(14);
		if (sex != '1' && sex != '2') {
			return "Digit 15 of the NIP is neither 1 nor 2";
		}
		return text.endsWith("000") ? "The serial of a NIP starts at 001" : null;
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	/** Masked, so that it may stand in a log line. */
	@Override
	public String toString() {
		return this.value.substring(0, 4) + "**************";
	}

}
