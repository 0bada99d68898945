package id.simpul.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/** Whose data may be seen. Every query takes one, so none can forget to ask. */
public final class Scope {

	private final Set<String> codes;

	private Scope(Set<String> codes) {
		this.codes = Set.copyOf(codes);
	}

	/** Everybody who takes part. */
	public static Scope all(InstansiList instansi) {
		return new Scope(new LinkedHashSet<>(instansi.all().stream().map(Instansi::kode).toList()));
	}

	/** These instansi and no other; an empty set sees nothing. */
	public static Scope of(Set<String> codes) {
		return new Scope(codes);
	}

	public boolean sees(String kode) {
		return kode != null && this.codes.contains(kode);
	}

	/**
	 * Only that instansi, as far as it was to be seen before; without a code nothing
	 * changes.
	 */
	public Scope narrow(String kode) {
		return (kode == null) ? this : new Scope(sees(kode) ? Set.of(kode) : Set.of());
	}

	/** For {@code in (...)}, which must not be empty: the empty code is nobody's. */
	List<String> codes() {
		return this.codes.isEmpty() ? List.of("") : List.copyOf(this.codes);
	}

}
