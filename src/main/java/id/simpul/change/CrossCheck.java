package id.simpul.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

import id.simpul.pegawai.Document;
import id.simpul.pegawai.Entry;
import id.simpul.pegawai.Origin;
import id.simpul.pegawai.Resource;
import id.simpul.source.Finding;
import id.simpul.source.Rejection;
import id.simpul.source.Severity;

/**
 * The rules that need everybody: one NIP and one NIK per person, within an instansi and
 * across all (ip-asn 6.3 NIP_GANDA, NIK_GANDA). Asked of the database when the plan is
 * whole, so that no set of people is kept in memory.
 */
final class CrossCheck {

	/** Somebody else than {@code p} who has the same number, in this plan or accepted. */
	private static final String HELD_BY = """
			from document o join run r on r.id = o.run_id
			where o.%1$s = p.%1$s and not (o.instansi = p.instansi and o.kunci = p.kunci)
				and (r.state = 'DONE' or r.id = p.run_id)
				and not exists (select 1 from document n join run nr on nr.id = n.run_id
					where n.instansi = o.instansi and n.kunci = o.kunci and n.version > o.version
						and (nr.state = 'DONE' or nr.id = p.run_id))
				and not exists (select 1 from absence a join run ar on ar.id = a.run_id
					where a.instansi = o.instansi and a.kunci = o.kunci and a.resource is null
						and (ar.state = 'DONE' or ar.id = p.run_id))""";

	private final JdbcTemplate jdbc;

	private final Evidence evidence;

	CrossCheck(JdbcTemplate jdbc, Evidence evidence) {
		this.jdbc = jdbc;
		this.evidence = evidence;
	}

	/**
	 * Takes everyone out of the plan whose NIP or NIK somebody else has, and says so. Who
	 * is taken out keeps the numbers accepted before, and somebody else may have been
	 * given those: so it looks again until nobody is found.
	 */
	void apply(OpenPlan plan) {
		plan.peopleRead = plan.people;
		Map<String, String> doubles = find(plan);
		if (!doubles.isEmpty()) {
			countForeign(plan);
		}
		while (!doubles.isEmpty()) {
			doubles.forEach((kunci, rule) -> reject(plan, kunci, rule));
			doubles = find(plan);
		}
	}

	private Map<String, String> find(OpenPlan plan) {
		Map<String, String> doubles = new LinkedHashMap<>();
		find(plan, "nip").forEach((kunci) -> doubles.putIfAbsent(kunci, "NIP_GANDA"));
		find(plan, "nik").forEach((kunci) -> doubles.putIfAbsent(kunci, "NIK_GANDA"));
		return doubles;
	}

	/**
	 * How many of the plan's people another instansi has: one or two moved, many are a
	 * wrong file.
	 */
	private void countForeign(OpenPlan plan) {
		Map<String, String> owners = new LinkedHashMap<>();
		for (String column : List.of("nip", "nik")) {
			this.jdbc.query("""
					select kunci, owner from (select p.id, p.kunci, (select min(o.instansi) %2$s
							and o.instansi <> p.instansi) owner
						from document p where p.run_id = ? and p.%1$s is not null) q
					where owner is not null order by id""".formatted(column, HELD_BY.formatted(column)), (row) -> {
				owners.putIfAbsent(row.getString(1), row.getString(2));
			}, plan.run().id());
		}
		Map<String, Long> byOwner = new TreeMap<>();
		owners.values().forEach((kode) -> byOwner.merge(kode, 1L, Long::sum));
		byOwner.entrySet()
			.stream()
			.max(Map.Entry.comparingByValue())
			.ifPresent((most) -> plan.foreignTo = most.getKey());
		plan.foreignPeople = owners.size();
		owners.keySet().forEach((kunci) -> plan.samples().add(Hold.Reason.MILIK_LAIN, plan.foreignTo, kunci, null));
	}

	private List<String> find(OpenPlan plan, String column) {
		return this.jdbc.queryForList(
				"select p.kunci from document p where p.run_id = ? and p.%1$s is not null and exists (select 1 %2$s)"
					.formatted(column, HELD_BY.formatted(column)) + " order by p.id",
				String.class, plan.run().id());
	}

	private void reject(OpenPlan plan, String kunci, String rule) {
		Object[] id = { plan.run().id(), plan.run().instansi(), kunci };
		String where = " from document where run_id = ? and instansi = ? and kunci = ?";
		Map<String, Object> row = this.jdbc.queryForMap("select origins, changes, unchanged" + where, id);
		byte[] json = this.jdbc.queryForObject("select doc" + where, byte[].class, id);
		String[] origins = ((String) row.get("origins")).split(",");
		List<Rejection> rejections = new ArrayList<>();
		List<Entry> entries = Document.parse(json).entries();
		Origin first = null;
		for (int i = 0; i < entries.size(); i++) {
			Origin origin = origin(origins[i]);
			if (origin != null) {
				Entry entry = entries.get(i);
				first = (first != null) ? first : origin;
				rejections.add(new Rejection(entry.resource(), entry.key(), origin,
						(entry.resource() == Resource.PEGAWAI) ? rule : "PEGAWAI_DITOLAK"));
			}
		}
		String field = rule.equals("NIP_GANDA") ? "nip" : "nik";
		this.evidence.addFindings(plan.run(), List.of(new Finding(rule, Severity.BLOCKS, kunci, first, Resource.PEGAWAI,
				"", field, field.equals("nip") ? "9(18)" : "9(16)", List.of())));
		this.evidence.addRejections(plan.run(), Map.of(kunci, rejections));
		this.jdbc.update("delete" + where, id);
		plan.gone -= this.evidence.removeAbsences(plan.run(), kunci);
		int changes = ((Number) row.get("changes")).intValue();
		plan.changed -= changes;
		plan.unchanged -= ((Number) row.get("unchanged")).intValue();
		plan.rejected += rejections.size();
		if (isNew(plan, kunci)) {
			plan.newPeople--;
		}
		else {
			plan.changedPeople--;
		}
		plan.people--;
		plan.samples().forget(kunci);
	}

	/** Whether nothing of somebody was accepted before; a version tells nothing of it. */
	private boolean isNew(OpenPlan plan, String kunci) {
		return this.jdbc.queryForObject("""
				select count(*) from document d join run r on r.id = d.run_id
				where d.instansi = ? and d.kunci = ? and r.state = 'DONE'""", Long.class, plan.run().instansi(),
				kunci) == 0;
	}

	private static Origin origin(String text) {
		int colon = text.lastIndexOf(':');
		return (colon < 0) ? null : new Origin(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
	}

}
