package id.simpul.console;

import java.util.Arrays;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import id.simpul.change.OutboxState;
import id.simpul.report.Deliveries;
import id.simpul.report.Delivery;
import id.simpul.report.Scope;
import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/** What waits for the registry and what it answered. */
@Page
class DeliveryPage {

	private static final int ROWS = 50;

	private final InstansiList instansi;

	private final Deliveries deliveries;

	DeliveryPage(InstansiList instansi, Deliveries deliveries) {
		this.instansi = instansi;
		this.deliveries = deliveries;
	}

	/** One line of the list. */
	record Line(Delivery delivery, Shelf shelf) {
	}

	/** One filter with its count. */
	record Choice(Shelf shelf, long count, Address address, boolean chosen) {
	}

	@GetMapping("/kiriman")
	String show(Viewer viewer, @RequestParam(required = false) String status,
			@RequestParam(required = false) String instansi, @RequestParam(required = false) Long sebelum,
			Model model) {
		Scope visible = viewer.scope(this.instansi);
		String kode = (instansi == null || instansi.isEmpty()) ? null : instansi;
		Shelf shelf = (status == null || status.isEmpty()) ? null
				: Shelf.named(status).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (kode != null && !visible.sees(kode)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Scope scope = visible.narrow(kode);
		List<OutboxState> states = (shelf != null) ? shelf.states() : List.of(OutboxState.values());
		List<Delivery> found = this.deliveries.list(scope, states, (sebelum != null) ? sebelum : Long.MAX_VALUE,
				ROWS + 1);
		List<Delivery> page = found.subList(0, Math.min(ROWS, found.size()));
		Deliveries.Counts counts = this.deliveries.counts(scope);
		Address here = Address.of("/kiriman").with("status", status).with("instansi", kode);
		model.addAttribute("baris", page.stream().map((one) -> new Line(one, Shelf.of(one.state()))).toList());
		model.addAttribute("pilah", Arrays.stream(Shelf.values())
			.map((one) -> new Choice(one, counts.of(one.states()), here.with("status", one.slug()), one == shelf))
			.toList());
		model.addAttribute("semua", here.with("status", null));
		model.addAttribute("disiapkan", counts.preparing());
		model.addAttribute("menunggu", counts.waiting());
		model.addAttribute("rak", shelf);
		model.addAttribute("kode", kode);
		model.addAttribute("pilihan", this.instansi.all().stream().map(Instansi::kode).filter(visible::sees).toList());
		model.addAttribute("awal", (sebelum != null) ? here : null);
		model.addAttribute("maju", (found.size() > ROWS) ? here.with("sebelum", page.get(ROWS - 1).id()) : null);
		return "kiriman";
	}

}
