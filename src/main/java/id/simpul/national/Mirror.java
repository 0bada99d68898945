package id.simpul.national;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import id.simpul.change.Parcel;
import id.simpul.national.ReadableRegistry.KnownEntry;
import id.simpul.national.ReadableRegistry.KnownPerson;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Field;
import id.simpul.pegawai.Resource;

/**
 * What we last saw at the registry: who is known there, which histories were read, and of
 * each entry its id and a hash of its content. By it a value that has changed there since
 * our last exchange is noticed.
 */
final class Mirror {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	/** After so long people may have written there what we have not seen. */
	private static final Duration FRESH = Duration.ofHours(12);

	/** As the tables hold them; what is longer is read again each time. */
	private static final int LONGEST_KEY = 300;

	private static final int LONGEST_ID = 60;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final OffsetDateTime began;

	Mirror(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
		this.began = now();
	}

	void person(Parcel parcel, Registry registry, String nip, Optional<KnownPerson> known) {
		Object[] values = { known.map(KnownPerson::pnsId).orElse(null), nip, known.isPresent(), now(),
				parcel.instansi(), parcel.kunci(), registry.name() };
		if (this.jdbc.update("""
				update registry_person set pns_id = coalesce(?, pns_id), nip = ?, known = ?, checked_at = ?
				where instansi = ? and kunci = ? and registry = ?""", values) == 0) {
			this.jdbc.update("""
					insert into registry_person (pns_id, nip, known, checked_at, instansi, kunci, registry)
					values (?, ?, ?, ?, ?, ?, ?)""", values);
		}
	}

	/** What we know of a person's histories. */
	Knowledge knowledge(Parcel parcel) {
		Map<Resource, Acquaintance> read = new EnumMap<>(Resource.class);
		OffsetDateTime old = now().minus(FRESH);
		OffsetDateTime fresh = old.isAfter(this.began) ? old : this.began;
		this.jdbc.query("select resource, read_at from registry_contact where instansi = ? and kunci = ?", (row) -> {
			read.put(Resource.named(row.getString(1)).orElseThrow(),
					row.getObject(2, OffsetDateTime.class).isBefore(fresh) ? Acquaintance.FORMER : Acquaintance.FRESH);
		}, parcel.instansi(), parcel.kunci());
		Map<Resource, Map<String, byte[]>> hashes = new EnumMap<>(Resource.class);
		this.jdbc.query("select resource, entry_key, hash from registry_entry where instansi = ? and kunci = ?",
				(row) -> {
					hashes
						.computeIfAbsent(Resource.named(row.getString(1)).orElseThrow(), (resource) -> new HashMap<>())
						.put(row.getString(2), row.getBytes(3));
				}, parcel.instansi(), parcel.kunci());
		return new Knowledge(read, hashes);
	}

	/** What we know of a person's histories, and by what right. */
	record Knowledge(Map<Resource, Acquaintance> read, Map<Resource, Map<String, byte[]>> hashes) {

		/**
		 * How well we know a history: what was read before this program began is read
		 * again before anything is sent, since a save just before a sudden end may have
		 * been forgotten together with the last commits of the database; what was read
		 * long ago, since people write there too.
		 */
		Acquaintance acquaintance(Resource resource) {
			return this.read.getOrDefault(resource, Acquaintance.NONE);
		}

		/** Hash by business key of what stood there at our last exchange. */
		Map<String, byte[]> hashes(Resource resource) {
			return this.hashes.getOrDefault(resource, Map.of());
		}

	}

	/** Whether a history was read, and when. */
	enum Acquaintance {

		/** Never read. */
		NONE,
		/** Read, but before this program began, or long ago. */
		FORMER,
		/** Read since, and not long ago. */
		FRESH

	}

	String remoteId(Parcel parcel, Resource resource, String key) {
		return this.jdbc.queryForList("""
				select remote_id from registry_entry where instansi = ? and kunci = ? and resource = ?
					and entry_key = ?""", String.class, parcel.instansi(), parcel.kunci(), resource.resourceName(), key)
			.stream()
			.findFirst()
			.orElse(null);
	}

	/** Replaces what was known of some histories by what has just been read. */
	void remember(Parcel parcel, ReadableRegistry registry, Map<Resource, Map<String, KnownEntry>> read) {
		this.transaction.executeWithoutResult((status) -> read
			.forEach((resource, there) -> remember(parcel, resource, there, registry.comparable(resource))));
	}

