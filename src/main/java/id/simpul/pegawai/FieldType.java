package id.simpul.pegawai;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a field of the common schema holds, and the Java type that carries it. */
public enum FieldType {

	TEXT(String.class), DATE(LocalDate.class), INTEGER(Integer.class), DECIMAL(BigDecimal.class),
	BOOLEAN(Boolean.class);

	private final Class<?> carrier;

	FieldType(Class<?> carrier) {
		this.carrier = carrier;
	}

	public Class<?> carrier() {
		return this.carrier;
	}

}
