package id.simpul.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		Map<String, String> doubles = find(plan);
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

	private List<String> find(OpenPlan plan, String column) {
		return this.jdbc.queryForList("""
				select p.kunci from document p
				where p.run_id = ? and p.%1$s is not null and exists (
					select 1 from document o join run r on r.id = o.run_id
					where o.%1$s = p.%1$s and not (o.instansi = p.instansi and o.kunci = p.kunci)
						and (r.state = 'DONE' or r.id = p.run_id)
						and not exists (select 1 from document n join run nr on nr.id = n.run_id
							where n.instansi = o.instansi and n.kunci = o.kunci and n.version > o.version
								and (nr.state = 'DONE' or nr.id = p.run_id))
						and not exists (select 1 from absence a join run ar on ar.id = a.run_id
							where a.instansi = o.instansi and a.kunci = o.kunci and a.resource is null
								and (ar.state = 'DONE' or ar.id = p.run_id)))
				order by p.id""".formatted(column), String.class, plan.run().id());
	}

	private void reject(OpenPlan plan, String kunci, String rule) {
		Object[] id = { plan.run().id(), plan.run().instansi(), kunci };
		String where = " from document where run_id = ? and instansi = ? and kunci = ?";
		Map<String, Object> row = this.jdbc.queryForMap("select origins, version, changes, unchanged" + where, id);
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
		if (((Number) row.get("version")).intValue() == 1) {
			plan.newPeople--;
		}
		else {
			plan.changedPeople--;
		}
		plan.people--;
	}

	private static Origin origin(String text) {
		int colon = text.lastIndexOf(':');
		return (colon < 0) ? null : new Origin(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
	}

}
