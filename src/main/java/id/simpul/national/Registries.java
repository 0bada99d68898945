package id.simpul.national;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import id.simpul.pegawai.CodeLists;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/** The registry as each instansi may use it: own credentials, own pace, own session. */
final class Registries implements Function<String, Registry> {

	private final SiasnSettings settings;

	private final Path data;

	private final InstansiList instansi;

	private final SiasnShapes shapes;

	private final Clock clock;

	private final Map<String, Registry> open = new ConcurrentHashMap<>();

	Registries(SiasnSettings settings, Path data, InstansiList instansi, CodeLists codes, Clock clock) {
		this.settings = settings;
		this.data = data;
		this.instansi = instansi;
		this.shapes = new SiasnShapes(codes);
		this.clock = clock;
	}

	@Override
	public Registry apply(String kode) {
		return this.open.computeIfAbsent(kode, this::open);
	}

	private Registry open(String kode) {
		Instansi sender = this.instansi.get(kode);
		Path credentials = this.data.resolve(this.settings.credentials()).resolve(kode);
		SiasnTokens tokens = new SiasnTokens(this.settings, credentials, this.clock);
		return new SiasnRegistry(new SiasnClient(this.settings, tokens, this.clock), this.shapes,
				sender.siasnInstansi(), sender.siasnSatuanKerja());
	}

}
