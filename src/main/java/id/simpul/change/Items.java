package id.simpul.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.simpul.pegawai.Resource;

/** Reads the rows of the outbox, person by person. */
final class Items {

	private final PeopleRows people;

	Items(PeopleRows people) {
		this.people = people;
	}

	/**
	 * @param states as {@link #names} writes them
	 * @return by person, in the order in which they must go; nobody is left out
	 */
	Map<String, List<Parcel.Item>> of(String instansi, Collection<String> people, String states) {
		Map<String, List<Parcel.Item>> items = new LinkedHashMap<>();
		people.forEach((kunci) -> items.put(kunci, new ArrayList<>()));
		return this.people.query("""
				kunci, id, run_id, version, resource, entry_key, operation, state, attempts, idem_key, sent_hash""",
				"outbox", "and state in " + states + " order by version, id", instansi, people, (row) -> {
					while (row.next()) {
						items.get(row.getString(1))
							.add(new Parcel.Item(row.getLong(2), row.getLong(3), row.getInt(4),
									Resource.named(row.getString(5)).orElseThrow(), row.getString(6),
									row.getString(7).equals("BARU"), OutboxState.valueOf(row.getString(8)),
									row.getInt(9), row.getString(10), row.getBytes(11)));
					}
					return items;
				});
	}

	/** States as a list of SQL. */
	static String names(Collection<OutboxState> states) {
		return states.stream().map((state) -> "'" + state + "'").collect(Collectors.joining(", ", "(", ")"));
	}

}
