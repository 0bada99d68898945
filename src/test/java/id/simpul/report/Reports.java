package id.simpul.report;

import java.time.Clock;

import javax.sql.DataSource;

/** Every question of this room over one database, and the hand that fills it. */
final class Reports {

	static final Scope ALL = Scope.all(Province.INSTANSI);

	final Province province;

	final RunReports runs;

	final SenderReports senders;

	final BookReports books;

	final Causes causes;

	final Deliveries deliveries;

	final Outages outages;

	private final DataSource database;

	Reports(DataSource database, Clock clock) {
		ReportConfiguration room = new ReportConfiguration();
		this.database = database;
		this.province = new Province(database);
		this.runs = room.runReports(database);
		this.outages = room.outages(database, clock);
		this.senders = room.senderReports(Province.INSTANSI, this.runs, this.outages, Province.outlook(), clock);
		this.books = room.bookReports(database, this.runs, clock);
		this.causes = room.causes(database, this.runs);
		this.deliveries = room.deliveries(database);
	}

	/** The same at another time. */
	Reports at(Clock clock) {
		return new Reports(this.database, clock);
	}

	Standing standing(String kode) {
		return this.senders.find(ALL, kode).orElseThrow().standing();
	}

}