	private void remember(Parcel parcel, Resource resource, Map<String, KnownEntry> there, Set<Field> comparable) {
		List<Object[]> rows = new ArrayList<>();
		there.forEach((key, known) -> {
			if (known.remoteId() != null && known.remoteId().length() <= LONGEST_ID && key.length() <= LONGEST_KEY) {
				rows.add(new Object[] { parcel.instansi(), parcel.kunci(), resource.resourceName(), key,
						known.remoteId(), hash(known.entry(), comparable), now() });
			}
		});
		Object[] history = { parcel.instansi(), parcel.kunci(), resource.resourceName() };
		this.jdbc.update("delete from registry_entry where instansi = ? and kunci = ? and resource = ?", history);
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate("""
					insert into registry_entry (instansi, kunci, resource, entry_key, remote_id, hash, seen_at)
					values (?, ?, ?, ?, ?, ?, ?)""", rows);
		}
		this.jdbc.update("delete from registry_contact where instansi = ? and kunci = ? and resource = ?", history);
		this.jdbc.update("insert into registry_contact (instansi, kunci, resource, read_at) values (?, ?, ?, ?)",
				history[0], history[1], history[2], now());
	}

	/**
	 * Notes what we have just written there; a position makes the current one stale until
	 * it is recomputed.
	 */
	void saved(Parcel parcel, Parcel.Item item, String remoteId, Entry entry, Set<Field> comparable) {
		this.transaction.executeWithoutResult((status) -> {
			Object[] id = { parcel.instansi(), parcel.kunci(), item.resource().resourceName(), item.key() };
			this.jdbc.update("""
					delete from registry_entry where instansi = ? and kunci = ? and resource = ? and entry_key = ?""",
					id);
			if (remoteId != null) {
				this.jdbc.update("""
						insert into registry_entry (instansi, kunci, resource, entry_key, remote_id, hash, seen_at)
						values (?, ?, ?, ?, ?, ?, ?)""", id[0], id[1], id[2], id[3], remoteId, hash(entry, comparable),
						now());
			}
			if (item.resource() == Resource.JABATAN) {
				staleNow(parcel);
			}
		});
	}

	/** Notes that the current position there has to be recomputed. */
	void staleNow(Parcel parcel) {
		this.jdbc.update("update registry_person set sync_due = true where instansi = ? and kunci = ?",
				parcel.instansi(), parcel.kunci());
	}

	boolean isRefreshDue(Parcel parcel) {
		return this.jdbc.queryForObject("""
				select count(*) from registry_person where instansi = ? and kunci = ? and sync_due
					and coalesce(sync_at, ?) <= ?""", Long.class, parcel.instansi(), parcel.kunci(), now(), now()) > 0;
	}

	void refreshed(String instansi, String kunci) {
		this.jdbc.update("""
				update registry_person set sync_due = false, sync_at = null, sync_attempts = 0
				where instansi = ? and kunci = ?""", instansi, kunci);
	}

	/** Notes that a recomputation was vain; it is tried again ever later. */
	void notRefreshed(String instansi, String kunci) {
		Integer attempts = this.jdbc.queryForObject("""
				select max(sync_attempts) from registry_person where instansi = ? and kunci = ?""", Integer.class,
				instansi, kunci);
		this.jdbc.update("""
				update registry_person set sync_attempts = sync_attempts + 1, sync_at = ?
				where instansi = ? and kunci = ?""", now().plus(Backoff.after((attempts != null) ? attempts : 0)),
				instansi, kunci);
	}

	/**
	 * People of an instansi whose current position still has to be recomputed there:
	 * their keys and pnsIds.
	 */
	Map<String, String> refreshDue(String instansi, int limit) {
		Map<String, String> due = new HashMap<>();
		this.jdbc.query("""
				select kunci, pns_id from registry_person where instansi = ? and sync_due and pns_id is not null
					and coalesce(sync_at, ?) <= ? limit ?""", (row) -> {
			due.put(row.getString(1), row.getString(2));
		}, instansi, now(), now(), limit);
		return due;
	}

	/** Instansi of which somebody's current position is to be recomputed now. */
	List<String> refreshDue() {
		return this.jdbc.queryForList("""
				select distinct instansi from registry_person where sync_due and pns_id is not null
					and coalesce(sync_at, ?) <= ?""", String.class, now(), now());
	}

	/** Of the content that both sides know, as far as it counts. */
	static byte[] hash(Entry entry, Set<Field> comparable) {
		StringBuilder text = new StringBuilder();
		comparable.stream().sorted(Comparator.comparingInt(Field::index)).forEach((field) -> {
			Object value = entry.value(field);
			text.append((value instanceof String s) ? fold(s) : value).append('\n');
		});
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** Blanks and capitals make no difference. */
	static String fold(String text) {
		return BLANKS.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
