package id.simpul.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import id.simpul.report.BookReports;
import id.simpul.report.Books;
import id.simpul.report.Causes;
import id.simpul.report.Deliveries;
import id.simpul.report.Outage;
import id.simpul.report.Outages;
import id.simpul.report.Scope;
import id.simpul.report.SenderReport;
import id.simpul.report.SenderReports;
import id.simpul.report.Standing;
import id.simpul.source.InstansiList;

/** How things stand: one sentence, the map, the books, and every instansi in a table. */
@Page
class SummaryPage {

	private static final int TOP_CAUSES = 5;

	private final InstansiList instansi;

	private final SenderReports senders;

	private final BookReports books;

	private final Causes causes;

	private final Deliveries deliveries;

	private final Outages outages;

	SummaryPage(InstansiList instansi, SenderReports senders, BookReports books, Causes causes, Deliveries deliveries,
			Outages outages) {
		this.instansi = instansi;
		this.senders = senders;
		this.books = books;
		this.causes = causes;
		this.deliveries = deliveries;
		this.outages = outages;
	}

	/** How the table may be sorted; the first is the usual one. */
	enum Order {

		KEADAAN(Comparator.comparing(SenderReport::standing)), INSTANSI(Comparator.comparing((one) -> "")),
		DATA(Comparator.comparing(SenderReport::lastGood, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))),
		DITOLAK(Comparator.comparingLong(SenderReport::rejected).reversed()),
		MENUNGGU(Comparator.comparingLong(SenderReport::waiting).reversed());

		private final Comparator<SenderReport> comparator;

		Order(Comparator<SenderReport> comparator) {
			this.comparator = comparator.thenComparing(SenderReport::kode);
		}

		static Order named(String name) {
			for (Order order : values()) {
				if (order.slug().equals(name)) {
					return order;
				}
			}
			return KEADAAN;
		}

		/** As it stands in the address. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	@GetMapping("/")
	String show(Viewer viewer, @RequestParam(required = false) String urut, Model model) {
		Scope scope = viewer.scope(this.instansi);
		List<SenderReport> all = this.senders.all(scope);
		Order order = Order.named(urut);
		Map<Standing, Long> standings = all.stream()
			.collect(Collectors.groupingBy(SenderReport::standing, TreeMap::new, Collectors.counting()));
		List<SenderReport> sorted = all.stream().sorted(order.comparator).toList();
		List<SenderReport> paused = all.stream().filter(SenderReport::isResting).toList();
		Outage everybodys = this.outages.everybodys(scope, all).orElse(null);
		model.addAttribute("petak", all);
		model.addAttribute("instansi", sorted);
		model.addAttribute("urut", order);
		model.addAttribute("keadaan", standings);
		model.addAttribute("tepat", standings.getOrDefault(Standing.ON_TIME, 0L));
		model.addAttribute("perhatian", sorted.stream().filter((one) -> one.standing().needsSomebody()).toList());
		model.addAttribute("gangguan", everybodys);
		model.addAttribute("lagi", nextTry(paused));
		model.addAttribute("berhenti", (everybodys != null) ? List.of() : paused);
		model.addAttribute("kira", remaining(all));
		Books books = this.books.of(scope);
		model.addAttribute("neraca", BookLine.of(books));
		model.addAttribute("diperiksa", books.checkedAt());
		model.addAttribute("kiriman", this.deliveries.counts(scope));
		model.addAttribute("penyebab", this.causes.all(scope).stream().limit(TOP_CAUSES).toList());
		model.addAttribute("dibaca", all.stream().anyMatch((one) -> one.shown() != null));
		model.addAttribute("bergerak",
				all.stream().anyMatch((one) -> one.running() != null || (one.waiting() > 0 && one.pause() == null)));
		model.addAttribute("tidur", !paused.isEmpty() || everybodys != null);
		return "ringkasan";
	}

	/** When the first of these is tried again; nothing while one is being tried. */
	private static Instant nextTry(List<SenderReport> paused) {
		boolean tried = paused.stream().anyMatch((one) -> one.pause().until() == null);
		return tried ? null
				: paused.stream().map((one) -> one.pause().until()).min(Comparator.naturalOrder()).orElse(null);
	}

	/**
	 * Until nothing waits anywhere: as long as the slowest takes, if all have a pace to
	 * go by.
	 */
	private static Duration remaining(List<SenderReport> all) {
		List<SenderReport> waiting = all.stream().filter((one) -> one.waiting() > 0).toList();
		return waiting.stream().allMatch((one) -> one.remaining() != null)
				? waiting.stream().map(SenderReport::remaining).max(Comparator.naturalOrder()).orElse(null) : null;
	}

}
