package id.simpul.console;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import id.simpul.change.OutboxState;
import id.simpul.report.Deliveries;
import id.simpul.report.Delivery;
import id.simpul.report.Outages;
import id.simpul.report.Scope;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/** What waits for the registry and what it answered. */
@Page
class DeliveryPage {

	/** Instead of one change: all of the chosen cause. */
	static final String ALL = "semua";

	private static final int ROWS = 50;

	/** So many outages that have ended are shown. */
	private static final int ENDED = 10;

	private static final Pattern CAUSE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

	private final InstansiList instansi;

	private final Deliveries deliveries;

	private final Outages outages;

	DeliveryPage(InstansiList instansi, Deliveries deliveries, Outages outages) {
		this.instansi = instansi;
		this.deliveries = deliveries;
		this.outages = outages;
	}

	/** One line of the list. */
	record Line(Delivery delivery, Shelf shelf) {
	}

	/** One filter with its count. */
	record Choice(Shelf shelf, long count, Address address, boolean chosen) {
	}

	/** One cause with its count. */
	record CauseChoice(String cause, long count, Address address, boolean chosen) {
	}

	/**
	 * The form that has changes tried again.
	 *
	 * @param change the one, or {@code null} for all of a cause
	 * @param instansi whose changes they are
	 * @param count how many there are
	 */
	record Form(Line change, String instansi, String cause, long count) {

		/** How many one press sends again. */
		public long atOnce() {
			return Math.min(this.count, RedriveForm.AT_ONCE);
		}

		public boolean isOpen() {
			return this.change == null || this.change.shelf().isRedrivable();
		}

	}

	@GetMapping("/kiriman")
	String show(Viewer viewer, @RequestParam(required = false) String status,
			@RequestParam(required = false) String instansi, @RequestParam(required = false) String sebab,
			@RequestParam(required = false) Long sebelum, @RequestParam(required = false) String ulang, Model model) {
		Scope visible = viewer.scope(this.instansi);
		String kode = emptyToNull(instansi);
		Shelf shelf = (emptyToNull(status) == null) ? null : Shelf.named(status).orElseThrow(DeliveryPage::absent);
		if (kode != null && !visible.sees(kode)) {
			throw absent();
		}
		String cause = cause(sebab, shelf);
		Scope scope = visible.narrow(kode);
		List<OutboxState> states = (shelf != null) ? shelf.states() : List.of(OutboxState.values());
		List<Delivery> found = this.deliveries.list(scope, states, cause, (sebelum != null) ? sebelum : Long.MAX_VALUE,
				ROWS + 1);
		List<Delivery> page = found.subList(0, Math.min(ROWS, found.size()));
		Deliveries.Counts counts = this.deliveries.counts(scope);
		Address here = Address.of("/kiriman").with("status", status).with("instansi", kode).with("sebab", cause);
		List<String> choice = this.instansi.all().stream().map(Instansi::kode).filter(visible::sees).toList();
		String only = (kode != null) ? kode : (choice.size() == 1) ? choice.get(0) : null;
		List<CauseChoice> causes = causes(scope, shelf, cause, here);
		Line asked = asked(visible, ulang);
		model.addAttribute("baris", page.stream().map(DeliveryPage::line).toList());
		model.addAttribute("pilah",
				Arrays.stream(Shelf.values())
					.map((one) -> new Choice(one, counts.of(one.states()),
							here.with("status", one.slug()).with("sebab", null), one == shelf))
					.toList());
		model.addAttribute("semua", here.with("status", null).with("sebab", null));
		model.addAttribute("pilahsebab", causes);
		model.addAttribute("semuasebab", here.with("sebab", null));
		model.addAttribute("dipilih", cause);
		model.addAttribute("satusatunya", only);
		model.addAttribute("jumlah", causes.stream().filter(CauseChoice::chosen).mapToLong(CauseChoice::count).sum());
		model.addAttribute("formulir", form(asked, ulang, only, causes));
		model.addAttribute("sini", here.with("sebelum", sebelum));
		model.addAttribute("disiapkan", counts.preparing());
		model.addAttribute("menunggu", counts.waiting());
		model.addAttribute("rak", shelf);
		model.addAttribute("kode", kode);
		model.addAttribute("pilihan", choice);
		model.addAttribute("awal", (sebelum != null) ? here : null);
		model.addAttribute("maju", (found.size() > ROWS) ? here.with("sebelum", page.get(ROWS - 1).id()) : null);
		model.addAttribute("gangguan",
				Stream.concat(this.outages.open(scope).stream(), this.outages.ended(scope, ENDED).stream()).toList());
		return "kiriman";
	}

	private List<CauseChoice> causes(Scope scope, Shelf shelf, String chosen, Address here) {
		if (shelf == null || !shelf.isRedrivable()) {
			return List.of();
		}
		return this.deliveries.causes(scope, shelf.states())
			.entrySet()
			.stream()
			.map((one) -> new CauseChoice(one.getKey(), one.getValue(), here.with("sebab", one.getKey()),
					one.getKey().equals(chosen)))
			.toList();
	}

	/**
	 * The change a person asks to be tried again: one that is not to be seen is answered
	 * like one that never was.
	 */
	private Line asked(Scope visible, String ulang) {
		if (emptyToNull(ulang) == null || ulang.equals(ALL)) {
			return null;
		}
		if (!ulang.matches("\\d{1,18}")) {
			throw absent();
		}
		return line(this.deliveries.find(visible, Long.parseLong(ulang)).orElseThrow(DeliveryPage::absent));
	}

	private static Form form(Line asked, String ulang, String only, List<CauseChoice> causes) {
		if (asked != null) {
			return new Form(asked, asked.delivery().instansi(), asked.delivery().answer(), 1);
		}
		return causes.stream()
			.filter((one) -> ALL.equals(ulang) && only != null && one.chosen())
			.findFirst()
			.map((one) -> new Form(null, only, one.cause(), one.count()))
			.orElse(null);
	}

	private static Line line(Delivery delivery) {
		return new Line(delivery, Shelf.of(delivery.state()));
	}

	/** A cause filters only where there is something to do about it. */
	private static String cause(String asked, Shelf shelf) {
		String cause = emptyToNull(asked);
		if (cause != null && (shelf == null || !shelf.isRedrivable() || !isCause(cause))) {
			throw absent();
		}
		return cause;
	}

	static boolean isCause(String text) {
		return text != null && CAUSE.matcher(text).matches();
	}

	private static String emptyToNull(String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	private static ResponseStatusException absent() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
